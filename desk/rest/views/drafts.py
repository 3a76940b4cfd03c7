"""Drafts: the list, one of them as a document, its state, and a check that writes nothing."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags
from rest_framework.request import Request

from accounts.roles import Scope
from catalogue.parameters import read_none
from desk.opening import require_add
from desk.rest import describing
from desk.rest.asking import page_of_drafts, read_draft_question
from desk.rest.drafts import as_json, changes, composed, draft_of, read_version, require_own_reference, require_writable, write_draft
from desk.rest.keeping import CACHED, Said
from desk.rest.misfits import read_sent_document
from desk.rest.sent import merged
from desk.rest.showing import state_said, verdict, written
from desk.rest.views.base import DeskView, no_such
from editorial.checking import all_findings
from editorial.models import Submission
from treaty.document.canonical import canonical_json
from treaty.document.document import Document


class DraftList(DeskView):
    scopes = {"GET": Scope.READ, "HEAD": Scope.READ, "POST": Scope.WRITE}

    @describing.list_drafts
    def get(self, request: Request) -> HttpResponse:
        question = read_draft_question(request.query_params, by=self.person)
        return Said(200, written(page_of_drafts(question, request))).response()

    @describing.create_draft
    def post(self, request: Request) -> HttpResponse:
        sent = self.sent()
        document = read_sent_document(sent.value)

        def deed() -> Said:
            require_add(request._request)
            now = timezone.now()
            made = write_draft(document, by=self.person, at=now)
            return state_said(made.agreement, request, on=now.date(), findings=made.findings, status=201)

        return self.write(deed, sent.body)


class DraftDetail(DeskView):
    scopes = {"GET": Scope.READ, "HEAD": Scope.READ, "PUT": Scope.WRITE, "PATCH": Scope.WRITE}

    @describing.read_draft
    def get(self, request: Request, key: str) -> HttpResponse:
        read_none(request.query_params)
        version = read_version(draft_of(request._request, key))
        return _unless_held(request, Said(200, canonical_json(version.document), {"ETag": version.etag}))

    @describing.replace_draft
    def put(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent()
        document = read_sent_document(sent.value)
        return self.write(lambda: self._change(key, lambda _: document), sent.body)

    @describing.patch_draft
    def patch(self, request: Request, key: str) -> HttpResponse:
        sent = self.sent()
        return self.write(lambda: self._change(key, lambda before: read_sent_document(merged(as_json(before()), sent.value))), sent.body)

    def _change(self, key: str, made_of: Callable[[Callable[[], Document]], Document]) -> Said:
        """Put what is made of the present document, which is composed only where it is asked for, in its place."""
        agreement, now = self.held(key, to_change=True), timezone.now()
        made = write_draft(made_of(lambda: composed(agreement)), by=self.person, at=now, to=agreement)
        return state_said(made.agreement, self.request, on=now.date(), findings=made.findings)


class DraftStateView(DeskView):
    scopes = {"GET": Scope.READ, "HEAD": Scope.READ}

    @describing.read_state
    def get(self, request: Request, key: str) -> HttpResponse:
        read_none(request.query_params)
        return state_said(draft_of(request._request, key), request, on=timezone.now().date()).response()


class DraftSubmission(DeskView):
    scopes = {"GET": Scope.READ, "HEAD": Scope.READ}

    @describing.read_submission
    def get(self, request: Request, key: str) -> HttpResponse:
        """The last document that was submitted, as it was frozen."""
        read_none(request.query_params)
        last = Submission.objects.filter(agreement=draft_of(request._request, key)).first()
        if last is None:
            raise no_such("key", key, "It was never submitted.")
        return _unless_held(request, Said(200, last.document, {"ETag": f'"{last.sha256}"'}))


class DraftCheck(DeskView):
    scopes = {"POST": Scope.WRITE}

    @describing.validate_draft
    def post(self, request: Request, key: str) -> HttpResponse:
        agreement = draft_of(request._request, key)
        document = self._checked()
        require_own_reference(document, agreement)
        return self._judged(document, changes(agreement, document))

    def _checked(self) -> Document:
        read_none(self.request.query_params)
        return read_sent_document(self.sent().value)

    def _judged(self, document: Document, changed: list[str] | None) -> HttpResponse:
        found = all_findings(document, on=timezone.now().date())
        require_writable(document, found)
        return Said(200, written(verdict(found, changed))).response()


class NewDraftCheck(DraftCheck):
    @describing.validate_new
    def post(self, request: Request) -> HttpResponse:  # type: ignore[override]
        document = self._checked()
        require_own_reference(document, None)
        return self._judged(document, None)


def _unless_held(request: Request, said: Said) -> HttpResponse:
    """The answer, or 304 to a program that has it."""
    held = [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]
    if said.headers["ETag"] in held:
        return HttpResponseNotModified(headers={**said.headers, "Cache-Control": CACHED})
    return said.response()
