"""Long work on a file or a batch, on a page that looks again by itself: how far it is, how it ended, and where it leads."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from accounts.roles import EVERY_DRAFT
from desk.admin.base import at_the_desk
from desk.site import desk
from editorial.rules import RuleBroken
from intake.allowing import BRING_IN
from intake.errands import ask_to_stop, progress_of
from intake.models import Errand
from records.vocabulary import UNDER_WAY, JobState

ENDED = {
    JobState.DONE: "",
    JobState.FAILED: "Nothing has changed: mend what is named here, then ask for it again.",
    JobState.CANCELLED: "It can be asked for again.",
}
LOOKS = {JobState.WAITING: "waiting", JobState.RUNNING: "edited", JobState.DONE: "published", JobState.FAILED: "error"}


@dataclass(frozen=True)
class Work:
    """An errand as the page shows it. `way_on` is where whoever waited for it goes next, in words and as an address."""

    errand: Errand
    state: JobState
    done: int | None
    total: int | None
    report: str
    may_stop: bool

    @property
    def goes_on(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def file_name(self) -> str:
        return str((self.errand.delivery or self.errand.batch).file_name)  # type: ignore[union-attr]  # it has one of them

    @property
    def look(self) -> str:
        return LOOKS.get(self.state, "")

    @property
    def so_far(self) -> str:
        """Such as "412 of 1,871"; nothing before it is known how much there is to do."""
        return f"{self.done or 0:,} of {self.total:,}" if self.total else ""

    @property
    def sentence(self) -> str:
        """What it is about; once it has ended its report, and what can be done then."""
        return f"{self.report} {ENDED[self.state]}".strip() if self.state in ENDED else self.errand.kind.definition

    @property
    def way_on(self) -> tuple[str, str]:
        """In words, and as an address."""
        delivery, done = self.errand.delivery, self.state is JobState.DONE
        if delivery is None:
            return "Open the batch" if done else "Back to the batch", reverse("admin:batch", args=[self.errand.batch_id])
        if done and delivery.batch_id:
            return "Open what was brought in", reverse("admin:batch", args=[delivery.batch_id])
        return "Read the plan" if done else "Back to the file", reverse("admin:intake_file", args=[delivery.pk])


@require_safe
@permission_required(EVERY_DRAFT, raise_exception=True)
def errand(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; to htmx, which says the state that it has seen, the bar alone, or the whole of it where the state is another."""
    work = _work(request, pk)
    shown = {"work": work, "errand": work.errand}
    if not request.headers.get("HX-Request"):
        return render(request, "desk/batches/errand.html", {**desk.each_context(request), **shown, "title": work.errand.kind.label})
    if request.GET.get("seen") == work.state.value:
        return render(request, "desk/batches/bar.html", shown)
    answer = render(request, "desk/batches/stands.html", {**shown, "anew": True})
    return retarget(reswap(answer, "outerHTML"), "#errand")


@require_POST
@permission_required(EVERY_DRAFT, raise_exception=True)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for an end of it; it ends at the next record."""
    found = _errand(request, pk)
    try:
        ask_to_stop(found, by=at_the_desk(request))
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:errand", pk)


def _errand(request: HttpRequest, pk: int) -> Errand:
    """Work on a file is for those who bring in files, work on a batch for all who see batches. Raises Http404, PermissionDenied."""
    errands = Errand.objects.select_related("job", "by", "delivery", "batch").defer("delivery__content")
    found: Errand = get_object_or_404(errands, pk=pk)
    if found.delivery_id and not at_the_desk(request).has_perm(BRING_IN):
        raise PermissionDenied
    return found


def _work(request: HttpRequest, pk: int) -> Work:
    found, person = _errand(request, pk), at_the_desk(request)
    so_far = progress_of(found)
    may_stop = so_far.is_under_way and (found.by_id == person.pk or person.has_perm(BRING_IN))
    return Work(found, so_far.state, so_far.done, so_far.total, so_far.report, may_stop)
