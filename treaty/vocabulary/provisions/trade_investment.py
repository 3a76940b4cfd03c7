"""Trade, investment and other economic co-operation in a defence agreement."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Line, Prose, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
ECAID = "ATOP 5.1 codebook, ECAID"


class EconomicActivity(Term):
    """A field of economic co-operation."""

    TRADE = ("trade", "Trade", "Trade in goods and services.", GENERAL)
    INVESTMENT = ("investment", "Investment", "Investment and its protection.", GENERAL)
    TECHNOLOGY = ("technology", "Technology", "Civil and dual-use technology.", GENERAL)
    ENERGY = ("energy", "Energy", "Energy supply and resources.", GENERAL)
    TRANSPORT = ("transport", "Transport", "Ports, roads and other transport.", GENERAL)
    DEVELOPMENT = ("development", "Development", "Economic and social development.", GENERAL)
    FINANCE = ("finance", "Finance", "Loans, credit and payments.", GENERAL)
    LABOUR = ("labour", "Labour and migration", "Labour, migration and residence.", GENERAL)
    OTHER = ("other", "Other", "Another field.", "Entente")


class EconomicAid(Term):
    """The kind of economic aid that an alliance promises."""

    GENERAL = ("general", "General", "Economic aid in general terms.", ECAID)
    POSTWAR_RECOVERY = ("postwar_recovery", "Post-war recovery", "Support for recovery after war.", ECAID)
    TRADE_CONCESSIONS = ("trade_concessions", "Trade concessions", "Trade concessions, most-favoured-nation treatment among them.", ECAID)


class TradeInvestmentTerms(ProvisionTerms):
    """How a defence agreement also serves the economy."""

    activities: Several[EconomicActivity] | None = attribute("Fields", "Fields of economic co-operation.")
    economic_aid: EconomicAid | None = attribute("Economic aid", "The kind of economic aid promised.")
    value: Money | None = attribute("Value", "Value of the aid, trade or investment.")
    most_favoured_nation: bool | None = attribute("Most favoured nation", "Whether it grants most-favoured-nation treatment.")
    tariff_relief: bool | None = attribute("Tariff relief", "Whether it lowers or removes tariffs.")
    joint_fund: Line | None = attribute("Joint fund", "Name of a fund or bank that the parties set up.")
    pooled_resources: Prose | None = attribute("Pooled resources", "Resources that the parties pool, in words.")
