"""Cyber defence."""

from treaty.vocabulary.provisions.terms import Count, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class CyberActivity(Term):
    """What the parties do together in cyber defence."""

    THREAT_INFORMATION = ("threat_information", "Threat information", "They exchange information on threats and weaknesses.", GENERAL)
    INCIDENT_RESPONSE = ("incident_response", "Incident response", "They help each other to respond to incidents.", GENERAL)
    JOINT_OPERATIONS = ("joint_operations", "Joint operations", "They operate together in networks.", GENERAL)
    TRAINING = ("training", "Training and exercises", "They train and exercise together.", GENERAL)
    CAPACITY_BUILDING = ("capacity_building", "Capacity building", "One helps the other to build its defences.", GENERAL)
    CRITICAL_INFRASTRUCTURE = ("critical_infrastructure", "Critical infrastructure", "They protect critical infrastructure.", GENERAL)


class CyberTerms(ProvisionTerms):
    """What the parties do in cyber defence and what they tell each other."""

    activities: Several[CyberActivity] | None = attribute("Activities", "What the parties do together.")
    data_sharing: bool | None = attribute("Data sharing", "Whether data are shared as a matter of course.")
    incident_notice: bool | None = attribute("Notice of incidents", "Whether incidents must be reported to the other.")
    incident_notice_hours: Count | None = attribute("Time for notice", "Hours within which an incident must be reported.")
    joint_team: bool | None = attribute("Joint team", "Whether there is a joint team or point of contact.")
