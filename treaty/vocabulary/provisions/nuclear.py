"""Nuclear matters."""

from treaty.vocabulary.provisions.terms import Line, PartyCode, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class NuclearActivity(Term):
    """What passes between the parties, or is done together."""

    INFORMATION = ("information", "Information", "Atomic or naval nuclear propulsion information.", GENERAL)
    MATERIAL = ("material", "Material", "Nuclear material, such as enriched uranium.", GENERAL)
    EQUIPMENT = ("equipment", "Equipment", "Non-nuclear parts of weapons, or other equipment.", GENERAL)
    PROPULSION = ("propulsion", "Propulsion plant", "Naval nuclear propulsion plant.", "AUKUS agreement 2024")
    DELIVERY_SYSTEMS = ("delivery_systems", "Delivery systems", "Missiles or aircraft that can carry nuclear weapons.", GENERAL)
    WEAPONS_STATIONING = ("weapons_stationing", "Stationing of weapons", "The stationing of nuclear weapons.", GENERAL)
    RESEARCH = ("research", "Research and testing", "Research, tests and facilities for the stewardship of weapons.", GENERAL)
    TRAINING = ("training", "Training", "The training of personnel.", GENERAL)


class Safeguards(Term):
    """Who checks that material is used as promised."""

    IAEA = ("iaea", "IAEA", "The International Atomic Energy Agency applies safeguards.", GENERAL)
    IAEA_NON_PROSCRIBED = (
        "iaea_non_proscribed",
        "IAEA arrangement for naval propulsion",
        "An arrangement with the Agency covers material in a military activity that safeguards agreements do not proscribe.",
        "INFCIRC/153, para. 14",
    )
    BILATERAL = ("bilateral", "Bilateral", "The supplier checks.", GENERAL)
    NONE = ("none", "None", "None are foreseen.", GENERAL)


class TerminationTrigger(Term):
    """What lets the supplier end the co-operation and ask for its material back."""

    DETONATION = ("detonation", "Nuclear detonation", "The recipient detonates a nuclear explosive device.", "AUKUS agreement 2024")
    SAFEGUARDS_BREACH = (
        "safeguards_breach",
        "Breach of safeguards",
        "The recipient breaks or ends its safeguards agreement.",
        "AUKUS agreement 2024",
    )
    UNAUTHORISED_TRANSFER = (
        "unauthorised_transfer",
        "Unauthorised transfer",
        "The recipient passes material or information on without consent.",
        GENERAL,
    )
    OTHER = ("other", "Other", "Another event that the agreement names.", "Entente")


class NuclearTerms(ProvisionTerms):
    """What nuclear co-operation covers, and its limits and safeguards."""

    activities: Several[NuclearActivity] | None = attribute("Activities", "What passes between the parties or is done together.")
    safeguards: Safeguards | None = attribute("Safeguards", "Who checks that material is used as promised.")
    transfer_ceiling: Line | None = attribute("Transfer ceiling", "Greatest quantity that may be transferred, with its unit.")
    weapons_excluded: bool | None = attribute("Weapons excluded", "Whether nuclear weapons are expressly left out.")
    weapons_custody: PartyCode | None = attribute("Custody of weapons", "Code of the party that keeps the weapons.")
    retransfer_consent: bool | None = attribute("Consent to retransfer", "Whether passing anything on needs the supplier's consent.")
    return_of_material: bool | None = attribute("Return of material", "Whether material must be given back at the end.")
    termination_triggers: Several[TerminationTrigger] | None = attribute("Grounds to end", "What lets the supplier end the co-operation.")
    recipient_indemnifies: bool | None = attribute("Indemnity", "Whether the recipient indemnifies the supplier.")
