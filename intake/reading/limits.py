"""How much is taken in, so that no file can fill the memory or the day of the machine."""

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """The most of everything. `unpacked` and `ratio` are for the parts of a workbook; `line` for one document of JSON Lines."""

    size: int = 50 * MEGABYTE
    json_size: int = 10 * MEGABYTE  # a JSON file is held in memory as a whole
    line: int = 5 * MEGABYTE
    rows: int = 100_000
    columns: int = 400
    cell: int = 32_767  # what a cell of a spreadsheet holds at most
    unpacked: int = 200 * MEGABYTE
    strings: int = 40 * MEGABYTE  # of a workbook's shared strings, which are held in memory
    ratio: int = 200
    parts: int = 2_000
    depth: int = 40


LIMITS = Limits()
