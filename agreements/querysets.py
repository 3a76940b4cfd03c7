"""The sentences one may say about agreements on the desk."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from accounts.models import Person
from accounts.roles import EVERY_DRAFT
from agreements.likeness import same_page, same_words


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

    def on_the_desk(self) -> "AgreementQuerySet":
        """Without those that somebody set aside."""
        return self.filter(set_aside_at=None)

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

    def with_its_sources(self) -> "EvidenceQuerySet":
        """With the source of each and who verified it, in one query."""
        return self.select_related("listed__source", "verified_by")


class SourceQuerySet(QuerySet[Any]):
    def with_uses(self) -> "SourceQuerySet":
        """Each with how many agreements list it, as `uses`."""
        return self.annotate(uses=Count("listings"))

    def matching(self, words: str) -> "SourceQuerySet":
        """Those whose title, publisher or address holds every one of the words; none where no word is given."""
        found = self if words.split() else self.none()
        for word in words.split():
            found = found.filter(Q(title__icontains=word) | Q(publisher__icontains=word) | Q(url__icontains=word))
        return found

    def alike(self, *, title: str, publisher: str, url: str, besides: int | None = None) -> list[Any]:
        """Those that seem to be the source so described: the same page, or the same title by the same publisher.

        The database finds candidates by parts that stay the same in every spelling; what counts is compared here.
        """
        page, work = same_page(url), (same_words(title), same_words(publisher))
        wanted = Q(title__iexact=title.strip()) | Q(title=title.strip())
        if page:
            wanted |= Q(url__icontains=page.partition("?")[0])
        found = self.filter(wanted).exclude(pk=besides)[:200]
        return [
            one
            for one in found
            if (page and same_page(one.url) == page) or (work[0] and (same_words(one.title), same_words(one.publisher)) == work)
        ]
