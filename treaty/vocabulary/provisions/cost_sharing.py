"""Sharing of costs."""

from typing import Self

from pydantic import Field, model_validator

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Particular, PartyCode, Percent, ProvisionTerms, Several, Share, Year, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
SMA = "US-Republic of Korea Special Measures Agreements"


class CostCategory(Term):
    """What the money is for."""

    LABOUR = ("labour", "Labour", "Wages and benefits of local employees.", SMA)
    LOGISTICS = ("logistics", "Logistics", "Logistic support, supplies and services.", SMA)
    CONSTRUCTION = ("construction", "Construction", "Building and improving facilities.", SMA)
    UTILITIES = ("utilities", "Utilities", "Power, water, heating and the like.", "Japan-US Special Measures Agreements")
    TRAINING_RELOCATION = (
        "training_relocation",
        "Training relocation",
        "Moving training to other places.",
        "Japan-US Special Measures Agreements",
    )
    TRAINING = ("training", "Training equipment", "Buying equipment or services for training.", "Japan-US Special Measures Agreements")
    RENT = ("rent", "Rent", "Rent and compensation for land and facilities.", GENERAL)
    PROGRAMME = ("programme", "Programme costs", "Costs of a joint programme, force or organisation.", GENERAL)
    OTHER = ("other", "Other", "Costs of another category.", "Entente")


class CostForm(Term):
    """In what form a cost is borne."""

    CASH = ("cash", "Cash", "In money.", GENERAL)
    IN_KIND = ("in_kind", "In kind", "In goods, works or services.", GENERAL)
    BOTH = ("both", "Cash and in kind", "Partly in money and partly in kind.", GENERAL)


class Escalator(Term):
    """How the amount grows from year to year."""

    NONE = ("none", "None", "It stays the same.", GENERAL)
    FIXED_PERCENT = ("fixed_percent", "Fixed rate", "It grows by a fixed percentage.", GENERAL)
    CONSUMER_PRICES = ("consumer_prices", "Consumer prices", "It grows with a consumer price index.", SMA)
    DEFENCE_BUDGET = ("defence_budget", "Defence budget", "It grows with the payer's defence budget.", SMA)
    OTHER = ("other", "Other", "It grows by another rule.", "Entente")


class YearlyAmount(Particular):
    """What is owed for one year."""

    year: Year = Field(title="Year", description="Calendar or fiscal year, as the agreement counts it.")
    amount: Money = Field(title="Amount", description="What is owed for that year.")


class CostSharingTerms(ProvisionTerms):
    """Who pays whom, how much, for what and how it grows."""

    payer: PartyCode | None = attribute("Payer", "Code of the party that pays.")
    payee: PartyCode | None = attribute("Payee", "Code of the party that is paid or relieved.")
    amount: Money | None = attribute("Amount", "What is owed for the first year, or in all where no years are named.")
    yearly_amounts: Several[YearlyAmount] | None = attribute("Yearly amounts", "What is owed for each year that the agreement states.")
    first_year: Year | None = attribute("First year", "First year to which the payments apply.")
    last_year: Year | None = attribute("Last year", "Last year to which the payments apply.")
    shares: Several[Share] | None = attribute("Shares", "Each party's share of the cost, in percent.")
    each_bears_its_own: bool | None = attribute("Each bears its own", "Whether each party bears the costs that it incurs.")
    categories: Several[CostCategory] | None = attribute("Categories", "What the money is for.")
    form: CostForm | None = attribute("Form", "Whether in cash or in kind.")
    escalator: Escalator | None = attribute("Escalator", "How the amount grows.")
    escalator_percent: Percent | None = attribute("Yearly growth", "Growth per year in percent, where fixed.")
    cap_percent: Percent | None = attribute("Cap on growth", "Greatest growth per year, in percent.")
    carry_over: bool | None = attribute("Carry-over", "Whether sums not spent may be used in a later year.")
    audit: bool | None = attribute("Audit", "Whether the payer may examine how the money was spent.")

    @model_validator(mode="after")
    def years_run_forward(self) -> Self:
        """The last year does not come before the first."""
        if self.first_year is not None and self.last_year is not None and self.last_year < self.first_year:
            raise ValueError("The last year comes before the first year")
        return self
