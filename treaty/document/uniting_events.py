"""The events of two records of one agreement as one life: the same event once, and another day as a rival."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from treaty.document.life import Event
from treaty.document.together import free_key, joined, together
from treaty.vocabulary.assertions import Basis, Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind

Side = Literal["survivor", "other"]
Choices = Mapping[str, Side]

# What happens once to an agreement, or once to a party's place in it: on two days it cannot have been.
ONCE = (
    SIGNATURES
    | ENDINGS
    | {
        EventKind.TEXT_ADOPTED, EventKind.OPENED_FOR_SIGNATURE, EventKind.RATIFICATION, EventKind.ACCEPTANCE, EventKind.APPROVAL,
        EventKind.ACCESSION, EventKind.PROVISIONAL_APPLICATION_START, EventKind.ENTRY_INTO_FORCE, EventKind.ENTRY_INTO_FORCE_FOR_PARTY,
        EventKind.LAPSE, EventKind.WITHDRAWAL_EFFECTIVE, EventKind.DENUNCIATION_EFFECTIVE,
    }
)  # fmt: skip


@dataclass
class UnitedEvents:
    """The events of both, and the pairs of which only one can be accepted: ours and theirs."""

    events: tuple[Event, ...]
    rivals: list[tuple[Event, Event]]


def add_events(ours: Sequence[Event], theirs: Sequence[Event], choices: Choices) -> UnitedEvents:
    """Ours with what theirs add. `choices` names, under "events.<their key>", whose day is accepted; ours, where it names none."""
    life = _Life(list(ours), ours, theirs, choices)
    for event in theirs:
        life.add(event)
    return UnitedEvents(life.finished(), life.rivals)


def _subject(event: Event) -> tuple[Any, ...]:
    return (event.kind, event.party, event.other_party, event.occurrence)


def _core(event: Event) -> tuple[Any, ...]:
    return (*_subject(event), event.date, event.effective_date, event.date_missing, event.until)


@dataclass
class _Life:
    """Our events while theirs are added one by one. `became` gives the key here of each of theirs."""

    kept: list[Event]
    ours: Sequence[Event]
    theirs: Sequence[Event]
    choices: Choices
    rivals: list[tuple[Event, Event]] = field(default_factory=list)
    became: dict[str, str] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)

    def add(self, event: Event) -> None:
        twin, single = self._twin(event), self._single(event)
        if single is not None and (twin is None or twin.weight is Weight.RIVAL) and not _may_be_one(single, event):
            self._choose(single, event, twin)
        elif twin is not None:
            self._bring_in(twin, event)
        elif single is not None:
            self._bring_in(single, event)
        else:
            self._append(event)

    def finished(self) -> tuple[Event, ...]:
        """With the events that theirs answer under the keys they have here."""
        return tuple(self._answering(event) for event in self.kept)

    def _answering(self, event: Event) -> Event:
        theirs = [one for one in self.theirs if self.became[one.id] == event.id and one.concerns]
        own = () if event.id in self.added else event.concerns
        concerns = tuple(joined(own, (self.became[key] for one in theirs for key in one.concerns)))
        return event if concerns == event.concerns else event.model_copy(update={"concerns": concerns})

    def _twin(self, event: Event) -> Event | None:
        """Ours that says the very same and is not spoken for: under the same key if there is one, else of the same weight."""
        spoken_for = set(self.became.values())
        twins = [one for one in self.kept if _core(one) == _core(event) and one.id not in spoken_for]
        return min(twins, key=lambda one: (one.id != event.id, one.weight is not event.weight), default=None)

    def _single(self, event: Event) -> Event | None:
        """The one of ours that is accepted for the same thing, if such a thing happens once, and theirs is the one of theirs."""
        if event.kind not in ONCE or event.weight is not Weight.ACCEPTED:
            return None
        mine, yours = (
            [one for one in side if _subject(one) == _subject(event) and one.weight is Weight.ACCEPTED] for side in (self.ours, self.theirs)
        )
        if len(mine) != 1 or len(yours) != 1 or mine[0].id in self.became.values():
            return None
        return next(one for one in self.kept if one.id == mine[0].id)

    def _choose(self, single: Event, event: Event, twin: Event | None) -> None:
        """Two days for what happens once: one is accepted, the other a rival."""
        self.rivals.append((single, event))
        theirs_stands = self.choices.get(f"events.{event.id}") == "other"
        weight = Weight.ACCEPTED if theirs_stands else Weight.RIVAL
        if twin is None:
            self._append(event.model_copy(update={"weight": weight}))
        else:
            self._bring_in(twin, event, weight=weight)
        if theirs_stands:
            self._put(single.model_copy(update={"weight": Weight.RIVAL}))

    def _append(self, event: Event) -> None:
        key = free_key("e", event.id, {one.id for one in (*self.kept, *self.ours)})
        self.became[event.id] = key
        self.added.add(key)
        self.kept.append(event.model_copy(update={"id": key}))

    def _bring_in(self, ours: Event, theirs: Event, **said: Any) -> None:
        self.became[theirs.id] = ours.id
        if ours.model_copy(update={"concerns": ()}) == theirs.model_copy(update={"id": ours.id, "concerns": ()}):
            one = ours
        else:
            one = together(ours, theirs, ("place", "effective_date", "until"))
            one = one.model_copy(update={**_more_exact(ours, theirs), **_basis(ours, theirs)})
        self._put(one.model_copy(update=said) if said else one)

    def _put(self, event: Event) -> None:
        index = next(n for n, one in enumerate(self.kept) if one.id == event.id)
        self.kept[index] = event


def _may_be_one(ours: Event, theirs: Event) -> bool:
    """Whether one day can be meant by both: nobody knows the one, or it is the same as far as it is known."""
    return all(
        mine is None or yours is None or (mine.first <= yours.last and yours.first <= mine.last)
        for mine, yours in ((ours.date, theirs.date), (ours.effective_date, theirs.effective_date))
    )


def _more_exact(ours: Event, theirs: Event) -> dict[str, Any]:
    """The day that is known more exactly of two that may be one."""
    if theirs.date is None or (ours.date is not None and ours.date.last - ours.date.first <= theirs.date.last - theirs.date.first):
        return {}
    return {"date": theirs.date, "date_missing": None}


def _basis(ours: Event, theirs: Event) -> dict[str, Any]:
    """What a source declares need not be inferred."""
    declared = ours.basis is Basis.INFERRED and theirs.basis is Basis.DECLARED
    return {"basis": Basis.DECLARED, "rule": ""} if declared else {}
