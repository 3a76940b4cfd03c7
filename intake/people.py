"""Who may be named in a file, and how they are found by a spelling or a code."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from parties.book import PartyBook as Book
from parties.book import party_book
from parties.models import Membership
from parties.resolving import PartyFinder
from treaty.document.days import PartialDay


@dataclass(frozen=True)
class People:
    """Who may be named, and how they are found by a spelling."""

    finder: PartyFinder
    book: Book
    circles: Mapping[str, Mapping[str, PartialDay]]
    """The members of each organisation, with the day on which each joined."""

    def was_a_state(self, code: str, day: date | None) -> bool:
        """Whether the party was a state on the day, or ever where nobody knows the day."""
        return self.book.is_state(code) and (day is None or self.book.existed_on(code, PartialDay.of(day)) is not False)


def people_of_the_register() -> People:
    """Everybody whom the database knows. Seven queries, asked once for a whole file."""
    circles: defaultdict[str, dict[str, PartialDay]] = defaultdict(dict)
    joined: Iterable[Any] = Membership.objects.exclude(begins=None).values_list("organisation__code", "member__code", "begins")
    for organisation, member, begins in joined:
        circles[organisation][member] = begins
    return People(PartyFinder.load(), party_book(), circles)
