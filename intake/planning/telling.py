"""A plan in lines for a terminal: the counts, and every record that is refused, asked about or changed."""

from collections.abc import Iterator

from intake.planning.plan import Item, Plan
from intake.vocabulary import Outcome

MOST = 200


def in_lines(plan: Plan) -> Iterator[str]:
    """What somebody reads before saying yes."""
    counts = plan.counts()
    yield str(plan.about)
    yield f"{plan.title}: {len(plan.items):,} records. {plan.coverage}"
    for outcome in Outcome:
        yield f"  {counts[outcome]:6,}  {outcome.label.lower():14} {outcome.definition}"
    yield f"  {plan.suspicious():6,}  suspicious     Something about them should be looked at; they are counted above."
    yield from _groups(plan)
    for outcome, heading in ((Outcome.REFUSED, "Refused"), (Outcome.ASKED, "To be decided"), (Outcome.CHANGE, "Changed")):
        yield from _listed(heading, list(plan.of(outcome)))
    remarked = plan.remarked()
    if remarked:
        yield "Looked at more closely:"
    for (code, rule), times in remarked.most_common():
        yield f"  {times:6,}  {code.label}{f' ({rule})' if rule else ''}"


def _groups(plan: Plan) -> Iterator[str]:
    groups = plan.by_group()
    if set(groups) <= {""}:
        return
    yield "By heading of the data set:"
    for group, counts in groups.items():
        told = ", ".join(f"{times} {outcome.label.lower()}" for outcome, times in sorted(counts.items(), key=lambda pair: -pair[1]))
        yield f"  {sum(counts.values()):6,}  {group or '(none)'}: {told}"


def _listed(heading: str, items: list[Item]) -> Iterator[str]:
    if items:
        yield f"{heading}: {len(items):,}"
    for item in items[:MOST]:
        yield f"  {item.key}  {item.title}{f'  [{item.reason}]' if item.reason else ''}"
        yield from (f"      {refusal} {refusal.right}" for refusal in item.refused)
        yield from (f"      {said}" for said in (*item.candidates, *item.sentences[:5]))
        if len(item.sentences) > 5:
            yield f"      and {len(item.sentences) - 5} more changes"
    if len(items) > MOST:
        yield f"  and {len(items) - MOST:,} more; the whole plan goes into a file with --out."
