"""The matrix: parties against kinds of provision or against each other, on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.holdings import Cell
from catalogue.matrix import PARTIES, Matrix, by_party, by_provision
from catalogue.offering import organisations_with_members
from treaty.vocabulary.provisions.kinds import ProvisionKind
from web.picturing import Asked
from web.showing.cells import ITSELF, Meaning, ShownCell, between, evidence, legend, shared, shown_cell
from web.showing.days import DayControl, day_control
from web.showing.gaps import GapForm, gap_form
from web.showing.lifting import Chip
from web.showing.links import Link, page
from web.showing.narrowed import Field, Form, chips, form, select, usual
from web.showing.sentence import sentence
from web.showing.words import counted, number

OWN = ("columns", "show")
SHOWN, MOST = 20, 200
STEPS = (20, 50, 100, 200)


@dataclass(frozen=True)
class Head:
    """The head of a row or a column."""

    label: str
    short: str
    title: str
    href: str


@dataclass(frozen=True)
class Line:
    """A row: its head, what the party has of all agreements, and a cell or nothing for each column."""

    head: Head
    whole: ShownCell | None
    cells: tuple[ShownCell | None, ...]


@dataclass(frozen=True)
class MatrixPage:
    room = "matrix"
    sentence: str
    of_parties: bool
    views: tuple[Link, ...]
    columns: tuple[Head, ...]
    lines: tuple[Line, ...]
    legend: tuple[Meaning, ...]
    shown: str
    coded: str
    steps: tuple[Link, ...]
    chips: tuple[Chip, ...]
    lift_all: str
    form: Form
    gaps: GapForm
    days: DayControl
    elsewhere: tuple[Link, ...]


def read_matrix(asked: Asked) -> Matrix:
    """The matrix that is asked for. At most seven queries."""
    most = int(asked.own.get("show") or SHOWN)
    return (by_party if asked.own.get("columns") == PARTIES else by_provision)(asked.question, most=most)


def matrix_page(asked: Asked) -> MatrixPage:
    matrix, days = read_matrix(asked), asked.days
    of_parties, organisations = asked.own.get("columns") == PARTIES, organisations_with_members()
    return MatrixPage(
        sentence=sentence(asked.question, asked.names, today=asked.today),
        of_parties=of_parties,
        views=_views(asked),
        columns=tuple(_column(column, asked) for column in matrix.columns),
        lines=tuple(_lines(matrix, asked)),
        legend=legend([*matrix.cells.values(), *matrix.whole.values()]),
        shown=_shown(matrix),
        coded=_coded(matrix) if not of_parties else "",
        steps=tuple(_steps(matrix, asked)),
        chips=chips("matrix", asked),
        lift_all=page("matrix", columns=asked.own.get("columns", ""), **days.carried),
        form=replace(form("matrix", asked, *usual(asked, organisations), _how_many(asked), but="party"), codes=_codes(asked)),
        gaps=gap_form(asked, organisations),
        days=day_control(page("matrix"), days, kept=asked.parameters),
        elsewhere=tuple(_elsewhere(asked)),
    )


def _views(asked: Asked) -> tuple[Link, ...]:
    """Parties against provisions, and against each other; the note says which of them this is."""
    own = asked.own.get("columns", "")
    return tuple(
        Link(text, page("matrix", **{**asked.parameters, "columns": columns}), "true" if own == columns else "")
        for text, columns in (("Parties and provisions", ""), ("Parties and parties", PARTIES))
    )


def _party(code: str, asked: Asked) -> Head:
    return Head(asked.names.get(code, code), code, code, page("party", code, **asked.days.carried))


def _column(column: str, asked: Asked) -> Head:
    if asked.own.get("columns") == PARTIES:
        return _party(column, asked)
    kind = ProvisionKind(column)
    href = page("agreements", **{**_list_parameters(asked), "provision": column})
    return Head(kind.label, kind.label, kind.definition, href)


def _list_parameters(asked: Asked) -> dict[str, str]:
    """The parameters that a list knows."""
    return {name: value for name, value in asked.parameters.items() if name not in OWN}


def _lines(matrix: Matrix, asked: Asked) -> Iterable[Line]:
    parameters, heads = _list_parameters(asked), {column: _column(column, asked).label for column in matrix.columns}
    for row in matrix.rows:
        name = asked.names.get(row, row)
        whole = matrix.whole.get(row)
        cells = (
            shown_cell(cell, f"{name}, {heads[column]}", _href(cell, row, column, asked, parameters))
            if (cell := matrix.cells.get((row, column)))
            else ITSELF
            if row == column
            else None
            for column in matrix.columns
        )
        all_of_it = shown_cell(whole, f"{name}, any agreement", evidence(parameters, row, standing=whole.standing)) if whole else None
        yield Line(_party(row, asked), all_of_it, tuple(cells))


def _href(cell: Cell, row: str, column: str, asked: Asked, parameters: Mapping[str, str]) -> str:
    if asked.own.get("columns") == PARTIES:
        return between(parameters, row, column)
    return evidence(parameters, row, column, cell.standing)


def _shown(matrix: Matrix) -> str:
    """How many parties these are, of how many."""
    shown = len(matrix.rows) if len(matrix.rows) > 1 else max(len(matrix.rows), len(matrix.columns))
    everybody = counted(matrix.parties, "party", "parties")
    if shown < matrix.parties:
        return f"The {number(shown)} with most agreements, of {everybody}."
    return f"{everybody}, the one with most agreements first."


def _coded(matrix: Matrix) -> str:
    """How far the provisions are coded at all: what is not coded is in no column."""
    rest = matrix.agreements - matrix.coded
    if not rest:
        return ""
    verb = "has" if matrix.coded == 1 else "have"
    return (
        f"Of {counted(matrix.agreements, 'agreement')} that answer the question, {number(matrix.coded)} {verb} provisions coded. "
        f"The other {number(rest)} stand in the column “Any” only: what they provide is not covered yet."
    )


def _steps(matrix: Matrix, asked: Asked) -> Iterable[Link]:
    """More or fewer parties; the note marks how many these are."""
    now = int(asked.own.get("show") or SHOWN)
    for step in STEPS:
        if step == SHOWN or matrix.parties > STEPS[STEPS.index(step) - 1]:
            show = "" if step == SHOWN else str(step)
            yield Link(str(step), page("matrix", **{**asked.parameters, "show": show}), "true" if step == now else "")


def _how_many(asked: Asked) -> Any:
    now = asked.own.get("show", "")
    return select("show", "Parties", f"{SHOWN} with most agreements", [(str(step), f"{step} with most") for step in STEPS[1:]], now)


def _codes(asked: Asked) -> Field:
    return Field("by-party", "party", "Parties, by code", asked.parameters.get("party", ""), "JPN, AUS, PHL")


def _elsewhere(asked: Asked) -> Iterable[Link]:
    yield Link("CSV", page("matrix-table", **asked.parameters), "A table with a line for each cell")
    yield Link("JSON", page("matrix-data", **asked.parameters), "The same as data")


def matrix_data(matrix: Matrix, asked: Asked, site: str) -> dict[str, Any]:
    """The matrix as data: the question, its heads, and every cell with the address of its evidence."""
    parameters, of_parties = _list_parameters(asked), asked.own.get("columns") == PARTIES
    return {
        "question": sentence(asked.question, asked.names, today=asked.today),
        "as_of": asked.question.on.isoformat(),
        "as_known": asked.question.as_known and asked.question.as_known.isoformat(),
        "inferred": asked.question.inferring,
        "agreements": matrix.agreements,
        "parties": matrix.parties,
        "rows": [{"code": code, "name": asked.names.get(code, code)} for code in matrix.rows],
        "columns": [{"code": column, "name": _column(column, asked).label} for column in matrix.columns],
        "cells": [
            {**cell_data(cell, row, column), "url": site + _listed(cell, row, column, parameters, of_parties)}
            for (row, column), cell in _all_cells(matrix)
        ],
    }


def _all_cells(matrix: Matrix) -> Iterable[tuple[tuple[str, str], Cell]]:
    """Every cell, row by row; what a party has of all agreements stands under the column ""."""
    for row in matrix.rows:
        if row in matrix.whole:
            yield (row, ""), matrix.whole[row]
        yield from (((row, column), matrix.cells[row, column]) for column in matrix.columns if (row, column) in matrix.cells)


def cell_data(cell: Cell, row: str, column: str) -> dict[str, Any]:
    return {
        "row": row,
        "column": column,
        "standing": cell.standing or None,
        "number": cell.number,
        "agreements": cell.all,
        "standings": dict(cell.counts),
    }


def _listed(cell: Cell, row: str, column: str, parameters: Mapping[str, str], of_parties: bool) -> str:
    """The list that finds exactly what the cell counts under its standing."""
    if of_parties and column:
        return shared(parameters, row, column, cell.standing)
    return evidence(parameters, row, column, cell.standing)
