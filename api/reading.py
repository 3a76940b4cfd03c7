"""Questions as this door asks them: of today, where no day is named, and of the parties that there are."""

from django.utils import timezone

from catalogue.parameters import Parameters
from catalogue.question import Question, read_question
from parties.models import Party


def read_whole_question(parameters: Parameters, allowed: tuple[str, ...]) -> Question:
    """The question that the parameters ask. Raises Refused with every fault."""
    return read_question(parameters, today=timezone.now().date(), known_parties=Party.objects.names, allowed=allowed)
