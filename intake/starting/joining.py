"""One treaty from two lists: a record of UK Treaties Online brought into a record of the starting list."""

from intake.draft import Draft, together
from intake.starting.citing import LICENCE, UK_LIST
from intake.starting.uk import NOT_TAKEN_FOR_PARTIES, READ, Happened, Record, add_numbers, list_source
from treaty.document.document import OtherTitle
from treaty.document.evidence import Evidence
from treaty.document.life import Event
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import Role

PROVISIONAL = "UK Treaties Online files this day under provisional entry into force; the register takes it for the entry into force."
PARTY_NOTE = "UK Treaties Online lists it; the starting list does not. The day on which it joined is not in the source."


def add_record(draft: Draft, record: Record) -> None:
    """Bring in the record's title, numbers, parties and dates; a date that differs becomes a rival of the accepted one."""
    _give_address(draft, record)
    told = Evidence(source=list_source(draft, record), note=READ)
    if record.title != draft.title:
        draft.other_titles.append(OtherTitle(language="en", title=record.title))
    add_numbers(draft, record)
    known = {part.party for part in draft.participations}
    for code, role, spelling in record.parties:
        note = PARTY_NOTE if known and code not in known and role is Role.PARTY else ""
        draft.takes_part(code, role=role, name_as_written=spelling, evidence=[told], note=note)
    for event in record.happened:
        _add_event(draft, event, told)
    draft.notes += [note for (number, _), note in NOT_TAKEN_FOR_PARTIES.items() if number == record.id]


def _give_address(draft: Draft, record: Record) -> None:
    """The starting list names the same list as its source: that one source receives the record's address."""
    for index, source in enumerate(draft.sources):
        if source.title == UK_LIST and not source.url:
            draft.sources[index] = source.model_copy(update={"url": record.row["url"], "licence": LICENCE})


def _add_event(draft: Draft, said: Happened, told: Evidence) -> None:
    facts = {name: getattr(said, name) for name in ("kind", "date", "effective_date", "place", "party", "note")}
    known = draft.accepted(lambda event: _is_alike(event, said.kind))
    if said.kind is EventKind.PROVISIONAL_APPLICATION_START:
        in_force = draft.accepted(lambda event: event.kind is EventKind.ENTRY_INTO_FORCE)
        if in_force is not None and in_force.date == said.date:
            draft.happened(**facts | {"note": PROVISIONAL}, weight=Weight.RIVAL, evidence=(told,))
            return
    if known is None or said.party is not None:
        draft.happened(**facts, evidence=(told,))
    elif known.date is None:
        draft.replace(known, date=said.date, date_missing=None, evidence=together(known.evidence, [told]))
    elif known.date == said.date:
        effect = known.effective_date or said.effective_date
        draft.replace(known, place=known.place or said.place, effective_date=effect, evidence=together(known.evidence, [told]))
    else:
        draft.happened(**facts | {"note": said.note or "UK Treaties Online gives this day."}, weight=Weight.RIVAL, evidence=(told,))


def _is_alike(event: Event, kind: EventKind) -> bool:
    """An end is an end whatever each list calls it, and so is a signature."""
    return event.kind is kind or any(event.kind in group and kind in group for group in (ENDINGS, SIGNATURES))
