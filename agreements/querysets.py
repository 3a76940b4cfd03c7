"""The sentences one may say about agreements on the desk."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from accounts.models import Person
from accounts.roles import EVERY_DRAFT


def known_to(person: Person, rows: QuerySet[Any], path: str = "agreement") -> QuerySet[Any]:
    """Of these rows those whose agreement, which stands at this path from them, the person may know of."""
    return rows if person.has_perm(EVERY_DRAFT) else rows.filter(**{f"{path}__created_by" if path else "created_by": person})


class AgreementQuerySet(QuerySet[Any]):
    def visible_to(self, person: Person) -> "AgreementQuerySet":
        """All of them for an editor; for a contributor those that he or she began; none for others."""
        if not person.has_perm("agreements.view_agreement"):
            return self.none()
        return self if person.has_perm(EVERY_DRAFT) else self.filter(created_by=person)

    def editable_by(self, person: Person) -> "AgreementQuerySet":
        """Those the person may change."""
        return self.visible_to(person) if person.has_perm("agreements.change_agreement") else self.none()

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
