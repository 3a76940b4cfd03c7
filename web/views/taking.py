"""One agreement in the shapes in which people take it away: data, calendar, feed, citations, pictures."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from catalogue.judging import Asked, judge, names_in
from catalogue.kinship import family_of
from catalogue.reading import every_revision_of
from exports.agreement_calendar import Origin, agreement_calendar
from exports.citations import bibtex, csl_json, plain, ris
from exports.record import record_said
from treaty.document.canonical import read_document
from treaty.law.deadlines import deadlines
from web.pictures import family_picture, timeline_picture
from web.record import PARAMETERS, read_record
from web.revision_feed import revision_feed
from web.showing.citing import citation, citation_of
from web.showing.links import page
from web.taking_away import file, picture

CITING = ("as_known", "revision")


@require_safe
def data(request: HttpRequest, reference: str) -> HttpResponse:
    asked = read_record(request, reference, allowed=PARAMETERS)
    days = asked.days
    judged = judge(read_document(asked.revision.document), Asked(days.on, days.as_known, days.inferring, ()))
    family = family_of(reference, on=days.on, as_known=days.as_known, inferring=days.inferring)
    cite = plain(citation(judged.document, judged.names, asked))
    said = record_said(asked.revision, judged, family, asked=asked.carried, site=asked.site, citation=cite)
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


@require_safe
def calendar(request: HttpRequest, reference: str) -> HttpResponse:
    asked = read_record(request, reference)
    document = read_document(asked.revision.document)
    names = names_in(document)
    coming = deadlines(document, on=asked.days.on, names=names, inferred=asked.days.inferring)
    origin = Origin(reference, f"{asked.site}{page('agreement', reference)}", request.get_host(), asked.revision.published_at)
    return file(agreement_calendar(document, names, coming, origin), "text/calendar; charset=utf-8", f"{reference}.ics")


@require_safe
def feed(request: HttpRequest, reference: str) -> HttpResponse:
    asked = read_record(request, reference, allowed=())
    said = revision_feed(reference, every_revision_of(reference), site=asked.site)
    return HttpResponse(said, content_type="application/atom+xml; charset=utf-8")


@require_safe
def cite_bib(request: HttpRequest, reference: str) -> HttpResponse:
    said = citation_of(read_record(request, reference, allowed=CITING))
    return file(bibtex(said), "application/x-bibtex; charset=utf-8", f"{said.key}.bib")


@require_safe
def cite_ris(request: HttpRequest, reference: str) -> HttpResponse:
    said = citation_of(read_record(request, reference, allowed=CITING))
    return file(ris(said), "application/x-research-info-systems; charset=utf-8", f"{said.key}.ris")


@require_safe
def cite_json(request: HttpRequest, reference: str) -> HttpResponse:
    said = citation_of(read_record(request, reference, allowed=CITING))
    return file(csl_json(said), "application/vnd.citationstyles.csl+json; charset=utf-8", f"{said.key}.json")


@require_safe
def timeline(request: HttpRequest, reference: str, form: str) -> HttpResponse:
    return picture(timeline_picture(read_record(request, reference)), form, f"{reference}-timeline.{form}")


@require_safe
def family(request: HttpRequest, reference: str, form: str) -> HttpResponse:
    return picture(family_picture(read_record(request, reference)), form, f"{reference}-family.{form}")
