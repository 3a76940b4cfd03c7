"""The words of review."""

from treaty.vocabulary.term import Term


class SubmissionState(Term):
    """What became of a submission."""

    OPEN = "open", "Waiting for review", "It was submitted and nobody has decided on it.", "Entente"
    RETURNED = "returned", "Returned", "A reviewer gave it back with a comment.", "Entente"
    PUBLISHED = "published", "Published", "A reviewer published it as it was submitted.", "Entente"
    WITHDRAWN = "withdrawn", "Withdrawn", "Its editor took it back before anybody decided on it.", "Entente"


class State(Term):
    """How far an agreement has come, between the desk and the public register."""

    DRAFT = "draft", "Draft", "Nobody has submitted it, and the public has never seen it.", "Entente"
    WAITING = "waiting", "Waiting for review", "It was submitted, and nobody has decided on it.", "Entente"
    RETURNED = "returned", "Returned", "A reviewer gave it back, and it has not been submitted again.", "Entente"
    PUBLISHED = "published", "Published", "The public register says what the desk copy says.", "Entente"
    EDITED = (
        "edited",
        "Edited since publication",
        "The public register shows the last revision, and the desk copy has been changed since.",
        "Entente",
    )
    SET_ASIDE = "set_aside", "Set aside", "Somebody took it off the desk's lists before it was ever public.", "Entente"
    RETRACTED = "retracted", "Retracted", "It was taken out of the public register; its address gives the reason.", "Entente"
