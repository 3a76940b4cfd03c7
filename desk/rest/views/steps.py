"""The steps of an agreement on its way to the public and back, as the desk's own pages take them."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.request import Request

from accounts.roles import Scope
from agreements.models import Agreement
from desk.batches.waiting import require_alone
from desk.opening import seen_by
from desk.rest import describing
from desk.rest.drafts import composed
from desk.rest.keeping import Said
from desk.rest.misfits import read_sent_shape
from desk.rest.shapes import Nothing, Publish, Retract, Return, Submit
from desk.rest.showing import state_said
from desk.rest.views.base import DeskView
from editorial.duplicates import require_told_apart
from editorial.models import Submission
from editorial.operations import publish, retract, return_submission, submit, withdraw
from editorial.rules import RuleBroken


class Step(DeskView):
    """A step is a POST; whoever takes it has read the present version. It answers with the state that it leads to."""

    permission = ""

    def take(self, key: str, step: Callable[[Agreement], object], sent: bytes, *, to_change: bool = False) -> HttpResponse:
        if not self.person.has_perm(self.permission):
            raise PermissionDenied

        def deed() -> Said:
            agreement = self.held(key, to_change=to_change)
            step(agreement)
            return state_said(agreement, self.request, on=timezone.now().date())

        return self.write(deed, sent)


class SubmitStep(Step):
    scopes = {"POST": Scope.SUBMIT}
    permission = "editorial.submit_agreement"

    @describing.submit_draft
    def post(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent(or_nothing=True)
        said = read_sent_shape(Submit, sent.value)

        def step(agreement: Agreement) -> None:
            among = seen_by(request._request).select_related("record")
            require_told_apart(agreement, composed(agreement), among=among, confirmed=said.another)
            submit(agreement, by=self.person, at=timezone.now())

        return self.take(key, step, sent.body, to_change=True)


class WithdrawStep(Step):
    scopes = {"POST": Scope.SUBMIT}
    permission = "editorial.submit_agreement"

    @describing.withdraw_draft
    def post(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent(or_nothing=True)
        read_sent_shape(Nothing, sent.value)
        return self.take(key, lambda agreement: withdraw(_waiting(agreement), by=self.person, at=timezone.now()), sent.body)


class ReturnStep(Step):
    scopes = {"POST": Scope.PUBLISH}
    permission = "editorial.publish_agreement"

    @describing.return_draft
    def post(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent()
        comment = read_sent_shape(Return, sent.value).comment

        def step(agreement: Agreement) -> None:
            return_submission(require_alone(_waiting(agreement)), by=self.person, at=timezone.now(), comment=comment)

        return self.take(key, step, sent.body)


class PublishStep(Step):
    scopes = {"POST": Scope.PUBLISH}
    permission = "editorial.publish_agreement"

    @describing.publish_draft
    def post(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent()
        read = read_sent_shape(Publish, sent.value).sha256

        def step(agreement: Agreement) -> None:
            publish(require_alone(_waiting(agreement)), by=self.person, at=timezone.now(), as_read=read)

        return self.take(key, step, sent.body)


class RetractStep(Step):
    scopes = {"POST": Scope.PUBLISH}
    permission = "editorial.retract_agreement"

    @describing.retract_record
    def post(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent()
        reason = read_sent_shape(Retract, sent.value).reason

        def step(agreement: Agreement) -> None:
            if agreement.record is None:
                raise RuleBroken("It is not public.")
            retract(agreement.record, by=self.person, at=timezone.now(), reason=reason)

        return self.take(key, step, sent.body)


def _waiting(agreement: Agreement) -> Submission:
    """What waits for review. Raises RuleBroken where nothing does."""
    waiting: Submission | None = Submission.objects.waiting().filter(agreement=agreement).first()
    if waiting is None:
        raise RuleBroken("Nothing of it waits for review.")
    return waiting
