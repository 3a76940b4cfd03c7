"""Choosing a row of another table without a query for each row of the form."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class KnownAutocomplete(AutocompleteSelect):
    """Django's autocomplete, which looks up the label of each selected row; this one is told them beforehand.

    `known` is shared by the copies that the rows of a formset make of the widget.
    """

    known: dict[str, str]

    def __init__(self, *args: Any, known: Iterable[Model] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(row.pk): str(row) for row in known}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        chosen = [str(key) for key in value if key not in (None, "")]
        if any(key not in self.known for key in chosen):
            return super().optgroups(name, value, attrs)
        empty = [] if self.is_required or self.allow_multiple_selected else [self.create_option(name, "", "", False, 0)]
        options = [self.create_option(name, key, self.known[key], True, index) for index, key in enumerate(chosen, 1)]
        return [(None, [*empty, *options], 0)]
