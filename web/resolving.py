"""The party that a reader means by what is typed into a field: a code, or a name in any language."""

from datetime import date

from django.http import QueryDict

from catalogue.parameters import Reading
from parties.resolving import AmbiguousParty, PartyFinder, UnknownParty

FIELDS = ("one", "two")


def read_two(parameters: QueryDict, on: date) -> tuple[str, str]:
    """The codes of the two parties that the fields name; "" for an empty one. Three queries, where anything is typed.

    Raises Refused with the nearest party for a name that nobody bears, and with all who bear it for one that several do.
    """
    reading = TwoReading(parameters, tuple(parameters))
    one, two = (reading.party(name, on) for name in FIELDS)
    reading.done()
    return one, two


class TwoReading(Reading):
    """Reads parties by what they are called."""

    finder: PartyFinder | None = None

    def party(self, name: str, on: date) -> str:
        typed = self.one(name).strip()
        if not typed:
            return ""
        self.finder = self.finder or PartyFinder.load()
        try:
            return self._meant(self.finder, typed, on)
        except UnknownParty as error:
            self.fault(name, typed, str(error), error.suggestions[0][1] if error.suggestions else "")
        except AmbiguousParty as error:
            self.fault(name, typed, str(error), error.candidates[0][1], tuple(code for _, code in error.candidates))
        return ""

    def _meant(self, finder: PartyFinder, typed: str, on: date) -> str:
        """A code may be typed in small letters, too."""
        try:
            return finder.resolve(typed, on)
        except UnknownParty as error:
            try:
                return finder.resolve(typed.upper(), on)
            except UnknownParty:
                raise error from None
