"""One agreement between two parties: what holds between them on the day, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.between import Common
from treaty.document.document import Document
from treaty.document.wording import day_in_words, joined
from treaty.law.deadlines import deadlines
from treaty.law.explaining import explain_tie
from treaty.law.pairs import between
from treaty.law.standing import standing_on
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing
from web.showing.badge import Badge, badge
from web.showing.days import Days
from web.showing.law import rule_address
from web.showing.links import page
from web.showing.words import counted, first_down

LOOKS = {
    PairStanding.BOTH_BOUND: Badge("in-force", "In force between them"),
    PairStanding.MODIFIED_BETWEEN: Badge("in-force", "In force, modified between them"),
    PairStanding.SUSPENDED_BETWEEN: Badge("suspended", "Suspended between them"),
}
WAITING = frozenset({PartyStanding.SIGNATORY, PartyStanding.CONTRACTING, PartyStanding.ACCEDING, PartyStanding.PROVISIONAL})
GONE = frozenset({PartyStanding.WITHDRAWN, PartyStanding.ENDED, PartyStanding.PREDECESSOR, PartyStanding.DECLINED})
PROVISIONS = 6  # so many are named


@dataclass(frozen=True)
class Bond:
    """An agreement to which both are parties. `why` is the law's account of what holds between them, by
    the `rule` at that address; `each` says where either stands."""

    reference: str
    title: str
    href: str
    badge: Badge
    facts: tuple[str, ...]
    each: str
    why: str
    rule: str
    outstanding: tuple[str, ...]


def is_coming(common: Common) -> bool:
    """Whether it is not in force between the two, and may yet come to be."""
    if common.tie is not None:
        return False
    standings = {one.standing for one in common.bindings.values()}
    if standings & GONE or (common.period and common.period.standing in (Standing.ENDED, Standing.LAPSED)):
        return False
    return bool(standings & WAITING) or (common.period is not None and common.period.standing is Standing.NEGOTIATING)


def bond(common: Common, document: Document | None, names: Mapping[str, str], days: Days, codes: tuple[str, str]) -> Bond:
    """`document` is given where the law is to say why."""
    tie = standing_on(days.on, between(*codes, document, inferred=days.inferring)) if document else None
    return Bond(
        reference=common.reference,
        title=common.title,
        href=page("agreement", common.reference, **days.carried),
        badge=badge_of(common),
        facts=tuple(fact for fact in _facts(common) if fact),
        each="; ".join(_each(common, names, codes)),
        why=explain_tie(tie, document, names) if document and tie else "",
        rule=rule_address(tie.because.rule, days.carried) if tie else "",
        outstanding=_outstanding(document, names, days, codes) if document and common.tie is None else (),
    )


def badge_of(common: Common) -> Badge:
    """What holds between the two; where nothing does, the standing that both have, or that of the whole."""
    if common.tie:
        held = LOOKS[common.tie.standing]
        return Badge(held.look, held.label, f"since {day_in_words(common.tie.since)}")
    standings = {one.standing for one in common.bindings.values()}
    if len(common.bindings) == 2 and standings <= WAITING:
        return Badge("signed", "Signed, not in force", f"since {day_in_words(common.signed)}" if common.signed else "")
    if common.period and (not common.bindings or common.period.standing in (Standing.ENDED, Standing.LAPSED, Standing.NEGOTIATING)):
        return badge(common.period.standing, common.period.since)
    return Badge("none", "Not in force between them") if common.bindings else badge(None)


def _facts(common: Common) -> Iterable[str]:
    yield common.kind.label if common.kind else ""
    yield "" if common.is_bilateral else counted(len(common.parties), "party", "parties")
    yield f"signed {day_in_words(common.signed)}" if common.signed else ""
    labels = sorted(first_down(kind.label) for kind in common.provisions)
    more = f" and {len(labels) - PROVISIONS} more" if len(labels) > PROVISIONS else ""
    yield f"on {joined(labels) if not more else ', '.join(labels[:PROVISIONS]) + more}" if labels else ""
    yield common.reference


def _each(common: Common, names: Mapping[str, str], codes: tuple[str, str]) -> Iterable[str]:
    """As in "Japan: signatory since January 2026"."""
    for code in codes:
        own = common.bindings.get(code)
        said = f"{first_down(own.standing.label)} since {day_in_words(own.since)}" if own else "nothing known by then"
        yield f"{names.get(code, code)}: {said}"


def _outstanding(document: Document, names: Mapping[str, str], days: Days, codes: tuple[str, str]) -> tuple[str, ...]:
    """Which of the two still has to act before it is in force between them."""
    coming = deadlines(document, on=days.on, names=names, inferred=days.inferring)
    return tuple(one.sentence for one in coming if one.kind is DeadlineKind.CONSENT_OUTSTANDING and one.party in codes)
