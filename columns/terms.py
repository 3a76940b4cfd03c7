"""Words of the vocabulary as a column."""

from typing import TYPE_CHECKING, Any

from django.db import models

from treaty.vocabulary.term import Term

if TYPE_CHECKING:

    class Text(models.CharField[Any, Any]):
        """To a type checker, a term is what its family says."""

        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

else:
    Text = models.CharField


class TermField(Text):
    """A word of one family. Its Python value is the term itself, with label and definition.

    Migrations do not record the family's words: a new word needs none.
    """

    def __init__(self, family: type[Term] | None = None, **kwargs: Any) -> None:
        self.family = family
        kwargs.setdefault("max_length", 64)
        if family is not None:
            kwargs["choices"] = family.choices()
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, list(args), kwargs

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Term | str | None:
        return self.family(value) if value and self.family else value

    def to_python(self, value: Any) -> Term | str | None:
        if value and self.family and not isinstance(value, self.family):
            try:
                return self.family(value)
            except ValueError:
                return str(value)  # Field.validate names the choices
        return value
