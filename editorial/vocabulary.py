"""The words of review."""

from treaty.vocabulary.term import Term


class SubmissionState(Term):
    """What became of a submission."""

    OPEN = "open", "Waiting for review", "It was submitted and nobody has decided on it.", "Entente"
    RETURNED = "returned", "Returned", "A reviewer gave it back with a comment.", "Entente"
    PUBLISHED = "published", "Published", "A reviewer published it as it was submitted.", "Entente"
