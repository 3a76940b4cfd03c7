"""The words of the record itself."""

from treaty.vocabulary.term import Term


class Action(Term):
    """What a revision does to the public record."""

    PUBLISHED = "published", "Published", "The document is what the register says from this moment on.", "Entente"
    RETRACTED = "retracted", "Retracted", "The register no longer stands by the record, and says why.", "Entente"
    MERGED = "merged", "Merged", "The record describes the same agreement as another, and is continued there.", "Entente"


class JobState(Term):
    """How far a job has come."""

    RUNNING = "running", "Running", "It has begun and has not ended.", "Entente"
    DONE = "done", "Done", "It ended and found nothing wrong.", "Entente"
    FAILED = "failed", "Failed", "It ended with a fault, which its report names.", "Entente"
