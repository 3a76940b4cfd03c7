"""Where an agreement stands on its way to the public, and which steps the person at the desk may take with it."""

from dataclasses import dataclass

from django.conf import settings

from accounts.models import Person
from agreements.models import Agreement
from editorial.models import Submission
from editorial.querysets import with_state
from editorial.vocabulary import State, SubmissionState

MAY_BE_SUBMITTED = {State.DRAFT, State.RETURNED, State.EDITED, State.RETRACTED, State.PUBLISHED}


@dataclass(frozen=True)
class Steps:
    """What `templates/desk/steps.html` shows. `public` is the address of the public page, where there is one."""

    agreement: Agreement
    state: State
    submission: Submission | None
    may_submit: bool
    may_withdraw: bool
    may_review: bool
    may_retract: bool
    public: str
    one_editor: bool

    @property
    def returned(self) -> bool:
        return self.state is State.RETURNED


def _last_submission(agreement: Agreement) -> Submission | None:
    return Submission.objects.filter(agreement=agreement).select_related("submitted_by", "decided_by").defer("document").first()


def steps_of(agreement: Agreement, person: Person) -> Steps:
    """One query, and one more where something of it waits or was returned."""
    row = with_state(Agreement.objects.filter(pk=agreement.pk)).select_related("record").get()
    state = State(row.state)
    last = _last_submission(agreement) if state in (State.WAITING, State.RETURNED) else None
    waiting = last if last and last.state is SubmissionState.OPEN else None
    own = bool(waiting and waiting.submitted_by_id == person.pk)
    is_public = bool(row.record) and row.published_version is not None and state is not State.RETRACTED
    return Steps(
        agreement=row,
        state=state,
        submission=last,
        may_submit=state in MAY_BE_SUBMITTED - {State.PUBLISHED} and person.has_perm("editorial.submit_agreement"),
        may_withdraw=own,
        may_review=bool(waiting) and person.has_perm("editorial.view_submission"),
        may_retract=is_public and person.has_perm("editorial.retract_agreement"),
        public=f"/agreements/{row.record.reference}/" if row.record else "",
        one_editor=not settings.ENTENTE_FOUR_EYES,
    )
