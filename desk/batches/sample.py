"""The sample of a batch: the records that a reviewer reads in place of all."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from intake.batches import sample_of
from intake.models import Batch, BatchLine


@dataclass(frozen=True)
class Sample:
    """The lines to be read, and how many of them somebody has read."""

    lines: tuple[BatchLine, ...]

    @property
    def read(self) -> int:
        return sum(line.read_at is not None for line in self.lines)

    @property
    def whole(self) -> bool:
        return self.read == len(self.lines)

    @property
    def next(self) -> BatchLine | None:
        """The first that nobody has read."""
        return next((line for line in self.lines if line.read_at is None), None)

    def place(self, line: BatchLine) -> int:
        """Where it stands in the sample, from 1; 0 for a record that is not in it."""
        return next((number for number, one in enumerate(self.lines, start=1) if one.pk == line.pk), 0)


def sample_for(batch: Batch) -> Sample:
    """Two queries: the lines, and who read them."""
    lines = sample_of(batch)
    prefetch_related_objects(lines, "read_by")
    return Sample(tuple(lines))
