"""Sources on the desk: entered once, cited by many agreements."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from agreements.citing import correct_source
from agreements.models import Agreement, Source
from desk.admin.base import at_the_desk
from desk.audit.saving import LeavesALineOnThoseThatListIt
from desk.forms.stale import RefusesStaleSaves
from desk.site import desk
from treaty.vocabulary.sources import SourceKind

USE = "_use"
SHOWN = 10


def ranked(kind: SourceKind) -> str:
    """The kind with the weight it carries: 1 is the most authoritative."""
    return f"{kind.label} (rank {kind.rank})"


class SourceForm(RefusesStaleSaves):
    """A source. One that seems to be there already is offered instead of being entered a second time."""

    another = forms.BooleanField(required=False, label="This is another source: keep both")
    alike: tuple[Source, ...] = ()

    class Meta:
        model = Source
        fields = ["kind", "title", "publisher", "url", "published", "accessed", "language", "licence"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            kinds: Any = self.fields["kind"]
            kinds.choices = [("", "---------"), *((kind.value, ranked(kind)) for kind in SourceKind)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        said = {name: cleaned.get(name) or "" for name in ("title", "publisher", "url")}
        if cleaned.get("another") or all(getattr(self.instance, name) == value for name, value in said.items()):
            return cleaned
        self.alike = tuple(Source.objects.with_uses().alike(**said, besides=self.instance.pk)[:SHOWN])
        if self.alike:
            raise ValidationError("It seems to be here already: use that one, or say below that this is another.", code="alike")
        return cleaned


@admin.register(Source, site=desk)
class SourceAdmin(LeavesALineOnThoseThatListIt):
    form = SourceForm
    list_display = ["title", "publisher", "ranked_kind", "published", "used_by"]
    list_filter = ["kind"]
    search_fields = ["title", "publisher", "url"]
    fields = ["kind", "title", "publisher", "url", "published", "accessed", "language", "licence"]
    change_form_template = "admin/agreements/source/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return Source.objects.with_uses()

    @admin.display(description="Kind (rank)", ordering="kind")
    def ranked_kind(self, source: Source) -> str:
        return ranked(source.kind)

    @admin.display(description="Used by", ordering="uses")
    def used_by(self, source: Any) -> str:
        return f"{source.uses} agreement{'' if source.uses == 1 else 's'}"

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        context["kinds"] = list(SourceKind)
        if source := kwargs.get("obj"):
            seen = desk._registry[Agreement].get_queryset(request).filter(listed_sources__source=source).distinct()
            context |= {"cited_in": seen[:SHOWN], "cited_in_all": seen.count()}
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None) -> Any:
        if request.method == "POST" and USE in request.POST:
            return self._use(request, request.POST[USE])
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _use(self, request: HttpRequest, key: str) -> HttpResponse:
        """The source that is there already, in place of the one being entered."""
        source = self.get_object(request, key)
        if source is None or not self.has_view_permission(request, source):
            raise PermissionDenied
        if IS_POPUP_VAR in request.POST:
            return self.response_add(request, source)
        self.message_user(request, f"“{source}” was here already; nothing was entered twice.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:agreements_source_change", args=[source.pk]))

    def count_save(self, request: HttpRequest, obj: Any) -> None:
        correct_source(obj, by=at_the_desk(request), at=timezone.now())
