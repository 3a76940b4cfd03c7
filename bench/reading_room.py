"""What the reading room costs with many agreements: `python bench/reading_room.py [agreements]`.

A register of its own is grown from copies of the starting register, with other references, days and words. Printed are the
queries and the time of each page, at three agreements and at all, and what the first page transfers with all its assets.
"""

import gzip
import os
import re
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["ENTENTE_VAR"] = tempfile.mkdtemp(prefix="bench-reading-room-")
os.environ.setdefault("DEBUG", "1")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
PAGES = (
    *(
        "/",
        "/agreements/",
        "/agreements/?q=forces",
        "/agreements/?party=USA&standing=in_force",
        "/agreements/?region=150&provision=logistics",
    ),
    *(
        "/agreements/E0001/",
        "/agreements/E0055/",
        "/parties/",
        "/parties/USA/",
        "/between/JPN/USA/",
        "/matrix/",
        "/matrix/?columns=parties",
    ),
    *("/map/", "/deadlines/", "/changes/", "/about/data/", "/compare/?with=E0001,E0002", "/agreements.json", "/api/v1/agreements/"),
)


def main(agreements):
    import django

    django.setup()
    from django.core.management import call_command

    from parties.loading import load_parties

    call_command("migrate", verbosity=0)
    load_parties(ROOT / "data" / "parties")
    kept = documents()
    grow(kept, 3, 0)
    few = {page: cost(page)[0] for page in PAGES if "E0055" not in page}
    begun = time.perf_counter()
    grow(kept, agreements, 3)
    print(f"{agreements} agreements, grown in {time.perf_counter() - begun:.0f} s")
    for page in PAGES:
        queries, seconds, size = cost(page)
        print(f"{page:45} {queries:3} queries (at 3: {few.get(page, '-')})  {seconds * 1000:6.0f} ms  {size / 1000:7.1f} KB compressed")
    print(f"home with all its assets: {transferred('/') / 1000:.1f} KB compressed")


def documents():
    from treaty.document.canonical import read_document

    lines = (line for file in sorted((ROOT / "data" / "register").glob("*.jsonl")) for line in file.read_text().splitlines())
    return sorted((read_document(line) for line in lines), key=lambda document: document.reference)


def grow(kept, until, since):
    """The documents once as they are; after that copies under the next references, with other words in their titles."""
    from django.db import transaction

    from editorial.operations import admit
    from parties.book import party_book

    chance, parties = Random(4), party_book()
    with transaction.atomic():
        for number in range(since, until):
            document = kept[number % len(kept)]
            word = "".join(chance.choices("bcdfghjklmnprstvz", k=3)) + chance.choice(("land", "port", "berg", "stan"))
            changed = {"title": f"{document.title[:900]} {word}", "identifiers": (), "relations": ()} if number >= len(kept) else {}
            admit(
                document.model_copy(update={"reference": f"E{number + 1:04d}", **changed, "relations": ()}),
                at=NOW,
                note="",
                parties=parties,
            )


def cost(page):
    """Queries, seconds of the quickest of three, and bytes as they go over the wire."""
    from django.db import connection, reset_queries
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, quickest = Client(SERVER_NAME="localhost"), float("inf")
    for _ in range(3):
        reset_queries()  # the log of them has an end
        begun = time.perf_counter()
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page)
            body = answer.getvalue()
        quickest = min(quickest, time.perf_counter() - begun)
        if answer.status_code != 200:
            raise RuntimeError(f"{page} answers {answer.status_code}")
    return len(asked), quickest, len(gzip.compress(body, 6))


def transferred(page):
    """The page with its style sheets, scripts and pictures, each compressed as a server would send it."""
    from django.contrib.staticfiles import finders
    from django.test import Client

    body = Client(SERVER_NAME="localhost").get(page).content
    assets = sorted(set(re.findall(r'(?:href|src)="/static/([^"?]+)"', body.decode())))
    sizes = {
        asset: len(gzip.compress(Path(finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", asset))).read_bytes(), 6)) for asset in assets
    }
    print("assets of the first page:", ", ".join(f"{asset} {size / 1000:.1f} KB" for asset, size in sizes.items()))
    return len(gzip.compress(body, 6)) + sum(sizes.values())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
