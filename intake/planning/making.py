"""Making a plan: every record of a file is judged, compared with the register, and given an outcome."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from agreements.models import Agreement
from editorial.composing import compose
from intake.cells.column import Circumstances
from intake.claims import Claim, DataSet, only_row
from intake.planning.echoes import without_echoes
from intake.planning.holdings import Held, holdings_for
from intake.planning.matching import Answer, Match, Matcher
from intake.planning.plan import Item, Likely, Plan
from intake.reading.refusing import refuse
from intake.vocabulary import Fault, Outcome
from parties.models import Party
from treaty.document.canonical import canonical_json, sha256
from treaty.document.difference import difference
from treaty.document.document import Document
from treaty.document.uniting import conflicts, unite
from treaty.document.uniting_events import Choices

Progress = Callable[[int, int | None], None]
"""Told how many records are done, and of how many, where that is known. What it raises ends the work."""

COMES_BACK = "It comes back into the register, from which it was retracted."


def make_plan(
    data_set: DataSet, given: Circumstances, *, answers: Mapping[str, Answer] | None = None, progress: Progress | None = None
) -> Plan:
    """Read a data set to its end and say what would become of it. Writes nothing.

    Raises FileRefused for a file that turns out unreadable on the way, RuleBroken for an answer that leads nowhere.
    """
    plan = Plan(data_set.name, data_set.title, data_set.about, data_set.coverage)
    maker = _Maker(Matcher(holdings_for(data_set.name), answers or {}), _names())
    for claim in data_set.claims(given):
        plan.items.append(maker.item(claim))
        if progress:
            progress(len(plan.items), None)
    return plan


def _names() -> dict[str, str]:
    return dict(Party.objects.order_by().values_list("code", "name"))


class _Maker:
    def __init__(self, matcher: Matcher, names: Mapping[str, str]) -> None:
        self._matcher, self._names = matcher, names
        self._seen: set[str] = set()

    def item(self, claim: Claim) -> Item:
        if claim.key in self._seen:
            fault = refuse(Fault.DUPLICATE_KEY, f"“{claim.key}” stands twice in the file.", row=claim.rows[0], value=claim.key)
            return _refused(claim, fault)
        self._seen.add(claim.key)
        if claim.document is None:
            return _refused(claim)
        text = canonical_json(claim.document)
        said = sha256(text)
        match = self._matcher.match(claim, claim.document, said)
        if match.candidates:
            return _item(claim, Outcome.ASKED, reason=match.reason, said=said, candidates=tuple(one.told() for one in match.candidates))
        if match.meant is None:
            return _item(claim, Outcome.CREATE, reason=match.reason, said=said, document=text)
        if said in self._matcher.holdings.said:
            return _same(claim, match, match.meant, said)
        return self._compared(claim, claim.document, match, match.meant, said)

    def _compared(self, claim: Claim, document: Document, match: Match, held: Held, said: str) -> Item:
        """What the file would change in an agreement that is there."""
        if held.retracted and not match.decided:
            retracted = Likely(held.name, held.title, held.pk)
            return _item(claim, Outcome.ASKED, reason="It was retracted from the register.", said=said, candidates=(retracted,))
        before = compose(Agreement.objects.get(pk=held.pk))
        try:
            after = unite(before, document.model_copy(update={"reference": before.reference}), _choices(before, document))
        except ValidationError as fault:
            return _refused(
                claim, refuse(Fault.NOT_A_DOCUMENT, f"Together with {held}: {fault.errors()[0]['msg']}.", row=only_row(claim.rows))
            )
        after = without_echoes(before, after)
        changes = tuple(change.sentence for change in difference(before, after, self._names))
        if held.retracted:
            changes = (COMES_BACK, *changes)
        if not changes:
            return _same(claim, match, held, said)
        if held.waits:
            sentence = f"{held} waits for review and would change."
            return _refused(claim, refuse(Fault.NOT_COVERED, sentence, row=only_row(claim.rows), right="The review is decided first."))
        return _item(
            claim,
            Outcome.CHANGE,
            reason=match.reason,
            agreement=held.pk,
            reference=held.reference,
            version=held.version,
            said=said,
            document=canonical_json(after),
            sentences=changes,
        )


def _choices(before: Document, document: Document) -> Choices:
    """What stands in the register stays; a title that a source gives stands before one that the register made."""
    return {conflict.path: conflict.default for conflict in conflicts(before, document)}


def _same(claim: Claim, match: Match, held: Held, said: str) -> Item:
    return _item(claim, Outcome.SAME, reason=match.reason, agreement=held.pk, reference=held.reference, version=held.version, said=said)


def _refused(claim: Claim, *faults: object) -> Item:
    return _item(claim, Outcome.REFUSED, refused=(*claim.refused, *faults))


def _item(claim: Claim, outcome: Outcome, **said: object) -> Item:
    kept: dict[str, object] = {"refused": claim.refused, "remarks": claim.remarks} | said
    return Item(outcome, claim.key, claim.rows, claim.title, claim.group, **kept)  # type: ignore[arg-type]


def in_order(plan: Plan) -> Iterator[Item]:
    """The items that write something, in the order of the file."""
    return plan.of(Outcome.CREATE, Outcome.CHANGE)
