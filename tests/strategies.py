"""Generated documents: any that the schema allows, made from the types of its fields.

A document has hundreds of fields, so Hypothesis draws a number only, and the document grows from it:
a hundred times quicker than drawing each field, and a failing number makes the same document again.
"""

import re
import types
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.evidence import Source
from treaty.document.life import Event
from treaty.document.provision import OF_KIND
from treaty.document.relation import Relation
from treaty.vocabulary.assertions import Basis, Missing
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS

PARTIES = ("FRA", "GBR", "JPN", "PHL", "USA")
SOURCES = ("s1", "s2")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-.,;:'\"()/&%?!<>éüøčşßŁ中日本防衛Защитаدفاع 𝔘😀\u200b\u00a0"
MATCHING = {  # text that a pattern wants
    r"^(https?://[^\s]+)?$": ("", "https://example.org/a?b=c&d=é"),
    r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$": ("", "fr", "pt-BR"),
    r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$": PARTIES,
    r"^[^\s\x00-\x1f\x7f-\x9f]+$": PARTIES,
    r"^[a-z]+/[a-z0-9.+-]+$": ("text/plain", "application/pdf"),
    r"^([a-z]+/[a-z0-9.+-]+)?$": ("", "text/plain"),
    r"^[1-9][0-9]?/[1-9][0-9]?$": ("2/3", "1/2"),
    r"^[0-9a-f]{64}$": ("0" * 64, "a1" * 32),
    r"^[A-Z]{3}$": ("USD", "JPY", "KRW"),
    r"^[a-z]{2,3}$": ("en", "fra"),
    r"^E[0-9]{4,9}$": ("E0042", "E9999"),
}


def documents() -> st.SearchStrategy[Document]:
    """Documents of every shape, whose ids are unique and whose evidence cites sources that they list."""
    return st.integers(0, 2**48).map(lambda seed: Grower(Random(seed)).document())


def partial_days() -> st.SearchStrategy[PartialDay]:
    """Days to the day, month or year, sure or not."""
    return st.integers(0, 2**48).map(lambda seed: Grower(Random(seed)).day())


class Grower:
    """Makes values of any type that a document holds, out of one source of chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.simple: dict[Any, Callable[[], Any]] = {
            str: self.words,
            int: lambda: chance.randint(0, 90),
            bool: lambda: chance.random() < 0.5,
            date: self.whole_day,
            Decimal: lambda: Decimal(chance.randint(0, 100_000)) / 100,
            PartialDay: self.day,
            type(None): lambda: None,
        }

    def document(self) -> Document:
        said = self.fields(Document, without={"reference", "version"})
        for prefix, name in (("e", "events"), ("p", "provisions"), ("r", "relations"), ("t", "texts"), ("s", "sources")):
            said[name] = [{**part, "id": f"{prefix}{number}"} for number, part in enumerate(said[name], 1)]
        said["sources"] = [{**self.fields(Source, without=set()), "id": key} for key in SOURCES]
        said["texts"] = [{**text, "source": SOURCES[n] if n < len(SOURCES) else None} for n, text in enumerate(said["texts"])]
        said["identifiers"] = list({str(number): number for number in said["identifiers"]}.values())
        said["participations"] = list({(part["party"], part["role"]): part for part in said["participations"]}.values())
        return Document.model_validate(said)

    def words(self) -> str:
        return "".join(self.chance.choices(LETTERS, k=self.chance.randint(1, 12))).strip() or "word"

    def whole_day(self) -> date:
        return date(1000, 1, 1) + timedelta(days=self.chance.randrange(3_000_000))

    def day(self) -> PartialDay:
        return PartialDay(self.whole_day().isoformat()[: self.chance.choice((10, 7, 4))] + self.chance.choice(("", "?", "~", "%")))

    def fields(self, part: type[BaseModel], *, without: set[str]) -> dict[str, Any]:
        """Values for every field of a part, with what the part's own rules ask of several fields at once."""
        said = {name: self.of(_type(field)) for name, field in part.model_fields.items() if name not in without}
        if part is Event:
            said |= self._event(said)
        if part is Relation and not said["target"]:
            said["target_title"] = self.words()
        if "source" in part.model_fields:
            said["source"] = self.chance.choice(SOURCES)
        if "begin" in part.model_fields and (said["begin"] is None or said["end"] is None or said["begin"] >= said["end"]):
            said |= {"begin": None, "end": None}
        return said

    def _event(self, said: dict[str, Any]) -> dict[str, Any]:
        one, other = self.chance.sample(PARTIES, 2)
        basis = self.chance.choice(list(Basis))
        return {
            "party": self.chance.choice((one, None)),
            **self.chance.choice(({"other_party": None}, {"party": one, "other_party": other})),
            "date_missing": None if said["date"] else self.chance.choice(list(Missing)),
            "concerns": [],
            "basis": basis,
            "rule": "some-rule" if basis is Basis.INFERRED else "",
        }

    def provision(self) -> dict[str, Any]:
        """A provision of any kind, with as many attributes of its own as its rules allow together."""
        kind = self.chance.choice(list(ProvisionKind))
        said = self.fields(OF_KIND[kind], without={"kind", "terms", "gaps"})
        return {**said, "kind": kind, "terms": self.terms(kind)}

    def terms(self, kind: ProvisionKind) -> BaseModel:
        model = TERMS[kind]
        chosen: dict[str, Any] = {}
        for name in self.chance.sample(sorted(model.model_fields), k=min(4, len(model.model_fields))):
            attempt = {**chosen, name: self.of(_type(model.model_fields[name]))}
            try:
                model.model_validate(attempt)
            except ValidationError:
                continue  # the kind's rules want other attributes beside it
            chosen = attempt
        return model.model_validate(chosen)

    def of(self, annotation: Any) -> Any:
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(inside[0], inside[1:])
        if origin in (Union, types.UnionType):
            return self.of(self.chance.choice(inside))
        if origin is Literal:
            return self.chance.choice(inside)
        if origin is tuple:
            return [self.of(inside[0]) for _ in range(self.chance.choice((0, 0, 1, 2)))]
        if annotation in self.simple:
            return self.simple[annotation]()
        if annotation is IdentifierScheme or issubclass(annotation, Enum):
            return self.chance.choice(list(annotation))
        said = self.fields(annotation, without=set())
        return {**said, "value": said["scheme"].example} if "scheme" in said else said

    def _annotated(self, base: Any, marks: tuple[Any, ...]) -> Any:
        marks = tuple(mark for said in marks for mark in (said.metadata if isinstance(said, FieldInfo) else (said,)))
        if any(isinstance(mark, FieldInfo) and mark.discriminator for mark in marks) or _is_provision(base):
            return self.provision()
        pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
        if pattern in MATCHING:
            return self.chance.choice(MATCHING[pattern])
        if pattern and re.fullmatch(pattern, "key"):
            return "key"
        if get_origin(base) is tuple and any(getattr(mark, "min_length", 0) for mark in marks):
            return [self.of(get_args(base)[0])]
        least = max((getattr(mark, "ge", None) or 0 for mark in marks), default=0)
        most = min((mark.le for mark in marks if getattr(mark, "le", None) is not None), default=least + 90)
        return self.chance.randint(least, min(most, least + 90)) if base is int else self.of(base)


def _type(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _is_provision(base: Any) -> bool:
    return any(option in OF_KIND.values() for option in get_args(base))
