"""Defence industry, procurement and co-production."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.sales import ThirdPartySales
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, Share, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class IndustrialActivity(Term):
    """What the defence industries of the parties do together."""

    JOINT_PRODUCTION = ("joint_production", "Joint production", "They produce equipment together.", GENERAL)
    LICENSED_PRODUCTION = ("licensed_production", "Licensed production", "One produces under the other's licence.", GENERAL)
    MAINTENANCE = ("maintenance", "Maintenance and overhaul", "One maintains or overhauls the other's equipment.", GENERAL)
    JOINT_VENTURE = ("joint_venture", "Joint venture", "They set up a company together.", GENERAL)
    RECIPROCAL_PROCUREMENT = (
        "reciprocal_procurement",
        "Reciprocal procurement",
        "Each opens its procurement to the other's suppliers.",
        "DFARS 225.872",
    )
    COMMON_PROCUREMENT = ("common_procurement", "Common procurement", "They buy equipment together.", GENERAL)
    QUALITY_ASSURANCE = ("quality_assurance", "Quality assurance", "Each assures the quality of supplies for the other.", GENERAL)
    SECURITY_OF_SUPPLY = (
        "security_of_supply",
        "Security of supply",
        "Each keeps supplies flowing to the other in a crisis.",
        "LoI Framework Agreement 2000",
    )
    EXPORT_CONTROL = ("export_control", "Export control", "They ease or align the licensing of exports.", GENERAL)
    RESTRUCTURING = (
        "restructuring",
        "Restructuring",
        "They make it easier for their industries to merge across borders.",
        "LoI Framework Agreement 2000",
    )
    OTHER = ("other", "Other", "Another industrial activity.", "Entente")


class DefenceIndustryTerms(ProvisionTerms):
    """What is produced or bought together, and how work, cost and sales are divided."""

    activities: Several[IndustrialActivity] | None = attribute("Activities", "What the industries do together.")
    programme: Line | None = attribute("Programme", "Name of the programme.")
    products: Several[Line] | None = attribute("Products", "What is produced or bought.")
    work_shares: Several[Share] | None = attribute("Work shares", "Each party's share of the work, in percent.")
    cost_shares: Several[Share] | None = attribute("Cost shares", "Each party's share of the cost, in percent.")
    value: Money | None = attribute("Value", "Value of the programme.")
    technology_transfer: bool | None = attribute("Transfer of technology", "Whether technology passes to another party.")
    third_party_sales: ThirdPartySales | None = attribute("Sales to third parties", "Whether a party may sell the product to others.")
    national_preference_waived: bool | None = attribute(
        "National preference waived", "Whether preferences for national suppliers are waived."
    )
    organisation: Line | None = attribute("Organisation", "Body that manages the programme.")
    exit: Line | None = attribute("Leaving", "How a party may leave the programme, and what it then owes.")
