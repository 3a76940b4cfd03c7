"""Days as people type them: "Oct 2020", "16 October 2020", "c. 1951"; read, never guessed."""

import re

from treaty.document.days import PartialDay
from treaty.document.wording import MONTHS

HOW = "write 1951, October 2020, 16 October 2020 or 2020-10-16, with “c.” or “?” where it is in doubt"
SLASHED = re.compile(r"\d{1,4}([/.\-])\d{1,4}(\1\d{1,4})?")
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ABOUT = re.compile(r"(?:circa|ca\b\.?|c\b\.?|about|approximately|approx\b\.?|around)\s*(?=\w)")
UNCERTAIN = re.compile(r"\s*(?:\(uncertain\)|\(\?\)|uncertain)$")
WORDS = re.compile(r"[^\W\d_]+\.?|\d+(?:st|nd|rd|th)?")
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
MONTH_OF = {name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name)) if len(name) >= length}


class NotADay(ValueError):
    """What was typed cannot be read as one day, month or year; the message says how to write it."""


def read_typed_day(typed: str) -> PartialDay:
    """The partial day that somebody typed. Knows no more than they said: "Oct 2020" is a month.

    Days and months in figures alone, as 03/04/2023, are refused: nobody can tell which is which.
    Raises NotADay.
    """
    text = " ".join(typed.split()).lower().replace("–", "-")
    bare, doubt = _doubt(text)
    if ISO.fullmatch(bare):
        return _day(typed, bare + doubt)
    if SLASHED.fullmatch(bare):
        raise NotADay(f"“{typed.strip()}” may be read in two ways; {HOW}.")
    year, month, day = _parts(typed, bare.replace(",", " ").replace("-", " "))
    return _day(typed, "-".join([f"{year:04d}", *(f"{number:02d}" for number in (month, day) if number)]) + doubt)


def _doubt(text: str) -> tuple[str, str]:
    """The text without its signs of doubt, and the sign of EDTF that says the same."""
    about = uncertain = False
    if match := ABOUT.match(text):
        text, about = text[match.end() :], True
    if match := UNCERTAIN.search(text):
        text, uncertain = text[: match.start()], True
    while text and text[-1] in "?~%":
        about, uncertain = about or text[-1] in "~%", uncertain or text[-1] in "?%"
        text = text[:-1].rstrip()
    return text, "%" if about and uncertain else "~" if about else "?" if uncertain else ""


def _parts(typed: str, text: str) -> tuple[int, int, int]:
    """Year, month and day of a date with its month in words; 0 for what is not said."""
    words = [word.rstrip(".") for word in WORDS.findall(text) if word.rstrip(".") not in ("of", "the")]
    if WORDS.sub("", text).strip():
        raise NotADay(f"“{typed.strip()}” is not a date; {HOW}.")
    months = [MONTH_OF[word] for word in words if word in MONTH_OF]
    figures = [word for word in words if word not in MONTH_OF]
    numbers = [int(ORDINAL.sub(r"\1", word)) for word in figures if ORDINAL.sub(r"\1", word).isdecimal()]
    if len(months) != 1 or len(numbers) != len(figures) or len(numbers) not in (1, 2):
        raise NotADay(f"“{typed.strip()}” is not a date; {HOW}.")
    years = [number for number, word in zip(numbers, figures, strict=True) if len(word) == 4 and word.isdecimal()]
    days = [number for number, word in zip(numbers, figures, strict=True) if not (len(word) == 4 and word.isdecimal())]
    if len(years) != 1 or any(not 1 <= day <= 31 for day in days):
        raise NotADay(f"“{typed.strip()}” needs a year of four figures; {HOW}.")
    return years[0], months[0], days[0] if days else 0


def _day(typed: str, edtf: str) -> PartialDay:
    try:
        return PartialDay(edtf)
    except ValueError:
        raise NotADay(f"“{typed.strip()}” is not a day of the calendar; {HOW}.") from None
