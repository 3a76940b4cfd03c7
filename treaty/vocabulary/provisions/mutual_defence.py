"""Active military support between allies."""

from treaty.vocabulary.provisions.conditions import Condition
from treaty.vocabulary.provisions.terms import Line, Prose, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ActiveSupport(Term):
    """The kind of active military support that is promised."""

    DEFENCE = ("defence", "Defence", "Support if an ally's sovereignty or territorial integrity is attacked.", "ATOP 5.1 codebook, DEFENSE")
    OFFENCE = ("offence", "Offence", "Support in circumstances other than an attack on an ally.", "ATOP 5.1 codebook, OFFENSE")


class Trigger(Term):
    """What brings the obligation into play."""

    ARMED_ATTACK = ("armed_attack", "Armed attack", "An armed attack on a party.", "UN Charter art. 51")
    AGGRESSION = ("aggression", "Aggression", "Aggression against a party, armed or not.", GENERAL)
    ATTACK_ON_FORCES = (
        "attack_on_forces",
        "Attack on forces",
        "An attack on a party's forces, vessels or aircraft.",
        "North Atlantic Treaty 1949, art. 6",
    )
    THREAT = ("threat", "Threat", "A threat to a party's security, independence or territory.", GENERAL)
    INTERNAL_UNREST = ("internal_unrest", "Internal unrest", "Rebellion or unrest inside a party.", "ATOP 5.1 codebook, INTERV")
    CYBER_ATTACK = ("cyber_attack", "Cyber attack", "An attack on a party's networks.", GENERAL)
    TERRORIST_ATTACK = ("terrorist_attack", "Terrorist attack", "A terrorist attack on a party.", GENERAL)
    REQUEST = ("request", "Request", "A request by the party in need.", GENERAL)


class Automaticity(Term):
    """How far each ally decides for itself what to do."""

    ASSIST = ("assist", "Must assist", "Each must give all the military help in its power.", "Brussels Treaty 1948, art. IV")
    AS_IT_DEEMS_NECESSARY = (
        "as_it_deems_necessary",
        "As it deems necessary",
        "Each must act, and chooses what action it deems necessary.",
        "North Atlantic Treaty 1949, art. 5",
    )
    CONSTITUTIONAL_PROCESSES = (
        "constitutional_processes",
        "By its constitutional processes",
        "Each acts to meet the danger in accordance with its constitutional processes.",
        "ANZUS Treaty 1951, art. IV",
    )
    CONSULT = ("consult", "Consult on measures", "The parties consult on what to do, and no act is owed without agreement.", GENERAL)


class SeparatePeace(Term):
    """Whether an ally may make peace alone."""

    PROHIBITED = ("prohibited", "Prohibited", "No ally makes peace without the others.", "ATOP 5.1 codebook, SEPPEACE")
    NEEDS_APPROVAL = (
        "needs_approval",
        "Needs approval",
        "A separate peace needs the approval of the allies.",
        "ATOP 5.1 codebook, SEPPEACE",
    )
    CONSULT = ("consult", "After consultation", "Allies consult on the content of a peace.", "ATOP 5.1 codebook, SEPPEACE")


class NamedThreat(Term):
    """The threat that the agreement says it is meant to counter."""

    STATES = ("states", "States", "One or more named states.", "ATOP 5.1 codebook, SPECTHRT")
    REGION = ("region", "Region", "Threats in a named region.", "ATOP 5.1 codebook, SPECTHRT")
    STATES_IN_REGION = ("states_in_region", "States in a region", "Named states that act in a named region.", "ATOP 5.1 codebook, SPECTHRT")
    ONGOING_CONFLICT = ("ongoing_conflict", "Ongoing conflict", "A conflict that is already under way.", "ATOP 5.1 codebook, SPECTHRT")
    NON_STATE = ("non_state", "Non-state groups", "Domestic or other groups that are not states.", "ATOP 5.1 codebook, SPECTHRT")
    ALLIANCE = ("alliance", "Another alliance", "Another alliance.", "ATOP 5.1 codebook, SPECTHRT")


class MutualDefenceTerms(ProvisionTerms):
    """When allies owe each other active support, and how much of a choice they keep."""

    support: Several[ActiveSupport] | None = attribute("Support", "The kinds of active military support promised.")
    triggers: Several[Trigger] | None = attribute("Triggers", "What brings the obligation into play.")
    automaticity: Automaticity | None = attribute("Automaticity", "How far each ally decides for itself what to do.")
    territorial_scope: Prose | None = attribute("Territorial scope", "The territory or area that it covers.")
    conditions: Several[Condition] | None = attribute("Conditions", "Circumstances without which the obligation does not arise.")
    named_threat: NamedThreat | None = attribute("Named threat", "The threat that the agreement names.")
    adversaries: Several[Line] | None = attribute("Adversaries", "Adversaries that the agreement names.")
    nuclear_weapons_excluded: bool | None = attribute("Nuclear weapons excluded", "Whether it leaves the use of nuclear weapons out.")
    separate_peace: SeparatePeace | None = attribute("Separate peace", "Whether an ally may make peace alone.")
    diplomatic_support: bool | None = attribute("Diplomatic support", "Whether allies also promise diplomatic action against a threat.")
    territory_available: bool | None = attribute(
        "Territory and resources", "Whether a party makes its territory or resources available in a conflict."
    )
    no_contrary_alliances: bool | None = attribute(
        "No contrary alliances", "Whether parties may not join alliances directed against this one."
    )
    third_party_commitments_limited: bool | None = attribute(
        "Other commitments", "Whether commitments to third parties are barred or need consultation."
    )
