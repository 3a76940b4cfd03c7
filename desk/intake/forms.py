"""Forms for files: which file, how it is read, what its columns mean, and what is decided of a record."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from columns.text import validate_printable
from desk.intake.columns import Heading
from desk.intake.sets import BY_VALUE, OFFERS, Offer
from desk.texts.uploading import is_too_large
from editorial.texts import too_large
from intake.cells.days import Order
from intake.reading.delimited import DELIMITERS
from intake.table.fields import FIELDS, Ways
from intake.table.profile import Profile, ProfileFault
from parties.terms import CodeScheme
from treaty.vocabulary.sources import SourceKind

ENDINGS = ".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.zip"
ENCODINGS = (
    ("", "Found out from the file"),
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252, Western Europe"),
    ("iso8859-15", "ISO 8859-15, Western Europe"),
    ("cp1250", "Windows-1250, Central Europe"),
    ("cp1251", "Windows-1251, Cyrillic"),
    ("cp1253", "Windows-1253, Greek"),
    ("cp1254", "Windows-1254, Turkish"),
    ("cp1256", "Windows-1256, Arabic"),
    ("cp850", "DOS 850, Western Europe"),
    ("mac_roman", "Mac Roman"),
    ("utf-16", "UTF-16"),
    ("gb18030", "GB 18030, Chinese"),
    ("big5", "Big5, Chinese"),
    ("shift_jis", "Shift JIS, Japanese"),
    ("euc_kr", "EUC-KR, Korean"),
)
ORDERS = (
    (Order.ASK.value, "Refuse a date such as 03/04/2023"),
    (Order.DAY_FIRST.value, "The day comes first: 03/04/2023 is 3 April"),
    (Order.MONTH_FIRST.value, "The month comes first: 03/04/2023 is 4 March"),
)
GROUPS = (
    ("The agreement", ("title", "short_title", "kind", "form", "character", "laterality", "summary", "note", "key")),
    ("Its parties", ("party", "role")),
    ("Its days", ("signed", "place", "in_force", "ended")),
    ("An event in each row", ("event", "event_date", "event_party")),
    ("Where it was read", ("source_title", "source_url")),
    ("Its number", tuple(name for name in FIELDS if name.startswith("number_"))),
)
FIELD_CHOICES = (("", "Left alone"), *((group, [(name, FIELDS[name].label) for name in names]) for group, names in GROUPS))


class BringForm(forms.Form):
    """A file, and which data set it is."""

    file = forms.FileField(
        required=False,
        label="File",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text="CSV, XLSX, JSON or JSON Lines.",
    )
    data_set = forms.ChoiceField(
        label="What it is",
        choices=[(offer.value, offer.label) for offer in OFFERS],
        initial=OFFERS[0].value,
        widget=forms.RadioSelect,
        error_messages={"required": "Say which data set it is.", "invalid_choice": "“%(value)s” is none of the data sets below."},
    )

    def __init__(self, *args: Any, request: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_file(self) -> Any:
        if is_too_large(self.request):
            raise ValidationError(too_large())
        file = self.cleaned_data["file"]
        if file is None:
            raise ValidationError("Choose a file." if "file" not in self.files else "The file is empty.")
        return file

    def offer(self) -> Offer:
        return BY_VALUE[self.cleaned_data["data_set"]]


class ReadingForm(forms.Form):
    """How a file is to be read, where it should not be found out. Only what its kind can have is asked."""

    encoding = forms.ChoiceField(required=False, choices=ENCODINGS)
    delimiter = forms.ChoiceField(
        required=False, choices=[("", "Found out from the file"), *((mark, words.capitalize()) for mark, words in DELIMITERS.items())]
    )
    sheet = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, sheets: Sequence[str], **kwargs: Any) -> None:
        """`sheets` are those of a workbook; a text has none."""
        super().__init__(*args, **kwargs)
        if sheets:
            del self.fields["encoding"], self.fields["delimiter"]
            self.fields["sheet"].choices = [("", "The only one"), *((name, name) for name in sheets)]  # type: ignore[attr-defined]
        else:
            del self.fields["sheet"]

    def reading(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}


class MappingForm(forms.Form):
    """What the columns of a table mean: a field for each heading, and how to read what could be read in several ways."""

    dates = forms.ChoiceField(label="Dates in figures", choices=ORDERS)
    parties = forms.ChoiceField(
        required=False,
        label="Parties are written as",
        choices=[("", "Names, or letters of ISO 3166"), *CodeScheme.choices()],
    )
    source_title = forms.CharField(
        required=False,
        max_length=500,
        validators=[validate_printable],
        label="Title of the source",
        help_text="Each record cites it. Left empty, it is the file’s name.",
    )
    source_kind = forms.ChoiceField(label="Kind of source", choices=SourceKind.choices(), initial=SourceKind.UNVERIFIED.value)
    save_as = forms.CharField(
        required=False,
        max_length=100,
        validators=[validate_printable],
        label="Save this profile as",
        help_text="A name under which it can be taken for the next table. A profile of that name is replaced.",
    )

    def __init__(self, *args: Any, headings: Sequence[Heading], said: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        """`said` is a profile that is proposed; without one each column has the field that its heading names."""
        super().__init__(*args, **kwargs)
        self.headings = headings
        fields = said.get("fields", {}) if said else {heading.name: heading.guess for heading in headings}
        for position, heading in enumerate(headings):
            self.fields[f"column-{position}"] = forms.ChoiceField(
                required=False, label=heading.name, choices=FIELD_CHOICES, initial=fields.get(heading.name, "")
            )
        for name in ("dates", "parties", "source_title", "source_kind"):
            if said and said.get(name):
                self.initial.setdefault(name, said[name])

    def columns(self) -> list[tuple[Heading, Any]]:
        """Each heading with the field of the form that asks about it."""
        return [(heading, self[f"column-{position}"]) for position, heading in enumerate(self.headings)]

    def ways(self) -> list[Any]:
        return [self[name] for name in ("dates", "parties", "source_title", "source_kind")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        try:
            self.profile = self._profile(said)
        except ProfileFault as fault:
            at_fault: list[str | None] = [name for name, value in said.items() if name.startswith("column-") and value == fault.field]
            for name in at_fault or [None]:
                self.add_error(name, str(fault))
        return said

    def _profile(self, said: Mapping[str, Any]) -> Profile:
        chosen = {heading.name: said[f"column-{position}"] for position, heading in enumerate(self.headings)}
        return Profile(
            name=said["save_as"] or "table",
            fields={name: field for name, field in chosen.items() if field},
            ways=Ways(Order(said["dates"]), CodeScheme(said["parties"]) if said["parties"] else None),
            source_title=said["source_title"],
            source_kind=SourceKind(said["source_kind"]),
        )


def meanings() -> list[tuple[str, list[tuple[str, str]]]]:
    """What may stand in a column of each field, in the order of the choices."""
    ways = Ways()
    return [(group, [(FIELDS[name].label, FIELDS[name].column("", ways).explain()) for name in names]) for group, names in GROUPS]


class ApplyForm(forms.Form):
    """Whether a plan is carried out only if every record of the file can come in."""

    take = forms.ChoiceField(
        choices=[("all", "All or nothing"), ("good", "Only the good rows")],
        error_messages={"required": "Say what becomes of the rest.", "invalid_choice": "“%(value)s” is neither “all” nor “good”."},
    )

    def only_good(self) -> bool:
        return bool(self.cleaned_data["take"] == "good")
