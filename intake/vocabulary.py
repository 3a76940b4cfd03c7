"""The words of intake: what is wrong with a file or a cell, and what a plan makes of a record."""
# Each word stays on one or two lines, so that the table can be read across.
# fmt: off

from treaty.vocabulary.term import Term

ENTENTE = "Entente"


class Fault(Term):
    """What is wrong with a file, a row or a cell. The definition says what would be right."""

    # The file as a whole
    UNREADABLE = ("unreadable", "Cannot be read", "The file is whole and can be opened.", ENTENTE)
    EMPTY = ("empty", "Empty", "The file holds a heading and at least one row.", ENTENTE)
    TOO_LARGE = ("too_large", "Too large", "The file is no larger than is taken in; divide it.", ENTENTE)
    WRONG_TYPE = ("wrong_type", "Not a table", "The file is CSV, XLSX, JSON or JSON Lines, by its content.", ENTENTE)
    ENCRYPTED = ("encrypted", "Encrypted", "The file is saved without a password.", ENTENTE)
    MACROS = ("macros", "Holds macros", "The workbook is saved as XLSX, without macros.", ENTENTE)
    DAMAGED = ("damaged", "Damaged", "The file is whole; save it again and bring it anew.", ENTENTE)
    UNPACKS_TOO_LARGE = ("unpacks_too_large", "Unpacks too large", "The workbook unpacks to no more than is taken in.", ENTENTE)
    FOREIGN_XML = ("foreign_xml", "XML with definitions of its own", "A workbook's XML defines no entities and no document type.", ENTENTE)
    ENCODING = ("encoding", "Unknown encoding", "The file is UTF-8, with or without its mark; or say which encoding it has.", ENTENTE)
    TOO_MANY_ROWS = ("too_many_rows", "Too many rows", "The table has no more rows than are taken in; divide it.", ENTENTE)
    TOO_MANY_COLUMNS = ("too_many_columns", "Too many columns", "The table has no more columns than are taken in.", ENTENTE)
    SHEET = ("sheet", "No such sheet", "The workbook has a sheet of that name; one with several is told which.", ENTENTE)
    MERGED_CELLS = ("merged_cells", "Merged cells",
        "Each cell stands by itself: a merged one leaves it open which rows it speaks for.", ENTENTE)
    HEADING = ("heading", "Faulty heading", "The first row names every column, each once.", ENTENTE)
    MISSING_COLUMN = ("missing_column", "Missing column", "The table has all the columns that the data set has.", ENTENTE)

    # A row, a line or a cell of it
    RAGGED = ("ragged", "Cells without a column", "A row has as many cells as the heading.", ENTENTE)
    CELL_TOO_LONG = ("cell_too_long", "Cell too long", "A cell holds no more characters than are taken in.", ENTENTE)
    CONTROL_CHARACTER = ("control_character", "Control character", "A cell holds letters, figures and signs that can be printed.", ENTENTE)
    FORMULA = ("formula", "Formula", "A cell holds a value; paste the values in the place of formulas.", ENTENTE)
    CELL_ERROR = ("cell_error", "Error value", "A cell holds a value, not an error of the program that wrote it.", ENTENTE)
    LOST_CHARACTER = ("lost_character", "Lost character", "A cell holds the letters that its author wrote.", ENTENTE)
    MOJIBAKE = ("mojibake", "Read in a wrong encoding", "The file was never opened in one encoding and saved in another.", ENTENTE)
    NOT_JSON = ("not_json", "Not JSON", "Each document is well-formed JSON (RFC 8259).", ENTENTE)
    TOO_DEEP = ("too_deep", "Nested too deeply", "A document is nested no deeper than its schema.", ENTENTE)
    REPEATED_FIELD = ("repeated_field", "Field given twice", "An object names each field once.", ENTENTE)
    NOT_A_DOCUMENT = ("not_a_document", "Not a document of the register", "The document follows /api/v1/schema/agreement.json.", ENTENTE)
    REQUIRED = ("required", "Missing value", "The cell is filled in.", ENTENTE)
    NOT_A_DAY = ("not_a_day", "Not a date", "A date is 1951, October 2020, 16 October 2020 or 2020-10-16.", ENTENTE)
    IMPOSSIBLE_DAY = ("impossible_day", "Not a day of the calendar", "The day is one of the calendar.", ENTENTE)
    AMBIGUOUS_DAY = ("ambiguous_day", "Date that may be read in two ways",
        "The date is written 2023-04-03, or it is said with the columns whether the day or the month comes first.", ENTENTE)
    FUTURE_DAY = ("future_day", "Date still to come", "What has happened has a date that has come.", ENTENTE)
    NOT_A_NUMBER = ("not_a_number", "Not a number", "The cell is a whole number, or a code of the data set.", ENTENTE)
    NOT_A_TERM = ("not_a_term", "Unknown word", "The cell is one of the words of the register.", ENTENTE)
    NOT_AN_IDENTIFIER = ("not_an_identifier", "Malformed number", "The number has the form that its scheme gives it.", ENTENTE)
    NOT_AN_ADDRESS = ("not_an_address", "Not an address", "An address begins with https:// or http://.", ENTENTE)
    TOO_LONG = ("too_long", "Too long for its field", "The value is no longer than its field.", ENTENTE)
    UNKNOWN_PARTY = ("unknown_party", "Unknown party", "The party is one that the register knows by that name or code.", ENTENTE)
    AMBIGUOUS_PARTY = ("ambiguous_party", "Party that may be several", "The cell names the one that is meant, by its code.", ENTENTE)
    SAME_PARTY = ("same_party", "Agreement with itself", "The parties of an agreement are two, at least.", ENTENTE)
    PARTY_NOT_LIVING = ("party_not_living", "Party did not exist", "A party exists on the day on which it signs.", ENTENTE)
    PARTY_CONFLICT = ("party_conflict", "Two columns name different parties", "Number and letters of a party mean the same.", ENTENTE)
    ROWS_DISAGREE = ("rows_disagree", "Rows of one agreement disagree", "What several rows say of one agreement is the same.", ENTENTE)
    DUPLICATE_KEY = ("duplicate_key", "Key that stands twice", "A key names one record of the file.", ENTENTE)
    REVERSED_DAYS = ("reversed_days", "Dates in the wrong order", "What comes later has the later date.", ENTENTE)
    UNKNOWN_CODE = ("unknown_code", "Code without a known meaning", "The code is one that the codebook explains.", ENTENTE)
    RULE_BROKEN = ("rule_broken", "Breaks a rule of the register", "The record keeps the rule book, in docs and at the desk.", ENTENTE)
    RULE_WARNING = ("rule_warning", "Suspicious by the rule book", "Somebody looks at it.", ENTENTE)
    ESTIMATE = ("estimate", "Estimate, not an event", "An estimate is kept as a note and never as an event.", ENTENTE)
    NOT_COVERED = ("not_covered", "Not taken in", "The record is of the kind that is brought in.", ENTENTE)


FOUND_BY_RULES = (Fault.RULE_WARNING, Fault.RULE_BROKEN)
"""They speak of a record and not of a cell: their column is a path in the document, and their value is the rule's id."""


class Outcome(Term):
    """What a plan makes of one record of a file."""

    CREATE = ("create", "Create", "The register does not have it; a draft is made.", ENTENTE)
    CHANGE = ("change", "Change", "The register has it, and the file adds something or disagrees.", ENTENTE)
    SAME = ("same", "Same", "The register has it, and the file adds nothing.", ENTENTE)
    ASKED = ("asked", "To be decided", "The register may have it already; somebody has to say whether it is the same.", ENTENTE)
    REFUSED = ("refused", "Refused", "It cannot be brought in as it stands.", ENTENTE)


class BatchState(Term):
    """How a batch stands."""

    APPLIED = ("applied", "Brought in", "Its records were written onto the desk, as drafts.", ENTENTE)
    SUBMITTED = ("submitted", "In review", "Its records wait for one review, as a batch.", ENTENTE)
    PUBLISHED = ("published", "Published", "Its records are public.", ENTENTE)
    UNDONE = ("undone", "Undone", "What it wrote was taken back.", ENTENTE)


class DeliveryState(Term):
    """How far a file that was brought to the desk has come."""

    BROUGHT = ("brought", "Brought", "It lies at the desk; what its columns mean has to be said, or its plan is being made.", ENTENTE)
    REFUSED = ("refused", "Refused", "It cannot be read, for a reason that is named.", ENTENTE)
    PLANNED = ("planned", "Planned", "Its plan can be read; nothing was written.", ENTENTE)
    APPLIED = ("applied", "Brought in", "What its plan said was written onto the desk.", ENTENTE)
    SET_ASIDE = ("set_aside", "Set aside", "Nothing of it was written, and nothing will be.", ENTENTE)


class ErrandKind(Term):
    """A piece of long work on a file or on a batch."""

    PLAN = ("plan", "Making the plan", "The file is read and compared with the register; nothing is written.", ENTENTE)
    APPLY = ("apply", "Bringing in", "What the plan says is written onto the desk, as a whole or not at all.", ENTENTE)
    SUBMIT = ("submit", "Submitting", "Every record of the batch is frozen for one review.", ENTENTE)
    PUBLISH = ("publish", "Publishing", "Every record of the batch is made public, as a whole or not at all.", ENTENTE)
    RETURN = ("return", "Returning", "Every record of the batch goes back to the desk.", ENTENTE)
    UNDO = ("undo", "Taking back", "What the batch wrote is taken back, as a whole or not at all.", ENTENTE)
