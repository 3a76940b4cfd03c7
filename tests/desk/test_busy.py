"""Another program writes to the register for longer than a request waits: it is said, and nothing that was typed is lost."""

from collections.abc import Mapping

from tests.desk.test_concurrent_edits import answer_of, start

PROGRAM = """
import json, sys, time
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
from datetime import timedelta
from django.db import connection
from django.test import Client
from django.utils import timezone
from accounts.models import Person
from accounts.operations import make_token
from accounts.roles import Scope
from agreements.models import Agreement
from tests.desk.sending import address_of, opened
from tests.desk.test_busy import carried

editor = Person.objects.get(username="editor")
pact = Agreement.objects.create(title="Before the import", created_at=timezone.now(), changed_at=timezone.now())
_, token = make_token(by=editor, name="a test", scopes=[Scope.READ, Scope.WRITE], lasting=timedelta(hours=1), at=timezone.now())
browser = Client(raise_request_exception=False)
browser.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
program = Client(raise_request_exception=False, headers={"authorization": f"Bearer {token}"})
rest = f"/api/v1/desk/agreements/{pact.pk}/"
told = {}


def note(name, ask):
    began = time.monotonic()
    answer = ask()
    told[name] = {
        "status": answer.status_code,
        "type": answer["Content-Type"],
        "again": answer.get("Retry-After", ""),
        "said": answer.content.decode(),
        "took": time.monotonic() - began,
        "title": Agreement.objects.values_list("title", flat=True).get(pk=pact.pk),
    }


typed = {**opened(browser, address_of(pact)), "title": 'Typed "meanwhile" \\u5354\\u5b9a', "note": "one line\\nand another"}
tag = program.get(rest)["ETag"]

writer = connection.copy()  # what an import does for a minute: it has written, and has not ended
writer.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
writer.cursor().execute("UPDATE agreements_agreement SET version = version")

note("beside", lambda: browser.post(address_of(pact).replace("change", "beside"), typed, headers={"hx-request": "true"}))
note("save", lambda: browser.post(address_of(pact), {**typed, "_continue": "1"}))
note("list", lambda: browser.get("/desk/agreements/agreement/"))
note("read", lambda: program.get(rest))
patch = {"title": "By a program"}
note("rest", lambda: program.patch(rest, patch, content_type="application/merge-patch+json", headers={"if-match": tag}))
note("sign in", lambda: Client(raise_request_exception=False).post("/desk/login/", {"username": "editor", "password": "editor-demo"}))

writer.rollback()
writer.close()
told["carried"] = carried(told["save"]["said"])
note("again", lambda: browser.post(address_of(pact), told["carried"]))
print(json.dumps(told))
"""


def carried(page: str) -> dict[str, str]:
    """The fields of the page's own form, as a browser would send them again."""
    from tests.desk.sending import Fields

    reader = Fields()
    reader.feed(page[page.index('<form method="post" action="/desk/agreements/') :])
    return {name: value for name, value in reader.values.items() if name != "csrfmiddlewaretoken"}


def test_who_saves_while_the_register_is_written_to_is_told_so_and_loses_nothing(prepared: Mapping[str, str]) -> None:
    told = answer_of(start(PROGRAM, {**prepared, "ENTENTE_LOCK_SECONDS": "6"}))

    save, again = told["save"], told["again"]
    assert (save["status"], save["again"], save["title"]) == (503, "10", "Before the import")
    assert "Nothing was changed." in save["said"]
    assert told["carried"]["_continue"] == "1"
    assert (again["status"], again["title"]) == (302, 'Typed "meanwhile" 協定')

    assert (told["list"]["status"], told["read"]["status"]) == (200, 200)  # who reads does not wait
    assert told["sign in"]["status"] in (302, 503)  # PostgreSQL holds the rows of agreements only
    assert "editor-demo" not in told["sign in"]["said"]

    assert (told["beside"]["status"], "What you typed stays" in told["beside"]["said"]) == (200, True)
    assert told["beside"]["took"] < save["took"]

    rest = told["rest"]
    assert (rest["status"], rest["type"], rest["again"], rest["title"]) == (503, "application/problem+json", "5", "Before the import")
