"""Writing provisions on the desk."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.models import Person
from agreements.operations import mint_key, note_change, place_row
from agreements.vocabulary import DeedKind
from provisions.models import Provision


@transaction.atomic
def place_provision(provision: Provision) -> None:
    """Give a new provision its key and its place after the others of its agreement. Does not save it."""
    if not provision.key:
        provision.key = mint_key(provision.agreement, "p")
    place_row(provision, of=provision.agreement)


@transaction.atomic
def note_provision_change(
    provision: Provision, *, by: Person, at: datetime, what: DeedKind = DeedKind.SAVED, details: Iterable[str] = ()
) -> None:
    """Count the save, of the provision and of its agreement, and leave a line in the agreement's audit."""
    Provision.objects.filter(pk=provision.pk).update(version=F("version") + 1)
    note_change(provision.agreement, by=by, at=at, what=what, details=[f"{provision.kind.label}.", *details])
