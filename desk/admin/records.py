"""The record, to look at: nobody changes what is published."""

from django.contrib import admin

from desk.admin.base import ReadOnlyAdmin
from desk.site import desk
from records.models import Job, Revision


@admin.register(Revision, site=desk)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["record", "number", "action", "published_at", "submitted_by", "published_by"]
    list_filter = ["action"]
    list_select_related = ["record", "submitted_by", "published_by"]
    search_fields = ["record__reference"]
    ordering = ["-serial"]


@admin.register(Job, site=desk)
class JobAdmin(ReadOnlyAdmin):
    list_display = ["kind", "state", "started_at", "finished_at", "report"]
    list_filter = ["kind", "state"]
