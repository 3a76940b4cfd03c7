"""Parties on the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import TabularInline
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from desk.admin.base import VersionedAdmin
from desk.site import desk
from parties.folding import fold
from parties.models import Code, Life, Name, Party


class NameInline(TabularInline):
    model = Name
    extra = 0
    fields = ["text", "kind", "language", "begins", "ends", "source"]


class CodeInline(TabularInline):
    model = Code
    extra = 0
    fields = ["scheme", "value", "begins", "ends"]


class LifeInline(TabularInline):
    model = Life
    extra = 0
    fields = ["begins", "ends", "note", "source"]


@admin.register(Party, site=desk)
class PartyAdmin(VersionedAdmin):
    list_display = ["code", "name", "type"]
    list_filter = ["type"]
    search_fields = ["code", "names__folded"]
    search_help_text = "A name of any time or language, or a code of any system."
    ordering = ["sort_name"]
    inlines = [NameInline, CodeInline, LifeInline]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> tuple[QuerySet[Any], bool]:
        """By any name, accents or not, and any code; also where other forms look a party up."""
        typed = search_term.strip()
        if not fold(typed):
            return queryset, False
        coded = Code.objects.filter(value__iexact=typed).values("party")
        called = Party.objects.called(typed).values("pk")
        return queryset.filter(Q(pk__in=called) | Q(pk__in=coded) | Q(code__istartswith=typed)), False
