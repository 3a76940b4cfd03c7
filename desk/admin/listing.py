"""How far each agreement on the desk has come, for the list."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When
from django.http import HttpRequest

from editorial.models import Submission
from editorial.vocabulary import SubmissionState
from records.models import Revision
from records.vocabulary import Action


class State(TextChoices):
    """Where a desk copy stands between its first draft and the public register."""

    DRAFT = "draft", "Draft"
    WAITING = "waiting", "Waiting for review"
    RETURNED = "returned", "Returned"
    PUBLISHED = "published", "Published"
    EDITED = "edited", "Edited since published"
    RETRACTED = "retracted", "Retracted"


def with_state(agreements: QuerySet[Any]) -> QuerySet[Any]:
    """Each with its `state`, concluded in the database from its submissions and revisions."""
    submitted = Submission.objects.filter(agreement=OuterRef("pk")).order_by("-submitted_at", "-pk")
    revised = Revision.objects.filter(record=OuterRef("record")).order_by("-number")
    return agreements.annotate(
        last_step=Subquery(submitted.values("state")[:1]),
        last_submitted=Subquery(submitted.values("submitted_at")[:1]),
        last_action=Subquery(revised.values("action")[:1]),
        last_published=Subquery(revised.values("published_at")[:1]),
    ).annotate(
        state=Case(
            When(last_step=SubmissionState.OPEN, then=Value(State.WAITING)),
            When(last_step=SubmissionState.RETURNED, then=Value(State.RETURNED)),
            When(last_action=Action.RETRACTED, then=Value(State.RETRACTED)),
            When(record=None, then=Value(State.DRAFT)),
            When(_edited_since(), then=Value(State.EDITED)),
            default=Value(State.PUBLISHED),
        )
    )


def _edited_since() -> Q:
    """Changed after what was published was submitted; what was admitted as it came, after it was admitted."""
    return Q(last_submitted__isnull=False, changed_at__gt=F("last_submitted")) | Q(
        last_submitted__isnull=True, changed_at__gt=F("last_published")
    )


class StateFilter(SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(value), str(label)) for value, label in State.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(state=self.value()) if self.value() in State.values else queryset


class Mine(SimpleListFilter):
    title = "whose"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", "Mine: begun or last changed by me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "mine":
            return queryset
        return queryset.filter(Q(created_by=request.user.pk) | Q(changed_by=request.user.pk))
