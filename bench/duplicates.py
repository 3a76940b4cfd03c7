"""What a look-up of likely duplicates costs, beside scoring every record: `python bench/duplicates.py [records]`.

Copies of the register's own documents, with other days, numbers and words, stand on the desk of a database that is thrown
away. Ratios are what counts; milliseconds depend on the machine.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["ENTENTE_VAR"] = tempfile.mkdtemp(prefix="bench-duplicates-")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LOOK_UPS = 40


def main(records: int) -> None:
    import django

    django.setup()
    documents = fill(records)
    asked = Random(5).sample(documents, LOOK_UPS)
    looked, found = looking_up(asked)
    read, scored = scoring_all(asked[:5])
    print(f"{records} records, {LOOK_UPS} look-ups, {found} likely duplicates found")
    print(f"a look-up: median {looked[LOOK_UPS // 2] * 1000:.0f} ms, slowest {looked[-1] * 1000:.0f} ms")
    print(f"scoring every record: {scored * 1000:.0f} ms, and {read * 1000:.0f} ms to read them")
    print(f"ratio: {(scored + read) / looked[LOOK_UPS // 2]:.1f} times a look-up")


def fill(records):
    """A database with so many records on the desk. Returns the documents that they are made from."""
    from django.core.management import call_command
    from django.db import transaction

    from editorial.applying import apply
    from parties.loading import load_parties
    from treaty.document.canonical import read_document

    call_command("migrate", verbosity=0)
    load_parties(ROOT / "data" / "parties")
    texts = [line for name in ("known", "uk", "reported") for line in (ROOT / f"data/register/{name}.jsonl").read_text().splitlines()]
    documents = [read_document(text) for text in texts]
    chance = Random(4)
    with transaction.atomic():
        for number in range(records):
            apply(varied(documents[number % len(documents)], number, chance), by=None, at=NOW)
    return documents


def looking_up(asked):
    """The seconds of each look-up, the quickest first, and how many likely duplicates all of them found."""
    from agreements.models import Agreement
    from editorial.duplicates import duplicates_of

    looked, found = [], 0
    for document in asked:
        begun = time.perf_counter()
        found += len(duplicates_of(document, among=Agreement.objects.all()))
        looked.append(time.perf_counter() - begun)
    return sorted(looked), found


def scoring_all(asked):
    """The seconds that it takes to read every record, and then to score one document against them all."""
    from agreements.models import Agreement
    from editorial.duplicates import profiles
    from treaty.document.likeness import likeness, profile_of

    begun = time.perf_counter()
    known = profiles(Agreement.objects.select_related("record")).values()
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    for document in asked:
        one = profile_of(document)
        for other in known:
            likeness(one, other)
    return read, (time.perf_counter() - begun) / len(asked)


def varied(document, number, chance):
    """The same document once, as it is; after that with days and numbers of its own and one word more in its title."""
    if number < 320:
        return document.model_copy(update={"reference": None})
    word = "".join(chance.choices("bcdfghjklmnprstvz", k=3)) + chance.choice(("land", "port", "berg", "stan"))
    events = tuple(event.model_copy(update={"date": shifted(event.date, chance)}) for event in document.events)
    return document.model_copy(
        update={"reference": None, "title": f"{document.title[:900]} {word}", "identifiers": (), "events": events, "other_titles": ()}
    )


def shifted(day, chance):
    return day and type(day)(f"{int(day.text[:4]) + chance.randint(1, 20):04d}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
