"""Maritime security."""

from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class MaritimeActivity(Term):
    """What the parties do together at sea."""

    PATROL = ("patrol", "Patrols", "They patrol together or in turn.", GENERAL)
    SURVEILLANCE = ("surveillance", "Surveillance", "They watch the sea and share the picture.", GENERAL)
    BOARDING = ("boarding", "Boarding", "One may board vessels that fly the other's flag.", GENERAL)
    COUNTER_PIRACY = ("counter_piracy", "Counter-piracy", "They act against piracy.", "UNCLOS art. 100")
    COUNTER_TRAFFICKING = ("counter_trafficking", "Counter-trafficking", "They act against trafficking by sea.", "UNCLOS art. 108")
    FISHERIES_ENFORCEMENT = ("fisheries_enforcement", "Fisheries enforcement", "They enforce fisheries law.", GENERAL)
    INCIDENTS_AT_SEA = ("incidents_at_sea", "Incidents at sea", "They follow rules to avoid incidents between ships and aircraft.", GENERAL)
    CAPACITY_BUILDING = ("capacity_building", "Capacity building", "One equips or trains the other's maritime forces.", GENERAL)


class MaritimeZone(Term):
    """A zone of the sea."""

    INTERNAL_WATERS = ("internal_waters", "Internal waters", "Waters on the landward side of the baseline.", "UNCLOS art. 8")
    TERRITORIAL_SEA = ("territorial_sea", "Territorial sea", "The belt of up to 12 nautical miles from the baseline.", "UNCLOS art. 3")
    CONTIGUOUS_ZONE = ("contiguous_zone", "Contiguous zone", "The zone of up to 24 nautical miles from the baseline.", "UNCLOS art. 33")
    EXCLUSIVE_ECONOMIC_ZONE = (
        "exclusive_economic_zone",
        "Exclusive economic zone",
        "The zone of up to 200 nautical miles from the baseline.",
        "UNCLOS art. 57",
    )
    ARCHIPELAGIC_WATERS = ("archipelagic_waters", "Archipelagic waters", "Waters enclosed by archipelagic baselines.", "UNCLOS art. 49")
    HIGH_SEAS = ("high_seas", "High seas", "The sea beyond the zones of any state.", "UNCLOS art. 86")


class MaritimeSecurityTerms(ProvisionTerms):
    """What is done at sea, in which zones and with what powers."""

    activities: Several[MaritimeActivity] | None = attribute("Activities", "What the parties do together.")
    zones: Several[MaritimeZone] | None = attribute("Zones", "The zones that it covers.")
    areas: Several[Line] | None = attribute("Areas", "Seas or areas named.")
    shiprider: bool | None = attribute("Shiprider", "Whether officers of one party may act from the other's vessels.")
    boarding_needs_consent: bool | None = attribute("Consent to board", "Whether each boarding needs the flag state's consent.")
    pursuit_allowed: bool | None = attribute("Pursuit", "Whether one may pursue into the other's waters.")
    data_sharing: bool | None = attribute("Data sharing", "Whether the maritime picture is shared.")
