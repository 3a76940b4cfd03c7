"""The standing as a badge with words, never as a colour alone."""

from dataclasses import dataclass

from treaty.document.days import PartialDay
from treaty.document.wording import day_in_words, when
from treaty.vocabulary.standing import Standing

UNKNOWN = "unknown"
LABELS = {Standing.NEGOTIATING: "Under negotiation"}
OVER = {Standing.ENDED, Standing.LAPSED}


@dataclass(frozen=True)
class Badge:
    """`look` chooses the colours; `since` reads on from the label: "since 28 April 1952", "on 1 May 1985"."""

    look: str
    label: str
    since: str = ""


def badge(standing: Standing | None, since: PartialDay | None = None) -> Badge:
    """The badge of a standing; of one that nobody knows, where it is None."""
    if standing is None:
        return Badge(UNKNOWN, "Standing not known")
    label = LABELS.get(standing, standing.label)
    if since is None:
        return Badge(look(standing), label)
    return Badge(look(standing), label, when(since) if standing in OVER else f"since {day_in_words(since)}")


def look(standing: Standing | None) -> str:
    return standing.value.replace("_", "-") if standing else UNKNOWN
