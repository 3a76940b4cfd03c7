"""Exchange and protection of information."""

from pydantic import Field

from treaty.vocabulary.provisions.terms import Line, Months, Particular, PartyCode, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
GSOMIA = "Japan-Republic of Korea GSOMIA 2016"


class InformationType(Term):
    """What the information is about."""

    CLASSIFIED_MILITARY = (
        "classified_military",
        "Classified military information",
        "Information that a defence authority has classified.",
        GSOMIA,
    )
    INTELLIGENCE = ("intelligence", "Intelligence", "Assessed information on threats, adversaries or terrorism.", GENERAL)
    OPERATIONAL = ("operational", "Operational information", "Information on current operations, positions or movements.", GENERAL)
    TECHNICAL = ("technical", "Scientific and technical information", "Research results, specifications and technical data.", GENERAL)
    GEOSPATIAL = ("geospatial", "Geospatial information", "Maps, charts, imagery and the like.", GENERAL)
    CYBER = ("cyber", "Cyber threat information", "Information on attacks on networks and on their means.", GENERAL)
    ATOMIC = ("atomic", "Atomic information", "Information on nuclear weapons or naval nuclear propulsion.", "NATO ATOMAL Agreement 1964")
    OTHER = ("other", "Other", "Information of another type.", "Entente")


class ClassificationLevel(Term):
    """A level of classification, by the harm that disclosure would do."""

    TOP_SECRET = ("top_secret", "Top secret", "Disclosure would do exceptionally grave harm.", GENERAL)
    SECRET = ("secret", "Secret", "Disclosure would do grave harm.", GENERAL)
    CONFIDENTIAL = ("confidential", "Confidential", "Disclosure would do harm.", GENERAL)
    RESTRICTED = ("restricted", "Restricted", "Disclosure would be disadvantageous.", GENERAL)


class ThirdPartyRelease(Term):
    """Whether information may be passed on."""

    PROHIBITED = ("prohibited", "Prohibited", "It may not be released to third parties.", GENERAL)
    ORIGINATOR_CONSENT = (
        "originator_consent",
        "With the originator's consent",
        "It may be released only with the prior written consent of the party that provided it.",
        GSOMIA,
    )
    PERMITTED = ("permitted", "Permitted", "It may be released on conditions that do not include consent.", GENERAL)


class Disposal(Term):
    """What becomes of the information when it is no longer needed or the agreement ends."""

    DESTRUCTION = ("destruction", "Destruction", "It is destroyed.", GENERAL)
    RETURN = ("return", "Return", "It is given back.", GENERAL)
    DESTRUCTION_OR_RETURN = ("destruction_or_return", "Destruction or return", "It is destroyed or given back.", GSOMIA)
    RETENTION = ("retention", "Retention", "It may be kept under continued protection.", GENERAL)


class ClassificationMarking(Particular):
    """One cell of a table of equivalent classifications."""

    level: ClassificationLevel = Field(title="Level", description="The common level.")
    party: PartyCode = Field(title="Party", description="Code of the party.")
    marking: Line = Field(title="Marking", description="The marking that the party uses for that level.")


class InformationSharingTerms(ProvisionTerms):
    """What information is exchanged and how it is protected."""

    information_types: Several[InformationType] | None = attribute("Types of information", "What the information is about.")
    highest_level: ClassificationLevel | None = attribute("Highest level", "Highest level of classification covered.")
    equivalences: Several[ClassificationMarking] | None = attribute("Equivalent classifications", "The table of equivalent markings.")
    need_to_know: bool | None = attribute("Need to know", "Whether access is limited to those who need it for their duties.")
    clearance_required: bool | None = attribute("Clearance", "Whether access needs a personnel security clearance.")
    third_party_release: ThirdPartyRelease | None = attribute("Release to third parties", "Whether it may be passed on.")
    use_limited_to_purpose: bool | None = attribute("Limited use", "Whether it may be used only for the purpose for which it was given.")
    marking_required: bool | None = attribute("Marking", "Whether the recipient must mark it with the equivalent classification.")
    transmission: Line | None = attribute("Transmission", "How it is transmitted.")
    visits_need_approval: bool | None = attribute("Visits", "Whether visits that give access need prior approval.")
    loss_notice: bool | None = attribute("Notice of loss or compromise", "Whether loss or compromise must be reported to the originator.")
    loss_investigation: bool | None = attribute("Investigation", "Whether loss or compromise must be investigated.")
    disposal: Disposal | None = attribute("Disposal", "What becomes of it in the end.")
    industrial_security: bool | None = attribute("Industrial security", "Whether it covers contractors and their facilities.")
    atomic_information_excluded: bool | None = attribute("Atomic information excluded", "Whether it leaves atomic information out.")
    survives_termination: bool | None = attribute("Survives termination", "Whether protection goes on after the agreement ends.")
    survival_months: Months | None = attribute("Length of survival", "How long protection goes on after the end, in months, where limited.")
