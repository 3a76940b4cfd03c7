"""Missile defence."""

from treaty.vocabulary.provisions.access_basing import Site
from treaty.vocabulary.provisions.terms import Count, Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class Operator(Term):
    """Who operates a system."""

    DEPLOYING_PARTY = ("deploying_party", "Deploying party", "The party that brings the system operates it.", GENERAL)
    HOST = ("host", "Host", "The host operates it.", GENERAL)
    JOINT = ("joint", "Jointly", "The parties operate it together.", GENERAL)
    ORGANISATION = ("organisation", "Organisation", "An international organisation operates it.", GENERAL)


class MissileDefenceTerms(ProvisionTerms):
    """Which system stands where, who operates it and what is shared."""

    system: Line | None = attribute("System", "Name of the system.")
    sites: Several[Site] | None = attribute("Sites", "Where it stands.")
    operator: Operator | None = attribute("Operator", "Who operates it.")
    interceptors_cap: Count | None = attribute("Greatest number of interceptors", "Greatest number of interceptors at the site.")
    data_sharing: bool | None = attribute("Data sharing", "Whether warning and tracking data are shared.")
    incident_notice: bool | None = attribute("Notice of incidents", "Whether launches and incidents must be reported to the host.")
    defence_only: bool | None = attribute("Defence only", "Whether the system may be used only in self-defence.")
