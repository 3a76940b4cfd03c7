"""Supply of equipment."""

from pydantic import Field

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Count, Line, Particular, PartyCode, Percent, ProvisionTerms, Several, Year, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
UNROCA = "UN Register of Conventional Arms"


class EquipmentCategory(Term):
    """A class of defence equipment."""

    TANKS = ("tanks", "Battle tanks", "Tracked or wheeled fighting vehicles with a main gun and heavy protection.", UNROCA)
    ARMOURED_VEHICLES = ("armoured_vehicles", "Armoured vehicles", "Armoured combat vehicles other than tanks.", UNROCA)
    ARTILLERY = ("artillery", "Artillery", "Guns, howitzers, mortars and rocket launchers of large calibre.", UNROCA)
    AIRCRAFT = ("aircraft", "Aircraft", "Crewed fixed-wing aircraft.", GENERAL)
    HELICOPTERS = ("helicopters", "Helicopters", "Crewed rotary-wing aircraft.", GENERAL)
    UNCREWED = ("uncrewed", "Uncrewed systems", "Uncrewed aircraft, vessels and vehicles.", GENERAL)
    SHIPS = ("ships", "Ships and boats", "Surface vessels.", GENERAL)
    SUBMARINES = ("submarines", "Submarines", "Submarines and other submersibles.", GENERAL)
    MISSILES = ("missiles", "Missiles and launchers", "Guided and unguided missiles and their launchers.", UNROCA)
    AIR_DEFENCE = ("air_defence", "Air and missile defence", "Systems that engage aircraft or missiles.", GENERAL)
    SMALL_ARMS = ("small_arms", "Small arms and light weapons", "Weapons that one person or a small crew can carry.", UNROCA)
    AMMUNITION = ("ammunition", "Ammunition", "Ammunition, explosives and mines.", GENERAL)
    SENSORS = ("sensors", "Sensors and electronics", "Radars, sonars, night vision and electronic warfare.", GENERAL)
    COMMUNICATIONS = ("communications", "Communications and cryptography", "Radios, networks and encryption equipment.", GENERAL)
    VEHICLES = ("vehicles", "Vehicles", "Unarmoured military vehicles.", GENERAL)
    ENGINES = ("engines", "Engines and propulsion", "Engines and propulsion plant, nuclear plant included.", GENERAL)
    SPACE = ("space", "Space systems", "Satellites, launchers and ground stations.", GENERAL)
    PROTECTIVE = (
        "protective",
        "Protective and medical equipment",
        "Body armour, protection against chemical and similar agents, and medical equipment.",
        GENERAL,
    )
    SPARE_PARTS = ("spare_parts", "Spare parts", "Parts and components.", GENERAL)
    SERVICES = ("services", "Services and training", "Support, maintenance and training supplied with equipment.", GENERAL)
    TECHNICAL_DATA = ("technical_data", "Technical data and software", "Drawings, specifications and software.", GENERAL)
    OTHER = ("other", "Other", "Equipment of another class.", "Entente")


class TransferChannel(Term):
    """The way in which equipment passes from one party to another."""

    FMS = ("fms", "Foreign military sale", "The United States Government sells to another government.", "SAMM ch. 5")
    DCS = ("dcs", "Direct commercial sale", "A manufacturer sells under an export licence.", GENERAL)
    GOVERNMENT_SALE = (
        "government_sale",
        "Sale between governments",
        "A government other than that of the United States sells to another government.",
        GENERAL,
    )
    GRANT = ("grant", "Grant", "Equipment or the money for it is given.", GENERAL)
    LEASE = ("lease", "Lease", "Equipment is used for a term against rent.", GENERAL)
    EXCESS_DEFENCE_ARTICLES = (
        "excess_defence_articles",
        "Excess defence articles",
        "Surplus equipment is transferred free or at a reduced price.",
        GENERAL,
    )
    CO_PRODUCTION = ("co_production", "Co-production", "Equipment is produced jointly or under licence.", GENERAL)
    LOAN = ("loan", "Loan", "Equipment is lent and comes back.", GENERAL)
    OTHER = ("other", "Other", "Another channel.", "Entente")


class EquipmentItem(Particular):
    """A type of equipment to be supplied."""

    name: Line = Field(title="Item", description="Name or designation of the equipment.")
    category: EquipmentCategory | None = attribute("Category", "Class of equipment.")
    quantity: Count | None = attribute("Quantity", "Number of pieces.")
    value: Money | None = attribute("Value", "Value of this item.")


class EquipmentTerms(ProvisionTerms):
    """What is supplied, how, for how much and on what conditions."""

    items: Several[EquipmentItem] | None = attribute("Items", "The equipment supplied.")
    categories: Several[EquipmentCategory] | None = attribute("Categories", "Classes of equipment, where items are not named.")
    channels: Several[TransferChannel] | None = attribute("Channels", "The ways in which it is transferred.")
    total_value: Money | None = attribute("Total value", "Value of the whole.")
    contractors: Several[Line] | None = attribute("Contractors", "Manufacturers or contractors named.")
    first_users: Several[PartyCode] | None = attribute("First users", "Codes of the parties that are to use it first.")
    delivered_by_year: Year | None = attribute("Delivered by", "Last calendar year of delivery.")
    end_use_monitoring: bool | None = attribute("End-use monitoring", "Whether the supplier may check how it is used.")
    retransfer_consent: bool | None = attribute("Consent to retransfer", "Whether passing it on needs the supplier's consent.")
    training_included: bool | None = attribute("Training", "Whether training comes with it.")
    maintenance_included: bool | None = attribute("Maintenance", "Whether maintenance or spare parts come with it.")
    offset: bool | None = attribute("Offset", "Whether the supplier owes purchases or investment in return.")
    offset_percent: Percent | None = attribute("Offset share", "Offset owed, in percent of the value.")
