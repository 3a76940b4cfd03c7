"""Military aid."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, Year, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
MILAID = "ATOP 5.1 codebook, MILAID"


class AidKind(Term):
    """What kind of military aid is promised."""

    GENERAL = ("general", "General", "Assistance in general terms.", MILAID)
    GRANTS_OR_LOANS = ("grants_or_loans", "Grants or loans", "Money that is given or lent.", MILAID)
    TRAINING_OR_TECHNOLOGY = ("training_or_technology", "Training or technology", "Training, or the provision of technology.", MILAID)
    BOTH = ("both", "Grants or loans, and training or technology", "Both money and training or technology.", MILAID)


class AidForm(Term):
    """In what form aid comes."""

    FUNDS = ("funds", "Funds", "Money or credit.", GENERAL)
    EQUIPMENT = ("equipment", "Equipment", "Weapons, equipment and supplies.", GENERAL)
    TRAINING = ("training", "Training", "Training and education.", GENERAL)
    ADVISERS = ("advisers", "Advisers", "Advisers and missions.", GENERAL)
    TECHNOLOGY = ("technology", "Technology", "Technology and know-how.", GENERAL)
    SERVICES = ("services", "Services", "Maintenance, construction and other services.", GENERAL)


class MilitaryAidTerms(ProvisionTerms):
    """What aid is given, how much and on what conditions."""

    kind: AidKind | None = attribute("Kind", "What kind of aid is promised.")
    forms: Several[AidForm] | None = attribute("Forms", "In what form it comes.")
    value: Money | None = attribute("Value", "Value of the whole aid.")
    yearly_value: Money | None = attribute("Yearly value", "Value of the aid in one year.")
    first_year: Year | None = attribute("First year", "First year of the aid.")
    last_year: Year | None = attribute("Last year", "Last year of the aid.")
    repayable: bool | None = attribute("Repayable", "Whether it is to be paid back.")
    conditions: Several[Line] | None = attribute("Conditions", "Conditions that the recipient must meet.")
    end_use_monitoring: bool | None = attribute("End-use monitoring", "Whether the provider may check how it is used.")
