"""How firmly the register says a thing: by whom, against whom, done or awaited, and why it is silent."""

from treaty.vocabulary.term import Term

ENTENTE = "Entente"


class Basis(Term):
    """Whether a source says so or a rule concludes it."""

    DECLARED = ("declared", "Declared", "A source says so.", ENTENTE)
    INFERRED = ("inferred", "Inferred", "A named rule concludes it from what sources say.", ENTENTE)


class Weight(Term):
    """Which of the values that sources give is followed."""

    ACCEPTED = ("accepted", "Accepted", "The register follows this value.", ENTENTE)
    RIVAL = ("rival", "Rival", "A source gives this value, and the register keeps it beside the accepted one.", ENTENTE)


class Occurrence(Term):
    """Whether an event has happened."""

    HAPPENED = ("happened", "Happened", "A source says that it has happened, or fixes the day on which it does.", ENTENTE)
    AWAITED = ("awaited", "Awaited", "A source says that it still has to happen.", ENTENTE)


class Checked(Term):
    """How many of a record's facts somebody of the register has read in a source that is cited for them."""

    ALL = ("all", "All verified", "Every fact of the record has been read in a source that is cited for it.", ENTENTE)
    SOME = ("some", "Partly verified", "Some of its facts have been read in their sources, and others have not.", ENTENTE)
    NONE = ("none", "Not verified", "Nobody of the register has yet read any of its facts in a source.", ENTENTE)


class Missing(Term):
    """Why a value is missing."""

    UNKNOWN = ("unknown", "Unknown", "There is or may be a value, and the register does not know it.", ENTENTE)
    CONFIRMED_NONE = ("confirmed_none", "Confirmed none", "A source shows that there is none.", ENTENTE)
    NOT_DISCLOSED = ("not_disclosed", "Not disclosed", "There is a value and the parties have not made it public.", ENTENTE)
    NOT_APPLICABLE = ("not_applicable", "Not applicable", "The question does not arise for this agreement.", ENTENTE)
