"""The form of an instrument, only where the first words of its title say so."""

import re

from treaty.vocabulary.forms import Form

# In this order: a longer name before one that it contains. Each must stand at the very beginning of the title.
OPENINGS: tuple[tuple[str, Form], ...] = (
    (r"exchanges? of notes", Form.EXCHANGE_OF_NOTES),
    (r"exchanges? of letters", Form.EXCHANGE_OF_LETTERS),
    (r"memorandum of understanding", Form.MEMORANDUM_OF_UNDERSTANDING),
    (r"memorandum of agreement", Form.MEMORANDUM_OF_AGREEMENT),
    (r"memorandum\b", Form.MEMORANDUM),
    (r"framework agreement\b", Form.FRAMEWORK_AGREEMENT),
    (r"administrative agreement\b", Form.ADMINISTRATIVE_AGREEMENT),
    (r"joint statement\b", Form.JOINT_STATEMENT),
    (r"agreed minute\b", Form.AGREED_MINUTE),
)
# The last word of the title's head, which is what stands before its first preposition or bracket.
HEADS: tuple[tuple[str, Form], ...] = (
    (r"memorandum of agreement", Form.MEMORANDUM_OF_AGREEMENT),
    (r"treaty", Form.TREATY),
    (r"pact", Form.PACT),
    (r"convention", Form.CONVENTION),
    (r"charter", Form.CHARTER),
    (r"protocol(?: no\.? ?[ivx0-9]+)?", Form.PROTOCOL),
    (r"agreements?", Form.AGREEMENT),
    (r"arrangement", Form.ARRANGEMENT),
)
END_OF_HEAD = re.compile(
    r"\s+(?:between|among|of|on|for|concerning|regarding|relating|establishing|to|with|under|pursuant|about|modifying)\b|[,.;:(\[]",
    re.IGNORECASE,
)
AND = re.compile(r"\s+and\b", re.IGNORECASE)
BRACKET = re.compile(r"\s*[(\[]")


def form_of(title: str) -> Form | None:
    """The form that the title begins with; None where it does not say."""
    if title.endswith("(communique)"):
        return Form.COMMUNIQUE
    for words, form in OPENINGS:
        if re.match(words, title, re.IGNORECASE):
            return form
    opening = END_OF_HEAD.split(title, maxsplit=1)[0]
    for head in (opening, AND.split(opening, maxsplit=1)[0], BRACKET.split(title, maxsplit=1)[0]):
        for words, form in HEADS:
            if re.search(rf"\b{words}$", head.strip(), re.IGNORECASE):
                return form
    return None
