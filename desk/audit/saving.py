"""What every page of the desk that writes an agreement, or a row of one, has in common: it leaves a line in the audit."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from agreements.models import Agreement
from agreements.operations import note_change, note_source_change
from agreements.vocabulary import DeedKind
from desk.admin.base import VersionedAdmin, at_the_desk
from desk.audit.sentences import removed, sentences_of
from editorial.checking import check_up
from provisions.operations import note_provision_change


class LeavesALine(VersionedAdmin):
    """A page of the admin. The admin's own log is not written: this one tells more, and cannot be changed.

    The admin calls these hooks at the end of each save and deletion, by form, inline, list or action, in the transaction
    of the save itself: no line without its save, no save without its line.
    """

    def note(self, request: HttpRequest, row: Any, what: DeedKind, details: list[str]) -> None:
        raise NotImplementedError

    def count_save(self, request: HttpRequest, obj: Any) -> None:
        """The line counts the save, once all rows are written."""

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        return sentences_of(form, formsets or (), add=add)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self.note(request, obj, DeedKind.ENTERED, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self.note(request, obj, DeedKind.SAVED, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for row in queryset:
            self.note(request, row, DeedKind.SAVED, [removed(row)])


class LeavesALineOnAgreement(LeavesALine):
    """For the agreement itself."""

    def note(self, request: HttpRequest, row: Agreement, what: DeedKind, details: list[str]) -> None:
        now = timezone.now()
        note_change(row, by=at_the_desk(request), at=now, what=what, details=details)
        check_up(row, on=now.date())


class LeavesALineOnItsAgreement(LeavesALine):
    """For a provision: its line stands in the audit of its agreement, which it changes."""

    def note(self, request: HttpRequest, row: Any, what: DeedKind, details: list[str]) -> None:
        now = timezone.now()
        said = ["Entered.", *details] if what is DeedKind.ENTERED else details
        note_provision_change(row, by=at_the_desk(request), at=now, details=said)
        check_up(row.agreement, on=now.date())


class LeavesALineOnThoseThatListIt(LeavesALine):
    """For a source: a line in the audit of every agreement that lists it."""

    def count_save(self, request: HttpRequest, obj: Any) -> None:
        super(LeavesALine, self).count_save(request, obj)  # a source counts its own saves

    def note(self, request: HttpRequest, row: Any, what: DeedKind, details: list[str]) -> None:
        note_source_change(row, by=at_the_desk(request), at=timezone.now(), details=details)
