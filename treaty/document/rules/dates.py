"""Rules on the order and possibility of dates."""

from collections.abc import Iterator

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.rules.rule import Circumstances, Level, Rule
from treaty.document.wording import day_in_words, event_in_words, when
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind


def _accepted(document: Document) -> Iterator[tuple[str, Event]]:
    for index, event in enumerate(document.events):
        if event.weight is Weight.ACCEPTED and event.occurrence is Occurrence.HAPPENED:
            yield f"events.{index}", event


def _first_signature(document: Document) -> PartialDay | None:
    return min((event.date for _, event in _accepted(document) if event.kind in SIGNATURES and event.date), default=None)


def _in_force_before_signature(document: Document) -> Iterator[tuple[str, str, Event]]:
    signed = _first_signature(document)
    for path, event in _accepted(document):
        if event.kind is EventKind.ENTRY_INTO_FORCE and event.date and signed and event.date.surely_before(signed):
            yield f"{path}.date", f"In force {when(event.date)}, but first signed {when(signed)}.", event


class NotInForceBeforeSignature(Rule):
    """An agreement does not enter into force before it is signed, unless a source says so."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for path, detail, event in _in_force_before_signature(document):
            if not event.evidence:
                yield path, f"{detail} No source is cited."


class InForceBeforeSignatureIsChecked(Rule):
    """Where a source puts entry into force before signature, somebody should check that it means retroactive effect."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for path, detail, event in _in_force_before_signature(document):
            if event.evidence and not any(evidence.verified for evidence in event.evidence):
                yield path, detail


class EndsAfterItBegins(Rule):
    """An agreement ends after it was signed and after it entered into force."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        begun = [event for _, event in _accepted(document) if event.date and event.kind in SIGNATURES | {EventKind.ENTRY_INTO_FORCE}]
        for path, event in _accepted(document):
            ended = event.effective_date or event.date
            if event.kind not in ENDINGS or event.party is not None or ended is None:
                continue
            for beginning in begun:
                if beginning.date and ended.surely_before(beginning.date):
                    yield f"{path}.date", f"It ends {when(ended)}, before this: {event_in_words(beginning, {})}."


class WhatHappenedIsNotInTheFuture(Rule):
    """What is recorded as having happened has a date that has come."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for path, event in _accepted(document):
            if event.date and event.date.first > given.on:
                yield f"{path}.date", f"{event.kind.label} on {day_in_words(event.date)} has not come on {day_in_words(given.on)}."


class RolesEndAfterTheyBegin(Rule):
    """What is given from one day to another ends after it begins."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        spans = [(f"participations.{index}", part.begins, part.ends) for index, part in enumerate(document.participations)]
        spans += [(f"provisions.{index}", provision.begins, provision.ends) for index, provision in enumerate(document.provisions)]
        for path, begins, ends in spans:
            if begins and ends and ends.surely_before(begins):
                yield f"{path}.ends", f"It ends {when(ends)} and begins {when(begins)}."


class NoEventTwice(Rule):
    """The same thing does not happen twice to the same party on the same day."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        seen: set[tuple[object, ...]] = set()
        for path, event in _accepted(document):
            mark = (event.kind, event.party, event.other_party, event.date)
            if event.date and mark in seen:
                yield path, f"{event_in_words(event, {})} stands twice."
            seen.add(mark)
