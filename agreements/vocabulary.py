"""The words of the audit."""

from treaty.vocabulary.term import Term


class DeedKind(Term):
    """What somebody did to an agreement at the desk."""

    ENTERED = "entered", "Entered", "It was begun at the desk.", "Entente"
    IMPORTED = "imported", "Imported", "It was written onto the desk from a file.", "Entente"
    ADMITTED = "admitted", "Admitted", "It came with the starting register, reviewed before it came.", "Entente"
    SAVED = "saved", "Saved", "The desk copy was changed.", "Entente"
    VERIFIED = "verified", "Verified", "Somebody read a fact in its source, and said so.", "Entente"
    RESTORED = "restored", "Restored", "The desk copy was put back to what an earlier revision says.", "Entente"
    MERGED = "merged", "Merged", "Two records of one agreement became one.", "Entente"
    SUBMITTED = "submitted", "Submitted", "It was frozen and given to review.", "Entente"
    WITHDRAWN = "withdrawn", "Withdrawn", "Its submission was taken back before a decision.", "Entente"
    RETURNED = "returned", "Returned", "A reviewer gave it back with a comment.", "Entente"
    PUBLISHED = "published", "Published", "A reviewer made it what the public register says.", "Entente"
    TAKEN_BACK = "taken_back", "Publication taken back", "The public register says again what it said before.", "Entente"
    SET_ASIDE = "set_aside", "Set aside", "It was taken off the desk's lists, unpublished; it is kept as it was.", "Entente"
    TAKEN_UP = "taken_up", "Taken up again", "It came back onto the desk after it had been set aside.", "Entente"
    RETRACTED = "retracted", "Retracted", "It was taken out of the public register, with a reason.", "Entente"


CHANGES = frozenset({DeedKind.SAVED, DeedKind.VERIFIED, DeedKind.RESTORED, DeedKind.MERGED})
"""The deeds that change the desk copy, and are counted as its versions; a new copy is its own first version."""
