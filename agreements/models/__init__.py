"""The desk copy of an agreement."""

from agreements.models.agreement import Agreement, Identifier, OtherTitle
from agreements.models.deed import Deed
from agreements.models.evidence import Citation, Evidence, ListedSource, Source, Text
from agreements.models.life import Duration, Event, Participation, Relation

__all__ = [
    "Agreement",
    "Citation",
    "Deed",
    "Duration",
    "Event",
    "Evidence",
    "Identifier",
    "ListedSource",
    "OtherTitle",
    "Participation",
    "Relation",
    "Source",
    "Text",
]
