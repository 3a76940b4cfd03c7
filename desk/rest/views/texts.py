"""A file as a text of an agreement."""

import hashlib
import json
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request

from accounts.roles import Scope
from agreements.models import Text
from catalogue.refusing import nearest
from desk.rest import describing
from desk.rest.drafts import etag_of
from desk.rest.keeping import Said
from desk.rest.sent import pointer
from desk.rest.shapes import TextKept
from desk.rest.showing import written
from desk.rest.views.base import DeskView
from desk.texts.forms import UploadForm
from editorial.checking import check_up
from editorial.texts import Kept, keep_file
from rest.refusals import Misfit, Refusal

FIELDS = ("file", "language", "title", "authentic", "url")
AUTHENTIC = ("true", "false", "")


class DraftTexts(DeskView):
    scopes = {"POST": Scope.WRITE}

    def get_parsers(self) -> list[BaseParser]:
        return [MultiPartParser()]

    @describing.upload_text
    def post(self, request: Request, key: str) -> HttpResponse:
        fields, file = _sent_fields(request), request.FILES.get("file")
        digest = hashlib.sha256(b"".join(file.chunks())).hexdigest() if file else ""
        if not self.person.has_perm("agreements.add_text"):
            raise PermissionDenied

        def deed() -> Said:
            agreement, now = self.held(key, to_change=True), timezone.now()
            form = UploadForm(fields, request.FILES, instance=Text(agreement=agreement), request=request._request)
            if not form.is_valid():
                raise _unfit(form, fields)
            file.seek(0)
            kept = keep_file(form.save(commit=False), file.read(), name=file.name, by=self.person, at=now)
            check_up(agreement, on=now.date())
            return Said(201, written(_said(kept)), {"ETag": etag_of(agreement)})

        return self.write(deed, json.dumps([sorted(fields.items()), file.name if file else "", digest]).encode())


def _sent_fields(request: Request) -> dict[str, str]:
    """The fields beside the file, each once. Raises Refusal for what nobody asked for."""
    faults, fields = [], {}
    sent = cast("QueryDict", request.data)  # with the files among the fields, as the parser gives them
    for name in sent:
        values = sent.getlist(name)
        if name not in FIELDS:
            detail = f"There is no field “{name[:60]}” here."
            faults.append(Misfit(pointer((name[:60],)), "", detail, nearest(name, FIELDS), FIELDS))
        elif len(values) > 1:
            faults.append(Misfit(pointer((name,)), "", f"“{name}” can be given once only."))
        elif name != "file":
            fields[name] = str(values[0])
    if fields.get("authentic", "") not in AUTHENTIC:
        given = fields["authentic"]
        faults.append(Misfit("/authentic", given[:200], "Say true, false, or nothing where nobody knows.", allowed=("true", "false", "")))
    if faults:
        raise Refusal(422, " ".join(fault.detail for fault in faults[:3]), faults)
    return fields


def _unfit(form: Any, fields: dict[str, str]) -> Refusal:
    faults = [
        Misfit(pointer((name,)) if name != "__all__" else "", fields.get(name, "")[:200], " ".join(map(str, said)))
        for name, said in form.errors.items()
    ]
    return Refusal(422, "The file was not taken in.", faults)


def _said(kept: Kept) -> TextKept:
    text = kept.text
    return TextKept(
        id=text.key,
        title=text.title,
        language=text.language,
        authentic=text.authentic,
        sha256=text.sha256 or "",
        media_type=text.media_type,
        remark=kept.remark,
    )
