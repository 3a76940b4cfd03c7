"""What every kind of provision's typed attributes are made of."""

from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]+$")
]
PartyCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\s\x00-\x1f\x7f-\x9f]+$")]
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 639 code.", examples=["en"])]
Days = Annotated[int, Field(ge=0, le=36_500)]
Months = Annotated[int, Field(ge=0, le=2_400)]
Year = Annotated[int, Field(ge=1000, le=9999)]
Count = Annotated[int, Field(ge=0, le=100_000_000)]
Percent = Annotated[
    Decimal,
    Field(ge=0, le=1000, max_digits=8, decimal_places=4),
    PlainSerializer(lambda percent: format(percent, "f"), return_type=str, when_used="json"),
]

Element = TypeVar("Element")


def each_once(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """The same elements. Raises ValueError if one is there twice."""
    if any(element in elements[:position] for position, element in enumerate(elements)):
        raise ValueError("Name each one only once")
    return elements


Several = Annotated[
    tuple[Element, ...], Field(min_length=1, max_length=500, json_schema_extra={"uniqueItems": True}), AfterValidator(each_once)
]


def attribute(title: str, description: str) -> Any:
    """An attribute that may be left uncoded: None says that nobody coded it, not that the agreement lacks it."""
    return Field(default=None, title=title, description=description)


class Particular(BaseModel):
    """One of several things that a provision names, such as a site, an item or a year's payment."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProvisionTerms(BaseModel):
    """What a provision says, in attributes that can be compared across agreements."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scope: Prose | None = attribute("Scope", "What it covers, in words.")


class Share(Particular):
    """One party's part of a cost or of work."""

    party: PartyCode = Field(title="Party", description="Code of the party.")
    percent: Percent = Field(title="Share", description="Share of the whole, in percent.")
