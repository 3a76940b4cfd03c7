"""How events lead an agreement from one standing to the next, each with the treaty law that says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import Standing

NEGOTIATIONS = {EventKind.NEGOTIATION_OPENED, EventKind.TEXT_INITIALLED, EventKind.TEXT_ADOPTED, EventKind.AUTHENTICATED}
ALIVE = {Standing.IN_FORCE, Standing.SUSPENDED, Standing.IN_NOTICE}
UNBORN = {None, Standing.NEGOTIATING, Standing.SIGNED, Standing.PROVISIONAL}


@dataclass(frozen=True)
class Transition:
    """A named rule: these events, from one of these standings, lead to that one.

    `articles` cite the Vienna Convention on the Law of Treaties, 1969.
    """

    id: str
    sentence: str
    articles: tuple[str, ...]
    kinds: frozenset[EventKind]
    leaves: frozenset[Standing | None]
    enters: Standing

    def applies(self, kind: EventKind, standing: Standing | None) -> bool:
        return kind in self.kinds and standing in self.leaves


# In the order of an agreement's life; of two events on one day, the one whose rule stands first comes first.
TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "negotiation",
        "An agreement is under negotiation from the day its talks open or its text is settled.",
        ("VCLT art. 9", "VCLT art. 10"),
        frozenset(NEGOTIATIONS),
        frozenset({None}),
        Standing.NEGOTIATING,
    ),
    Transition(
        "signature",
        "An agreement is signed from the day of its first signature; it binds nobody yet.",
        ("VCLT art. 10", "VCLT art. 18"),
        frozenset(SIGNATURES),
        frozenset({None, Standing.NEGOTIATING}),
        Standing.SIGNED,
    ),
    Transition(
        "provisional-application",
        "An agreement is applied provisionally from the day agreed until it enters into force.",
        ("VCLT art. 25(1)",),
        frozenset({EventKind.PROVISIONAL_APPLICATION_START}),
        frozenset({None, Standing.NEGOTIATING, Standing.SIGNED}),
        Standing.PROVISIONAL,
    ),
    Transition(
        "provisional-application-ends",
        "When provisional application ends before entry into force, the agreement is only signed again.",
        ("VCLT art. 25(2)",),
        frozenset({EventKind.PROVISIONAL_APPLICATION_END}),
        frozenset({Standing.PROVISIONAL}),
        Standing.SIGNED,
    ),
    Transition(
        "entry-into-force",
        "An agreement is in force from the day it enters into force.",
        ("VCLT art. 24",),
        frozenset({EventKind.ENTRY_INTO_FORCE}),
        frozenset(UNBORN),
        Standing.IN_FORCE,
    ),
    Transition(
        "suspension",
        "While an agreement's operation is suspended it exists, but does not oblige.",
        ("VCLT art. 57", "VCLT art. 72"),
        frozenset({EventKind.SUSPENSION}),
        frozenset({Standing.IN_FORCE, Standing.IN_NOTICE}),
        Standing.SUSPENDED,
    ),
    Transition(
        "resumption",
        "An agreement is in force again from the day its operation resumes.",
        ("VCLT art. 72",),
        frozenset({EventKind.RESUMPTION}),
        frozenset({Standing.SUSPENDED}),
        Standing.IN_FORCE,
    ),
    Transition(
        "end",
        "An agreement is at an end from the day its termination takes effect.",
        ("VCLT art. 54", "VCLT art. 70"),
        frozenset(ENDINGS),
        frozenset(UNBORN | ALIVE),
        Standing.ENDED,
    ),
    Transition(
        "lapse",
        "A signed agreement lapses when it can no longer enter into force.",
        ("VCLT art. 18",),
        frozenset({EventKind.LAPSE}),
        frozenset(UNBORN),
        Standing.LAPSED,
    ),
)
ARTICLES: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.SUPERSESSION: ("VCLT art. 59",),
    EventKind.BREACH_TERMINATION: ("VCLT art. 60",),
    EventKind.IMPOSSIBILITY: ("VCLT art. 61",),
    EventKind.FUNDAMENTAL_CHANGE: ("VCLT art. 62",),
}
