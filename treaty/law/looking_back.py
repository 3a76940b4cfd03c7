"""Which events tell something of the days before them. Every other event leaves all that held on an earlier day as it was."""

from dataclasses import dataclass

from treaty.law.endings import CONTINUING, JOINING
from treaty.law.moments import WITHDRAWALS
from treaty.law.rules import Rule
from treaty.law.terms import PROLONGING
from treaty.vocabulary.event_groups import ENDINGS
from treaty.vocabulary.events import EventKind

LEAVING = WITHDRAWALS | ENDINGS


@dataclass(frozen=True)
class Retroaction(Rule):
    """Kinds of event that are retroactive by definition, with the reason as the rule's sentence.

    `of_its_party`: only the standing of the event's own party or parties, and of pairs with them, may change.
    `of_inference`: only a standing that a rule inferred may come or go; what sources declare stays.
    """

    kinds: frozenset[EventKind]
    of_its_party: bool = False
    of_inference: bool = False


JOINED_THEN = Retroaction(
    "joined-then",
    "A listed party counts as bound from entry into force while nothing more is known of it; its own signature, consent or entry into "
    "force tells that it was not bound before.",
    ("VCLT art. 24(3)",),
    "Listed as a party, in force from 1950; its accession of 1955 becomes known: not a party before 1955.",
    JOINING,
    of_its_party=True,
)
LEFT_THEN = Retroaction(
    "left-then",
    "A party's own end or succession tells until when it was bound, which stands before the days of the list of participants, "
    "and before a list that says only that it has left.",
    ("VCLT art. 54", "VCLT art. 70(2)", "Vienna Convention on Succession of States 1978, art. 2"),
    "Listed as withdrawn without a day; its withdrawal of 24 March 1959 becomes known: a party through 23 March 1959.",
    LEAVING | {EventKind.SUCCESSION},
    of_its_party=True,
)
EFFECT_THEN = Retroaction(
    "effect-then",
    "The day on which an end took effect stands before the day that a notice of it had announced.",
    ("VCLT art. 54(a)", "VCLT art. 68"),
    "A notice announces the end for 1 May 1960, and it takes effect on 1 June 1960: in notice through May 1960.",
    LEAVING,
)
OTHERS_PROLONGED = Retroaction(
    "others-prolonged",
    "When some parties prolong a term that had run out, this tells that it had ended for those that did not.",
    ("VCLT art. 54(a)", "VCLT art. 40(4)"),
    "A term that ended on 20 April 1999 is extended in May by six of nine parties: three ceased to be parties on 20 April.",
    PROLONGING,
    of_inference=True,
)
DECLARED_FIRST = Retroaction(
    "declared-first",
    "What is declared of an entry into force, a consent, a term or an end stands before what a rule had inferred without it, "
    "from the day that the rule had inferred.",
    ("VCLT art. 42(2)",),
    "Taken to have ended in 1950 for want of a renewal; its expiry in 1952 becomes known: in force until some day of 1952.",
    JOINING | LEAVING | CONTINUING | {EventKind.ENTRY_INTO_FORCE},
    of_inference=True,
)
RETROACTIONS = (JOINED_THEN, LEFT_THEN, EFFECT_THEN, OTHERS_PROLONGED, DECLARED_FIRST)
