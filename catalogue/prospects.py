"""Which entries have a deadline ahead, as seen from the question's day."""

from django.db.models import Q

from catalogue.models import Prospect
from catalogue.question import Question
from treaty.vocabulary.deadlines import DeadlineKind


def prospects_asked(question: Question) -> Q:
    """The entries with a deadline before the day asked for, and with a last day for notice before the day asked for."""
    ahead = Prospect.objects.covering(question.on).reading(inferring=question.inferring)
    wanted = Q()
    if question.deadline_before:
        wanted &= Q(pk__in=ahead.falling_before(question.deadline_before).entries())
    if question.notice_before:
        notice = ahead.filter(kind=DeadlineKind.LAST_DAY_FOR_NOTICE)
        wanted &= Q(pk__in=notice.falling_before(question.notice_before).entries())
    return wanted
