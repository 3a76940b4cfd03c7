"""Rules on how we know."""

from collections.abc import Iterator

from treaty.document.document import Document
from treaty.document.rules.rule import Circumstances, Level, Rule
from treaty.document.wording import event_in_words
from treaty.vocabulary.value_states import ValueState

SAYS_NOTHING = {ValueState.ABSENT, ValueState.NOT_APPLICABLE, ValueState.TEXT_NOT_AVAILABLE, ValueState.NOT_DISCLOSED}


class RecordRestsOnASource(Rule):
    """A record rests on at least one source."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        if not any(True for _ in document.all_evidence()):
            yield "sources", "Nothing in it cites a source."


class EventsHaveEvidence(Rule):
    """What happened is shown by a source."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for index, event in enumerate(document.events):
            if not event.evidence:
                yield f"events.{index}", f"{event_in_words(event, {})}: no source is cited."


class AbsentProvisionsHaveNoTerms(Rule):
    """A provision that is not there, or that nobody could read, has no attributes."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for index, provision in enumerate(document.provisions):
            if provision.state in SAYS_NOTHING and any(value is not None for value in provision.terms.model_dump().values()):
                yield f"provisions.{index}.terms", f"{provision.kind.label} is marked {provision.state.label.lower()}, yet has attributes."


class VerifiedEvidenceSaysWhere(Rule):
    """Evidence that somebody verified says where it stands, or quotes it."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for path, evidence in document.all_evidence():
            if evidence.verified and not (evidence.quote or evidence.locator.article or evidence.locator.page or evidence.note):
                yield path or "evidence", f"Verified in “{evidence.source}”, without a place or a quotation."
