"""A record with all that is hard to set, for journeys that look at pages: it is published by a program, beside the starting register."""

import sys
from collections.abc import Mapping

from tests.serving import run

REFERENCE = "E9001"
PROGRAM = """
import django; django.setup()
from django.utils import timezone
from editorial.operations import admit
from records.models import Record
from records.operations import extract_words, store_text
from treaty.document.document import Document

now = timezone.now()
words = "Article I\\n\\nThe Parties shall consult at the request of either.\\n\\nArticle II\\n\\nالأطراف المتعاقدة"
cited = "consult at the request of either"
acts = [("signature", "1951-09-08", "accepted"), ("entry_into_force", "1952-04-28", "accepted"), ("entry_into_force", "1952-05", "rival")]
if not Record.objects.filter(reference="E9001").exists():
    kept = store_text(words.encode(), media_type="text/plain", at=now)
    extract_words(kept, at=now)
    evidence = [{"source": "s2", "locator": {"begin": words.index(cited), "end": words.index(cited) + len(cited)}, "quote": cited}]
    admit(Document.model_validate({
        "reference": "E9001", "kind": "consultation_pact", "title_is_generated": True, "short_title": "The hard one",
        "title": ("Ein Abkommenüberdieverteidigungspolitischezusammenarbeit 日本国と معاهدة الدفاع المشترك " * 6)[:500].strip(),
        "other_titles": [{"language": "ar", "title": "معاهدة الدفاع المشترك"}, {"language": "ja", "title": "相互協力及び安全保障条約"}],
        "participations": [{"party": "LIE", "name_as_written": "إمارة ليختنشتاين"}, {"party": "SMR"}],
        "events": [{"id": f"e{n}", "kind": kind, "date": day, "weight": weight, "evidence": [{"source": "s1", "verified": n == 1}]}
                   for n, (kind, day, weight) in enumerate(acts, 1)],
        "provisions": [{"id": "p1", "kind": "consultation", "articles": ["I"], "evidence": evidence},
                       {"id": "p2", "kind": "nuclear", "state": "not_disclosed"}],
        "duration": {"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "tacit", "months": 60}},
        "relations": [{"id": "r1", "kind": "supersedes", "target_title": "An older arrangement"}],
        "texts": [{"id": "t1", "language": "en", "title": "English text", "authentic": True, "sha256": str(kept.sha256),
                   "source": "s2", "media_type": "text/plain"}],
        "sources": [{"id": "s1", "kind": "press", "title": "A newspaper"}, {"id": "s2", "kind": "authentic_text", "title": "The text"}],
    }), at=now, note="For the journeys")
"""


def publish(environment: Mapping[str, str]) -> None:
    run([sys.executable, "-c", PROGRAM], {**environment, "DJANGO_SETTINGS_MODULE": "config.settings"})
