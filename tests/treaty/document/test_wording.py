import pytest

from treaty.document.clauses import CLAUSES
from treaty.document.days import PartialDay
from treaty.document.life import Event
from treaty.document.wording import day_in_words, event_in_words, when
from treaty.vocabulary.events import EventKind, EventScope


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1951", "in 1951"),
        ("1951-09", "in September 1951"),
        ("1951-09-08", "on 8 September 1951"),
        ("1951~", "in about 1951"),
        ("1951-09-08~", "on or about 8 September 1951"),
        ("1951-09-08?", "on 8 September 1951 (uncertain)"),
    ],
)
def test_a_day_reads_as_it_is_known(text: str, words: str) -> None:
    assert when(PartialDay(text)) == words


def test_no_day_reads_as_unknown() -> None:
    assert day_in_words(None) == "an unknown day"


def test_an_event_says_whose_it_is_and_that_it_is_a_rival() -> None:
    event = Event.model_validate({"id": "e1", "kind": "ratification", "party": "JPN", "date": "1952", "weight": "rival"})

    assert event_in_words(event, {"JPN": "Japan"}) == "Ratified by Japan in 1952 (rival value)"


def test_an_awaited_event_is_not_told_as_past() -> None:
    event = Event.model_validate({"id": "e1", "kind": "ratification", "party": "JPN", "occurrence": "awaited"})

    assert event_in_words(event, {}) == "Ratification by JPN, still awaited"


HAPPENED = {"date": "1959-03-24"}
AWAITED = {"occurrence": "awaited"}
ONE = {"party": "JPN"}
TWO = {"party": "JPN", "other_party": "KOR"}
NAMES = {"JPN": "Japan", "KOR": "Korea"}
READS = [
    ("signature", {}, HAPPENED, "Signed on 24 March 1959"),
    ("signature", ONE, HAPPENED, "Signed by Japan on 24 March 1959"),
    ("signature", {}, AWAITED, "Signature, still awaited"),
    ("definitive_signature", ONE, HAPPENED, "Signed definitively by Japan on 24 March 1959"),
    ("parliamentary_approval", ONE, HAPPENED, "Approved by the parliament of Japan on 24 March 1959"),
    ("parliamentary_approval", ONE, AWAITED, "Approval by the parliament of Japan, still awaited"),
    ("domestic_completion_notified", ONE, HAPPENED, "Completion of domestic procedures notified by Japan on 24 March 1959"),
    ("exchange_of_notes", {}, AWAITED, "The exchange of notes, still awaited"),
    ("accession", ONE, HAPPENED, "Accession by Japan on 24 March 1959"),
    ("succession", TWO, HAPPENED, "Succession of Japan to Korea notified on 24 March 1959"),
    ("reservation_withdrawn", ONE, HAPPENED, "Reservation of Japan withdrawn on 24 March 1959"),
    ("objection", TWO, HAPPENED, "Objection to a reservation made by Japan towards Korea on 24 March 1959"),
    ("provisional_application_start", ONE, HAPPENED, "Provisional application by Japan began on 24 March 1959"),
    ("provisional_application_start", {}, HAPPENED, "Provisional application began on 24 March 1959"),
    ("entry_into_force", {}, HAPPENED, "Entered into force on 24 March 1959"),
    ("entry_into_force", {}, AWAITED, "Entry into force, still awaited"),
    ("entry_into_force_for_party", ONE, HAPPENED, "Entered into force for Japan on 24 March 1959"),
    ("extension", ONE, HAPPENED, "Term extended for Japan on 24 March 1959"),
    ("inter_se_modification", TWO, HAPPENED, "Modified between Japan and Korea on 24 March 1959"),
    ("suspension", TWO, HAPPENED, "Operation suspended by Japan towards Korea on 24 March 1959"),
    ("relations_severed", ONE, HAPPENED, "Diplomatic relations severed by Japan on 24 March 1959"),
    ("relations_severed", TWO, HAPPENED, "Diplomatic relations severed between Japan and Korea on 24 March 1959"),
    ("notice_of_withdrawal", ONE, HAPPENED, "Notice of withdrawal given by Japan on 24 March 1959"),
    ("notice_of_withdrawal", ONE, AWAITED, "Notice of withdrawal by Japan, still awaited"),
    ("notice_tolled", ONE, HAPPENED, "Running of the notice stopped by Japan on 24 March 1959"),
    ("withdrawal_effective", ONE, HAPPENED, "The withdrawal of Japan took effect on 24 March 1959"),
    ("withdrawal_effective", ONE, AWAITED, "The effect of the withdrawal of Japan, still awaited"),
    ("withdrawal_effective", ONE, {}, "The withdrawal of Japan took effect, date unknown"),
    ("denunciation_effective", ONE, HAPPENED, "The denunciation by Japan took effect on 24 March 1959"),
    ("termination", {}, HAPPENED, "Terminated on 24 March 1959"),
    ("expiry", ONE, HAPPENED, "Expired for Japan on 24 March 1959"),
    ("breach_termination", TWO, HAPPENED, "Terminated for breach between Japan and Korea on 24 March 1959"),
    ("state_extinction", ONE, HAPPENED, "Extinction of Japan as a state on 24 March 1959"),
    ("state_extinction", {}, HAPPENED, "Extinction of a party as a state on 24 March 1959"),
    ("status_disputed", TWO, HAPPENED, "Status disputed between Japan and Korea on 24 March 1959"),
    ("recognition_of_government_change", ONE, HAPPENED, "Change of government of Japan, or of its recognition, on 24 March 1959"),
    ("recognition_of_government_change", ONE, {}, "Change of government of Japan, or of its recognition, date unknown"),
]


@pytest.mark.parametrize(("kind", "whose", "said", "words"), READS, ids=lambda given: given if isinstance(given, str) else "")
def test_an_event_reads_as_a_treaty_lawyer_writes_it(kind: str, whose: dict[str, str], said: dict[str, str], words: str) -> None:
    assert event_in_words(Event.model_validate({"id": "e1", "kind": kind, **whose, **said}), NAMES) == words


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_a_clause_and_a_noun_that_name_all_whom_it_concerns(kind: EventKind) -> None:
    assert set(CLAUSES) == set(EventKind)
    for scope in kind.scopes:
        whose = {EventScope.AGREEMENT: {}, EventScope.PARTY: ONE, EventScope.PAIR: TWO}[scope]
        for said in (HAPPENED, AWAITED, {}):
            words = event_in_words(Event.model_validate({"id": "e1", "kind": kind, **whose, **said}), NAMES)
            assert all(NAMES[code] in words for code in whose.values())
            assert "{" not in words
            assert "  " not in words
