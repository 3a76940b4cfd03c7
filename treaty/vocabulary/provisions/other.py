"""Provisions of no other kind."""

from treaty.vocabulary.provisions.terms import Line, ProvisionTerms, attribute


class OtherTerms(ProvisionTerms):
    """What the provision is about, in the words of its own heading."""

    heading: Line | None = attribute("Heading", "What it is about, in a few words.")
