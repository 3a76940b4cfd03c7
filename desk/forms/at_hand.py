"""The parties and sources that a form may name: read when first needed, once for all fields of one request."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from django.db.models import Q, QuerySet

from agreements.models import ListedSource, Source
from parties.folding import fold
from parties.models import Code, Party
from parties.resolving import AmbiguousParty, PartyFinder, UnknownParty
from parties.terms import CodeScheme

LABELLED_PARTY = re.compile(r"(?P<name>.+) \((?P<code>[A-Z][A-Z0-9-]*)\)")
LABELLED_SOURCE = re.compile(r".*\[S(?P<key>\d{1,18})\]", re.DOTALL)
SCHEMED = re.compile(r"(?P<scheme>cow|gw|m49|iso)[\s:]+(?P<value>[\w]{1,12})", re.IGNORECASE)
SCHEMES = {"cow": CodeScheme.COW, "gw": CodeScheme.GW, "m49": CodeScheme.M49, "iso": CodeScheme.ISO_NUMERIC}
TITLE_SHOWN = 90


class NotFound(ValueError):
    """Nothing, or more than one, is meant by what was typed; the message names the candidates."""


def party_label(party: Party) -> str:
    """ "Japan (JPN)"."""
    return f"{party.name} ({party.code})"


def source_label(source: Source) -> str:
    """ "Treaties in Force [S12]"; a long title is cut, for its number says which it is."""
    title = source.title if len(source.title) <= TITLE_SHOWN else f"{source.title[:TITLE_SHOWN].rstrip()}…"
    return f"{title} [S{source.pk}]"


class AtHand:
    """What may be named in one form. `new_source` says that the form brings a source of its own.

    `may` answers whether the person at the form may add rows of a model, such as "evidence".
    """

    def __init__(self, agreement: int | None, may: Callable[[str], bool] = lambda model: True) -> None:
        self.agreement = agreement
        self.new_source = False
        self.may = may

    @cached_property
    def parties(self) -> dict[int, Party]:
        return {party.pk: party for party in Party.objects.order_by()}

    @cached_property
    def by_code(self) -> dict[str, Party]:
        return {party.code: party for party in self.parties.values()}

    @cached_property
    def finder(self) -> PartyFinder:
        return PartyFinder.load()

    @cached_property
    def listed(self) -> dict[int, Source]:
        """The sources that the agreement lists already."""
        rows = ListedSource.objects.filter(agreement=self.agreement).select_related("source") if self.agreement else ()
        return {row.source_id: row.source for row in rows}

    def source(self, key: int) -> Source | None:
        return self.listed.get(key) or Source.objects.filter(pk=key).first()

    def find_party(self, typed: str) -> Party:
        """The party meant by a name of any time or language, or a code. Raises NotFound."""
        text = " ".join(typed.split())
        labelled = LABELLED_PARTY.fullmatch(text)
        if labelled and (party := self.by_code.get(labelled["code"])) and fold(labelled["name"]) == fold(party.name):
            return party
        if party := self.by_code.get(text.upper()):
            return party
        try:
            if schemed := SCHEMED.fullmatch(text):
                return self._party_of_number(SCHEMES[schemed["scheme"].lower()], schemed["value"])
            return self.by_code[self.finder.resolve(text)]
        except AmbiguousParty as refusal:
            raise NotFound(str(refusal)) from None
        except UnknownParty as refusal:
            return self._coded(text, refusal)

    def _party_of_number(self, scheme: CodeScheme, value: str) -> Party:
        named = CodeScheme.ISO_ALPHA2 if scheme is CodeScheme.ISO_NUMERIC and len(value) == 2 else scheme
        named = CodeScheme.ISO_ALPHA3 if scheme is CodeScheme.ISO_NUMERIC and len(value) == 3 and value.isalpha() else named
        named = CodeScheme.COW_ABBREVIATION if scheme is CodeScheme.COW and value.isalpha() else named
        return self.by_code[self.finder.resolve(value, scheme=named)]

    def _coded(self, text: str, refusal: UnknownParty) -> Party:
        """The party that some system of codes calls so, if it is one alone; a bare number does not say of which system it is."""
        rows = Code.objects.filter(value=text.upper()).select_related("party")
        meant = {row.party_id: row for row in rows}
        if len(meant) == 1 and not text.isdecimal():
            return self.parties[next(iter(meant))]
        if not meant:
            raise NotFound(str(refusal))
        said = " or ".join(sorted(f"{row.party.name} ({row.scheme.label} {row.value})" for row in rows))
        raise NotFound(f"“{text}” may mean {said}; write the name or our own code, or the system before the number, such as COW 740.")

    def find_source(self, typed: str) -> Source:
        """The source of the library that the text labels, or whose title or address it is. Raises NotFound."""
        text = " ".join(typed.split())
        if labelled := LABELLED_SOURCE.fullmatch(text):
            if found := self.source(int(labelled["key"])):
                return found
            raise NotFound(f"The library has no source S{labelled['key']}.")
        rows = list(Source.objects.filter(Q(title__iexact=text) | Q(url=text))[:4])
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise NotFound(f"“{text}” may mean {' or '.join(source_label(row) for row in rows)}; choose one from the list.")
        near = [source_label(row) for row in sources_like(text)[:3]]
        hint = f"Did you mean {' or '.join(near)}?" if near else "Enter it under “A new source” and leave this empty."
        raise NotFound(f"No source of the library is called “{text}”. {hint}")


def parties_like(typed: str) -> list[Party]:
    """Parties with the text in a name of any time or language, or with such a code; those that begin so come first."""
    folded = fold(typed)
    if not folded:
        return []
    coded = Code.objects.filter(value__iexact=typed.strip().split()[-1]).values("party")
    found = Party.objects.filter(Q(pk__in=Party.objects.called(typed).values("pk")) | Q(pk__in=coded) | Q(code__istartswith=typed.strip()))
    rows = found.prefetch_related("names", "lives", "codes")[:60]
    return sorted(rows, key=lambda party: _rank(party, folded, typed.strip().upper()))[:12]


def _rank(party: Party, folded: str, code: str) -> tuple[int, str]:
    names = [fold(party.name), *(name.folded for name in party.names.all())]
    exact = folded in names or party.code == code
    return (0 if exact else 1 if any(name.startswith(folded) for name in names) else 2), party.sort_name


def party_detail(party: Party, typed: str) -> str:
    """ "state, 1945–; Ceylon": what it is, when it lived, and the other name that was looked for."""
    lives = "; ".join(f"{life.begins or '…'}–{life.ends or ''}" for life in party.lives.all())
    folded = fold(typed)
    other = next((name.text for name in party.names.all() if folded in name.folded and name.text != party.name), "")
    asked = "" if folded in fold(party.name) else other
    return ", ".join(filter(None, [party.type.label.lower(), lives])) + (f" · {asked}" if asked else "")


def sources_like(typed: str) -> QuerySet[Source]:
    """Sources of the library with every word in title, publisher or address, the newest first."""
    rows = Source.objects.order_by("-pk")
    for word in typed.split()[:8]:
        rows = rows.filter(Q(title__icontains=word) | Q(publisher__icontains=word) | Q(url__icontains=word))
    return rows


def source_detail(source: Source) -> str:
    return ", ".join(filter(None, [source.kind.label, source.publisher, str(source.published or ""), source.url]))


def split_names(typed: str, at_hand: AtHand) -> tuple[list[Party], list[str]]:
    """The parties named in a text, one to a line or between semicolons or commas, and what was refused.

    A comma may also belong to a name, as in "Korea, Republic of": what is a name as a whole is not divided.
    """
    found: dict[int, Party] = {}
    refused = []
    for piece in _pieces(typed, at_hand):
        try:
            party = at_hand.find_party(piece)
        except NotFound as refusal:
            refused.append(str(refusal))
        else:
            found[party.pk] = party
    return list(found.values()), refused


def _pieces(typed: str, at_hand: AtHand) -> Iterable[str]:
    for whole in filter(None, (part.strip() for part in re.split(r"[;\n]", typed))):
        if "," in whole:
            try:
                at_hand.find_party(whole)
            except NotFound:
                yield from filter(None, (part.strip() for part in whole.split(",")))
                continue
        yield whole
