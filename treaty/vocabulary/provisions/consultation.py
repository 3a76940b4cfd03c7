"""Consultation between parties."""

from treaty.vocabulary.provisions.conditions import Condition
from treaty.vocabulary.provisions.frequency import Frequency
from treaty.vocabulary.provisions.institution import InstitutionForm, Level
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
MILCON = "ATOP 5.1 codebook, MILCON"


class ConsultationTrigger(Term):
    """What calls for consultation."""

    ATTACK = ("attack", "Attack", "An attack on a party.", GENERAL)
    THREAT = (
        "threat",
        "Threat",
        "A party's opinion that its security, independence or territory is threatened.",
        "North Atlantic Treaty 1949, art. 4",
    )
    CRISIS = ("crisis", "Crisis", "A crisis that may become an armed conflict.", "ATOP 5.1 codebook, CONSUL")
    REQUEST = ("request", "Request", "A request by a party.", "ATOP 5.1 codebook, CONCOREQ")
    IMPLEMENTATION = ("implementation", "Implementation", "A question about carrying out the agreement.", GENERAL)
    REGULAR = ("regular", "Regular", "The passing of time, without any incident.", GENERAL)


class MilitaryContact(Term):
    """When the armed forces of the parties must be in contact."""

    IN_HOSTILITIES = ("in_hostilities", "In hostilities", "Contact is required only if hostilities break out.", MILCON)
    IN_PEACETIME = ("in_peacetime", "In peacetime", "Contact is required in peacetime too.", MILCON)
    COMMON_POLICY = ("common_policy", "Common defence policy", "The parties conduct a common defence policy.", MILCON)


class ConsultationTerms(ProvisionTerms):
    """On what, when and in which body the parties consult."""

    triggers: Several[ConsultationTrigger] | None = attribute("Triggers", "What calls for consultation.")
    conditions: Several[Condition] | None = attribute("Conditions", "Circumstances without which the obligation does not arise.")
    body: Line | None = attribute("Body", "Name of the body in which the parties consult.")
    form: InstitutionForm | None = attribute("Form of the body", "How far the body is organised.")
    level: Level | None = attribute("Level", "Rank of those who consult.")
    frequency: Frequency | None = attribute("Frequency", "How often they meet.")
    military_contact: MilitaryContact | None = attribute("Military contact", "When the armed forces must be in contact.")
