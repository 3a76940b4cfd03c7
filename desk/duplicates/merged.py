"""Agreements that were merged into others or set aside: kept and readable, out of the lists, changed by nobody."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.models import Agreement
from editorial.mergers import Merger
from editorial.merging import merger_of


class OnTheDesk(admin.SimpleListFilter):
    """Lists leave out what was merged away or set aside, unless they are asked for it."""

    title = "place"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Merged into others"), ("aside", "Set aside"), ("all", "All, wherever they are")]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        yield {**first, "display": "On the desk"}
        yield from rest

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "yes":
                return queryset.filter(pk__in=Merger.objects.merged_away())
            case "aside":
                return queryset.exclude(set_aside_at=None)
            case "all":
                return queryset
        return queryset.filter(set_aside_at=None).exclude(pk__in=Merger.objects.merged_away())


class KeepsWhatIsOffTheDesk:
    """For the admin page of agreements, and of rows of theirs: what was merged away or set aside can be read and not changed."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_off_the_desk(obj)  # type: ignore[misc]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_off_the_desk(obj)  # type: ignore[misc]

    def get_list_filter(self, request: HttpRequest) -> Any:
        filters = super().get_list_filter(request)  # type: ignore[misc]
        return [OnTheDesk, *filters] if self.model is Agreement else filters  # type: ignore[attr-defined]


def _is_off_the_desk(row: Any) -> bool:
    """Looked up once for a row, however often the page asks."""
    if row is None:
        return False
    if not hasattr(row, "is_off_the_desk"):
        agreement = row if isinstance(row, Agreement) else row.agreement
        row.is_off_the_desk = agreement.set_aside_at is not None or merger_of(agreement) is not None
    return bool(row.is_off_the_desk)
