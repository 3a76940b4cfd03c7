"""Parties on the desk."""

from django.contrib import admin
from django.contrib.admin import TabularInline

from desk.admin.base import VersionedAdmin
from desk.site import desk
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
    search_fields = ["code__iexact", "names__folded"]
    ordering = ["sort_name"]
    inlines = [NameInline, CodeInline, LifeInline]
