"""What went wrong, for programs: the same problem document (RFC 9457) that the REST doors give."""

from django.http import HttpRequest, HttpResponse

from catalogue.refusing import Fault
from rest.problems import problem_answer
from web.showing.trouble import Trouble


def wants_data(request: HttpRequest) -> bool:
    """Whether it is a program that asks: for an address of data, or for JSON and no page."""
    return request.path.endswith(".json") or (not request.accepts("text/html") and request.accepts("application/json"))


def problem(request: HttpRequest, said: Trouble) -> HttpResponse:
    """The same as the page about what went wrong, with every parameter at fault."""
    detail = " ".join(fault.detail for fault in said.faults) or " ".join((said.sentence, *said.meant))
    faults = [Fault(one.parameter, one.value, one.detail, suggestion=one.suggestion, allowed=one.allowed) for one in said.faults]
    return problem_answer(said.status, detail, path=request.path, faults=faults)
