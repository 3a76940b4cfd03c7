"""The two days of every page: as of (in the world) and as known (in the register)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from treaty.document.wording import day_in_words
from web.showing.links import with_query


@dataclass(frozen=True)
class Days:
    """Which two days a page is asked for, and today. `inferring`: whether what the law's rules infer counts."""

    on: date
    as_known: date | None
    today: date
    inferring: bool = True

    @property
    def carried(self) -> Mapping[str, str]:
        """The parameters that a link takes along, so that the next page is read in the same way."""
        return {**self.two_days, "inferred": "" if self.inferring else "no"}

    @property
    def two_days(self) -> Mapping[str, str]:
        """The same for a page that knows nothing of inference."""
        return {
            "as_of": self.on.isoformat() if self.on != self.today else "",
            "as_known": self.as_known.isoformat() if self.as_known else "",
        }

    @property
    def sentence(self) -> str:
        """What a banner says; empty where the page shows the present."""
        of = f"as of {day_in_words(self.on)}" if self.on != self.today else ""
        known = f"as the register knew it at the end of {day_in_words(self.as_known)}" if self.as_known else ""
        return ", ".join(part for part in (of, known) if part)


@dataclass(frozen=True)
class DayControl:
    """The form in the masthead that asks the same page for other days.

    `belongs_to` is the id of a form further down to which its fields belong; else it is a form by itself
    and `kept` are the other parameters that it carries. `carried` are the days as links take them along.
    `unmoved` is said where what the page shows is the same on every day: there the days are only handed on.
    """

    action: str
    as_of: str
    as_known: str
    latest: str
    sentence: str
    reset: str
    knows: bool = True
    belongs_to: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    carried: Mapping[str, str] = field(default_factory=dict)
    unmoved: str = ""


def day_control(
    path: str, days: Days, *, knows: bool = True, belongs_to: str = "", kept: Mapping[str, str] | None = None, unmoved: str = ""
) -> DayControl:
    """The control for a page. `knows`: whether it can be asked as known on a day, too."""
    others = {name: value for name, value in (kept or {}).items() if value and name not in ("as_of", "as_known", "cursor")}
    return DayControl(
        action=path,
        as_of=days.on.isoformat(),
        as_known=days.as_known.isoformat() if days.as_known else "",
        latest=days.today.isoformat(),
        sentence=days.sentence,
        reset=with_query(path, others),
        knows=knows,
        belongs_to=belongs_to,
        kept=tuple(others.items()),
        carried=days.two_days,
        unmoved=unmoved,
    )
