"""A party's partners: with whom it has agreements, and how many of them are in force between the two."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.partners import Partner
from parties.models import Party
from treaty.document.wording import day_in_words, the
from treaty.vocabulary.standing import Standing
from web.showing.charts import Chart, Row, chart
from web.showing.days import Days
from web.showing.links import page


@dataclass(frozen=True)
class PartnerMap:
    """The partners on a map: the drawing, which a browser fetches when it comes into sight, and the page with its table."""

    title: str
    src: str
    href: str


def between_page(one: str, two: str, days: Days) -> str:
    """The address of the page about two parties."""
    first, second = sorted((one, two))
    return page("between", first, second, **days.carried)


def partner_chart(code: str, found: Iterable[Partner], days: Days) -> Chart | None:
    """The partners by what is in force with them; each leads to the page about the two."""
    rows = (_row(code, partner, days) for partner in found)
    note = "Each name leads to what stands between the two; each number to the agreements that it counts."
    return chart("partners", "Partners", ("Partner", "In force", "All"), rows, note=note)


def _row(code: str, partner: Partner, days: Days) -> Row:
    pair = ",".join(sorted((code, partner.code)))
    return Row(
        label=partner.name,
        href=between_page(code, partner.code, days),
        numbers=(
            (partner.in_force, page("agreements", between=pair, standing=Standing.IN_FORCE.value, **days.carried)),
            (partner.agreements, page("agreements", between=pair, **days.carried)),
        ),
    )


def partner_map(party: Party, days: Days) -> PartnerMap:
    when = "today" if days.on == days.today else f"on {day_in_words(days.on)}"
    asked = {"party": party.code, **days.carried}
    return PartnerMap(f"Agreements in force with {the(party.name)} {when}", page("map-svg", **asked), page("map", **asked))
