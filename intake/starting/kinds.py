"""What an agreement is for: from the starting list's loose codes, and from the words of a treaty list's titles."""

import re

from treaty.vocabulary.kinds import AgreementKind as Kind

TYPES: dict[str, Kind] = {
    "access_basing": Kind.ACCESS_BASING,
    "acsa": Kind.ACSA,
    "armaments_organisation": Kind.ARMAMENTS_ORGANISATION,
    "arms_transfer": Kind.ARMS_TRANSFER,
    "command_arrangement": Kind.COMMAND_ARRANGEMENT,
    "communications_security": Kind.COMMUNICATIONS_SECURITY,
    "consultative_arrangement": Kind.CONSULTATIVE_ARRANGEMENT,
    "dca_basing": Kind.DCA_BASING,
    "defence_industry": Kind.DEFENCE_INDUSTRY,
    "defence_trade": Kind.DEFENCE_TRADE,
    "friendship_consultation": Kind.FRIENDSHIP_CONSULTATION,
    "general_framework": Kind.GENERAL_DCA,
    "geospatial": Kind.GEOSPATIAL,
    "gsomia": Kind.GSOMIA,
    "military_assistance": Kind.MILITARY_ASSISTANCE,
    "missile_defence": Kind.MISSILE_DEFENCE,
    "multinational_force": Kind.MULTINATIONAL_FORCE,
    "mutual_defence_treaty": Kind.MUTUAL_DEFENCE,
    "nuclear_cooperation": Kind.NUCLEAR_COOPERATION,
    "nuclear_information": Kind.NUCLEAR_INFORMATION,
    "organisation_charter": Kind.ORGANISATION_CHARTER,
    "security_commitment": Kind.SECURITY_COMMITMENT,
    "sma": Kind.SMA,
    "sofa": Kind.SOFA,
    "vfa": Kind.VFA,
}
"""All 25 codes of the starting list."""

# The first that matches decides. A title that none matches leaves the kind uncoded.
TITLE_WORDS: tuple[tuple[str, Kind | None], ...] = (
    (r"on the accession of|regarding the accession", Kind.ACCESSION_PROTOCOL),
    (
        r"\b(?:amending|terminating|abrogating|abrogation of|modifying the (?:agreement|leased)|prolonging|further extending"
        r"|prolongation of|modification of|extending (?:for|until)|extension of the facilities assistance|amendment to)\b",
        Kind.TERMINATION_OR_AMENDMENT,
    ),
    (r"customs procedures", None),  # though it names a mutual defence agreement
    (r"military service", Kind.MILITARY_SERVICE),
    (r"status of (?:the )?(?:members of (?:the )?)?(?:armed )?forces", Kind.SOFA),
    (r"status of (?:the )?(?:united nations|canadian|her majesty's|personnel)", Kind.SOFA),
    (r"status of the north atlantic|international military headquarters set up|article 60 of the agreement to supplement", Kind.SOFA),
    (r"status of the forces|status of their forces|rights (?:and|&) obligations of foreign forces|applying to any force", Kind.SOFA),
    (r"presence of foreign forces|facilities, etc., for british|privileges and facilities for british forces", Kind.ACCESS_BASING),
    (r"customs clearance arrangement", Kind.SOFA),
    (r"intermediate range ballistic missiles|polaris sales", Kind.ARMS_TRANSFER),
    (r"early warning station|missile defence alarm", Kind.MISSILE_DEFENCE),
    (r"atomic information", Kind.NUCLEAR_INFORMATION),
    (r"atomic energy", Kind.NUCLEAR_COOPERATION),
    (r"patents and technical information|secrecy of inventions", Kind.RESEARCH_DEVELOPMENT),
    (r"weapons production programme|industrial mobilization", Kind.DEFENCE_INDUSTRY),
    (r"development of special weapons|facilities assistance|machine tools for military|special defence credit", Kind.MILITARY_ASSISTANCE),
    (r"mutual defence assistance agreement between|defence aid arrangements|aid to greece", Kind.MILITARY_ASSISTANCE),
    (r"local defence costs|offsetting the foreign exchange|currency difficulties|support of the united kingdom forces stationed", Kind.SMA),
    (r"accommodation to international military", Kind.HOST_NATION_SUPPORT),
    (r"training team|manoeuvres and other training", Kind.TRAINING_EDUCATION),
    (r"staffing, administration|british mission to", Kind.MILITARY_ASSISTANCE),
    (r"conditions of service of united kingdom personnel|seconded to the forces", Kind.PERSONNEL_EXCHANGE),
    (r"peace-keeping", Kind.PEACEKEEPING),
    (r"mutual defence and assistance|collective defence treaty|alliance and mutual assistance|guarantees of assist", Kind.MUTUAL_DEFENCE),
    (r"completing the brussels treaty$", Kind.MUTUAL_DEFENCE),
    (r"employment of gurkhas|transfer of certain gurkha", Kind.PERSONNEL_EXCHANGE),
    (r"supply of (?:certain )?(?:aircraft|arms)|sales of raf|provision of ships|purchase by the turkish", Kind.ARMS_TRANSFER),
    (r"surplus united states mutual defence", Kind.ARMS_TRANSFER),
    (
        r"surplus (?:war )?property|settlement of (?:accounts|interests)|final settlement|military fixed assets",
        Kind.CLAIMS_SETTLEMENT,
    ),
    (
        r"leased bas|military base|suez canal base|naval base|air force base|proving ground|interceptor range|bombing range"
        r"|service establishments|airfields assigned|availability for defence purposes|defence installations in"
        r"|facilities (?:at|for) .*aircraft|provision of facilities for military"
        r"|defence requirements in the caribbean|beane field|airfield at the auxiliary|training facilit",
        Kind.ACCESS_BASING,
    ),
    (r"transit facilities|air transport routes|overland and air transport|priority for commonwealth armed forces", Kind.OVERFLIGHT_TRANSIT),
    (r"defence arrangements for|protection of the islands|defence of fezzan", Kind.SECURITY_COMMITMENT),
    (r"minesweeping|suez clearance", Kind.OTHER),
    (r"forces of the western european union", Kind.ARMS_CONTROL),
)


def kind_of(title: str) -> Kind | None:
    """The kind that the words of a title tell; None where they tell nothing."""
    folded = title.lower()
    return next((kind for words, kind in TITLE_WORDS if re.search(words, folded)), None)
