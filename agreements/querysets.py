"""The sentences one may say about agreements on the desk."""

from typing import Any

from django.db.models import Prefetch, QuerySet


class AgreementQuerySet(QuerySet[Any]):
    def in_full(self) -> "AgreementQuerySet":
        """With every row that belongs to them, in a number of queries that does not grow with the rows."""
        from agreements.models import Duration, Event, Evidence, ListedSource, Participation, Relation, Text

        evidence = Prefetch("evidence", Evidence.objects.select_related("listed"))
        return self.select_related("record").prefetch_related(
            "other_titles",
            "identifiers",
            Prefetch("texts", Text.objects.select_related("listed")),
            Prefetch("evidence", Evidence.objects.about_the_whole().select_related("listed")),
            Prefetch("listed_sources", ListedSource.objects.select_related("source")),
            Prefetch("participations", Participation.objects.select_related("party").prefetch_related(evidence)),
            Prefetch("events", Event.objects.select_related("party", "other_party").prefetch_related(evidence)),
            Prefetch("relations", Relation.objects.prefetch_related(evidence)),
            Prefetch("duration", Duration.objects.prefetch_related(evidence)),
        )


class EvidenceQuerySet(QuerySet[Any]):
    def about_the_whole(self) -> "EvidenceQuerySet":
        """What vouches for the record itself, not for one of its facts."""
        return self.filter(participation=None, event=None, duration=None, relation=None)
