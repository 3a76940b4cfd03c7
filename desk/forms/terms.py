"""The attributes of a provision as form fields, made from the types of its kind: nothing here knows any kind by name."""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

from django import forms
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from desk.forms.values import LinesOf, MoneyOf, Number, OneOf, SomeOf, Value, Words, YesOrNo, terms
from treaty.vocabulary.assertions import Missing
from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS
from treaty.vocabulary.provisions.terms import PartyCode
from treaty.vocabulary.term import Term

Choices = Sequence[tuple[str, str]]
TERM, GAP = "terms-", "gaps-"
BLANK_ROWS = 2
MOST_ROWS = 500
LONG_TEXT = 1000


@dataclass(frozen=True)
class Shape:
    """What the type of an attribute says of it: what one value is, whether there may be several, within which bounds."""

    base: Any
    marks: tuple[Any, ...]
    several: bool = False

    @classmethod
    def of(cls, info: FieldInfo) -> "Shape":
        return cls._read(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation, ())

    @classmethod
    def _read(cls, annotation: Any, marks: tuple[Any, ...]) -> "Shape":
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            (told,) = (one for one in inside if one is not type(None))
            return cls._read(told, marks)
        if origin is Annotated:
            said = (mark for one in inside[1:] for mark in (one.metadata if isinstance(one, FieldInfo) else (one,)))
            return cls._read(inside[0], (*marks, *said))
        if origin is tuple:
            one = cls._read(inside[0], ())
            return cls(one.base, one.marks, several=True)
        return cls(annotation, marks)

    def bound(self, name: str) -> Any:
        return next((getattr(mark, name) for mark in self.marks if getattr(mark, name, None) is not None), None)

    @property
    def is_party(self) -> bool:
        return any(mark == PartyCode.__metadata__[0] for mark in self.marks)  # type: ignore[attr-defined]

    def is_a(self, family: type) -> bool:
        return isinstance(self.base, type) and issubclass(self.base, family)

    @property
    def is_rows(self) -> bool:
        return self.several and self.is_a(BaseModel) and self.base is not Money


def value_field(name: str, info: FieldInfo, parties: Choices, initial: Any) -> Value:
    """The form field for one attribute. Raises TypeError for a type that has none yet."""
    shape, known = Shape.of(info), {"label": info.title or name, "required": False, "initial": initial}
    if shape.is_party or shape.is_a(Term):
        choices = _with_stored(parties, initial) if shape.is_party else terms(shape.base)
        return SomeOf(choices=choices, **known) if shape.several else OneOf(choices=choices, **known)
    for fits, make in SIMPLE:
        if fits(shape):
            return make(name, shape, known)
    raise TypeError(f"No form field shows {name}: {info.annotation}")


def _number(name: str, shape: Shape, known: dict[str, Any]) -> Value:
    unit = next((unit for unit in ("months", "days") if name.endswith(unit)), "")
    return Number(unit=unit, **known)


def _words(name: str, shape: Shape, known: dict[str, Any]) -> Value:
    longest = shape.bound("max_length")
    if longest and longest > LONG_TEXT:
        return Words(widget=forms.Textarea(attrs={"rows": 3, "cols": 80}), **known)
    return Words(widget=forms.TextInput(attrs={"size": 40}), **known)


Maker = Callable[[str, Shape, dict[str, Any]], Value]
SIMPLE: tuple[tuple[Callable[[Shape], bool], Maker], ...] = (
    (lambda shape: shape.base is str and shape.several, lambda name, shape, known: LinesOf(**known)),
    (lambda shape: shape.several, lambda name, shape, known: _refuse(name, shape)),
    (lambda shape: shape.base is bool, lambda name, shape, known: YesOrNo(**known)),
    (lambda shape: shape.base is Money, lambda name, shape, known: MoneyOf(**known)),
    (lambda shape: shape.base in (int, Decimal), _number),
    (lambda shape: shape.base is str, _words),
)


def _refuse(name: str, shape: Shape) -> Value:
    raise TypeError(f"No form field shows several of {shape.base} in {name}")


def _with_stored(parties: Choices, stored: Any) -> Choices:
    """The agreement's parties, and whoever is named already."""
    named = stored if isinstance(stored, list | tuple) else [stored] if stored else []
    return [*parties, *((code, code) for code in named if code not in dict(parties))]


def constraint(name: str, info: FieldInfo) -> str:
    """The bounds of an attribute, as its help gives them: "0 to 2,400, in months"."""
    shape = Shape.of(info)
    least, most = shape.bound("ge"), shape.bound("le")
    if least is not None and most is not None:
        whole = "year" in name and not name.endswith(("months", "days"))
        bounds = f"{least} to {most}" if whole else f"{least:,} to {most:,}"
        hints = {"months": "; “2 years” is read as 24", "days": "; “2 weeks” is read as 14", "percent": " percent"}
        return bounds + next((hint for end, hint in hints.items() if name.endswith(end)), "")
    if shape.base is str and shape.several and not shape.is_party:
        return "One to a line."
    if shape.base is str and not shape.is_party and shape.bound("max_length"):
        return f"At most {shape.bound('max_length'):,} characters."
    return "Written out in full; groups of digits may be set apart." if shape.base is Money else ""


@dataclass(frozen=True)
class Attribute:
    """One attribute of the kind, and the names of the form fields that hold it."""

    name: str
    info: FieldInfo
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def value(self) -> str:
        return TERM + self.name

    @property
    def gap(self) -> str:
        return GAP + self.name

    def words(self) -> Iterable[Term]:
        """The words one may choose from, for their definitions."""
        shape = Shape.of(self.info)
        return tuple(shape.base) if shape.is_a(Term) else ()


@dataclass
class TermsFields:
    """All attributes of one kind: their form fields, and the terms and gaps that those fields say."""

    kind: ProvisionKind
    parties: Choices = ()
    stored: Mapping[str, Any] = field(default_factory=dict)
    gaps: Sequence[Mapping[str, str]] = ()
    data: Mapping[str, Any] | None = None
    attributes: list[Attribute] = field(default_factory=list, init=False)
    fields: dict[str, forms.Field] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        missing = {gap["attribute"]: gap["missing"] for gap in self.gaps}
        for name, info in TERMS[self.kind].model_fields.items():
            value = self.stored.get(name)
            if Shape.of(info).is_rows:
                self.attributes.append(Attribute(name, info, tuple(self._rows(name, Shape.of(info).base, value or ()))))
            else:
                self.attributes.append(Attribute(name, info))
                self.fields[TERM + name] = self._field(name, info, value)
            label = f"{info.title}: why there is no value"
            self.fields[GAP + name] = OneOf(choices=terms(Missing), label=label, required=False, initial=missing.get(name))

    def _field(self, name: str, info: FieldInfo, value: Any) -> Value:
        made = value_field(name, info, self.parties, value)
        made.help_text = info.description or ""
        return made

    def _rows(self, name: str, particular: type[BaseModel], stored: Sequence[Any]) -> Iterator[tuple[str, ...]]:
        """The names of the fields of each row: those that hold something, and two blank ones."""
        for index in range(min(self._filled(name, len(stored)) + BLANK_ROWS, MOST_ROWS)):
            said = stored[index] if index < len(stored) else {}
            names = {f"{TERM}{name}-{index}-{part}": (part, info) for part, info in particular.model_fields.items()}
            self.fields |= {key: self._field(part, info, said.get(part)) for key, (part, info) in names.items()}
            yield tuple(names)

    def _filled(self, name: str, stored: int) -> int:
        if self.data is None:
            return stored
        prefix = f"{TERM}{name}-"
        typed = (key.removeprefix(prefix).partition("-")[0] for key, value in self.data.items() if key.startswith(prefix) and value)
        return max((int(number) + 1 for number in typed if number.isascii() and number.isdigit() and len(number) < 4), default=0)

    def read(self, cleaned: Mapping[str, Any]) -> tuple[dict[str, Any], dict[tuple[Any, ...], str]]:
        """The terms that the fields say, and for each place in them the field to which it belongs."""
        said: dict[str, Any] = {}
        places: dict[tuple[Any, ...], str] = {}
        for attribute in self.attributes:
            value = self._read_rows(attribute, cleaned, places) if attribute.rows else cleaned.get(attribute.value)
            places[(attribute.name,)] = attribute.rows[0][0] if attribute.rows else attribute.value
            if value is not None:
                said[attribute.name] = value
        return said, places

    def _read_rows(self, attribute: Attribute, cleaned: Mapping[str, Any], places: dict[tuple[Any, ...], str]) -> list[Any] | None:
        rows: list[dict[str, Any]] = []
        for names in attribute.rows:
            row = {name.rpartition("-")[2]: cleaned.get(name) for name in names}
            if any(value is not None for value in row.values()):
                places |= {(attribute.name, len(rows)): names[0]}
                places |= {(attribute.name, len(rows), name.rpartition("-")[2]): name for name in names}
                rows.append({part: value for part, value in row.items() if value is not None})
        return rows or None

    def read_gaps(self, cleaned: Mapping[str, Any]) -> list[dict[str, str]]:
        """Why attributes are missing; those that were there keep their order."""
        said = {attribute.name: cleaned.get(attribute.gap) for attribute in self.attributes}
        before = [gap["attribute"] for gap in self.gaps if gap["attribute"] in said]
        order = dict.fromkeys([*before, *said])
        return [{"attribute": name, "missing": said[name]} for name in order if said[name]]  # type: ignore[dict-item]


def attribute_of(name: str) -> str:
    """The attribute, of whatever kind, to which a form field's name belongs; empty if no kind has it."""
    said = name.removeprefix(TERM).removeprefix(GAP).partition("-")[0]
    return next((one for one in (said, said.removesuffix("_amount").removesuffix("_currency")) if _titles(one)), "")


def named(attribute: str) -> str:
    """The title of an attribute, of whatever kind."""
    return next(iter(_titles(attribute)), attribute)


def _titles(attribute: str) -> list[str]:
    return [model.model_fields[attribute].title or attribute for model in TERMS.values() if attribute in model.model_fields]
