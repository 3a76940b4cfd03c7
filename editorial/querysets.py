"""The sentences one may say about submissions, and about how far agreements have come."""

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from accounts.models import Person
from editorial.vocabulary import State, SubmissionState
from records.models import Revision
from records.vocabulary import Action


class SubmissionQuerySet(QuerySet[Any]):
    def waiting(self) -> "SubmissionQuerySet":
        """Those on which nobody has decided, the oldest first."""
        return self.filter(state=SubmissionState.OPEN).order_by("submitted_at", "pk")

    def returned_to(self, person: Person) -> "SubmissionQuerySet":
        """What came back to a person and has not been submitted again; the last first."""
        later = self.model.objects.filter(agreement=OuterRef("agreement"), pk__gt=OuterRef("pk"))
        returned = self.filter(state=SubmissionState.RETURNED, submitted_by=person)
        return returned.filter(~Exists(later)).order_by("-decided_at", "-pk")


def with_state(agreements: QuerySet[Any]) -> QuerySet[Any]:
    """Agreements, each with its `state`: how far it has come. Costs no further query, and may be filtered by."""
    from editorial.models import Submission

    last = Submission.objects.filter(agreement=OuterRef("pk")).order_by("-submitted_at", "-pk").values("state")[:1]
    act = Revision.objects.filter(record=OuterRef("record")).order_by("-number").values("action")[:1]
    annotated = agreements.alias(last_submission=Subquery(last), last_act=Subquery(act))
    return annotated.annotate(
        state=Case(
            When(set_aside_at__isnull=False, then=Value(State.SET_ASIDE.value)),
            When(last_submission=SubmissionState.OPEN.value, then=Value(State.WAITING.value)),
            When(last_submission=SubmissionState.RETURNED.value, then=Value(State.RETURNED.value)),
            When(record=None, then=Value(State.DRAFT.value)),
            When(last_act=Action.RETRACTED.value, then=Value(State.RETRACTED.value)),
            When(Q(published_version=None) | Q(published_version__lt=F("version")), then=Value(State.EDITED.value)),
            default=Value(State.PUBLISHED.value),
            output_field=CharField(),
        )
    )


def state_of(agreement: Any) -> State:
    """How far one agreement has come. One query."""
    found = with_state(type(agreement).objects.filter(pk=agreement.pk)).values_list("state", flat=True)
    return State(found.get())
