"""On what an alliance obligation depends."""

from treaty.vocabulary.term import Term


class Condition(Term):
    """A circumstance without which an alliance obligation does not arise."""

    ADVERSARY = (
        "adversary",
        "Adversary",
        "It arises only against a particular adversary or type of adversary.",
        "ATOP 5.1 codebook, DEFCOADV, CONCOADV",
    )
    LOCATION = (
        "location",
        "Location",
        "It arises only for a conflict or crisis in a particular place.",
        "ATOP 5.1 codebook, DEFCOLOC, NEUCOLOC, CONCOLOC",
    )
    ONGOING_CONFLICT = (
        "ongoing_conflict",
        "Ongoing conflict",
        "It concerns only a particular conflict that is already under way.",
        "ATOP 5.1 codebook, DEFCOCON, NEUCOCON, CONCOCON",
    )
    NUMBER = ("number", "Number of adversaries", "It depends on how many adversaries there are.", "ATOP 5.1 codebook, DEFCONUM, NEUCONUM")
    DEMANDS = (
        "demands",
        "Demands",
        "It depends on whether the ally or the adversary meets stated demands.",
        "ATOP 5.1 codebook, DEFCODEM, NEUCODEM",
    )
    NON_PROVOCATION = (
        "non_provocation",
        "Non-provocation",
        "It arises only if the ally did not provoke the adversary.",
        "ATOP 5.1 codebook, DEFCONPR, NEUCONPR",
    )
    PARTNER_ATTACKED = ("partner_attacked", "Ally attacked", "It arises only if the ally is attacked.", "ATOP 5.1 codebook, NEUCOATT")
    REQUEST = ("request", "Request", "It arises only if an ally asks.", "ATOP 5.1 codebook, CONCOREQ")
    OTHER = ("other", "Other", "It depends on some other circumstance.", "ATOP 5.1 codebook, OLIMOB")
