"""Articles are found by their headings and set beside those of another text."""

from treaty.document.articles import Article, Piece, aligned, articles_of, word_difference


def numbers(text: str) -> list[str]:
    return [article.number for article in articles_of(text)]


def test_a_text_is_cut_at_the_headings_of_its_articles():
    assert numbers("The Parties,\n\nARTICLE I\nPeace.\n\nArticle IX. Duration\nTen years.\n\nArt. 12\nDone.") == ["", "1", "9", "12"]


def test_a_mention_of_an_article_within_a_sentence_is_no_heading():
    mention = "Article 2 of the Charter of the United Nations, which the Parties uphold in all that they do and shall always uphold, "

    assert numbers(f"Article 1\nAs said in\n{mention}for as long as this Treaty lasts.") == ["1"]


def test_a_text_without_headings_is_one_piece():
    assert articles_of("Words only.") == (Article("", "", "Words only."),)
    assert articles_of("  \n ") == ()


def test_like_articles_are_found_under_other_numbers():
    one = articles_of("Article 1\nFuel and food are provided.\nArticle 2\nDisputes are settled by talks.")
    two = articles_of("Article 1\nDisputes are settled by talks.\nArticle 2\nFuel and food are provided.\nArticle 3\nNew matter.")

    pairs = [(pair.one and pair.one.number, pair.two and pair.two.number) for pair in aligned(one, two)]

    assert pairs == [("1", "2"), (None, "3"), ("2", "1")]


def test_an_article_without_an_answer_stands_alone():
    one, two = articles_of("Article 1\nSame words here.\nArticle 2\nQuite alone."), articles_of("Article 1\nSame words here.")

    assert [(pair.one is None, pair.two is None) for pair in aligned(one, two)] == [(False, False), (False, True)]


def test_words_that_differ_are_told_by_whose_they_are():
    assert word_difference("Each Party shall help.", "Each Party may help.") == (
        Piece("same", "Each Party"),
        Piece("gone", "shall"),
        Piece("new", "may"),
        Piece("same", "help."),
    )


def test_texts_that_are_very_long_are_not_compared_word_by_word():
    assert word_difference("word " * 3_001, "word") is None
