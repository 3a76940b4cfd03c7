"""Protection of the environment and of health where forces are present."""

from treaty.vocabulary.provisions.payers import PaidBy
from treaty.vocabulary.provisions.terms import ProvisionTerms, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class EnvironmentalStandard(Term):
    """Whose environmental standards a force follows."""

    HOST = ("host", "Host's", "The standards of the host.", GENERAL)
    SENDING = ("sending", "Sending state's", "The standards of the sending state.", GENERAL)
    STRICTER = ("stricter", "The stricter", "The stricter of the two.", GENERAL)
    INTERNATIONAL = ("international", "International", "Standards of international agreements.", GENERAL)


class EnvironmentHealthTerms(ProvisionTerms):
    """Which standards apply, who repairs damage and who may use medical services."""

    standard: EnvironmentalStandard | None = attribute("Standards", "Whose environmental standards apply.")
    remediation_paid_by: PaidBy | None = attribute("Remediation", "Who bears the cost of repairing damage to the environment.")
    incident_notice: bool | None = attribute("Notice of incidents", "Whether spills and the like must be reported.")
    host_may_inspect: bool | None = attribute("Inspection", "Whether the host may inspect.")
    medical_access: bool | None = attribute("Medical access", "Whether members of the force may use the host's medical services.")
    medical_paid_by: PaidBy | None = attribute("Medical costs", "Who bears the cost of medical care.")
    quarantine: bool | None = attribute("Quarantine", "Whether quarantine and health checks are provided for.")
