"""Sale to third parties of what the parties made together."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ThirdPartySales(Term):
    """Whether a party may sell to others what the parties made together."""

    FREE = ("free", "Free", "Each may sell as it sees fit.", GENERAL)
    CONSENT_OF_ALL = ("consent_of_all", "Consent of all", "A sale needs the consent of the other parties.", GENERAL)
    AGREED_DESTINATIONS = (
        "agreed_destinations",
        "Agreed destinations",
        "Sales are allowed to destinations on which the parties have agreed.",
        GENERAL,
    )
    PROHIBITED = ("prohibited", "Prohibited", "No sale to others is allowed.", GENERAL)
