"""Where a fact was read, and how much weight that place carries."""

from typing import Self

from treaty.vocabulary.term import Term

ENTENTE = "Entente"


class SourceKind(Term):
    """A kind of source, ranked: where two sources disagree, the lower rank is preferred and both are kept."""

    rank: int

    def __new__(cls, value: str, label: str = "", definition: str = "", source: str = "", rank: int = 0) -> Self:
        """`rank` is 1 for the most authoritative kind; no two kinds share one."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.definition = definition
        term.source = source
        term.rank = rank
        return term

    AUTHENTIC_TEXT = (
        "authentic_text",
        "Authentic text",
        "The text that the parties established as authentic, or a certified copy of it.",
        "VCLT art. 10",
        1,
    )
    DEPOSITARY = (
        "depositary",
        "Depositary",
        "A record or notification of the state or organisation that keeps the agreement's instruments.",
        "VCLT arts 76-78",
        2,
    )
    OFFICIAL_GAZETTE = (
        "official_gazette",
        "Official gazette or treaty series",
        "A government's official publication of laws or treaties.",
        ENTENTE,
        3,
    )
    TREATY_LIST = (
        "treaty_list",
        "National treaty list",
        "A government's register or list of the agreements to which it is party.",
        ENTENTE,
        4,
    )
    MINISTRY = (
        "ministry",
        "Ministry or armed force",
        "A statement, page or release of a ministry, embassy, armed force or international organisation.",
        ENTENTE,
        5,
    )
    PARLIAMENT = ("parliament", "Parliament", "A parliamentary paper, debate, answer or research report.", ENTENTE, 6)
    COURT = ("court", "Court", "A judgment or other document of a national or international court.", ENTENTE, 7)
    DATA_SET = ("data_set", "Data set", "A research data set coded by scholars.", ENTENTE, 8)
    PRESS = ("press", "Press", "A news report.", ENTENTE, 9)
    ENCYCLOPEDIA = ("encyclopedia", "Encyclopedia", "An encyclopedia or other reference work that cites others.", ENTENTE, 10)
    UNVERIFIED = ("unverified", "Unverified", "General knowledge or a place that nobody has checked.", ENTENTE, 11)
