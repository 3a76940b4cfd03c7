"""A sum of money in one currency."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code of three capitals.", examples=["JPY"])]
Amount = Annotated[
    Decimal,
    Field(ge=0, max_digits=24, decimal_places=4),
    PlainSerializer(lambda amount: format(amount, "f"), return_type=str, when_used="json"),
]


class Money(BaseModel):
    """A sum as an agreement states it: never converted, never rounded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amount: Amount = Field(title="Amount", description="Whole units of the currency, written out: 1183300000000, not 1183.3 billion.")
    currency: CurrencyCode = Field(title="Currency")
