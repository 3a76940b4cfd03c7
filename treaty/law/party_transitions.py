"""How events lead a party from one standing to the next, each with the treaty law that says so."""

from dataclasses import dataclass

from treaty.law.entering import CONSENTS
from treaty.law.moments import WITHDRAWALS
from treaty.law.rules import Rule
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import PartyStanding

FREE = frozenset({PartyStanding.NONE, PartyStanding.SIGNATORY, PartyStanding.DECLINED, PartyStanding.WITHDRAWN})
WAITING = frozenset({PartyStanding.CONTRACTING, PartyStanding.ACCEDING})
BEFORE = frozenset({PartyStanding.NONE, PartyStanding.SIGNATORY, PartyStanding.DECLINED}) | WAITING
BOUND = frozenset({PartyStanding.PARTY, PartyStanding.SUSPENDED, PartyStanding.IN_NOTICE})
"""The standings of a party that the agreement binds, be its operation halted or its notice running."""


@dataclass(frozen=True)
class PartyTransition(Rule):
    """A named rule: these events lead a party from one of these standings to that one.

    `whole` says whether it reads what befalls the agreement (True), or the party alone (False).
    """

    kinds: frozenset[EventKind]
    leaves: frozenset[PartyStanding]
    enters: PartyStanding
    whole: bool = False

    def applies(self, kind: EventKind, standing: PartyStanding, *, whole: bool) -> bool:
        return whole is self.whole and kind in self.kinds and standing in self.leaves


# In the order of a party's life; of two events on one day, the one whose rule stands first comes first.
PARTY_TRANSITIONS: tuple[PartyTransition, ...] = (
    PartyTransition(
        "signatory",
        "A state that has signed is a signatory, and must not defeat the agreement's object and purpose.",
        ("VCLT art. 10", "VCLT art. 18"),
        "Signed on 10 November 1949: signatory from that day.",
        SIGNATURES - {EventKind.DEFINITIVE_SIGNATURE},
        frozenset({PartyStanding.NONE}),
        PartyStanding.SIGNATORY,
    ),
    PartyTransition(
        "contracting",
        "A state that has consented to be bound is a contracting state until the agreement is in force for it.",
        ("VCLT art. 2(1)(f)", "VCLT art. 11"),
        "Ratified on 1 March 1948, in force on 3 December 1948: contracting through 2 December.",
        CONSENTS - {EventKind.ACCESSION, EventKind.SUCCESSION},
        FREE,
        PartyStanding.CONTRACTING,
    ),
    PartyTransition(
        "acceding",
        "A state that has acceded to an agreement not yet in force for it is acceding.",
        ("VCLT art. 15",),
        "Acceded on 24 September 1993, in force on 20 April 1994: acceding through 19 April 1994.",
        frozenset({EventKind.ACCESSION, EventKind.SUCCESSION}),
        FREE,
        PartyStanding.ACCEDING,
    ),
    PartyTransition(
        "declined",
        "A signatory that makes clear that it will not become a party is free of its interim obligation.",
        ("VCLT art. 18(a)",),
        "A declaration of 6 May 2002: declined from that day.",
        frozenset({EventKind.DECLARATION_NOT_TO_BECOME_PARTY}),
        frozenset({PartyStanding.NONE, PartyStanding.SIGNATORY}),
        PartyStanding.DECLINED,
    ),
    PartyTransition(
        "party-from-entry-into-force",
        "Entry into force binds the original parties, save one whose own consent, still awaited or later, shows that it is not bound yet, "
        "and those that have consented by then.",
        ("VCLT art. 24(1)-(2)", "VCLT art. 26"),
        "In force on 24 August 1949: its twelve signatories are parties from that day.",
        frozenset({EventKind.ENTRY_INTO_FORCE}),
        BEFORE - {PartyStanding.DECLINED},
        PartyStanding.PARTY,
        whole=True,
    ),
    PartyTransition(
        "party-from-its-own-day",
        "A party that joins an agreement in force is bound from its consent, or from the day of entry into force for it, if any.",
        ("VCLT art. 24(3)",),
        "Acceded on 18 February 1952: party from that day.",
        frozenset({EventKind.ENTRY_INTO_FORCE_FOR_PARTY}),
        FREE | WAITING | {PartyStanding.ENDED},
        PartyStanding.PARTY,
    ),
    PartyTransition(
        "predecessor",
        "A party that a successor state replaces is bound no longer.",
        ("Vienna Convention on Succession of States 1978, arts 2, 17, 34",),
        "A successor from 27 December 1991: predecessor from that day.",
        frozenset({EventKind.SUCCESSION}),
        BOUND | BEFORE,
        PartyStanding.PREDECESSOR,
        whole=True,
    ),
    PartyTransition(
        "withdrawn",
        "A party is bound no longer from the day on which its withdrawal or denunciation takes effect.",
        ("VCLT art. 54", "VCLT art. 70(2)"),
        "Withdrawal effective on 24 March 1959: party through 23 March.",
        WITHDRAWALS,
        BEFORE | BOUND,
        PartyStanding.WITHDRAWN,
    ),
    PartyTransition(
        "ended-for-a-party",
        "What ends the agreement for one party leaves the others bound.",
        ("VCLT art. 70(2)",),
        "Expired for a party on 20 April 1999: party through 19 April.",
        ENDINGS,
        BEFORE | BOUND,
        PartyStanding.ENDED,
    ),
    PartyTransition(
        "ended-with-the-agreement",
        "The end of an agreement ends it for all who were parties.",
        ("VCLT art. 70(1)",),
        "Terminated by consent on 1 July 1991: the parties left on that day are parties through 30 June.",
        frozenset({EventKind.TERMINATION}),
        BOUND,
        PartyStanding.ENDED,
        whole=True,
    ),
    PartyTransition(
        "nothing-left-to-join",
        "Who was not yet bound when an agreement ended or lapsed has nothing to do with it from then on.",
        ("VCLT art. 18(b)", "VCLT art. 70(1)"),
        "A signatory that never ratified, of an agreement that ended on 1 July 1991: none from that day.",
        frozenset({EventKind.TERMINATION}),
        BEFORE - {PartyStanding.NONE},
        PartyStanding.NONE,
        whole=True,
    ),
)
APPLIES_PROVISIONALLY = Rule(
    "applies-provisionally",
    "A state may apply an agreement provisionally, whether or not it has consented to be bound, until the agreement is in force for it.",
    ("VCLT art. 25",),
    "Applied provisionally from 21 December 1969 by a signatory: it applies provisionally from that day.",
)
HALTED_FOR_IT = Rule(
    "suspended-for-a-party",
    "A party for which the operation is halted stays a party; so does every party while the whole is suspended.",
    ("VCLT art. 57", "VCLT art. 72"),
    "Suspended for one of three on 1 January 1960: that one is suspended, the others are parties.",
)
NOTICE_RUNNING = Rule(
    "party-in-notice",
    "A party whose notice to leave is running is still bound.",
    ("VCLT art. 54", "VCLT art. 65"),
    "Denounced in September 2002 with effect in September 2004: in notice between the two.",
)
RUNS_NO_MORE = Rule(
    "overlay-over",
    "When provisional application, a suspension or the running of a notice is over, what lies beneath it shows again.",
    ("VCLT art. 25(2)", "VCLT art. 68", "VCLT art. 72"),
    "A party's notice is taken back on 30 July 2021: party again from that day.",
)
LISTED_SPAN = Rule(
    "as-listed",
    "A party listed with days of its own is bound from the first of them until the second.",
    ("VCLT art. 24(3)", "VCLT art. 70(2)"),
    "Listed as a party from 1973: party from 1 January 1973, the first possible day.",
)
PARTY_RULES: tuple[Rule, ...] = (
    *PARTY_TRANSITIONS,
    APPLIES_PROVISIONALLY,
    HALTED_FOR_IT,
    NOTICE_RUNNING,
    RUNS_NO_MORE,
    LISTED_SPAN,
)
