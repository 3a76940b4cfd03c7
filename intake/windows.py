"""The windows of the data sets that were brought in, declared where the reading room sees them."""

from datetime import datetime

from catalogue.windows import close_window, open_window
from intake.adapters.registry import OF_THE_FIELD
from intake.adapters.uk_treaties import UkTreaties
from intake.claims import Coverage
from intake.models import Batch

REGISTER = "starting register"
UK_LIST_IN_THE_REGISTER = Coverage(1945, 1976, "The United Kingdom's agreements on defence, with whomever it made them.", ("GBR",))


def declare_batch(batch: Batch, *, at: datetime) -> None:
    """A batch is public. One that covers nothing as a whole, such as a table of one's own, has no window."""
    if batch.window and (data_set := OF_THE_FIELD.get(batch.data_set)) is not None:
        _open(_key(batch), data_set.title, Coverage.kept(batch.window), at)


def withdraw_batch(batch: Batch, *, at: datetime) -> None:
    """A batch was undone."""
    close_window(_key(batch), at=at)


def declare_register(*, at: datetime) -> None:
    """The starting register is public. May run again."""
    _open(REGISTER, UkTreaties.title, UK_LIST_IN_THE_REGISTER, at)


def _key(batch: Batch) -> str:
    return f"batch {batch.pk}"


def _open(key: str, title: str, coverage: Coverage, at: datetime) -> None:
    if coverage.first and coverage.last:
        said = {"first": coverage.first, "last": coverage.last}
        open_window(key, title=title, parties=coverage.parties, about=coverage.countries, at=at, **said)
