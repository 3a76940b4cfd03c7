"""Files that somebody brought to the desk: kept, opened, described, and set aside."""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.db import transaction

from accounts.models import Person
from editorial.rules import RuleBroken
from intake.adapters.atop.adapter import Atop
from intake.adapters.atop.packed import unpack
from intake.adapters.registry import Wanted, open_data_set, require_part
from intake.allowing import require_may_bring_in, require_words
from intake.claims import DataSet
from intake.models import Batch, Delivery, Errand, SavedProfile
from intake.planning.holdings import is_on_the_desk
from intake.planning.matching import Answer
from intake.reading.limits import LIMITS, MEGABYTE
from intake.reading.opening import XLSX, Choices, look_at, open_table
from intake.reading.package import open_package
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.reading.sheets import sheets_of
from intake.reading.table import Table
from intake.table.adapter import AnyTable
from intake.table.profile import Profile, profile_of
from intake.vocabulary import DeliveryState, Fault, Outcome
from records.vocabulary import UNDER_WAY

OPEN = (DeliveryState.BROUGHT, DeliveryState.PLANNED, DeliveryState.REFUSED)
MENDED_BY_READING = (Fault.ENCODING, Fault.SHEET)


@transaction.atomic
def receive(
    content: bytes,
    *,
    name: str,
    data_set: str,
    by: Person,
    at: datetime,
    only: str = "",
    reading: Mapping[str, str] | None = None,
) -> Delivery:
    """Keep a file that may be read as the data set. What only a choice of how to read it can mend is kept as its `fault`.

    Raises FileRefused for a file that is none of that data set, and RuleBroken where `by` may not bring in files or the
    data set, its part or a choice is unknown.
    """
    require_may_bring_in(by)
    try:
        require_part(data_set, only)
    except ValueError as fault:
        raise RuleBroken(str(fault)) from fault
    if len(content) > LIMITS.size:
        raise FileRefused(refuse(Fault.TOO_LARGE, f"It has {len(content) // MEGABYTE} MB; {LIMITS.size // MEGABYTE} MB are taken in."))
    delivery = Delivery(
        data_set=data_set,
        only=only,
        file_name=_file_name(name),
        file_sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        reading=asdict(_choices(reading or {})),
        by=by,
        at=at,
    )
    _look_into(delivery)
    delivery.save()
    return delivery


@transaction.atomic
def say_reading(delivery: Delivery, reading: Mapping[str, str], *, by: Person) -> Delivery:
    """Say how the file is to be read: its `encoding`, `delimiter` or `sheet`. Raises FileRefused where it cannot be read so."""
    delivery = _open(delivery, by)
    delivery.reading = asdict(_choices(reading))
    with opened_table(delivery):
        pass
    return _changed(delivery, "reading", "fault")


@transaction.atomic
def say_profile(delivery: Delivery, profile: Profile, *, by: Person, at: datetime, save_as: str = "") -> Delivery:
    """Say what the columns of a table mean, and keep that under a name where one is given, in place of what it named before.

    Raises FileRefused where the table has not those columns, RuleBroken for a file that is no table.
    """
    delivery = _open(delivery, by)
    if delivery.data_set != AnyTable.name:
        raise RuleBroken("Its columns mean what the data set says.")
    delivery.profile = profile.said()
    with opened(delivery):
        pass
    if name := " ".join(save_as.split()):
        if len(name) > 100:
            raise RuleBroken("The name of a profile has at most 100 characters.")
        said = {**profile.said(), "name": name}
        SavedProfile.objects.update_or_create(name=name, defaults={"said": said, "by": by, "at": at})
    return _changed(delivery, "profile")


@transaction.atomic
def decide(delivery: Delivery, key: str, reference: str, reason: str, *, by: Person) -> Delivery:
    """Answer what the plan asks of a record: it is the agreement under this reference, or (empty) none of those named.

    A draft without a reference is named by its number, as “draft 12”. The plan has to be made anew. Raises RuleBroken.
    """
    delivery, reference = _open(delivery, by), reference.strip()
    if not delivery.planned.filter(key=key, outcome=Outcome.ASKED).exists():
        raise RuleBroken(f"The plan asks nothing of a record “{key}”.")
    require_words(reason, "Say how you know.")
    if reference and not is_on_the_desk(reference):
        raise RuleBroken(f"The desk has no agreement “{reference}”: one is named by its reference, or as draft 12.")
    delivery.answers = {**delivery.answers, key: {"reference": reference, "reason": reason.strip(), "by": by.username}}
    return _changed(delivery, "answers")


@transaction.atomic
def set_aside(delivery: Delivery, *, by: Person) -> Delivery:
    """Let go of a file: nothing of it was written, and nothing will be. Its content is not kept."""
    delivery = _open(delivery, by)
    delivery.state, delivery.content = DeliveryState.SET_ASIDE, b""
    delivery.planned.all().delete()
    delivery.save(update_fields=["state", "content"])
    return delivery


def refuse_delivery(delivery: Delivery, refusal: Refusal) -> None:
    """The file turned out to be none that can be read: it has no plan."""
    delivery.planned.all().delete()
    delivery.state, delivery.fault, delivery.counts = DeliveryState.REFUSED, refusal.said(), {}
    delivery.save(update_fields=["state", "fault", "counts"])


def mark_applied(delivery: Delivery, batch: Batch) -> None:
    """The plan was carried out. What it wrote stands in the batch, so neither the content nor the documents are kept here."""
    delivery.state, delivery.batch, delivery.content = DeliveryState.APPLIED, batch, b""
    delivery.save(update_fields=["state", "batch", "content"])
    delivery.planned.update(document="")


def answers_of(delivery: Delivery) -> dict[str, Answer]:
    """What was decided of records of the file, as the next plan takes it."""
    return {key: Answer(said["reference"], said["reason"]) for key, said in delivery.answers.items()}


@contextmanager
def opened(delivery: Delivery) -> Iterator[DataSet]:
    """The file as its data set, for as long as the block lasts. Raises FileRefused, and RuleBroken for a table without a profile."""
    if delivery.data_set == AnyTable.name and not delivery.profile:
        raise RuleBroken("Say first what its columns mean.")
    profile = profile_of(delivery.profile) if delivery.profile else None
    with _unpacked(delivery) as path:
        yield _data_set(delivery, path, profile)


def sheets_in(delivery: Delivery) -> tuple[str, ...]:
    """The names of the sheets of a workbook; a text has none. Raises FileRefused, and RuleBroken where the content is gone."""
    with _unpacked(delivery) as path:
        if look_at(path).kind != XLSX:
            return ()
        with open_package(path, LIMITS) as package:
            return tuple(sheet.name for sheet in sheets_of(package))


@contextmanager
def opened_table(delivery: Delivery) -> Iterator[Table]:
    """The file as a mere table with its heading, for as long as the block lasts: for whom says what its columns mean."""
    with _unpacked(delivery) as path:
        yield open_table(path, choices=_choices(delivery.reading))


def _data_set(delivery: Delivery, path: Path, profile: Profile | None) -> DataSet:
    try:
        if delivery.data_set == Atop.name:
            path = unpack(path)
        return open_data_set(delivery.data_set, path, Wanted(delivery.only, profile, _choices(delivery.reading)))
    except FileRefused:
        raise
    except ValueError as fault:
        raise RuleBroken(str(fault)) from fault


@contextmanager
def _unpacked(delivery: Delivery) -> Iterator[Path]:
    """The content as a file under its own name, which the readers say and the data sets may look at."""
    if not delivery.content:
        raise RuleBroken("Its content is not kept any more; bring it anew.")
    with tempfile.TemporaryDirectory(prefix="entente-delivery-") as folder:
        path = Path(folder) / delivery.file_name
        path.write_bytes(delivery.content)
        yield path


def _look_into(delivery: Delivery) -> None:
    """Read as much of a new file as tells whether it is what it is said to be."""
    if not delivery.content:
        raise FileRefused(refuse(Fault.EMPTY, "It is empty."))
    with _unpacked(delivery) as path:
        look_at(path)
        try:
            if delivery.data_set == AnyTable.name:
                open_table(path, choices=_choices(delivery.reading))
            else:
                _data_set(delivery, path, None)
        except FileRefused as fault:
            if fault.refusal.code not in MENDED_BY_READING:
                raise
            delivery.fault = fault.refusal.said()


def _file_name(name: str) -> str:
    """The last part of the name that a browser sends, without what cannot be printed, and not too long for a folder."""
    last = "".join(character for character in name.replace("\\", "/").rpartition("/")[2] if character.isprintable()).strip(" .")
    path = Path(last or "file")
    return f"{path.stem[:100]}{path.suffix[:20]}"


def _choices(reading: Mapping[str, str]) -> Choices:
    """Raises RuleBroken for a choice that there is not."""
    known = ("encoding", "delimiter", "sheet")
    if unknown := set(reading) - set(known):
        raise RuleBroken(f"How to read a file is said by {', '.join(known)}; “{min(unknown)}” is none of them.")
    said = {name: str(reading.get(name) or "") for name in known}
    if len(said["delimiter"]) > 1 or said["delimiter"] in ('"', "\n", "\r", "\0"):
        raise RuleBroken("A delimiter is one character: a comma, a semicolon, a tab or a bar.")
    return Choices(**said)


def _open(delivery: Delivery, by: Person) -> Delivery:
    """The file, held, while something of it may still be said. Raises RuleBroken."""
    require_may_bring_in(by)
    held = Delivery.objects.select_for_update(of=("self",)).defer("content").get(pk=delivery.pk)
    if held.state not in OPEN:
        raise RuleBroken(f"It was {held.state.label.lower()} already.")
    if Errand.objects.filter(delivery=held, job__state__in=UNDER_WAY).exists():
        raise RuleBroken("Work on it is under way; wait for its end, or stop it.")
    return held


def _changed(delivery: Delivery, *fields: str) -> Delivery:
    """Something else is said of the file, so that its plan has to be made anew; the old one can still be read."""
    delivery.state, delivery.fault = DeliveryState.BROUGHT, {}
    delivery.save(update_fields=[*fields, "state", "fault"])
    return delivery
