import pytest

from treaty.document.quotes import LEFT_OUT_AT_MOST, as_quoted, find, fold, occurrences

TEXT = (
    "Article IV\nThe Parties agree-\nment on “cross-\nservicing”, their forces’ supplies and\u00a0fuel, shall\n"
    "remain ﬁnal — and Straße too.\n"
    "Article V\nThe Parties shall consult."
)


def words(quote: str, near: int = 0) -> str | None:
    place = find(quote, TEXT, near=near)
    return TEXT[place.begin : place.end] if place else None


def test_a_quotation_that_stands_there_to_the_letter_is_exact():
    place = find("The Parties shall consult.", TEXT)

    assert place is not None
    assert (place.exact, TEXT[place.begin : place.end]) == (True, "The Parties shall consult.")


@pytest.mark.parametrize(
    ("quote", "stands_as"),
    [
        ("shall remain", "shall\nremain"),
        ("supplies and fuel", "supplies and\u00a0fuel"),
        ("the parties agreement", "The Parties agree-\nment"),
        ("the parties agree-ment", "The Parties agree-\nment"),
        ("agree- ment on", "agree-\nment on"),
        ('"cross-servicing"', "cross-\nservicing"),
        ("on 'crossservicing', their forces' supplies", "on “cross-\nservicing”, their forces’ supplies"),
        ("FINAL - AND STRASSE", "ﬁnal — and Straße"),
        (
            "The Parties … shall remain",
            "The Parties agree-\nment on “cross-\nservicing”, their forces’ supplies and\u00a0fuel, shall\nremain",
        ),
        ("“The Parties [...] supplies”", "The Parties agree-\nment on “cross-\nservicing”, their forces’ supplies"),
    ],
)
def test_what_printing_varies_is_folded_and_the_span_is_the_texts_own(quote: str, stands_as: str):
    place = find(quote, TEXT)

    assert place is not None, fold(quote)
    assert (place.exact, TEXT[place.begin : place.end].strip("“”")) == (False, stands_as)


@pytest.mark.parametrize("quote", ["The Parties shall not consult", "consult … agree", "", "  ", "…", "is", "Article VI"])
def test_what_is_not_there_is_not_found(quote: str):
    assert find(quote, TEXT) is None


def test_of_several_places_the_closest_is_meant():
    assert find("the parties", TEXT, near=0).begin == TEXT.index("The Parties")  # type: ignore[union-attr]
    assert find("the parties", TEXT, near=140).begin == TEXT.rindex("The Parties")  # type: ignore[union-attr]
    assert find("Article", TEXT, near=140).begin == TEXT.rindex("Article")  # type: ignore[union-attr]


def test_an_ellipsis_leaves_out_a_passage_not_half_a_book():
    text = "The beginning." + " x" * LEFT_OUT_AT_MOST + " The ending."

    assert find("The beginning … The ending", text) is None


def test_every_place_of_some_words_is_found_in_order():
    assert [TEXT[begin:end] for begin, end in occurrences("article", TEXT)] == ["Article", "Article"]
    assert occurrences("article", TEXT, most=1) == [(0, 7)]
    assert occurrences("  ", TEXT) == []


def test_offsets_count_characters_and_not_bytes_or_halves():
    text = "𝔘ber 🕊 İstanbul: the Parties"

    place = find("istanbul: THE parties", text.replace("İ", "I"))
    assert place is not None
    assert text[place.begin : place.end] == "İstanbul: the Parties"


def test_a_passage_is_quoted_on_one_line():
    assert as_quoted(" shall\n  remain\tagree-\nment ") == "shall remain agree-ment"
