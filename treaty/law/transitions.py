"""How events lead an agreement from one standing to the next, each with the treaty law that says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from treaty.law.rules import Rule
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import Standing

NEGOTIATIONS = {
    EventKind.NEGOTIATION_OPENED,
    EventKind.NEGOTIATION_CONCLUDED,
    EventKind.TEXT_INITIALLED,
    EventKind.TEXT_ADOPTED,
    EventKind.AUTHENTICATED,
    EventKind.OPENED_FOR_SIGNATURE,
}
NOTICES = {EventKind.NOTICE_OF_DENUNCIATION, EventKind.NOTICE_OF_WITHDRAWAL, EventKind.NOTICE_OF_TERMINATION}
ENDS = ENDINGS | {EventKind.WITHDRAWAL_EFFECTIVE, EventKind.DENUNCIATION_EFFECTIVE}
ALIVE = {Standing.IN_FORCE, Standing.SUSPENDED, Standing.IN_NOTICE}
UNBORN = {None, Standing.NEGOTIATING, Standing.SIGNED, Standing.PROVISIONAL}


@dataclass(frozen=True)
class Transition(Rule):
    """A named rule: these events, from one of these standings, lead to that one.

    `articles` cite the Vienna Convention on the Law of Treaties, 1969.
    """

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
        "Talks opened in 2025: negotiating from 1 January 2025, the first possible day.",
        frozenset(NEGOTIATIONS),
        frozenset({None}),
        Standing.NEGOTIATING,
    ),
    Transition(
        "signature",
        "An agreement is signed from the day of its first signature; it binds nobody yet.",
        ("VCLT art. 10", "VCLT art. 18"),
        "Signed on 8 September 1951, in force on 28 April 1952: signed through 27 April 1952.",
        frozenset(SIGNATURES),
        frozenset({None, Standing.NEGOTIATING}),
        Standing.SIGNED,
    ),
    Transition(
        "provisional-application",
        "An agreement is applied provisionally from the day agreed until it enters into force.",
        ("VCLT art. 25(1)",),
        "Applied provisionally from 1 January 1952, in force from 1 January 1953: provisionally applied through 1952.",
        frozenset({EventKind.PROVISIONAL_APPLICATION_START}),
        frozenset({None, Standing.NEGOTIATING, Standing.SIGNED}),
        Standing.PROVISIONAL,
    ),
    Transition(
        "provisional-application-ends",
        "When provisional application ends before entry into force, the agreement is only signed again.",
        ("VCLT art. 25(2)",),
        "Applied provisionally from 1 January to 1 March 1952, never in force: signed from 1 March 1952.",
        frozenset({EventKind.PROVISIONAL_APPLICATION_END}),
        frozenset({Standing.PROVISIONAL}),
        Standing.SIGNED,
    ),
    Transition(
        "entry-into-force",
        "An agreement is in force from the day it enters into force.",
        ("VCLT art. 24",),
        "In force on 28 April 1952, ended on 23 June 1960: in force through 22 June 1960.",
        frozenset({EventKind.ENTRY_INTO_FORCE}),
        frozenset(UNBORN),
        Standing.IN_FORCE,
    ),
    Transition(
        "suspension",
        "While an agreement's operation is suspended it exists, but does not oblige.",
        ("VCLT art. 57", "VCLT art. 72"),
        "Suspended from 1 January through 31 December 1960: suspended on both days.",
        frozenset({EventKind.SUSPENSION}),
        frozenset({Standing.IN_FORCE, Standing.IN_NOTICE}),
        Standing.SUSPENDED,
    ),
    Transition(
        "resumption",
        "An agreement is in force again from the day its operation resumes.",
        ("VCLT art. 72",),
        "Suspended in 1960 and resumed on 1 January 1961: in force from 1 January 1961.",
        frozenset({EventKind.RESUMPTION}),
        frozenset({Standing.SUSPENDED}),
        Standing.IN_FORCE,
    ),
    Transition(
        "notice",
        "An agreement is in force under notice from the day on which notice to end it is given.",
        ("VCLT art. 54", "VCLT art. 65"),
        "Notice of termination given on 11 February 2020: in notice from that day.",
        frozenset(NOTICES),
        frozenset({Standing.IN_FORCE}),
        Standing.IN_NOTICE,
    ),
    Transition(
        "notice-stops",
        "While the clock of a notice stands still, the agreement is simply in force.",
        ("VCLT art. 68",),
        "A notice of 11 February 2020 is stopped on 1 June 2020: in force again from 1 June.",
        frozenset({EventKind.NOTICE_TOLLED}),
        frozenset({Standing.IN_NOTICE}),
        Standing.IN_FORCE,
    ),
    Transition(
        "notice-runs-again",
        "When the clock of a notice runs again, the agreement is in notice again.",
        ("VCLT art. 68",),
        "A notice stopped on 1 June runs again from 1 December: in notice from 1 December.",
        frozenset({EventKind.NOTICE_RESUMED}),
        frozenset({Standing.IN_FORCE}),
        Standing.IN_NOTICE,
    ),
    Transition(
        "notice-revoked",
        "A notice that is revoked before it takes effect leaves the agreement in force.",
        ("VCLT art. 68",),
        "A notice of 11 February 2020 is taken back on 30 July 2021: in force from that day.",
        frozenset({EventKind.NOTICE_REVOKED}),
        frozenset({Standing.IN_NOTICE, Standing.IN_FORCE}),
        Standing.IN_FORCE,
    ),
    Transition(
        "end",
        "An agreement is at an end from the day its termination takes effect.",
        ("VCLT art. 54", "VCLT art. 70"),
        "Terminated on 1 January 1979 with effect on 1 January 1980: in force through 31 December 1979.",
        frozenset(ENDS),
        frozenset(UNBORN | ALIVE),
        Standing.ENDED,
    ),
    Transition(
        "lapse",
        "A signed agreement lapses when it can no longer enter into force.",
        ("VCLT art. 18",),
        "Signed in 1999 and withdrawn from parliament on 1 February 2006: lapsed from that day.",
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
