"""The pages of texts: those of an agreement, and one of them to read and to cite."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.models import Agreement, Text
from desk.admin.base import at_the_desk
from desk.opening import at_hand
from desk.site import desk
from desk.texts.forms import CiteForm, UploadForm
from desk.texts.reading import OpenText, number_in, open_text
from editorial.quotes import quotations, unfound_quotes
from editorial.rules import RuleBroken
from editorial.texts import cite_passage, have_read, keep_file, list_as_source, settle_span
from provisions.models import Provision
from records.models import StoredText
from records.recognising import NAMES, NotATreatyText

READING = ("agreements.view_text", "agreements.view_agreement")
ENDINGS = dict(zip(NAMES, (".pdf", ".docx", ".html", ".md", ".txt"), strict=True))


@require_http_methods(["GET", "HEAD", "POST"])
def texts_of(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """The texts of an agreement, with room for another file."""
    agreement = _agreement(request, agreement_id)
    text = _chosen(request, agreement)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = UploadForm(*sent, instance=text, request=request)
    if request.method == "POST":
        _require(request, "agreements.add_text" if text._state.adding else "agreements.change_text")
        if form.is_valid() and (kept := _keep(request, form)):
            return redirect("admin:text", kept.pk)
    texts = list(agreement.texts.select_related("listed__source"))
    stored = {row.sha256: row for row in StoredText.objects.filter(sha256__in=[t.sha256 for t in texts]).select_related("extracted")}
    shown = [(row, stored.get(row.sha256 or ""), NAMES.get(row.media_type, row.media_type)) for row in texts]
    said = {"agreement": agreement, "texts": shown, "form": form, "replaced": None if text._state.adding else text}
    return _page(request, "list", f"Texts of {agreement}", **said, unfound=unfound_quotes(agreement), may_add=_may(request, "add_text"))


def _keep(request: HttpRequest, form: UploadForm) -> Text | None:
    file = form.cleaned_data["file"]
    try:
        kept = keep_file(form.save(commit=False), file.read(), name=file.name, by=at_the_desk(request), at=timezone.now())
    except (NotATreatyText, RuleBroken) as refusal:
        form.add_error("file", str(refusal))
        return None
    messages.success(request, f"“{kept.text}” is kept. {kept.remark}".strip())
    return kept.text


@require_http_methods(["GET", "HEAD", "POST"])
def read_text(request: HttpRequest, text_id: int) -> HttpResponse:
    """One text to read, to search and to cite."""
    opened = open_text(_text(request, text_id))
    asked = {name: request.GET.get(name, "") for name in ("quote", "begin", "end", "fact", "article")}
    form = CiteForm(request.POST if request.method == "POST" else None, text=opened.text, initial=opened.prefilled(asked))
    if request.method == "POST":
        _require(request, "agreements.add_evidence")
        if form.is_valid() and (begin := _cite(request, opened, form)) is not None:
            return redirect(f"{reverse('admin:text', args=[text_id])}?at={begin}#here")
    quoted = [row for row in quotations(opened.text.agreement) if row.text.pk == opened.text.pk]
    words = request.GET.get("q", "")[:200].strip()
    said = opened.shown(words=words, at=number_in(request.GET, "at"), number=number_in(request.GET, "sheet"), quoted=quoted)
    return _page(
        request, "read", str(opened.text), opened=opened, form=form, quoted=quoted, q=words, may_cite=_may(request, "add_evidence"), **said
    )


def _cite(request: HttpRequest, opened: OpenText, form: CiteForm) -> int | None:
    """The first character of the passage that is cited now; None where a rule refuses, and the form says why."""
    fact, text, by, at = form.fact_chosen(), opened.text, at_the_desk(request), timezone.now()
    if isinstance(fact, Provision):
        _require(request, "provisions.add_provisionevidence")
    try:
        if opened.extracted is None:
            raise RuleBroken("Its words are not known, so nothing in it can be cited.")
        with transaction.atomic():
            list_as_source(text, **form.source_chosen())
            place = cite_passage(
                text, form.passage(), for_fact=fact, words=opened.extracted, article=form.cleaned_data["article"], by=by, at=at
            )
    except RuleBroken as refusal:
        text.refresh_from_db(fields=["listed"])
        form.add_error(None, str(refusal))
        return None
    how = "" if place.exact else " The text's own wording is quoted."
    messages.success(request, f"Cited for “{form.fact_words()}”, characters {place.begin} to {place.end}.{how}")
    return place.begin


@require_POST
def read_again(request: HttpRequest, text_id: int) -> HttpResponse:
    """Have the words read once more: after a failure, or by a newer reader."""
    text = _text(request, text_id)
    _require(request, "agreements.change_text")
    stored = StoredText.objects.filter(sha256=text.sha256 or "").first()
    if stored is None:
        raise Http404
    with transaction.atomic():
        have_read(stored, at=timezone.now(), again=True)
    return redirect("admin:text", text_id)


@require_POST
def settle(request: HttpRequest, text_id: int) -> HttpResponse:
    """Note where a quotation stands that was entered without its place."""
    opened = open_text(_text(request, text_id))
    _require(request, "agreements.change_evidence", "provisions.change_provisionevidence")
    named = request.POST.get("row", "")
    for quotation in quotations(opened.text.agreement):
        row, place = quotation.row, quotation.place
        if quotation.name == named and place and opened.extracted and not isinstance(row, Provision):
            settle_span(row, place, words=opened.extracted, by=at_the_desk(request), at=timezone.now())
            messages.success(request, f"Its place is noted: characters {place.begin} to {place.end}.")
            return redirect(f"{reverse('admin:text', args=[text_id])}?at={place.begin}#here")
    raise Http404


@require_safe
def download(request: HttpRequest, text_id: int) -> HttpResponse:
    """The file as it was received: to be kept, never to be shown by the browser as what it says it is."""
    text = _text(request, text_id)
    stored = StoredText.objects.filter(sha256=text.sha256 or "").first()
    if stored is None:
        raise Http404
    with stored.content.open("rb") as file:
        answer = HttpResponse(file.read(), content_type="application/octet-stream")
    name = f"{text.key}-{stored.sha256[:12]}{ENDINGS.get(stored.media_type, '')}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _agreement(request: HttpRequest, pk: int) -> Agreement:
    """One that this person may see at the desk, and change where something is sent. The agreements' own page decides."""
    _require(request, *READING)
    agreement: Agreement = at_hand(request, Agreement, pk, to_change=request.method == "POST")
    return agreement


def _text(request: HttpRequest, pk: int) -> Text:
    _require(request, *READING)
    text = Text.objects.select_related("listed__source").filter(pk=pk).first()
    if text is None:
        raise Http404
    text.agreement = _agreement(request, text.agreement_id)
    return text


def _chosen(request: HttpRequest, agreement: Agreement) -> Text:
    """The text that the file is for: one of the agreement's, or a new one."""
    named = request.GET.get("text", "")
    if not named:
        return Text(agreement=agreement)
    text = agreement.texts.filter(pk=named).first() if named.isdecimal() and len(named) < 12 else None
    if text is None:
        raise Http404
    text.agreement = agreement
    return text


def _require(request: HttpRequest, *permissions: str) -> None:
    if not request.user.has_perms(permissions):
        raise PermissionDenied


def _may(request: HttpRequest, what: str) -> bool:
    return request.user.has_perm(f"agreements.{what}")


def _page(request: HttpRequest, name: str, title: str, **said: Any) -> HttpResponse:
    status = 422 if "form" in said and said["form"].is_bound and said["form"].errors else 200
    return render(request, f"desk/texts/{name}.html", {**desk.each_context(request), "title": title, **said}, status=status)
