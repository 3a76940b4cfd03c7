"""One party: who it is, with whom it has agreements about what, what binds it on the day, and what is to come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from catalogue.asking import ask
from catalogue.facets import Tally, facets
from catalogue.models import Binding, Entry, Prospect
from catalogue.of_party import due, newest, signatures_by_year, standings_of
from catalogue.partners import Partner, parties_to, partners
from catalogue.question import UNKNOWN, Question
from catalogue.refusing import NotFound
from parties.models import Party
from treaty.document.canonical import read_document
from treaty.document.wording import day_in_words, the, when
from treaty.law.deadlines import deadlines
from treaty.law.outlook import HORIZON
from treaty.law.reckoning import add_months
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import PartyStanding, Standing
from web.showing.badge import LABELS, Badge, look
from web.showing.charts import Chart, Row, Years, chart, term_rows, years
from web.showing.days import DayControl, Days, day_control
from web.showing.links import API, Link, page, with_query
from web.showing.partners import PartnerMap, partner_chart, partner_map
from web.showing.party_facts import PartyFacts, party_facts
from web.showing.rows import few
from web.showing.windows import Covered, covered
from web.showing.words import counted, echo, first_up, number

LATEST = 8
MONTHS = 24
PENDING = (Standing.SIGNED, Standing.PROVISIONAL)


@dataclass(frozen=True)
class PartyReading:
    """What the catalogue knows of one party on the two days, before it is put in words."""

    party: Party
    question: Question
    total: int
    tallies: Mapping[str, Tally]
    listed: Mapping[int, Mapping[str, str]]
    partners: tuple[Partner, ...]
    years: Mapping[int, int]
    in_force: tuple[Entry, ...]
    pending: tuple[Entry, ...]
    bindings: Mapping[int, Binding]
    until: date | None
    due: tuple[Prospect, ...]


@dataclass(frozen=True)
class PartyLine:
    """An agreement from the party's side: its own standing, with whom, and what somebody still has to do."""

    reference: str
    title: str
    href: str
    badge: Badge | None
    facts: tuple[str, ...]
    outstanding: tuple[str, ...] = ()


@dataclass(frozen=True)
class DueLine:
    when: str
    kind: str
    definition: str
    who: str
    title: str
    href: str


@dataclass(frozen=True)
class PartyPage:
    room = "parties"
    facts: PartyFacts
    subject: str
    day: str
    days: DayControl
    inference: Link
    figures: tuple[Link, ...]
    in_force: tuple[PartyLine, ...]
    covered: Covered | None
    pending: tuple[PartyLine, ...]
    all_in_force: Link
    all_pending: Link
    due: tuple[DueLine, ...]
    all_due: Link | None
    standings: Chart | None
    partners: Chart | None
    kinds: Chart | None
    provisions: Chart | None
    years: Years | None
    years_as: tuple[Link, ...]
    map: PartnerMap
    beside: str
    kept: tuple[tuple[str, str], ...]
    list: str
    take: tuple[Link, ...]


def read_party(code: str, days: Days) -> PartyReading:
    """Everything that a page about one party is made of. Raises NotFound for a code that nobody has. Thirteen queries."""
    party = Party.objects.prefetch_related("names", "codes", "lives").filter(code=code).first() if code.isprintable() else None
    if party is None:
        raise NotFound(f"No party has the code “{echo(code)}”.")
    question = Question(on=days.on, as_known=days.as_known, parties=(party.code,), inferring=days.inferring)
    listed = parties_to(ask(question).entries)
    tallies = facets(question)
    in_force, pending = newest(question, (Standing.IN_FORCE,), LATEST), newest(question, PENDING, LATEST)
    until = add_months(days.on, MONTHS) if days.on < HORIZON else None
    return PartyReading(
        party=party,
        question=question,
        total=tallies["party"].get(party.code, 0),
        tallies=tallies,
        listed=listed,
        partners=partners(party.code, listed, question),
        years=signatures_by_year(question),
        in_force=tuple(in_force),
        pending=tuple(pending),
        bindings=standings_of(party.code, [*in_force, *pending], question),
        until=until,
        due=tuple(due(question, before=until)) if until else (),
    )


def party_page(read: PartyReading, days: Days) -> PartyPage:
    """The page. Two queries, for whom the party followed and what it belongs to; two more where nothing is in force for it."""
    code, standings = read.party.code, read.tallies["standing"]
    pending = sum(standings.get(standing.value, 0) for standing in PENDING)
    here = page("party", code)
    return PartyPage(
        facts=party_facts(read.party, days),
        subject=the(read.party.name),
        day="today" if days.on == days.today else f"on {day_in_words(days.on)}",
        days=day_control(here, days, kept={"inferred": days.carried["inferred"]}),
        inference=_inference(here, days),
        figures=tuple(_figures(read, pending, days)),
        in_force=tuple(_line(read, entry, days) for entry in read.in_force),
        covered=None if read.in_force else covered(f"of {the(read.party.name)}", [code], days),
        pending=tuple(replace(_line(read, entry, days), outstanding=_outstanding(read, entry, days)) for entry in read.pending),
        all_in_force=Link(number(standings.get(Standing.IN_FORCE.value, 0)), _list(read, days, standing=Standing.IN_FORCE.value)),
        all_pending=Link(number(pending), _list(read, days, standing=",".join(PENDING))),
        due=tuple(_due(one, code, days) for one in read.due),
        all_due=_all_due(read, days),
        standings=chart("standings", "By standing", ("Standing", "Agreements"), _standings(read, days)),
        partners=partner_chart(code, read.partners, days),
        kinds=_tally(read, days, "kind", AgreementKind, "By kind"),
        provisions=_tally(read, days, "provision", ProvisionKind, "What they provide for"),
        years=years_drawn(read, days),
        years_as=tuple(Link(form.upper(), page(f"party_years_{form}", code, **days.carried)) for form in ("svg", "png")),
        map=partner_map(read.party, days),
        beside=page("betweens"),
        kept=tuple((name, value) for name, value in days.carried.items() if value),
        list=_list(read, days),
        take=tuple(_take(read, days)),
    )


def years_drawn(read: PartyReading, days: Days) -> Years | None:
    """None where no year of signature is known."""
    return years(read.years, f"Agreements of {the(read.party.name)} by year of signature", lambda year: _signed_in(read, days, year))


def _list(read: PartyReading, days: Days, **parameters: str) -> str:
    return page("agreements", party=read.party.code, **parameters, **days.carried)


def _inference(here: str, days: Days) -> Link:
    if days.inferring:
        return Link("Count only what sources declare", with_query(here, {**days.two_days, "inferred": "no"}))
    return Link("Count what rules infer, too", with_query(here, days.two_days), "Inference is off: only what sources declare counts.")


def _figures(read: PartyReading, pending: int, days: Days) -> Iterable[Link]:
    standings = read.tallies["standing"]
    yield Link(number(read.total), _list(read, days), "agreement" if read.total == 1 else "agreements")
    yield Link(number(standings.get(Standing.IN_FORCE.value, 0)), _list(read, days, standing=Standing.IN_FORCE.value), "in force for it")
    yield Link(number(pending), _list(read, days, standing=",".join(PENDING)), "signed, not in force for it")
    yield Link(number(len(read.partners)), "#partners" if read.partners else "", "partner" if len(read.partners) == 1 else "partners")


def _line(read: PartyReading, entry: Entry, days: Days) -> PartyLine:
    own = read.bindings.get(entry.pk)
    others = sorted(name for code, name in read.listed.get(entry.pk, {}).items() if code != read.party.code)
    facts = (
        entry.kind.label if entry.kind else "",
        f"with {few(others)}" if others else "",
        "" if own else "extends to its territory",
        f"signed {day_in_words(entry.signed)}" if entry.signed else "",
        entry.reference,
    )
    return PartyLine(
        reference=entry.reference,
        title=entry.title,
        href=page("agreement", entry.reference, **days.carried),
        badge=Badge(look_of(own.standing), own.standing.label, f"since {day_in_words(own.since)}") if own else None,
        facts=tuple(fact for fact in facts if fact),
    )


def look_of(standing: PartyStanding) -> str:
    return standing.value.replace("_", "-")


def _outstanding(read: PartyReading, entry: Entry, days: Days) -> tuple[str, ...]:
    """What still has to be done before it is in force for the party, as the law reads the record: by the party first."""
    names = {read.party.code: read.party.name, **read.listed.get(entry.pk, {})}
    coming = deadlines(read_document(entry.revision.document), on=days.on, names=names, inferred=days.inferring)
    waiting = [one for one in coming if one.kind is DeadlineKind.CONSENT_OUTSTANDING]
    own = [one.sentence for one in waiting if one.party == read.party.code]
    others = [one.sentence for one in waiting if one.party != read.party.code]
    return (*own, *others) if len(others) < 4 else (*own, f"{counted(len(others), 'other')} still have to act, too.")


def _due(one: Prospect, code: str, days: Days) -> DueLine:
    return DueLine(
        when=first_up(when(one.shown)),
        kind=one.kind.label,
        definition=one.kind.definition,
        who=one.party.name if one.party and one.party.code != code else "",
        title=one.entry.title,
        href=page("agreement", one.entry.reference, **days.carried),
    )


def _all_due(read: PartyReading, days: Days) -> Link | None:
    if read.until is None:
        return None
    count = len({one.entry_id for one in read.due})
    return Link(counted(count, "agreement"), _list(read, days, deadline_before=read.until.isoformat()), day_in_words(read.until))


def _standings(read: PartyReading, days: Days) -> Iterable[Row]:
    for value, count in read.tallies["standing"].items():
        term = None if value == UNKNOWN else Standing(value)
        label = LABELS.get(term, term.label) if term else "Not known"
        definition = term.definition if term else "No event of its life has a known date that has come."
        yield Row(label, ((count, _list(read, days, standing=value)),), definition=definition, look=look(term))


def _tally(read: PartyReading, days: Days, name: str, family: type[AgreementKind] | type[ProvisionKind], heading: str) -> Chart | None:
    rows = term_rows(read.tallies[name], family, lambda value: _list(read, days, **{name: value}))
    return chart(f"{name}s", heading, ("Kind" if name == "kind" else "Provision", "Agreements"), rows)


def _signed_in(read: PartyReading, days: Days, year: int) -> str:
    """The list of those with a signature in a year."""
    span = {"event_from": date(year, 1, 1).isoformat(), "event_before": date(min(year + 1, date.max.year), 1, 1).isoformat()}
    return _list(read, days, event=",".join(sorted(SIGNATURES)), **span)


def _take(read: PartyReading, days: Days) -> Iterable[Link]:
    code = read.party.code
    yield Link("The same as JSON", page("party_data", code, **days.carried), "Every number and list of this page")
    yield Link("CSV", page("table", party=code, **days.carried), "Its agreements as a table")
    yield Link("Atom", page("feed", party=code, **days.carried), "What the register learns of them")
    yield Link("API", f"{API}/parties/{code}/", "Names, codes and lives from the REST interface")
