"""One answer for whoever watches the server: does it stand, and does its database answer?"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        problem = {"type": "about:blank", "title": "The database does not answer", "status": 503}
        return JsonResponse(problem, status=503, content_type="application/problem+json")
    return HttpResponse("ok", content_type="text/plain")
