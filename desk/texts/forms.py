"""Forms for texts: a file with what is known of it, and a passage with the fact that it shows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from agreements.models import Agreement, Text
from columns.text import validate_printable
from desk.texts.uploading import is_too_large
from editorial.rules import RuleBroken
from editorial.texts import QUOTE_LIMIT, Fact, Passage, too_large
from provisions.models import Provision
from treaty.vocabulary.sources import SourceKind

ENDINGS = ".pdf,.docx,.html,.htm,.md,.markdown,.txt"
LANGUAGE = RegexValidator(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Write a language tag, such as en, fr or pt-BR.")


class UploadForm(forms.ModelForm):
    """A file, and the text of the agreement that it is."""

    file = forms.FileField(
        required=False,
        label="File",
        help_text="PDF, Word (DOCX), HTML, Markdown or plain text.",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )

    class Meta:
        model = Text
        fields = ["file", "language", "title", "authentic", "url"]
        labels = {"url": "Address where it was found"}
        help_texts = {"language": "A language tag: en, fr, pt-BR.", "title": "Left empty, it is the file's name."}

    def __init__(self, *args: Any, request: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["language"].validators.append(LANGUAGE)

    def clean_file(self) -> Any:
        if is_too_large(self.request):
            raise ValidationError(too_large())
        file = self.cleaned_data["file"]
        if file is None:
            raise ValidationError("Choose a file." if "file" not in self.files else "The file is empty.")
        return file


class Quotation(forms.CharField):
    """Words of several lines: a browser sends each line's end as two characters, of which one is kept."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class CiteForm(forms.Form):
    """A passage of the text, and the fact of the agreement that it shows."""

    quote = Quotation(
        required=False,
        max_length=QUOTE_LIMIT,
        validators=[validate_printable],
        label="Quotation",
        help_text="Select it in the text, or paste it here: it is looked for in the text.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    begin = forms.IntegerField(required=False, min_value=0, max_value=100_000_000, label="From character")
    end = forms.IntegerField(required=False, min_value=0, max_value=100_000_000, label="Up to character", help_text="Not included.")
    fact = forms.ChoiceField(label="It shows")
    article = forms.CharField(required=False, max_length=500, label="Article", help_text="Such as “IV” or “12(3)”.")
    source = forms.ChoiceField(label="Cite the text as", help_text="Once: later passages of this text are cited the same.")

    def __init__(self, *args: Any, text: Text, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.facts = text, facts_of(text.agreement)
        self.fields["fact"].choices = [("", "Choose a fact"), *grouped(self.facts)]  # type: ignore[attr-defined]
        if text.listed_id:
            del self.fields["source"]
        else:
            self.fields["source"].choices = sources_for(text)  # type: ignore[attr-defined]
            self.fields["source"].initial = f"kind:{SourceKind.AUTHENTIC_TEXT.value}" if text.authentic else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (said.get("begin") is None) != (said.get("end") is None):
            raise ValidationError("A span has a first character and an end; leave both empty to have the quotation looked for.")
        if not said.get("quote") and said.get("begin") is None and "quote" not in self.errors:
            raise ValidationError("Select a passage in the text, paste a quotation, or give the characters where it begins and ends.")
        return said

    def passage(self) -> Passage:
        said = self.cleaned_data
        return Passage(said["quote"], said["begin"], said["end"])

    def fact_chosen(self) -> Fact:
        return self.facts[self.cleaned_data["fact"]][2]

    def fact_words(self) -> str:
        return self.facts[self.cleaned_data["fact"]][1]

    def source_chosen(self) -> dict[str, Any]:
        """The arguments by which the text becomes a source: a kind for a new one, or one that is listed already."""
        sort, _, value = str(self.cleaned_data.get("source", "")).partition(":")
        if sort == "listed":
            listed = self.text.agreement.listed_sources.filter(pk=value).first()
            if listed is None:
                raise RuleBroken("That source is not listed any more.")
            return {"listed": listed}
        return {"kind": SourceKind(value)} if sort == "kind" else {}


def facts_of(agreement: Agreement) -> dict[str, tuple[str, str, Fact]]:
    """The facts of an agreement by the value that stands for each in forms: its group, its words, its row. Five queries."""
    facts: dict[str, tuple[str, str, Fact]] = {"record": ("", "The record as a whole", agreement)}
    if duration := getattr(agreement, "duration", None):
        facts["duration"] = ("", "Its duration", duration)
    rows: tuple[tuple[str, str, Any], ...] = (
        ("event", "Events", agreement.events.select_related("party")),
        ("participation", "Parties", agreement.participations.select_related("party")),
        ("provision", "Provisions", Provision.objects.filter(agreement=agreement)),
        ("relation", "Relations", agreement.relations.all()),
    )
    for name, group, found in rows:
        facts |= {f"{name}:{row.pk}": (group, _words(row), row) for row in found}
    return facts


def _words(row: Any) -> str:
    if isinstance(row, Provision):
        return f"{row.kind.label}, art. {', '.join(row.articles)}" if row.articles else row.kind.label
    party = getattr(row, "party", None)
    return f"{row}, {party}" if party and not str(row).startswith(str(party)) else str(row)


def grouped(facts: dict[str, tuple[str, str, Fact]]) -> list[Any]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for value, (group, words, _) in facts.items():
        groups.setdefault(group, []).append((value, words))
    return [*groups.pop("", []), *groups.items()]


def sources_for(text: Text) -> list[Any]:
    """A source that the agreement lists already and no text is, or a new one of a kind."""
    listed = text.agreement.listed_sources.filter(text=None).select_related("source")
    old = [(f"listed:{row.pk}", str(row.source)) for row in listed]
    new = [(f"kind:{kind.value}", kind.label) for kind in SourceKind]
    return [("", "Choose"), ("List it as a new source of the kind", new), *([("It is a source listed already", old)] if old else [])]
