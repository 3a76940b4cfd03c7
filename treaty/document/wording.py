"""How the parts of a document read aloud. `names` gives a party's name by its code; a code without one stands for itself."""

from collections.abc import Mapping, Sequence
from datetime import date

from treaty.document.clauses import clause
from treaty.document.days import PartialDay
from treaty.document.life import Event, Participation
from treaty.document.provision import AnyProvision
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Occurrence, Weight

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
Names = Mapping[str, str]
ARTICLED = ("Bahamas", "Comoros", "Gambia", "Holy See", "Maldives", "Netherlands", "Philippines")
ARTICLED_BEGINNINGS = (
    "United ", "Federation of ", "Union of ", "Republic of ", "Democratic Republic", "Federal Republic", "Trust Territory",
    "League of ", "Organization ", "Organisation ",
)  # fmt: skip
ARTICLED_ENDS = (
    " Islands", " Republic", " Union", " Empire", " Confederation", " Organization", " Organisation", " Emirates", " Community", " Agency",
)  # fmt: skip


def the(name: str) -> str:
    """The name as it stands in a sentence: "the United Kingdom", "Japan"."""
    has_article = name in ARTICLED or name.startswith(ARTICLED_BEGINNINGS) or name.endswith(ARTICLED_ENDS)
    return f"the {name}" if has_article else name


def called(code: str, names: Names) -> str:
    """The party in a sentence, by its code: "the United Kingdom", "Japan", or the code where nobody gives the name."""
    return the(names.get(code, code))


def joined(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def day_in_words(day: PartialDay | date | None) -> str:
    """ "8 September 1951", "September 1951", "about 1951", "1951 (uncertain)", "an unknown day"."""
    if day is None:
        return "an unknown day"
    if isinstance(day, date):
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    words = {
        "year": f"{day.first.year}",
        "month": f"{MONTHS[day.first.month - 1]} {day.first.year}",
        "day": day_in_words(day.first),
    }[day.precision]
    if "approximate" in day.doubt:
        words = f"about {words}"
    return f"{words} (uncertain)" if "uncertain" in day.doubt else words


def when(day: PartialDay | date | None) -> str:
    """The same with its preposition: "on 8 September 1951", "on or about 8 September 1951", "in 1951"."""
    if isinstance(day, date) or day is None or day.precision == "day":
        about = isinstance(day, PartialDay) and "approximate" in day.doubt
        return f"on{' or' if about else ''} {day_in_words(day)}"
    return f"in {day_in_words(day)}"


def event_in_words(event: Event, names: Names) -> str:
    """ "Signed by Japan on 8 September 1951 (rival value)", "Ratification by Japan, still awaited"."""
    party, other = (called(code, names) if code else None for code in (event.party, event.other_party))
    awaited = event.occurrence is Occurrence.AWAITED
    words = clause(event.kind, party, other, awaited=awaited)
    if awaited:
        words = f"{words.rstrip(',')}, still awaited"
    elif event.date or event.effective_date:
        words += f" {when(event.date or event.effective_date)}"
    elif event.date_missing is not None:
        words = f"{words.rstrip(',')}, date {event.date_missing.label.lower()}"
    return f"{words} (rival value)" if event.weight is Weight.RIVAL else words


def participation_in_words(participation: Participation, names: Names) -> str:
    """ "Japan as host state"."""
    return f"{names.get(participation.party, participation.party)} as {participation.role.label.lower()}"


def provision_in_words(provision: AnyProvision) -> str:
    """ "Logistics (art. IV): present"."""
    articles = f" (art. {', '.join(provision.articles)})" if provision.articles else ""
    return f"{provision.kind.label}{articles}: {provision.state.label.lower()}"


def relation_in_words(relation: Relation) -> str:
    """ "Amends E0042", "Superseded by “Treaty of Mutual Cooperation”"."""
    verb = relation.kind.inverse if relation.inverse else relation.kind.label
    return f"{verb} {relation.target or f'“{relation.target_title}”'}"
