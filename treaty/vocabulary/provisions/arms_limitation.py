"""Limits on arms and forces."""

from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ArmsDirection(Term):
    """Which way arms or forces are to go."""

    LIMIT = ("limit", "Limit", "Arms, forces or means of warfare are limited or prohibited.", "ATOP 5.1 codebook, ARMRED")
    INCREASE = ("increase", "Increase", "Arms or forces are increased together.", "ATOP 5.1 codebook, ARMRED")


class Verification(Term):
    """How compliance is checked."""

    DATA_EXCHANGE = ("data_exchange", "Exchange of data", "Parties declare what they hold.", GENERAL)
    INSPECTION = ("inspection", "Inspection", "Inspectors visit.", GENERAL)
    OBSERVATION_FLIGHTS = ("observation_flights", "Observation flights", "Aircraft observe.", GENERAL)
    NATIONAL_MEANS = ("national_means", "National technical means", "Each watches with its own means.", GENERAL)
    ORGANISATION = ("organisation", "Organisation", "An organisation checks.", GENERAL)


class ArmsLimitationTerms(ProvisionTerms):
    """Which arms are limited or increased, to what ceiling, and how it is checked."""

    direction: ArmsDirection | None = attribute("Direction", "Whether arms are limited or increased.")
    weapons: Several[Line] | None = attribute("Weapons or forces", "What is limited or increased.")
    ceilings: Several[Line] | None = attribute("Ceilings", "Numbers or levels that are not to be passed.")
    zone: Line | None = attribute("Zone", "Area to which it applies.")
    verification: Several[Verification] | None = attribute("Verification", "How compliance is checked.")
