"""Space."""

from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class SpaceActivity(Term):
    """What the parties do together in space."""

    SITUATIONAL_AWARENESS = ("situational_awareness", "Situational awareness", "They track and exchange data on objects in space.", GENERAL)
    COMMUNICATIONS = ("communications", "Satellite communications", "They share or give each other satellite communications.", GENERAL)
    NAVIGATION = ("navigation", "Navigation", "They give access to satellite positioning for military users.", GENERAL)
    EARLY_WARNING = ("early_warning", "Early warning", "They share warning of missile launches.", GENERAL)
    OBSERVATION = ("observation", "Observation", "They share imagery from satellites.", GENERAL)
    LAUNCH = ("launch", "Launch", "One launches for the other.", GENERAL)
    GROUND_STATION = ("ground_station", "Ground station", "One hosts a ground station of the other.", GENERAL)


class SpaceTerms(ProvisionTerms):
    """What the parties do in space, from where, and what data they share."""

    activities: Several[SpaceActivity] | None = attribute("Activities", "What the parties do together.")
    data_sharing: bool | None = attribute("Data sharing", "Whether data are shared as a matter of course.")
    sites: Several[Line] | None = attribute("Sites", "Ground stations and launch sites named.")
    systems: Several[Line] | None = attribute("Systems", "Satellites or systems named.")
    incident_notice: bool | None = attribute("Notice of incidents", "Whether dangers and incidents must be reported to the other.")
