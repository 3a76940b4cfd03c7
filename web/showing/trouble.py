"""What went wrong, what is allowed, and where to go from here."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.refusing import Fault, Gone, NotFound, Refused, nearest_party
from web.reading import party_names
from web.showing.links import Link, page, with_query
from web.showing.words import echo, first_up

LOOSE_REFERENCE = re.compile(r"/agreements/[eE]?0*([0-9]{1,9})/?(?:revisions/.*)?", re.ASCII)
PARTY_ADDRESS = re.compile(r"/parties/([^/]{1,200}?)(?:\.json|/)?")
BETWEEN_ADDRESS = re.compile(r"/between/([^/]{1,200})/([^/]{1,200}?)(?:\.json|\.svg|\.png|/)?")


@dataclass(frozen=True)
class ShownFault:
    """One parameter at fault: its value, what is wrong, and the nearest thing that is allowed."""

    parameter: str
    value: str
    detail: str
    suggestion: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trouble:
    status: int
    heading: str
    sentence: str
    faults: tuple[ShownFault, ...] = ()
    ways: tuple[Link, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """The questions among the ways on: what was probably meant."""
        return tuple(way.text for way in self.ways if way.text.endswith("?"))


def refused(error: Refused, path: str, parameters: Mapping[str, str]) -> Trouble:
    """400: every parameter at fault, not the first only; and the question mended, where all of it can be."""
    mended = _mended(error.faults, parameters)
    return Trouble(
        400,
        "This question cannot be answered as it stands",
        "Nothing was guessed or left out: a filter that is ignored would be a wrong answer.",
        tuple(
            ShownFault(echo(fault.parameter), echo(fault.value), echo(fault.detail, 1200), fault.suggestion, fault.allowed)
            for fault in error.faults
        ),
        (
            *([Link("Ask with these corrections", with_query(path, mended))] if mended else []),
            Link("The same page without any parameter", path),
            Link("The first page", page("home")),
        ),
    )


def _mended(faults: Iterable[Fault], parameters: Mapping[str, str]) -> dict[str, str]:
    """The parameters with each fault's suggestion in its place; empty where one has none."""
    mended = dict(parameters)
    for fault in faults:
        if not fault.suggestion or fault.parameter not in mended:
            return {}
        if not fault.value:  # a parameter that there is not, and the one that was meant
            mended[fault.suggestion] = mended.pop(fault.parameter)
            continue
        values = [value.strip() for value in mended[fault.parameter].split(",")]
        mended[fault.parameter] = ",".join(fault.suggestion if value.upper() == fault.value.upper() else value for value in values)
    return mended


def gone(error: Gone) -> Trouble:
    """410: it was public, and why it is no more."""
    return Trouble(410, "This record has been retracted", echo(str(error), 4200), (), _home())


def not_found(error: Exception, path: str) -> Trouble:
    """404, with the nearest thing that there is."""
    said = str(error) if isinstance(error, NotFound) else "No page of the register has this address."
    return Trouble(404, "Not found", echo(first_up(said), 400), (), (*_nearest(path), *_home()))


def not_allowed(method: str) -> Trouble:
    return Trouble(405, "This address can only be read", f"It answers GET and HEAD, and not {echo(method, 20)}.", (), _home())


def bad_request() -> Trouble:
    return Trouble(400, "This request cannot be read", "Something in it is not as the web writes it.", (), _home())


def _nearest(path: str) -> Iterable[Link]:
    if match := LOOSE_REFERENCE.fullmatch(path):
        reference = f"E{int(match[1]):04d}"
        if f"/agreements/{reference}/" != path:
            yield Link(f"Did you mean {reference}?", page("agreement", reference))
    if match := PARTY_ADDRESS.fullmatch(path):
        names = party_names()
        if code := nearest_party(match[1], names):
            yield Link(f"Did you mean {names[code]} ({code})?", page("party", code))
    if match := BETWEEN_ADDRESS.fullmatch(path):
        yield from _nearest_pair(match[1], match[2])


def _nearest_pair(one: str, two: str) -> Iterable[Link]:
    """The page about the two that were probably meant; about the one, where it was named twice; else the form that takes two."""
    names = party_names()
    near = [code if code.upper() in names else nearest_party(code, names) for code in (one, two)]
    codes = sorted({code.upper() for code in near if code})
    if len(codes) == 2:
        yield Link(f"Did you mean {' and '.join(names[code] for code in codes)}?", page("between", *codes))
    elif len(codes) == 1:
        yield Link(f"{names[codes[0]]} by itself", page("party", codes[0]))
    yield Link("Choose two parties", page("betweens"))


def _home() -> tuple[Link, ...]:
    return (Link("All agreements", page("agreements")), Link("All parties", page("parties")), Link("The first page", page("home")))
