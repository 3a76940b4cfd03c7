"""Answers that are files to be kept, so that a browser does not open them as pages of ours."""

from django.http import HttpResponse

from web.drawing import as_png

SHAPES = {"svg": "image/svg+xml", "png": "image/png"}


def picture(svg: str, form: str, name: str) -> HttpResponse:
    """A drawing, or the same as a picture."""
    return file(svg if form == "svg" else as_png(svg), SHAPES[form], name)


def file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
