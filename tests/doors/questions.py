"""Questions made by chance that the register has something to say to: each is drawn from one agreement of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from urllib.parse import urlencode

from catalogue.models import FOREVER, Binding, Clause, Entry, Happening, Participant, Period, Prospect
from catalogue.orders import ORDERS
from catalogue.words.stems import words
from parties.models import Membership, Party
from treaty.vocabulary.characters import Character
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState

Asked = dict[str, str]
TODAY = date(2026, 11, 20)
KNOWN = ("2021-06-01", "2026-11-21", "2026-11-21", "2026-11-21")  # when the register knew three, and when it knew them all


@dataclass
class Chance:
    """Draws questions, always the same for one number. `entries` are the agreements that they are drawn from."""

    random: Random
    entries: list[int]

    def question(self) -> Asked:
        """One to four filters that one agreement passes, as it stood on some day; now and then one that it need not pass."""
        drawn = self.random
        if drawn.random() < 0.06:
            return _deadline_of_any(drawn)
        entry = Entry.objects.get(pk=drawn.choice(self.entries))
        on = self._day(entry)
        asked = {"as_of": on.isoformat()} if drawn.random() < 0.9 else {}
        on = on if asked else TODAY
        for _ in range(drawn.choice((1, 1, 2, 2, 3, 4))):
            asked |= drawn.choice(FILTERS)(entry, on, drawn) or {}
        if drawn.random() < 0.1:
            asked |= drawn.choice(ANYTHING)(drawn)
        if drawn.random() < 0.3:
            asked["as_known"] = drawn.choice(KNOWN)
        if drawn.random() < 0.12:
            asked["inferred"] = drawn.choice(("no", "yes"))
        if drawn.random() < 0.4:
            asked["order"] = drawn.choice(list(ORDERS))
        return asked

    def _day(self, entry: Entry) -> date:
        """A day on which something held, the day itself on which it began, or a day by chance."""
        periods = list(Period.objects.filter(entry=entry))
        if not periods or self.random.random() < 0.1:
            return date(self.random.randint(1900, 2030), self.random.randint(1, 12), self.random.randint(1, 28))
        period = self.random.choice(periods)
        last = min(period.ends, period.begins + timedelta(days=9000), date(2100, 1, 1)) if period.ends == FOREVER else period.ends
        return period.begins + timedelta(days=self.random.randint(0, max(0, (last - period.begins).days - 1)))


def _parties(entry: Entry) -> list[str]:
    rows = Participant.objects.filter(entry=entry, role__in=list(PARTY_ROLES))
    return sorted(set(rows.order_by().values_list("party__code", flat=True)))


def _q(entry: Entry, on: date, drawn: Random) -> Asked:
    title = [word for word in words(entry.title) if len(word) > 3]
    if not title:
        return {}
    word, other = drawn.choice(title), drawn.choice(title)
    phrase = f'"{" ".join(drawn.choice(list(pairwise(words(entry.title)))))}"' if len(words(entry.title)) > 1 else word
    return {"q": drawn.choice((word, f"{word} {other}", f"{word[:4]}*", f"{word} -zebra", f"zebra OR {word}", phrase))}


def _party(entry: Entry, on: date, drawn: Random) -> Asked:
    codes = _parties(entry)
    return {"party": ",".join(drawn.sample(codes, min(len(codes), drawn.choice((1, 1, 1, 2)))))}


def _between(entry: Entry, on: date, drawn: Random) -> Asked:
    codes = _parties(entry)
    return {"between": ",".join(drawn.sample(codes, 2))} if len(codes) > 1 else {}


def _region(entry: Entry, on: date, drawn: Random) -> Asked:
    lying = Party.objects.filter(code__in=_parties(entry)).values_list("region", "subregion")
    codes = sorted({code for row in lying for code in row if code})
    return {"region": drawn.choice(codes)} if codes else {}


def _organisation(entry: Entry, on: date, drawn: Random) -> Asked:
    held = Membership.objects.covering(on).filter(member__code__in=_parties(entry))
    codes = sorted(set(held.order_by().values_list("organisation__code", flat=True)))
    return {"organisation": ",".join(drawn.sample(codes, min(len(codes), drawn.choice((1, 2)))))} if codes else {}


def _provision(entry: Entry, on: date, drawn: Random) -> Asked:
    kinds = sorted(set(Clause.objects.filter(entry=entry, state=ValueState.PRESENT).order_by().values_list("kind", flat=True)))
    return {"provision": drawn.choice(kinds)} if kinds else {}


def _standing(entry: Entry, on: date, drawn: Random) -> Asked:
    held = Period.objects.covering(on).filter(entry=entry, inferring=True).first()
    others = drawn.sample([term.value for term in Standing], drawn.choice((0, 0, 1)))
    return {"standing": ",".join(dict.fromkeys([held.standing.value if held else "unknown", *others]))}


def _standing_of_a_party(entry: Entry, on: date, drawn: Random) -> Asked:
    held = list(Binding.objects.covering(on).filter(entry=entry, inferring=True).select_related("party"))
    code = drawn.choice(held).party.code if held else drawn.choice(_parties(entry) or ["JPN"])
    return {"party": code, "standing": drawn.choice(("in_force", "in_force", "in_force,signed", "ended", "unknown"))}


def _standing_between(entry: Entry, on: date, drawn: Random) -> Asked:
    return _between(entry, on, drawn) and {
        **_between(entry, on, drawn),
        "standing": drawn.choice(("in_force", "in_force,ended", "ended", "signed")),
    }


def _event(entry: Entry, on: date, drawn: Random) -> Asked:
    happened = list(Happening.objects.filter(entry=entry, accepted=True, first__isnull=False))
    if not happened:
        return {}
    event = drawn.choice(happened)
    asked = {"event": event.kind.value} if drawn.random() < 0.7 else {}
    if (not asked or drawn.random() < 0.6) and event.last:
        asked["event_from"] = (event.last - timedelta(days=drawn.randint(0, 3000))).isoformat()
    if (not asked or drawn.random() < 0.6) and event.first:
        asked["event_before"] = (event.first + timedelta(days=drawn.randint(1, 3000))).isoformat()
    return asked


def _deadline(entry: Entry, on: date, drawn: Random) -> Asked:
    ahead = Prospect.objects.covering(on).filter(entry=entry, inferring=True).order_by("pk").first()
    return {"deadline_before": (ahead.first + timedelta(days=drawn.randint(1, 2000))).isoformat()} if ahead else {}


def _deadline_of_any(drawn: Random) -> Asked:
    """Few agreements have one: the question is drawn from one that has, as seen from a day on which it was ahead."""
    ahead = Prospect.objects.filter(inferring=True).order_by("pk")
    one = ahead[drawn.randrange(ahead.count())]
    name = "notice_before" if one.kind == "last_day_for_notice" else "deadline_before"
    return {"as_of": one.begins.isoformat(), name: (one.first + timedelta(days=drawn.randint(1, 400))).isoformat()}


FILTERS = (
    *(_q, _party, _between, _region, _organisation, _provision, _standing, _standing_of_a_party, _standing_between),
    *(_event, _deadline),
    lambda entry, on, drawn: {"kind": entry.kind.value} if entry.kind else {},
    lambda entry, on, drawn: {"character": entry.character.value} if entry.character else {},
    lambda entry, on, drawn: {"lateral": entry.laterality.value} if entry.laterality else {},
    lambda entry, on, drawn: {"decade": f"{entry.signed_on.year // 10}0"} if entry.signed_on else {},
    lambda entry, on, drawn: {"source": entry.best_source.value} if entry.best_source else {},
    lambda entry, on, drawn: {"verified": entry.checked.value},
)
ANYTHING = (
    lambda drawn: {"party": drawn.choice(("JPN", "GBR", "FRA", "PHL", "GUM"))},
    lambda drawn: {"kind": ",".join(drawn.sample([term.value for term in AgreementKind], 3))},
    lambda drawn: {"provision": ",".join(drawn.sample([term.value for term in ProvisionKind], 3))},
    lambda drawn: {"standing": ",".join(drawn.sample([*(term.value for term in Standing), "unknown"], 2))},
    lambda drawn: {"region": drawn.choice(("142", "150", "019"))},
    lambda drawn: {"character": ",".join(term.value for term in Character)},
)


def query(asked: Mapping[str, str]) -> str:
    return urlencode(asked)


def questions(number: int, many: int) -> Iterator[Asked]:
    """So many questions; the same for the same number."""
    chance = Chance(Random(number), list(Entry.objects.order_by("place", "pk").values_list("pk", flat=True)))
    yield from (chance.question() for _ in range(many))
