"""Non-aggression and neutrality."""

from treaty.vocabulary.provisions.conditions import Condition
from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

NOTAIDEN = "ATOP 5.1 codebook, NOTAIDEN"
INTERV = "ATOP 5.1 codebook, INTERV"


class Restraint(Term):
    """What a party promises not to do."""

    NON_AGGRESSION = (
        "non_aggression",
        "Non-aggression",
        "It will not use force against the other or will settle all disputes peacefully.",
        "ATOP 5.1 codebook, NONAGG",
    )
    NEUTRALITY = (
        "neutrality",
        "Neutrality",
        "It will neither join nor aid the other's adversary in a conflict.",
        "ATOP 5.1 codebook, NEUTRAL",
    )
    NO_HOSTILE_ALLIANCE = (
        "no_hostile_alliance",
        "No hostile alliance",
        "It will not join an alliance with purposes contrary to this one.",
        "ATOP 5.1 codebook, NOOTHALL",
    )
    NO_USE_OF_TERRITORY = (
        "no_use_of_territory",
        "No use of territory",
        "It will not let its territory be used against the other.",
        NOTAIDEN,
    )


class SupportDenied(Term):
    """To whom support is denied."""

    GENERAL = ("general", "Enemies in general", "Enemies of the other party, in general terms.", NOTAIDEN)
    STATES = ("states", "States", "Hostile states.", NOTAIDEN)
    NON_STATE = ("non_state", "Non-state groups", "Hostile groups that are not states.", NOTAIDEN)
    BOTH = ("both", "States and non-state groups", "Hostile states and hostile groups alike.", NOTAIDEN)


class Intervention(Term):
    """What is promised about each other's domestic affairs."""

    MUTUAL_NON_INTERVENTION = (
        "mutual_non_intervention",
        "Mutual non-intervention",
        "No party intervenes in another's domestic politics.",
        INTERV,
    )
    MUTUAL_INTERVENTION = (
        "mutual_intervention",
        "Mutual intervention",
        "Parties will intervene for each other in stated circumstances.",
        INTERV,
    )
    ONE_SIDED_INTERVENTION = (
        "one_sided_intervention",
        "One-sided intervention",
        "Some may intervene in others in stated circumstances.",
        INTERV,
    )
    ONE_SIDED_NON_INTERVENTION = (
        "one_sided_non_intervention",
        "One-sided non-intervention",
        "Some, and not all, promise not to intervene.",
        INTERV,
    )


class NonAggressionNeutralityTerms(ProvisionTerms):
    """What the parties promise not to do to each other or to help others do."""

    restraints: Several[Restraint] | None = attribute("Restraints", "What is promised not to be done.")
    support_denied: SupportDenied | None = attribute("Support denied", "To whom support is denied.")
    intervention: Intervention | None = attribute("Intervention", "What is promised about domestic affairs.")
    conditions: Several[Condition] | None = attribute("Conditions", "Circumstances without which the obligation does not arise.")
    adversaries: Several[Line] | None = attribute("Adversaries", "Third parties that the agreement names.")
    peaceful_settlement: bool | None = attribute("Peaceful settlement", "Whether all disputes must be settled peacefully.")
