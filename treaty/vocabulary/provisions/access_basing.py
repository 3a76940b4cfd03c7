"""Access to and stationing at facilities and areas."""

from pydantic import Field

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Count, Line, Particular, PartyCode, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
BASE = "ATOP 5.1 codebook, BASE"


class SiteUse(Term):
    """How a force uses a facility or area."""

    EXCLUSIVE = ("exclusive", "Exclusive use", "The force uses it alone.", GENERAL)
    SHARED = ("shared", "Shared use", "The force and the host use it together.", GENERAL)
    ACCESS = ("access", "Access", "The force may come and go, and the host runs it.", GENERAL)


class BasingPattern(Term):
    """Who stations forces on whose territory."""

    NEUTRAL_GROUND = ("neutral_ground", "On neutral territory", "The parties place forces together on neutral territory.", BASE)
    RECIPROCAL = ("reciprocal", "Reciprocal", "Each may station forces with, or use the facilities of, the others.", BASE)
    ONE_SIDED = ("one_sided", "One-sided", "Some station forces in the territory of others, who have no such right in return.", BASE)


class AccessMode(Term):
    """What the force may use or cross."""

    AIRFIELDS = ("airfields", "Airfields", "The use of airfields and airspace around them.", GENERAL)
    PORTS = ("ports", "Ports", "The use of ports and anchorages.", GENERAL)
    TRAINING_AREAS = ("training_areas", "Training areas", "The use of ranges and training areas.", GENERAL)
    OVERFLIGHT = ("overflight", "Overflight", "Flight through the host's airspace.", GENERAL)
    TRANSIT = ("transit", "Transit", "Passage of personnel and materiel through the host's territory.", GENERAL)
    STATIONING = ("stationing", "Stationing", "The lasting presence of forces.", GENERAL)


class StorageCategory(Term):
    """What may be stored in advance."""

    EQUIPMENT = ("equipment", "Equipment", "Vehicles, weapons and other equipment.", GENERAL)
    AMMUNITION = ("ammunition", "Ammunition", "Ammunition and explosives.", GENERAL)
    FUEL = ("fuel", "Fuel", "Fuel, oils and lubricants.", GENERAL)
    SUPPLIES = ("supplies", "Supplies", "Food, spare parts and other supplies.", GENERAL)
    RELIEF_GOODS = ("relief_goods", "Relief goods", "Humanitarian and medical relief goods.", "US-Philippines EDCA 2014")


class ImprovementsOwner(Term):
    """Who owns what the force builds."""

    HOST = ("host", "Host", "The host owns it from the start.", GENERAL)
    HOST_ON_RETURN = ("host_on_return", "Host, on return", "It passes to the host when the force gives it up.", GENERAL)
    SENDING = ("sending", "Sending state", "The sending state owns it.", GENERAL)


class Site(Particular):
    """A facility or area that the agreement names."""

    name: Line = Field(title="Name", description="Name of the facility or area.")
    place: Line | None = attribute("Place", "Town, island or region.")
    use: SiteUse | None = attribute("Use", "How the force uses it.")


class AccessBasingTerms(ProvisionTerms):
    """Which places a force may use, how, and on what conditions."""

    sites: Several[Site] | None = attribute("Sites", "The facilities and areas named.")
    use: SiteUse | None = attribute("Use", "How the force uses the sites in general.")
    pattern: BasingPattern | None = attribute("Pattern", "Who stations forces on whose territory.")
    modes: Several[AccessMode] | None = attribute("Modes of access", "What the force may use or cross.")
    host_consent_needed: bool | None = attribute("Host's consent", "Whether each use or operation needs the host's consent.")
    troop_cap: Count | None = attribute("Greatest strength", "Greatest number of persons at one time.")
    prepositioning: bool | None = attribute("Prepositioning", "Whether materiel may be stored in advance.")
    storage_categories: Several[StorageCategory] | None = attribute("Stored goods", "What may be stored in advance.")
    construction_right: bool | None = attribute("Construction", "Whether the force may build or improve facilities.")
    improvements_owner: ImprovementsOwner | None = attribute("Ownership of improvements", "Who owns what the force builds.")
    rent: Money | None = attribute("Rent", "Rent for one year.")
    rent_free: bool | None = attribute("Free of rent", "Whether the force pays no rent.")
    rent_payer: PartyCode | None = attribute("Payer of rent", "Code of the party that pays the rent.")
    permanent_base_prohibited: bool | None = attribute("No permanent base", "Whether a permanent base or presence is ruled out.")
    nuclear_weapons_prohibited: bool | None = attribute("No nuclear weapons", "Whether nuclear weapons are ruled out.")
