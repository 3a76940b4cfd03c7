"""Generated documents: any that the schema allows, made from the types of its fields."""

import types
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.duration import Duration
from treaty.document.evidence import Evidence, Locator, Source, Text
from treaty.document.life import Event, Participation
from treaty.document.provision import OF_KIND
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Basis, Missing
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS

PARTIES = ("FRA", "GBR", "JPN", "PHL", "USA")
SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
WORDS = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
SOURCES = ("s1", "s2")


def partial_days() -> st.SearchStrategy[PartialDay]:
    """Days to the day, month or year, sure or not."""
    whole = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat)
    return st.builds(lambda day, size, doubt: PartialDay(day[:size] + doubt), whole, st.sampled_from((10, 7, 4)), st.sampled_from(("", "?", "~", "%")))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def few(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of every shape, whose ids are unique and whose evidence cites sources that they list."""
    events = draw(few(st.builds(lambda fields: fields, _event()), 4))
    return Document.model_validate(
        {
            **draw(_scalars(Document)),
            "title": draw(WORDS),
            "reference": None,
            "other_titles": draw(few(st.fixed_dictionaries({"language": st.sampled_from(("", "fr", "pt-BR")), "title": WORDS}))),
            "identifiers": draw(st.lists(_identifier(), max_size=3, unique_by=lambda number: (number["scheme"], number["value"]))),
            "subjects": draw(few(WORDS)),
            "participations": draw(st.lists(_participation(), max_size=4, unique_by=lambda part: (part["party"], part["role"]))),
            "events": _numbered("e", events),
            "duration": draw(maybe(_with_evidence(Duration))),
            "provisions": _numbered("p", draw(few(provisions(), 3))),
            "relations": _numbered("r", draw(few(_relation()))),
            "texts": _numbered("t", draw(few(_scalars(Text)))),
            "sources": [{**draw(_scalars(Source)), "id": key, "title": draw(WORDS), "url": ""} for key in SOURCES],
            "evidence": draw(few(evidence())),
        }
    )


def _numbered(prefix: str, parts: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    return [{**part, "id": f"{prefix}{number}"} for number, part in enumerate(parts, 1)]


def evidence() -> st.SearchStrategy[dict[str, Any]]:
    span = maybe(st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: {"begin": pair[0], "end": pair[0] + pair[1]}))
    locator = st.builds(lambda said, chosen: {**said, **(chosen or {"begin": None, "end": None})}, _scalars(Locator), span)
    return st.builds(lambda said, source, where: {**said, "source": source, "locator": where}, _scalars(Evidence), st.sampled_from(SOURCES), locator)


def _with_evidence(part: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda said, cited: {**said, "evidence": cited}, _scalars(part), few(evidence()))


def _participation() -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda said, party: {**said, "party": party}, _with_evidence(Participation), st.sampled_from(PARTIES))


@st.composite
def _event(draw: st.DrawFn) -> dict[str, Any]:
    party, other = draw(st.permutations(PARTIES))[:2]
    day = draw(maybe(partial_days()))
    basis = draw(st.sampled_from(Basis))
    return {
        **draw(_with_evidence(Event)),
        "party": draw(st.sampled_from((None, party))),
        **draw(st.sampled_from(({"other_party": None}, {"party": party, "other_party": other}))),
        "date": day,
        "date_missing": None if day else draw(st.sampled_from(Missing)),
        "concerns": (),
        "basis": basis,
        "rule": "some-rule" if basis is Basis.INFERRED else "",
    }


def _identifier() -> st.SearchStrategy[dict[str, str]]:
    from treaty.vocabulary.identifiers import IdentifierScheme

    return st.sampled_from(IdentifierScheme).map(lambda scheme: {"scheme": scheme.value, "value": scheme.example})


def _relation() -> st.SearchStrategy[dict[str, Any]]:
    target = st.sampled_from(({"target": "E0042"}, {"target": None, "target_title": "Another treaty"}))
    return st.builds(lambda said, named: {**said, **named}, _with_evidence(Relation), target)


@st.composite
def provisions(draw: st.DrawFn, kinds: tuple[ProvisionKind, ...] = tuple(ProvisionKind)) -> dict[str, Any]:
    """A provision of any kind, with attributes of its own."""
    kind = draw(st.sampled_from(kinds))
    said = draw(_with_evidence(OF_KIND[kind]))
    parties = few(st.sampled_from(PARTIES))
    return {**said, "kind": kind, "terms": draw(terms(kind)), "gaps": (), "obligors": draw(parties), "beneficiaries": draw(parties)}


@st.composite
def terms(draw: st.DrawFn, kind: ProvisionKind) -> BaseModel:
    """Attributes of one kind, as many of them at once as its own rules allow."""
    model = TERMS[kind]
    chosen: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(sorted(model.model_fields)), max_size=4, unique=True)):
        field = model.model_fields[name]
        attempt = {**chosen, name: draw(_of(_type(field)))}
        try:
            model.model_validate(attempt)
        except ValidationError:
            continue  # the kind's rules want other attributes beside it
        chosen = attempt
    return model.model_validate(chosen)


def _scalars(part: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Values for the fields that stand alone: no ids, no evidence, no lists that `documents` fills itself."""
    special = {"id", "version", "source", "party", "other_party", "terms", "gaps", "kind"} if "terms" in part.model_fields else {"id", "version", "source", "party"}
    special |= {"evidence", "locator", "obligors", "beneficiaries", "other_party", "sha256"}
    fields = {name: _of(_type(field)) for name, field in part.model_fields.items() if name not in special and not _lists_parts(field)}
    return st.fixed_dictionaries(fields)


def _lists_parts(field: FieldInfo) -> bool:
    inside = get_args(field.annotation)
    return get_origin(field.annotation) is tuple and not (inside and (inside[0] is str or get_origin(inside[0]) is Annotated))


def _type(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


@cache
def _simple() -> dict[Any, st.SearchStrategy[Any]]:
    return {
        str: WORDS,
        int: st.integers(0, 90),
        bool: st.booleans(),
        date: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
        Decimal: st.integers(0, 100_000).map(lambda cents: Decimal(cents) / 100),
        PartialDay: partial_days(),
        type(None): st.none(),
    }


def _of(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a type; text under a pattern is made to match it."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(inside[0], inside[1:])
    if origin in (Union, types.UnionType):
        return st.one_of([_of(option) for option in inside])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        return st.lists(_of(inside[0]), max_size=3).map(tuple)
    if annotation in _simple():
        return _simple()[annotation]
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    return st.fixed_dictionaries({name: _of(_type(field)) for name, field in annotation.model_fields.items() if name != "evidence"})


def _annotated(base: Any, marks: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    marks = tuple(mark for said in marks for mark in (said.metadata if isinstance(said, FieldInfo) else (said,)))
    pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
    if pattern and "\\x00" not in pattern:
        return st.from_regex(pattern, fullmatch=True)
    shortest = max((getattr(mark, "min_length", None) or 0 for mark in marks), default=0)
    if get_origin(base) is tuple and shortest:
        return st.lists(_of(get_args(base)[0]), min_size=shortest, max_size=3).map(tuple)
    least = max((getattr(mark, "ge", None) or 0 for mark in marks), default=0)
    most = min((mark.le for mark in marks if getattr(mark, "le", None) is not None), default=least + 90)
    return st.integers(least, min(most, least + 90)) if base is int else _of(base)
