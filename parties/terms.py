"""Words that only this floor uses: systems of codes, and the ways one party follows another."""

from treaty.vocabulary.term import Term

COW_LIST = "COW State System Membership List, v2016"
GLEDITSCH_WARD = "Gleditsch and Ward 1999, International Interactions 25"
VCSST = "Vienna Convention on Succession of States in respect of Treaties, 1978"


class CodeScheme(Term):
    """A system that numbers or abbreviates states and territories."""

    ISO_ALPHA2 = ("iso_alpha2", "ISO 3166-1 alpha-2", "Two letters for a country or territory.", "ISO 3166-1")
    ISO_ALPHA3 = ("iso_alpha3", "ISO 3166-1 alpha-3", "Three letters for a country or territory.", "ISO 3166-1")
    ISO_NUMERIC = ("iso_numeric", "ISO 3166-1 numeric", "Three digits for a country or territory, shared with UN M49.", "ISO 3166-1")
    ISO_FORMER = ("iso_former", "ISO 3166-3", "Four letters for a name that was removed from ISO 3166-1.", "ISO 3166-3")
    M49 = ("m49", "UN M49", "Three digits of the UN Statistics Division for a country or area.", "UN M49")
    COW = ("cow", "COW number", "The state number of the Correlates of War project.", COW_LIST)
    COW_ABBREVIATION = ("cow_abbreviation", "COW letters", "The three letters of the Correlates of War project.", COW_LIST)
    GW = ("gw", "Gleditsch–Ward number", "The state number of Gleditsch and Ward, who also count microstates.", GLEDITSCH_WARD)


class SuccessionKind(Term):
    """How one party takes the place of another, in the terms of the law of state succession."""

    CONTINUATION = ("continuation", "Continuation", "The same legal person goes on under another name or in other borders.", VCSST)
    MERGER = ("merger", "Uniting", "Two or more states unite in one, or one joins another.", f"{VCSST}, art. 31")
    SEPARATION = ("separation", "Separation", "A part becomes a state of its own and the predecessor remains.", f"{VCSST}, art. 34")
    DISSOLUTION = ("dissolution", "Dissolution", "The predecessor ends and its parts become states.", f"{VCSST}, art. 34")
    NEWLY_INDEPENDENT = ("newly_independent", "Newly independent state", "A dependent territory becomes a state.", f"{VCSST}, art. 16")
    TRANSFER = ("transfer", "Transfer of territory", "A territory becomes part of the territory of another state.", f"{VCSST}, art. 15")
