"""Which entries have a deadline ahead, as seen from the question's day."""

from django.db.models import Q

from catalogue.models import Prospect
from catalogue.querysets import PeriodQuerySet
from catalogue.question import Question
from treaty.vocabulary.deadlines import DeadlineKind


def deadlines_asked(question: Question) -> Q:
    """The entries with a deadline before the day asked for."""
    before = question.deadline_before
    return Q(pk__in=_ahead(question).falling_before(before).entries()) if before else Q()


def notices_asked(question: Question) -> Q:
    """The entries with a last day for notice before the day asked for."""
    before = question.notice_before
    notice = _ahead(question).filter(kind=DeadlineKind.LAST_DAY_FOR_NOTICE)
    return Q(pk__in=notice.falling_before(before).entries()) if before else Q()


def _ahead(question: Question) -> PeriodQuerySet:
    return Prospect.objects.covering(question.on).reading(inferring=question.inferring)
