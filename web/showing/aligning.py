"""Values of several agreements in rows: what is said of each, and whether they say the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.provision import AnyProvision
from treaty.document.wording import Names
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.value_states import ValueState
from web.showing.links import ShownTerm, shown_term
from web.showing.provisions import Field, fields_of

NOT_CODED = "Not coded"
NONE_KNOWN = "None known"


@dataclass(frozen=True)
class Cell:
    """What is said of one agreement. `is_known` is False where nobody has coded it; `href` leads to it."""

    text: str
    is_known: bool = True
    href: str = ""


@dataclass(frozen=True)
class Line:
    """One aligned row. `verdict` says in words whether they agree: "same", "differs", or that some or all are not known."""

    label: str
    definition: str
    cells: tuple[Cell, ...]
    verdict: str
    look: str


@dataclass(frozen=True)
class Block:
    """One kind of provision: whether each agreement has it, and its attributes."""

    id: str
    kind: ShownTerm | None
    value: str
    lines: tuple[Line, ...]


def line(label: str, cells: Sequence[Cell], definition: str = "") -> Line:
    known = [cell.text.casefold() for cell in cells if cell.is_known]
    missing = len(cells) - len(known)
    if len(set(known)) > 1:
        return Line(label, definition, tuple(cells), "differs", "differs")
    if missing:
        return Line(label, definition, tuple(cells), "known of some only" if known else "known of none", "unknown")
    return Line(label, definition, tuple(cells), "same", "same")


def cell(text: str) -> Cell:
    return Cell(text) if text else Cell(NOT_CODED, is_known=False)


def blocks(documents: Sequence[Document], names: Names, hrefs: Sequence[str], carried: Mapping[str, str]) -> tuple[Block, ...]:
    """Every kind of provision that any of them speaks of, in the order of the vocabulary."""
    found = (_block(kind, [_of_kind(kind, document, names) for document in documents], hrefs, carried) for kind in ProvisionKind)
    return tuple(block for block in found if block)


TRAITS: tuple[tuple[str, Callable[[AnyProvision], str]], ...] = (
    ("Articles", lambda provision: ", ".join(provision.articles)),
    ("Strength", lambda provision: provision.strength.label if provision.strength else ""),
    ("Reciprocity", lambda provision: provision.reciprocity.label if provision.reciprocity else ""),
)
Said = tuple[AnyProvision, tuple[Field, ...]]


def _of_kind(kind: ProvisionKind, document: Document, names: Names) -> list[Said]:
    return [(one, fields_of(one, names)) for one in document.provisions if one.kind is kind]


def _block(kind: ProvisionKind, said: list[list[Said]], hrefs: Sequence[str], carried: Mapping[str, str]) -> Block | None:
    if not any(said):
        return None
    lines = [
        line("Whether it is there", [_presence(one, href) for one, href in zip(said, hrefs, strict=True)]),
        *_traits(said),
        *_attributes(said),
    ]
    return Block(f"provision-{kind.value.replace('_', '-')}", shown_term(kind, carried), kind.value, tuple(lines))


def _presence(said: list[Said], href: str) -> Cell:
    """Present or absent where somebody has coded it; where nobody has, neither."""
    if not said:
        return Cell(NOT_CODED, is_known=False)
    states = list(dict.fromkeys(provision.state.label for provision, _ in said))
    settled = all(provision.state in (ValueState.PRESENT, ValueState.ABSENT, ValueState.NOT_APPLICABLE) for provision, _ in said)
    return Cell(", ".join(states), settled, f"{href}#provision-{said[0][0].id}")


def _traits(said: list[list[Said]]) -> Iterable[Line]:
    """Articles, strength, reciprocity: only where any of them has it."""
    for label, of in TRAITS:
        texts = ["; ".join(dict.fromkeys(text for provision, _ in one if (text := of(provision)))) for one in said]
        if any(texts):
            found = line(label, [cell(text) for text in texts])
            yield found if label != "Articles" else Line(label, "", found.cells, "", "plain")


def _attributes(said: list[list[Said]]) -> Iterable[Line]:
    """Every attribute that any of them has a value for, in the order of the kind."""
    labels: dict[str, str] = {}
    for one in said:
        for _, fields in one:
            labels |= {field.label: field.definition for field in fields}
    for label, definition in labels.items():
        yield line(label, [_attribute(label, one) for one in said], definition)


def _attribute(label: str, said: list[Said]) -> Cell:
    fields = [field for _, all_fields in said for field in all_fields if field.label == label]
    texts = [", ".join(sorted(value.text for value in field.values)) for field in fields]
    if said and not texts and all(provision.state is ValueState.ABSENT for provision, _ in said):
        return Cell("Nothing: the provision is absent")
    return Cell("; ".join(dict.fromkeys(texts)), any(not field.missing for field in fields)) if texts else Cell(NOT_CODED, is_known=False)
