"""What each kind of event does to a standing, in a few words. A test holds that every kind is told, and told truly."""

from collections.abc import Mapping
from types import MappingProxyType

from treaty.law.applying import TERRITORIAL
from treaty.law.bindings import LAID_OVER, TAKEN_OFF
from treaty.law.clocks import ANSWERS, NOTICES
from treaty.law.doubts import DOUBTFUL
from treaty.law.pairs import RULE_OF, UNDOES
from treaty.law.party_transitions import PARTY_TRANSITIONS
from treaty.law.terms import PROLONGING
from treaty.law.transitions import TRANSITIONS
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind, EventScope

RECORD_ONLY: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.ANNOUNCED: "It shows an intention; nothing follows from it.",
        EventKind.CLOSED_FOR_SIGNATURE: "It limits who may sign; who signed stands by their own acts.",
        EventKind.PARLIAMENTARY_APPROVAL: "It is needed at home; abroad it binds nobody.",
        EventKind.DECLARATION: "It interprets or chooses; whatever its name, one that excludes effects is recorded as a reservation.",
        EventKind.COMMUNICATION: "It informs.",
        EventKind.DEROGATION: "It sets obligations aside within the agreement, which stays in force.",
        EventKind.AMENDMENT_ADOPTED: "It changes the text once in force; it shows that the parties carry on.",
        EventKind.AMENDMENT_IN_FORCE: "It changes the text for those it binds; it shows that the parties carry on.",
        EventKind.CORRECTION: "It mends the text from the beginning; standings stay.",
        EventKind.REVIEW_HELD: "It shows that the parties carry on; one still awaited is a deadline.",
        EventKind.REGISTRATION: "It lets the agreement be invoked before the United Nations; standings stay.",
        EventKind.PUBLICATION: "It makes the text known.",
        EventKind.DEPOSITARY_NOTIFICATION: "It tells of acts that are recorded as themselves.",
        EventKind.DEPOSITARY_CHANGE: "It changes who keeps the original.",
    }
)


def _told(kind: EventKind) -> str:
    """One or more short sentences, from the tables of rules themselves."""
    if kind in RECORD_ONLY:
        return RECORD_ONLY[kind]
    whole = "Agreement" if EventScope.AGREEMENT in kind.scopes or kind in SIGNATURES else "Agreement of two"
    said = [f"{whole}: {rule.enters.label.lower()} (`{rule.id}`)." for rule in TRANSITIONS if kind in rule.kinds]
    said += [f"Party: {rule.enters.label.lower()} (`{rule.id}`)." for rule in PARTY_TRANSITIONS if kind in rule.kinds and not rule.whole]
    said += [f"Party: `{table[kind].id}`{verb}." for table, verb in ((LAID_OVER, ""), (TAKEN_OFF, " is over")) if kind in table]
    said += [f"Between two: `{RULE_OF[kind].id}`."] if kind in RULE_OF else []
    said += ["Between two: undoes the act that it names."] if kind in UNDOES.values() else []
    said += ["Starts the clock of a notice."] if kind in NOTICES else []
    said += ["Stops, restarts or cancels the clock of the notice that it names."] if kind in ANSWERS else []
    said += ["Moves the end of the term."] if kind in PROLONGING | {EventKind.TERM_RESET} else []
    said += ["Begins or ends application to a territory."] if kind in TERRITORIAL else []
    said += ["Puts the standing in doubt and changes nothing."] if kind in DOUBTFUL else []
    said += ["Ends what outlived the agreement."] if kind is EventKind.SURVIVAL_END else []
    return " ".join(said)


EFFECTS: Mapping[EventKind, str] = MappingProxyType({kind: _told(kind) for kind in EventKind})
