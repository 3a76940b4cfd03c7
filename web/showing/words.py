"""Small pieces of English: lists, counts, lengths of time. How parts of a document read aloud stands in `treaty.document.wording`."""

import re
import unicodedata

from treaty.document.wording import joined

FORMULA = re.compile(
    r"(?:Exchange of (?:Notes|Letters)|Agreement|Protocol|Convention|Treaty|Arrangement|Memorandum of Understanding)"
    r"(?: (?:constituting an Agreement )?(?:between|among|to the|with) .*?)?"
    r" (?:concerning|regarding|respecting|relating to|relative to|on|for(?= the)) (?!behalf)(?P<subject>.{12,})"
)
"""How many titles begin alike, as far as the subject, which tells them apart."""


def number(count: int) -> str:
    """Thousands apart: "1,204"."""
    return f"{count:,}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 agreement", "1,204 agreements"."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def percent(count: int, whole: int) -> str:
    """Whole percents; what is not nothing is never shown as nothing, and what is not all never as all."""
    if not whole:
        return "–"
    share = 100 * count / whole
    return "under 1 %" if 0 < share < 1 else "over 99 %" if 99 < share < 100 else f"{share:.0f} %"


def first_up(sentence: str) -> str:
    """The sentence with a capital at its beginning, and no other letter changed."""
    return sentence[:1].upper() + sentence[1:]


def first_down(label: str) -> str:
    """The label as it stands in the middle of a sentence."""
    return label[:1].lower() + label[1:]


def months_in_words(months: int) -> str:
    """Whole years where they are whole: "50 years", "18 months"."""
    return counted(months // 12, "year") if months and months % 12 == 0 else counted(months, "month")


def span_in_words(months: int, days: int) -> str:
    """Both together: "6 months and 10 days"; empty where both are nought."""
    return joined([part for part in (months_in_words(months) if months else "", counted(days, "day") if days else "") if part])


def fitting(title: str, most: int) -> str:
    """A title in so many letters; of a long one that begins with a formula, such as "Exchange of Notes between …", the subject."""
    if len(title) <= most:
        return title
    formula = FORMULA.fullmatch(title)
    words = f"… {formula['subject']}" if formula else title
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def echo(typed: str, longest: int = 120) -> str:
    """What a reader typed, fit to be shown back: no control characters, and not without end."""
    seen = "".join(character if unicodedata.category(character) not in ("Cc", "Cs") else " " for character in typed)
    return f"{seen[:longest]}…" if len(seen) > longest else seen
