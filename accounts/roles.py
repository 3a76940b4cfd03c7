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
    CONTRIBUTOR = "contributor"  # writes and submits drafts, and sees no draft but the own ones
    EDITOR = "editor"  # writes desk copies and submits them
    REVIEWER = "reviewer"  # an editor who also publishes, returns and retracts
    DATA_MANAGER = "data_manager"  # an editor who also brings in files and data sets
    ADMINISTRATOR = "administrator"  # people and their roles; no agreement, published or not

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


EVERY_DRAFT = "accounts.see_every_draft"  # without it a person sees only the agreements that he or she began

_READ = frozenset({"parties.view_party", "records.view_revision"})
_WRITE = frozenset(f"{app}.{work}_{model}" for app, models in DESK_COPY.items() for model in models for work in WORK)
_STRIKE = frozenset(f"{app}.delete_{model}" for app, models in DESK_COPY.items() for model in models if model not in KEPT)
_SUBMIT = frozenset({"editorial.view_submission", "editorial.submit_agreement"})
_PUBLISH = frozenset({"editorial.publish_agreement", "editorial.retract_agreement"})
_BRING_IN = frozenset({"records.view_job", "accounts.bring_in"})
_PEOPLE = frozenset({"accounts.view_person", "accounts.add_person", "accounts.change_person", "auth.view_group"})

_CONTRIBUTE = _READ | _SUBMIT | _STRIKE | (_WRITE - {"agreements.change_source"})  # others cite that source too
_EDIT = _READ | _SUBMIT | _STRIKE | _WRITE | {EVERY_DRAFT}

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.ANALYST: _READ,
    Role.CONTRIBUTOR: _CONTRIBUTE,
    Role.EDITOR: _EDIT,
    Role.REVIEWER: _EDIT | _PUBLISH,
    Role.DATA_MANAGER: _EDIT | _BRING_IN,
    Role.ADMINISTRATOR: _READ | _PEOPLE,
}

# Who holds one of these signs in with a second factor.
POWERS = _PUBLISH | {"accounts.change_person"}


class Scope(StrEnum):
    """What a token may be used for. It never opens more than the role of its person does."""

    READ = "read"
    WRITE = "write"
    SUBMIT = "submit"
    PUBLISH = "publish"

    @property
    def label(self) -> str:
        return SCOPE_LABELS[self]


SCOPE_LABELS = {
    Scope.READ: "Read drafts",
    Scope.WRITE: "Write drafts",
    Scope.SUBMIT: "Submit drafts for review",
    Scope.PUBLISH: "Publish and return submissions",
}
SCOPES: dict[Scope, str] = {
    Scope.READ: "agreements.view_agreement",
    Scope.WRITE: "agreements.change_agreement",
    Scope.SUBMIT: "editorial.submit_agreement",
    Scope.PUBLISH: "editorial.publish_agreement",
}
