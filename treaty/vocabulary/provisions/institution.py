"""Bodies and organisations that an agreement sets up."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.frequency import Frequency
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
ORGAN = "ATOP 5.1 codebook, ORGAN1"
ORGPURP = "ATOP 5.1 codebook, ORGPURP1"


class InstitutionForm(Term):
    """How far a body is organised."""

    NONE = ("none", "None", "No body is set up.", ORGAN)
    REGULAR_MEETINGS = ("regular_meetings", "Regular meetings", "Officials must meet within stated periods.", ORGAN)
    NAMED_BODY = ("named_body", "Named body", "A named body meets on a regular schedule.", ORGAN)
    PERMANENT_BUREAUCRACY = (
        "permanent_bureaucracy",
        "Permanent bureaucracy",
        "An organisation stands on its own with permanent staff.",
        ORGAN,
    )


class InstitutionPurpose(Term):
    """What a body is for."""

    MILITARY = ("military", "Military", "It is mainly for military co-operation.", ORGPURP)
    ECONOMIC = ("economic", "Economic", "It is mainly for economic co-operation.", ORGPURP)
    POLITICAL = ("political", "Political", "It is mainly for political consultation.", ORGPURP)
    GENERAL = ("general", "Military, economic and political", "It serves military, economic and other political ends together.", ORGPURP)
    DISPUTES = ("disputes", "Dispute settlement", "It is mainly for settling disputes between members.", ORGPURP)


class Level(Term):
    """The rank of those who meet."""

    HEADS = ("heads", "Heads of state or government", "Heads of state or government meet.", GENERAL)
    MINISTERS = ("ministers", "Ministers", "Ministers meet.", GENERAL)
    TWO_PLUS_TWO = ("two_plus_two", "Foreign and defence ministers", "Foreign and defence ministers meet together.", GENERAL)
    CHIEFS_OF_STAFF = ("chiefs_of_staff", "Chiefs of staff", "Heads of the armed forces or services meet.", GENERAL)
    SENIOR_OFFICIALS = ("senior_officials", "Senior officials", "Senior officials meet.", GENERAL)
    EXPERTS = ("experts", "Staffs and experts", "Staff officers or experts meet.", GENERAL)


class DecisionRule(Term):
    """How a body decides."""

    CONSENSUS = ("consensus", "Consensus", "It decides if nobody objects or all agree.", GENERAL)
    MAJORITY = ("majority", "Majority", "It decides by a majority.", GENERAL)
    ADVISORY = ("advisory", "Advisory only", "It advises and does not decide.", GENERAL)


class InstitutionTerms(ProvisionTerms):
    """Which body is set up, for what, and how it works."""

    name: Line | None = attribute("Name", "Name of the body or organisation.")
    form: InstitutionForm | None = attribute("Form", "How far it is organised.")
    purposes: Several[InstitutionPurpose] | None = attribute("Purposes", "What it is for.")
    level: Level | None = attribute("Level", "Rank of those who meet.")
    frequency: Frequency | None = attribute("Frequency", "How often it meets.")
    decision_rule: DecisionRule | None = attribute("Decisions", "How it decides.")
    seat: Line | None = attribute("Seat", "Where it sits.")
    secretariat: bool | None = attribute("Secretariat", "Whether it has a secretariat.")
    legal_personality: bool | None = attribute("Legal personality", "Whether it has legal personality.")
    yearly_budget: Money | None = attribute("Budget", "Budget for one year.")
