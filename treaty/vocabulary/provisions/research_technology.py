"""Research, development and technology."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.sales import ThirdPartySales
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, Share, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ResearchActivity(Term):
    """What the parties do together in research."""

    INFORMATION_EXCHANGE = ("information_exchange", "Exchange of research information", "They exchange results and data.", GENERAL)
    JOINT_RESEARCH = ("joint_research", "Joint research", "They do research together.", GENERAL)
    JOINT_DEVELOPMENT = ("joint_development", "Joint development", "They develop equipment together.", GENERAL)
    TEST_AND_EVALUATION = (
        "test_and_evaluation",
        "Test and evaluation",
        "They test equipment, or use each other's test facilities.",
        GENERAL,
    )
    LOAN_OF_EQUIPMENT = ("loan_of_equipment", "Loan of equipment", "They lend each other equipment or materials for research.", GENERAL)
    SHARED_FACILITIES = (
        "shared_facilities",
        "Shared facilities",
        "They build or run research facilities together.",
        "UK-France Teutates Treaty 2010",
    )
    TECHNOLOGY_TRANSFER = ("technology_transfer", "Transfer of technology", "One passes technology to the other.", GENERAL)
    OTHER = ("other", "Other", "Another activity in research.", "Entente")


class ForegroundRights(Term):
    """Who owns what the work produces."""

    GENERATOR_OWNS = ("generator_owns", "The party that made it", "The party that generated it owns it.", GENERAL)
    JOINT = ("joint", "Jointly", "The parties own it together.", GENERAL)
    SPONSOR_OWNS = ("sponsor_owns", "The party that paid", "The party that paid for the work owns it.", GENERAL)
    AS_ARRANGED = ("as_arranged", "As each arrangement says", "Each project arrangement settles it.", GENERAL)


class BackgroundUse(Term):
    """For what a party may use what another brought with it."""

    DEFENCE_PURPOSES = ("defence_purposes", "Defence purposes", "It may be used for defence purposes in general.", GENERAL)
    PROJECT_ONLY = ("project_only", "Project only", "It may be used only in the project.", GENERAL)
    BY_LICENCE = ("by_licence", "By licence", "Its use needs a licence on terms to be agreed.", GENERAL)
    NONE = ("none", "None", "It may not be used.", GENERAL)


class ResearchTechnologyTerms(ProvisionTerms):
    """What is researched together, and who owns and may sell what comes of it."""

    activities: Several[ResearchActivity] | None = attribute("Activities", "What the parties do together.")
    fields: Several[Line] | None = attribute("Fields", "Fields of research or technology.")
    programme: Line | None = attribute("Programme", "Name of the programme.")
    project_arrangements: bool | None = attribute("Project arrangements", "Whether each project gets its own arrangement.")
    value: Money | None = attribute("Value", "Cost of the programme.")
    cost_shares: Several[Share] | None = attribute("Cost shares", "Each party's share of the cost, in percent.")
    work_shares: Several[Share] | None = attribute("Work shares", "Each party's share of the work, in percent.")
    foreground_rights: ForegroundRights | None = attribute("Foreground rights", "Who owns what the work produces.")
    background_use: BackgroundUse | None = attribute("Background use", "For what a party may use what another brought with it.")
    third_party_sales: ThirdPartySales | None = attribute("Sales to third parties", "Whether a party may sell the result to others.")
    exit: Line | None = attribute("Leaving", "How a party may leave the programme, and what it then owes.")
