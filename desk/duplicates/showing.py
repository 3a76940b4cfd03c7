"""Likely duplicates and mergers in ready words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from agreements.models import Agreement
from editorial.duplicates import Duplicate, profiles
from editorial.merging import Plan
from parties.book import party_book
from treaty.document.difference import difference
from treaty.document.document import Document
from treaty.document.likeness import Profile
from treaty.document.uniting import Conflict
from treaty.document.wording import day_in_words, event_in_words

LABELS = {
    "title": "Title", "short_title": "Short title", "kind": "Kind", "form": "Form", "character": "Character", "laterality": "Laterality",
    "summary": "Summary", "duration.entry_into_force": "How it enters into force", "duration.term": "Term", "duration.renewal": "Renewal",
    "duration.notice": "Notice",
}  # fmt: skip


@dataclass(frozen=True)
class ShownDuplicate:
    """One likely duplicate: how likely, why, and where to go."""

    pk: int
    name: str
    reference: str
    href: str
    percent: int
    certain: bool
    sentences: tuple[str, ...]
    dismissed: str = ""
    merge_href: str = ""
    dismiss_href: str = ""
    rows: tuple["ShownRow", ...] = ()


@dataclass(frozen=True)
class ShownRow:
    """One line of two records side by side."""

    label: str
    ours: str
    theirs: str

    @property
    def same(self) -> bool:
        return self.ours == self.theirs


def shown(duplicates: Iterable[Duplicate], *, of: Agreement | None = None) -> list[ShownDuplicate]:
    return [_shown(one, of) for one in duplicates]


def _shown(one: Duplicate, of: Agreement | None, rows: tuple[ShownRow, ...] = ()) -> ShownDuplicate:
    agreement, dismissal = one.agreement, one.dismissal
    return ShownDuplicate(
        pk=agreement.pk,
        name=agreement.title,
        reference=agreement.record.reference if agreement.record else "",
        href=reverse("admin:agreements_agreement_change", args=[agreement.pk]),
        percent=min(round(one.likeness.score * 100), 99) if not one.likeness.is_certain else round(one.likeness.score * 100),
        certain=one.likeness.is_certain,
        sentences=one.likeness.sentences,
        dismissed=f"{dismissal.by}, {day_in_words(dismissal.at.date())}: {dismissal.reason}" if dismissal else "",
        merge_href=reverse("duplicates:merge", args=merge_order(of, agreement)) if of else "",
        dismiss_href=reverse("duplicates:dismiss", args=[of.pk, agreement.pk]) if of else "",
        rows=rows,
    )


def merge_order(one: Agreement, other: Agreement) -> list[int]:
    """The survivor first: the public one, or the one that was published or begun first."""
    ordered = sorted((one, other), key=lambda agreement: (agreement.record_id is None, agreement.record_id or 0, agreement.pk))
    return [agreement.pk for agreement in ordered]


def side_by_side(agreement: Agreement, duplicates: list[Duplicate]) -> list[ShownDuplicate]:
    """Each duplicate beside the agreement, line by line. A fixed number of queries."""
    known = profiles([agreement, *(one.agreement for one in duplicates)])
    names = party_book()
    return [
        _shown(one, agreement, tuple(_rows(agreement, known[agreement.pk], one.agreement, known[one.agreement.pk], names)))
        for one in duplicates
    ]


def _rows(one: Agreement, ours: Profile, other: Agreement, theirs: Profile, names: Any) -> Iterable[ShownRow]:
    def row(label: str, read: Any) -> ShownRow:
        return ShownRow(label, read(one, ours), read(other, theirs))

    yield row("Title", lambda agreement, profile: agreement.title)
    yield row("Reference", lambda agreement, profile: profile.reference or "a draft, not public")
    yield row("Kind", lambda agreement, profile: agreement.kind.label if agreement.kind else "not coded")
    yield row("Parties", lambda agreement, profile: ", ".join(sorted(names.name(code) for code in profile.parties)) or "none")
    yield row("Signed", lambda agreement, profile: _days(profile.signed))
    yield row("In force", lambda agreement, profile: _days(profile.in_force))
    yield row(
        "Numbers",
        lambda agreement, profile: ", ".join(f"{scheme.label} {value}" for scheme, value in sorted(profile.identifiers)) or "none",
    )
    yield row("Entered by", lambda agreement, profile: str(agreement.created_by or "the starting register"))


def _days(days: Iterable[Any]) -> str:
    return ", or ".join(day_in_words(day) for day in sorted(days)) or "not known"


@dataclass(frozen=True)
class ShownChoice:
    """A place where one of two values stands: its field's name in the form, and both values with the one that is chosen."""

    name: str
    label: str
    ours: str
    theirs: str
    keeps_ours: bool


@dataclass(frozen=True)
class ShownPlan:
    """What a merger would make of the survivor, and what of both is the same."""

    choices: tuple[ShownChoice, ...]
    adds: tuple[str, ...]


def shown_plan(plan: Plan, chosen: Mapping[str, str]) -> ShownPlan:
    names = _names(plan.survivor, plan.other)
    return ShownPlan(
        choices=tuple(_choice(conflict, names, chosen.get(conflict.path, conflict.default)) for conflict in plan.conflicts),
        adds=tuple(change.sentence for change in difference(plan.survivor, plan.united, names)),
    )


def _choice(conflict: Conflict, names: Mapping[str, str], chosen: str) -> ShownChoice:
    happened = conflict.path.startswith("events.")
    label = f"{conflict.ours.kind.label}: which day is accepted" if happened else LABELS[conflict.path]
    ours, theirs = (event_in_words(side, names) if happened else _value(side) for side in (conflict.ours, conflict.theirs))
    return ShownChoice(f"keep.{conflict.path}", label, ours, theirs, chosen != "other")


def _value(value: Any) -> str:
    if hasattr(value, "model_fields_set"):
        said = value.model_dump(mode="json")
        return "; ".join(f"{name.replace('_', ' ')} {_plain(one)}" for name, one in said.items() if one not in (None, "", [], 0))
    return str(getattr(value, "label", value))


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).replace("_", " ")


def _names(*documents: Document) -> Mapping[str, str]:
    book = party_book()
    codes = {part.party for document in documents for part in document.participations}
    codes |= {code for document in documents for event in document.events for code in (event.party, event.other_party) if code}
    return {code: book.name(code) for code in codes}
