"""The parties as the reference files give them: names are resolved and rules are checked without a database."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from intake.people import People
from parties.book import Leaf, Period
from parties.book import PartyBook as Book
from parties.folding import fold
from parties.querysets import STATES
from parties.reference import Row, read_reference
from parties.resolving import OWN, Bearing, PartyFinder
from treaty.document.days import PartialDay
from treaty.vocabulary.names import NameKind

Reference = dict[str, list[Row]]


def read_people(folder: Path) -> People:
    """Read the reference files of parties. Raises ReferenceFault where they are wrong."""
    reference = read_reference(folder)
    circles: defaultdict[str, dict[str, PartialDay]] = defaultdict(dict)
    for row in reference["memberships.csv"]:
        if row["begins"]:
            circles[row["organisation"]][row["member"]] = row["begins"]
    return People(_finder(reference), _book(reference), circles)


def _finder(reference: Reference) -> PartyFinder:
    parties = {row["code"]: row["name"] for row in reference["parties.csv"]}
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, list[Bearing]] = defaultdict(list)
    for row in reference["names.csv"]:
        folded = fold(row["text"])
        spelt[row["party"]].add(folded)
        names[folded].append(Bearing(row["party"], row["begins"], row["ends"], row["kind"] in OWN))
    for code, name in parties.items():
        if fold(name) not in spelt[code]:
            names[fold(name)].append(Bearing(code, None, None, True))
    codes: defaultdict[tuple[str, str], list[Bearing]] = defaultdict(list)
    for row in reference["codes.csv"]:
        codes[row["scheme"], row["value"]].append(Bearing(row["party"], row["begins"], row["ends"], row["party"] == row["value"]))
    return PartyFinder(parties, dict(names), dict(codes))


def _book(reference: Reference) -> Book:
    lives: defaultdict[str, list[Period]] = defaultdict(list)
    for row in reference["lives.csv"]:
        lives[row["party"]].append((row["begins"], row["ends"]))
    formers: defaultdict[str, list[tuple[Period, str]]] = defaultdict(list)
    for row in reference["names.csv"]:
        if row["kind"] == NameKind.FORMER and row["language"] == "en" and (row["begins"] or row["ends"]):
            formers[row["party"]].append(((row["begins"], row["ends"]), row["text"]))
    leaves: dict[str, Any] = {
        row["code"]: Leaf(row["name"], row["type"] in STATES, tuple(lives[row["code"]]), tuple(formers[row["code"]]))
        for row in reference["parties.csv"]
    }
    return Book(leaves)
