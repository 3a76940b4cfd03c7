"""Agreements of the desk as answers."""

from datetime import date
from typing import Any

from django.urls import reverse
from pydantic import BaseModel, ValidationError
from rest_framework.request import Request

from agreements.models import Agreement
from desk.rest.drafts import etag_of
from desk.rest.keeping import Said
from desk.rest.misfits import misfit_of, unfit
from desk.rest.shapes import MOST_FINDINGS, DraftFinding, DraftRow, DraftState, SubmissionSaid, Verdict
from editorial.checking import all_findings
from editorial.composing import compose
from editorial.models import Submission
from editorial.querysets import with_state
from editorial.vocabulary import State
from rest.refusals import Misfit
from treaty.document.rules import Finding

NO_DOCUMENT = "no-document"


def row_of(agreement: Any, request: Request) -> DraftRow:
    """`agreement` comes with its state, its record and who changed it."""
    return DraftRow(**_row(agreement, request))


def state_said(agreement: Agreement, request: Request, *, on: date, findings: list[Finding] | None = None, status: int = 200) -> Said:
    """The state as an answer, with the tag of the draft. `findings` are asked for where nobody has them already."""
    etag = etag_of(agreement)  # before the rest: what changes meanwhile makes the tag stale, never the answer
    said = _state(agreement, request, _findings(agreement, on) if findings is None else list(map(finding_said, findings)))
    headers = {"ETag": etag} | ({"Location": said.url} if status == 201 else {})
    return Said(status, written(said), headers)


def verdict(findings: list[Finding], changes: list[str] | None) -> Verdict:
    said = list(map(finding_said, findings))
    return Verdict(sound=not _counted(said)["errors"], **_counted(said), changes=changes)


def finding_said(finding: Finding) -> DraftFinding:
    place = misfit_of(finding).pointer
    return DraftFinding(rule=finding.rule, level=finding.level.value, pointer=place, sentence=finding.sentence, detail=finding.detail)


def written(said: BaseModel) -> str:
    return said.model_dump_json()


def address(request: Request, name: str, *parts: Any) -> str:
    return request.build_absolute_uri(reverse(f"desk-rest:{name}", args=parts))


def _state(agreement: Agreement, request: Request, findings: list[DraftFinding]) -> DraftState:
    row = with_state(Agreement.objects.filter(pk=agreement.pk)).select_related("record", "changed_by").get()
    last = Submission.objects.filter(agreement=agreement).select_related("submitted_by", "decided_by").defer("document").first()
    public = request.build_absolute_uri(reverse("api:agreement", args=[row.record.reference])) if row.record else None
    return DraftState(**_row(row, request), public_url=public, **_counted(findings), submission=_submission(last) if last else None)


def _row(agreement: Any, request: Request) -> dict[str, Any]:
    return {
        "id": agreement.pk,
        "reference": agreement.record.reference if agreement.record else None,
        "title": agreement.title,
        "kind": agreement.kind,
        "state": State(agreement.state),
        "version": agreement.version,
        "changed_at": agreement.changed_at,
        "changed_by": agreement.changed_by.get_username() if agreement.changed_by else None,
        "url": address(request, "draft", agreement.pk),
    }


def _counted(findings: list[DraftFinding]) -> dict[str, Any]:
    errors = sum(finding.level == "error" for finding in findings)
    return {"errors": errors, "warnings": len(findings) - errors, "findings": findings[:MOST_FINDINGS]}


def _submission(last: Submission) -> SubmissionSaid:
    return SubmissionSaid(
        state=last.state,
        sha256=last.sha256,
        version=last.version,
        submitted_by=last.submitted_by.get_username(),
        submitted_at=last.submitted_at,
        decided_by=last.decided_by.get_username() if last.decided_by else None,
        decided_at=last.decided_at,
        comment=last.comment,
    )


def _findings(agreement: Agreement, on: date) -> list[DraftFinding]:
    try:
        return list(map(finding_said, all_findings(compose(agreement), on=on)))
    except ValidationError as fault:
        misfits = [one for one in unfit(fault, None).faults if isinstance(one, Misfit)]
        sentence = "The rows of the desk make a document."
        return [DraftFinding(rule=NO_DOCUMENT, level="error", pointer=one.pointer, sentence=sentence, detail=one.detail) for one in misfits]
