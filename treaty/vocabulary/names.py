"""The kinds of name that a party bears."""

from treaty.vocabulary.term import Term


class NameKind(Term):
    """What a name of a party is used for."""

    SHORT = ("short", "Short name", "The name in everyday official use.", "ISO 3166-1")
    OFFICIAL = ("official", "Official name", "The full formal name.", "ISO 3166-1")
    TREATY = ("treaty", "Name in treaties", "The name as treaties write it.", "Entente")
    FORMER = ("former", "Former name", "A name that the same party bore earlier.", "Entente")
    ALIAS = ("alias", "Other name", "Another spelling or name by which sources know the party.", "Entente")
    INVERTED = ("inverted", "Inverted name", "The name with its distinguishing word first, as lists sort it.", "Entente")
    ABBREVIATION = ("abbreviation", "Abbreviation", "A short form of letters by which sources know the party.", "Entente")
