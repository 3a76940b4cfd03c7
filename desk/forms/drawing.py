"""The fields of a row as HTML, drawn without templates: a form of sixty events has two thousand of them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def _attributes(widget: Widget) -> SafeString:
    given = ((name, value) for name, value in widget["attrs"].items() if value not in (None, False))
    return format_html_join("", "{}", ((_attribute(name, value),) for name, value in given))


def _attribute(name: str, value: Any) -> SafeString:
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else _attribute("value", widget["value"])
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, _attributes(widget))


def _area(widget: Widget) -> SafeString:
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), widget["value"] or "")


DRAWN: Mapping[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": _input for name in ("text", "number", "checkbox", "hidden", "input", "date")},
    "django/forms/widgets/textarea.html": _area,
}


class Drawing(DjangoTemplates):
    """Django's renderer, but for the plainest widgets, which it would find, load and fill a template for each time."""

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def draw(fieldset: Any) -> SafeString:
    """All fields of a part of a row."""
    return format_html_join("", "{}", ((_field(field.field),) for line in fieldset for field in line))


def _field(bound: Any) -> SafeString:
    if bound.is_hidden:
        return SafeString(bound)
    box = getattr(bound.field.widget, "input_type", "") == "checkbox"
    classes = f"field field-{bound.name}{' is-checkbox' if box else ''}{' errors' if bound.errors else ''}"
    required = mark_safe(' class="required"') if bound.field.required else ""
    colon = "" if box else ":"
    label = format_html('<label for="{}"{}>{}{}</label>', bound.id_for_label, required, bound.label, colon)
    errors = bound.errors if bound.errors else ""
    told = bound.help_text and format_html('<div class="help" id="{}_helptext">{}</div>', bound.id_for_label, bound.help_text)
    return format_html('<div class="{}">{}{}{}{}</div>', classes, label, bound, errors, told or "")
