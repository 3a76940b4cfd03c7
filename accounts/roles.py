"""The one table of who may do what. Each role becomes a group with exactly these permissions."""

from enum import StrEnum

WORK = ("view", "add", "change")
DESK_COPY = {
    "agreements": (
        "agreement",
        "othertitle",
        "identifier",
        "participation",
        "event",
        "duration",
        "relation",
        "text",
        "source",
        "listedsource",
        "evidence",
    ),
    "provisions": ("provision", "provisionevidence"),
}

KEPT = ("agreement", "source")  # an agreement is retracted, a source may be cited: nobody deletes them


class Role(StrEnum):
    """What a person is in this house."""

    ANALYST = "analyst"  # reads, also at the desk
    EDITOR = "editor"  # writes desk copies and submits them
    REVIEWER = "reviewer"  # an editor who also publishes, returns and retracts


_READ = frozenset({"parties.view_party", "records.view_revision"})
_WRITE = frozenset(f"{app}.{work}_{model}" for app, models in DESK_COPY.items() for model in models for work in WORK)
_STRIKE = frozenset(f"{app}.delete_{model}" for app, models in DESK_COPY.items() for model in models if model not in KEPT)
_SUBMIT = frozenset({"editorial.view_submission", "editorial.submit_agreement"})
_PUBLISH = frozenset({"editorial.publish_agreement", "editorial.retract_agreement"})

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.ANALYST: _READ,
    Role.EDITOR: _READ | _WRITE | _STRIKE | _SUBMIT,
    Role.REVIEWER: _READ | _WRITE | _STRIKE | _SUBMIT | _PUBLISH,
}
