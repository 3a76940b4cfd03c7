"""The words of the record itself."""

from treaty.vocabulary.term import Term


class Action(Term):
    """What a revision does to the public record."""

    PUBLISHED = "published", "Published", "The document is what the register says from this moment on.", "Entente"
    RETRACTED = "retracted", "Retracted", "The register no longer stands by the record, and says why.", "Entente"
    MERGED = "merged", "Merged", "The record describes the same agreement as another, and is continued there.", "Entente"


class JobState(Term):
    """How far a job has come."""

    WAITING = "waiting", "Waiting", "It has not begun.", "Entente"
    RUNNING = "running", "Running", "It has begun and has not ended.", "Entente"
    DONE = "done", "Done", "It ended and found nothing wrong.", "Entente"
    FAILED = "failed", "Failed", "It ended with a fault, which its report names.", "Entente"
    CANCELLED = "cancelled", "Cancelled", "Somebody stopped it; nothing of it was written.", "Entente"


UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


class ReadingState(Term):
    """How far the reading of a stored text has come."""

    WAITING = "waiting", "Being read", "Its words have not been read yet.", "Entente"
    DONE = "done", "Read", "Its words are kept beside it.", "Entente"
    FAILED = "failed", "Not read", "Its words could not be had, for a reason that is named.", "Entente"


class ReadingFault(Term):
    """Why the words of a stored text could not be had. The file is kept in every case."""

    NO_TEXT = "no_text", "No text in it", "It holds no words that a program can read: perhaps pictures of pages (a scan).", "Entente"
    ENCRYPTED = "encrypted", "Locked", "It is locked with a password.", "Entente"
    DAMAGED = "damaged", "Damaged", "It is damaged or incomplete.", "Entente"
    TOO_MANY_PAGES = "too_many_pages", "Too many pages", "It has more pages than are read.", "Entente"
    TOO_MUCH_TEXT = "too_much_text", "Too much text", "It holds more words than are kept.", "Entente"
    UNPACKS_TOO_LARGE = "unpacks_too_large", "Unpacks too large", "What is packed in it is larger than is unpacked.", "Entente"
    UNSAFE = "unsafe", "Not safe to read", "It holds what a treaty text has no need of, and is not opened.", "Entente"
    TOOK_TOO_LONG = "took_too_long", "Took too long", "It could not be read in the time that is allowed.", "Entente"
    TOO_MUCH_MEMORY = "too_much_memory", "Took too much memory", "It could not be read in the memory that is allowed.", "Entente"
    READER_STOPPED = "reader_stopped", "The reader stopped", "The program that read it ended without an answer.", "Entente"
