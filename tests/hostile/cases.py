"""Every hostile file."""

from tests.hostile.case import Case
from tests.hostile.documents import documents
from tests.hostile.packages import hidden, misplaced
from tests.hostile.tables import cells, data_sets, rows
from tests.hostile.texts import foreign, huge, texts


def all_cases() -> list[Case]:
    return [
        case for made in (cells(), rows(), data_sets(), texts(), foreign(), hidden(), misplaced(), documents(), huge()) for case in made
    ]
