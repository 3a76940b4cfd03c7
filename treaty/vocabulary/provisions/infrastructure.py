"""Infrastructure."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Line, PartyCode, ProvisionTerms, Several, Share, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class InfrastructureKind(Term):
    """A kind of works."""

    PORTS = ("ports", "Ports", "Harbours and naval bases.", GENERAL)
    AIRFIELDS = ("airfields", "Airfields", "Airfields and air bases.", GENERAL)
    ROADS = ("roads", "Roads and bridges", "Roads, bridges and tunnels.", GENERAL)
    RAILWAYS = ("railways", "Railways", "Railways and stations.", GENERAL)
    ENERGY = ("energy", "Energy", "Power supply and fuel plant.", GENERAL)
    PIPELINES = ("pipelines", "Pipelines", "Pipelines and fuel depots.", GENERAL)
    TELECOMMUNICATIONS = ("telecommunications", "Telecommunications", "Cables, radio and radar stations.", GENERAL)
    BARRACKS = ("barracks", "Barracks and housing", "Barracks, housing and offices.", GENERAL)
    STORAGE = ("storage", "Storage and depots", "Warehouses, depots and magazines.", GENERAL)
    TRAINING_AREAS = ("training_areas", "Training areas", "Ranges and training areas.", GENERAL)
    OTHER = ("other", "Other", "Works of another kind.", "Entente")


class InfrastructureTerms(ProvisionTerms):
    """What is built, at whose cost and for whom."""

    works: Several[InfrastructureKind] | None = attribute("Works", "Kinds of works.")
    projects: Several[Line] | None = attribute("Projects", "Works that the agreement names.")
    value: Money | None = attribute("Value", "Cost of the works.")
    funding_shares: Several[Share] | None = attribute("Funding shares", "Each party's share of the cost, in percent.")
    technical_arrangements: bool | None = attribute("Technical arrangements", "Whether technical arrangements settle the detail.")
    owner: PartyCode | None = attribute("Owner", "Code of the party that owns the works.")
    civil_use: bool | None = attribute("Civil use", "Whether civilians may use them too.")
