"""Rules that conclude a start or an end which no source declares. Each has a name and can be switched off."""

from collections.abc import Collection
from dataclasses import dataclass

from treaty.document.life import Event
from treaty.law.rules import Rule
from treaty.vocabulary.assertions import Basis

CODEBOOK = "ATOP 5.1 codebook, section 1.52"


@dataclass(frozen=True)
class InferenceRule(Rule):
    """A rule that concludes a day. `by_default` says whether it speaks unless switched off, or only when asked for."""

    by_default: bool = True


ON_SIGNATURE = InferenceRule(
    "in-force-on-signature",
    "An agreement that enters into force on signature is in force when all its original parties have signed and the delay it sets has run.",
    ("VCLT art. 12", "VCLT art. 24(1)"),
    "Signed on 23 November 2016, in force on signature: in force from 23 November 2016.",
)
ON_DATE = InferenceRule(
    "in-force-on-its-date",
    "A signed agreement that names the day of its entry into force is in force from that day.",
    ("VCLT art. 24(1)",),
    "Signed in May 2014, in force on 1 January 2015: in force from 1 January 2015.",
)
LAST_NOTIFICATION = InferenceRule(
    "in-force-on-the-last-notification",
    "An agreement that enters into force on the last notification is in force when all its parties, or as many as it asks for, "
    "have notified, and the delay it sets has run.",
    ("VCLT art. 16(c)", "VCLT art. 24(1)"),
    "Notes of 3 March and 5 May with a delay of 30 days: in force from 4 June.",
)
NTH_DEPOSIT = InferenceRule(
    "in-force-on-the-nth-deposit",
    "An agreement that needs so many deposits, or those of a share of its signatories, is in force when they have been made "
    "and the delay it sets has run.",
    ("VCLT art. 16(b)", "VCLT art. 24(1)"),
    "The fourteenth of twenty-one signatories deposits on 3 December 1948, two thirds being needed: in force from that day.",
)
ON_EXCHANGE = InferenceRule(
    "in-force-on-the-exchange",
    "An agreement that enters into force on the exchange of instruments or notes is in force when they have been exchanged "
    "and the delay it sets has run.",
    ("VCLT art. 13", "VCLT art. 16(a)", "VCLT art. 24(1)"),
    "Notes exchanged on 12 August 2025 with a delay of 30 days: in force from 11 September 2025.",
)
NOTICE_RUNS_OUT = InferenceRule(
    "notice-runs-out",
    "A notice takes effect when the time that the agreement sets has run; days on which its clock stood still do not count.",
    ("VCLT art. 54(a)",),
    "Notice of 180 days given on 11 February 2020: effect on 9 August 2020, later by as many days as the clock stood still.",
)
NOTICE_AT_THE_END = InferenceRule(
    "notice-at-the-end-of-the-term",
    "A notice against renewal takes effect at the end of the running term when it comes in time, and otherwise at the end of the next.",
    ("VCLT art. 54(a)",),
    "One-year terms from 23 November, notice 90 days ahead: a notice of 23 August 2019 takes effect on 23 November 2019.",
)
YEARS_NOTICE = InferenceRule(
    "notice-of-twelve-months",
    "Where nothing says how long a notice runs, it runs for twelve months.",
    ("VCLT art. 56(2)",),
    "A pact without a clause on notice, denounced on 1 May 1960: effect on 1 May 1961.",
)
ONE_OF_TWO_LEAVES = InferenceRule(
    "one-of-two-leaves",
    "An agreement between two parties ends when one of them leaves it or ceases to exist.",
    ("VCLT art. 54", "VCLT art. 70(1)"),
    "One of two parties' denunciation takes effect on 1 January 1980: the agreement is at an end.",
)
ONE_IS_LEFT = InferenceRule(
    "left-by-all-but-one",
    "An agreement that all its parties have left, or all but one, is at an end: it binds nobody to anybody.",
    ("VCLT art. 2(1)(a)", "VCLT art. 54", "VCLT art. 55"),
    "Three parties, of whom two withdraw, the second on 1 May 1965: ended from that day. While two are left it goes on.",
)
TERM_RAN_OUT = InferenceRule(
    "term-ran-out",
    "An agreement whose term is not renewed ends with the last day of the term, unless a source says how it ended.",
    ("VCLT art. 54(a)",),
    "Five years from 1 April 2011 without renewal: ended from 1 April 2016.",
)
ATOP_NOT_RENEWED = InferenceRule(
    "atop-not-renewed",
    "An agreement that must be actively renewed ends at the end of its term, absent information on its renewal, violation or abrogation.",
    (f"{CODEBOOK}, rule 1", "VCLT art. 54(a)"),
    "Twenty years from 1930, to be renewed by agreement, no renewal known: ended from 1950.",
)
NOT_EXTENDED = InferenceRule(
    "term-not-extended-by-a-party",
    "When only some parties extend the term, the agreement ends at the old end of the term for those that do not.",
    ("VCLT art. 54(a)", "VCLT art. 40(4)"),
    "A term that ends on 20 April 1999 is extended by six of nine parties: three cease to be parties on that day.",
)
SUCCESSOR_IN_FORCE = InferenceRule(
    "superseded-when-the-successor-enters-into-force",
    "An agreement that a later one supersedes or terminates ends on the day on which that takes effect.",
    ("VCLT art. 59", "VCLT art. 54(b)"),
    "Superseded by an agreement in force from 17 January 2025: ended from that day.",
)
ATOP_VIOLATED = InferenceRule(
    "atop-violated",
    "A clear violation of a major provision ends an agreement, absent information that its members continue it in spite of the violation.",
    (f"{CODEBOOK}, rule 2",),
    "One party's breach of a pact of four is recorded in 1939 and nothing later: the pact is taken to have ended then.",
    by_default=False,
)
ATOP_RELATIONS_BROKEN = InferenceRule(
    "atop-relations-broken",
    "When the members break off diplomatic relations, an agreement that promises more than non-aggression ends.",
    (f"{CODEBOOK}, rule 3",),
    "Relations severed on 13 April 1941: a defence pact between the two is taken to have ended (VCLT art. 63 would let it stand).",
    by_default=False,
)
ATOP_CONTRADICTED = InferenceRule(
    "atop-contradicted",
    "A new agreement between the members that directly opposes the old one ends it.",
    (f"{CODEBOOK}, rule 4",),
    "A pact conflicts with one of 23 August 1939: the earlier is taken to have ended on that day.",
    by_default=False,
)
LISTED_PARTY_SIGNS = InferenceRule(
    "late-signature-of-a-listed-party",
    "A party that the record lists, and that signed after entry into force, is bound from its signature where no other consent is known.",
    ("VCLT art. 12", "VCLT art. 24(3)"),
    "In force from 1948, signed by a listed party on 10 November 1949: that party is bound from that day.",
)
LATER_JOINER_WAITS = InferenceRule(
    "later-joiner-waits-as-the-first-did",
    "Where entry into force follows the deposits after a delay, it follows a later party's own deposit after the same delay.",
    ("VCLT art. 24(3)",),
    "Thirty days after the tenth deposit; an eleventh party deposits on 1 March: it is a party from 31 March.",
)
INFERENCES: tuple[InferenceRule, ...] = (
    ON_SIGNATURE, ON_DATE, LAST_NOTIFICATION, NTH_DEPOSIT, ON_EXCHANGE,
    NOTICE_RUNS_OUT, NOTICE_AT_THE_END, YEARS_NOTICE, ONE_OF_TWO_LEAVES, ONE_IS_LEFT, TERM_RAN_OUT, NOT_EXTENDED, SUCCESSOR_IN_FORCE,
    LISTED_PARTY_SIGNS, LATER_JOINER_WAITS,
    ATOP_NOT_RENEWED, ATOP_VIOLATED, ATOP_RELATIONS_BROKEN, ATOP_CONTRADICTED,
)  # fmt: skip
BY_ID = {rule.id: rule for rule in INFERENCES}
DEFAULT: frozenset[str] = frozenset(rule.id for rule in INFERENCES if rule.by_default)
"""What is inferred unless a question says otherwise. ATOP's rules 2 to 4 are not: the Vienna Convention decides otherwise."""

ATOP: frozenset[str] = DEFAULT | {ATOP_VIOLATED.id, ATOP_RELATIONS_BROKEN.id, ATOP_CONTRADICTED.id}
"""The default rules and all of ATOP's, for panels that follow that data set's conventions."""

Inferred = bool | Collection[str]
"""True: the default rules. False: nothing that any rule inferred. A collection of ids: exactly these rules."""


@dataclass(frozen=True)
class Inference:
    """Which rules may conclude something, and whether events that were stored as inferred are believed."""

    rules: frozenset[str]
    stored: bool = True

    def allows(self, rule: Rule) -> bool:
        return rule.id in self.rules

    def admits(self, event: Event) -> bool:
        """Whether an event counts: one that a rule of the table inferred counts only while that rule is on."""
        if event.basis is Basis.DECLARED:
            return True
        return self.stored and (event.rule in self.rules or event.rule not in BY_ID)


def chosen(inferred: Inferred) -> Inference:
    """What a question's `inferred` means. Raises ValueError for the id of no rule."""
    if isinstance(inferred, bool):
        return Inference(DEFAULT, stored=True) if inferred else Inference(frozenset(), stored=False)
    if isinstance(inferred, str) or (unknown := set(inferred) - set(BY_ID)):
        raise ValueError(f"no rule of inference is called “{inferred if isinstance(inferred, str) else min(unknown)}”")
    return Inference(frozenset(inferred))


def all_but(*ids: str) -> frozenset[str]:
    """The default rules without these. Raises ValueError for the id of no rule."""
    return DEFAULT - chosen(ids).rules
