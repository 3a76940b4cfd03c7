from catalogue.words.passages import Piece, passage
from catalogue.words.query import understand
from catalogue.words.spelling import meant

TITLES = ["Agreement concerning Logistics", "Treaty of Mutual Defence", "Pact of Défense"]


def cut(text: str, query: str) -> str:
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in passage([text], understand(query)))


def test_a_word_that_stands_nowhere_is_replaced_by_the_one_most_like_it() -> None:
    assert meant("logistcs", TITLES) == "logistics"
    assert meant('"mutual defnce" -logistics', TITLES) == '"mutual defence" -logistics'


def test_words_that_are_known_in_any_form_and_words_like_nothing_are_left_alone() -> None:
    assert meant("treaties defense", TITLES) == ""
    assert meant("xylophone", TITLES) == ""


def test_a_passage_marks_the_words_in_any_form_and_says_where_it_was_cut() -> None:
    text = "The Parties " + "shall " * 30 + "provide logistic support. " + "More follows here. " * 30
    shown = cut(text, "logistics")

    assert shown.startswith("… ")
    assert " provide [logistic] support. More follows here." in shown
    assert shown.endswith(" …")
    assert len(shown) < 240
    assert cut("Défense mutuelle", "defense") == "[Défense] mutuelle"
    assert cut("mutual defence", "mut*") == "[mutual] defence"


def test_a_text_without_the_words_has_no_passage_and_a_word_to_leave_out_is_not_marked() -> None:
    assert passage(["Nothing here"], understand("logistics")) == ()
    assert passage(["mutual defence"], understand("mutual -defence")) == (Piece("mutual", hit=True), Piece(" defence"))
