"""Settlement of disputes."""

from treaty.vocabulary.provisions.terms import Days, Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

CHARTER = "UN Charter art. 33(1)"


class SettlementMeans(Term):
    """A means of settling disputes."""

    CONSULTATION = ("consultation", "Consultation", "The parties consult.", "General usage of the field")
    NEGOTIATION = ("negotiation", "Negotiation", "The parties negotiate.", CHARTER)
    DIPLOMATIC_CHANNELS = (
        "diplomatic_channels",
        "Diplomatic channels",
        "The foreign ministries take the dispute up.",
        "General usage of the field",
    )
    COMMISSION = ("commission", "Joint commission", "A joint commission or committee decides or advises.", "General usage of the field")
    MEDIATION = ("mediation", "Mediation", "A third party helps the parties to agree.", CHARTER)
    CONCILIATION = ("conciliation", "Conciliation", "A commission proposes a settlement.", CHARTER)
    ARBITRATION = ("arbitration", "Arbitration", "A tribunal that the parties choose decides.", CHARTER)
    COURT = ("court", "International court", "A standing international court decides.", CHARTER)


class DisputeSettlementTerms(ProvisionTerms):
    """How disputes about the agreement are settled."""

    means: Several[SettlementMeans] | None = attribute("Means", "The means of settling disputes, in their order.")
    consultation_only: bool | None = attribute("Consultation only", "Whether no means but consultation or negotiation is allowed.")
    third_parties_excluded: bool | None = attribute(
        "Third parties excluded", "Whether disputes may not go to any court, tribunal or third party."
    )
    binding: bool | None = attribute("Binding", "Whether the outcome binds the parties.")
    forum: Line | None = attribute("Forum", "Name of the court, tribunal or body.")
    time_limit_days: Days | None = attribute("Time limit", "Days after which the next means is open.")
