"""What the agreement says: its provisions, with the attributes of each kind as a field list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from treaty.document.document import Document
from treaty.document.provision import AnyProvision
from treaty.document.wording import Names, day_in_words, joined
from treaty.vocabulary.money import Money
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.term import Term
from treaty.vocabulary.value_states import ValueState
from web.showing.evidence import Citation, citations
from web.showing.links import ShownTerm, days_in, page, shown_term
from web.showing.words import counted, first_down, months_in_words


@dataclass(frozen=True)
class Value:
    """A value of an attribute; `definition` says what it means, where it is a word of the vocabulary."""

    text: str
    definition: str = ""


@dataclass(frozen=True)
class Field:
    """An attribute by its title, with its values; `missing` where it is known why there is none."""

    label: str
    definition: str
    values: tuple[Value, ...]
    missing: bool = False


@dataclass(frozen=True)
class ShownProvision:
    id: str
    kind: ShownTerm | None
    state: ShownTerm | None
    traits: tuple[Value, ...]
    quote: str
    condition: str
    fields: tuple[Field, ...]
    not_coded: str
    note: str
    citations: tuple[Citation, ...]
    others: str


def provisions(document: Document, names: Names, carried: Mapping[str, str]) -> tuple[ShownProvision, ...]:
    """`carried` are the parameters under which the document is read."""
    return tuple(_provision(document, provision, names, carried) for provision in document.provisions)


def _provision(document: Document, provision: AnyProvision, names: Names, carried: Mapping[str, str]) -> ShownProvision:
    fields = (*_coded(provision, names), *_gaps(provision))
    total = len(type(provision.terms).model_fields)
    says = provision.state is ValueState.PRESENT
    return ShownProvision(
        id=provision.id,
        kind=shown_term(provision.kind, carried),
        state=None if says else shown_term(provision.state, carried),
        traits=tuple(trait for trait in _traits(document, provision, names) if trait.text),
        quote=provision.quote,
        condition=provision.condition,
        fields=fields,
        not_coded=_not_coded(len(fields), total) if says else "",
        note=provision.note,
        citations=citations(document, provision.evidence, carried),
        others=page("agreements", provision=provision.kind.value, **days_in(carried, "inferred")),
    )


def _not_coded(coded: int, total: int) -> str:
    if coded == total:
        return ""
    return f"{total - coded} of {counted(total, 'attribute')} not coded" if coded else f"None of its {counted(total, 'attribute')} is coded"


def _traits(document: Document, provision: AnyProvision, names: Names) -> Iterable[Value]:
    """What stands beside the kind: articles, strength, who owes it to whom, and when, where that differs."""
    yield Value(f"art. {', '.join(provision.articles)}" if provision.articles else "")
    for term in (provision.strength, provision.reciprocity):
        yield Value(first_down(term.label), term.definition) if term else Value("")
    yield Value(_flow(document, provision, names))
    yield Value(_span(provision))


def _flow(document: Document, provision: AnyProvision, names: Names) -> str:
    """As in "owed by Japan to United States"; of many, how many."""
    everybody = {part.party for part in document.participations if part.role in PARTY_ROLES}
    if len(provision.obligors) > 1 and provision.obligors == provision.beneficiaries:
        return "among all parties" if everybody == set(provision.obligors) else f"among {_several(provision.obligors, names)}"
    by, to = (_several(codes, names) for codes in (provision.obligors, provision.beneficiaries))
    return " ".join(part for part in (f"owed by {by}" if by else "", f"{'to' if by else 'owed to'} {to}" if to else "") if part)


def _several(codes: tuple[str, ...], names: Names) -> str:
    return joined([names.get(code, code) for code in codes]) if len(codes) <= 6 else counted(len(codes), "party", "parties")


def _span(provision: AnyProvision) -> str:
    begins = f"from {day_in_words(provision.begins)}" if provision.begins else ""
    ends = f"until {day_in_words(provision.ends)}" if provision.ends else ""
    return " ".join(part for part in (begins, ends) if part)


def _coded(provision: AnyProvision, names: Names) -> Iterable[Field]:
    for name, info in type(provision.terms).model_fields.items():
        value = getattr(provision.terms, name)
        if value is not None:
            yield Field(info.title or name, info.description or "", tuple(_values(name, value, names)))


def _gaps(provision: AnyProvision) -> Iterable[Field]:
    for gap in provision.gaps:
        info = type(provision.terms).model_fields[gap.attribute]
        yield Field(info.title or gap.attribute, info.description or "", (Value(gap.missing.label, gap.missing.definition),), missing=True)


def _values(name: str, value: Any, names: Names) -> Iterable[Value]:
    if isinstance(value, tuple):
        for one in value:
            yield from _values(name, one, names)
    elif isinstance(value, Term):
        yield Value(value.label, value.definition)
    else:
        yield Value(_in_words(name, value, names))


def _in_words(name: str, value: Any, names: Names) -> str:
    """One value; the unit of a number follows from the name of its attribute."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Money):
        return f"{value.currency} {value.amount:,f}"
    if isinstance(value, BaseModel):
        return _particulars(value, names)
    if isinstance(value, Decimal):
        return f"{value.normalize():f} %" if name.endswith("percent") else f"{value.normalize():,f}"
    if isinstance(value, int):
        return _number(name, value)
    if isinstance(value, Enum):
        return str(value.value)
    return names.get(str(value), str(value))


def _number(name: str, value: int) -> str:
    if name.endswith("days"):
        return counted(value, "day")
    if name.endswith("months"):
        return months_in_words(value)
    return str(value) if "year" in name else f"{value:,}"


def _particulars(value: BaseModel, names: Names) -> str:
    """As in "Japan: 62.5 %" of two parts; of more, each with its title."""
    parts = [
        (info.title or name, joined([one.text for one in _values(name, getattr(value, name), names)]))
        for name, info in type(value).model_fields.items()
        if getattr(value, name) is not None
    ]
    if len(parts) == 2:
        return f"{parts[0][1]}: {parts[1][1]}"
    return ", ".join(f"{title.lower()} {text}" for title, text in parts)


def fields_of(provision: AnyProvision, names: Names) -> tuple[Field, ...]:
    """The attributes of a provision that have a value, or of which it is known why they have none, in the order of its kind."""
    return (*_coded(provision, names), *_gaps(provision))
