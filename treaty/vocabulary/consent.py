"""The means by which a state expresses its consent to be bound."""

from collections.abc import Mapping
from types import MappingProxyType

from treaty.vocabulary.events import EventKind
from treaty.vocabulary.term import Term


class ConsentMode(Term):
    """A means of expressing consent to be bound (VCLT arts 11-17)."""

    SIGNATURE = ("signature", "Signature", "Signature alone expresses consent.", "VCLT art. 12")
    EXCHANGE_OF_INSTRUMENTS = (
        "exchange_of_instruments",
        "Exchange of instruments",
        "The exchange of the instruments or notes that constitute the agreement expresses consent.",
        "VCLT art. 13",
    )
    RATIFICATION = (
        "ratification",
        "Ratification",
        "A signatory confirms its signature by an instrument of ratification.",
        "VCLT art. 14(1)",
    )
    ACCEPTANCE = (
        "acceptance",
        "Acceptance",
        "An instrument of acceptance expresses consent, on terms like those of ratification.",
        "VCLT art. 14(2)",
    )
    APPROVAL = (
        "approval",
        "Approval",
        "An instrument of approval expresses consent, on terms like those of ratification.",
        "VCLT art. 14(2)",
    )
    ACCESSION = ("accession", "Accession", "A state that did not sign joins the agreement.", "VCLT art. 15")
    SUCCESSION = (
        "succession",
        "Succession",
        "A successor state notifies that it continues to be bound.",
        "Vienna Convention on Succession of States 1978, arts 17, 22",
    )
    NOTIFICATION = (
        "notification",
        "Notification",
        "A notification to the other parties or the depositary expresses consent.",
        "VCLT art. 16(c)",
    )
    OTHER_AGREED_MEANS = (
        "other_agreed_means",
        "Other agreed means",
        "Some other means on which the parties agreed expresses consent.",
        "VCLT art. 11",
    )


EXPRESSED_BY: Mapping[ConsentMode, frozenset[EventKind]] = MappingProxyType(
    {
        ConsentMode.SIGNATURE: frozenset({EventKind.DEFINITIVE_SIGNATURE}),
        ConsentMode.EXCHANGE_OF_INSTRUMENTS: frozenset({EventKind.EXCHANGE_OF_NOTES, EventKind.EXCHANGE_OF_INSTRUMENTS}),
        ConsentMode.RATIFICATION: frozenset({EventKind.RATIFICATION}),
        ConsentMode.ACCEPTANCE: frozenset({EventKind.ACCEPTANCE}),
        ConsentMode.APPROVAL: frozenset({EventKind.APPROVAL}),
        ConsentMode.ACCESSION: frozenset({EventKind.ACCESSION}),
        ConsentMode.SUCCESSION: frozenset({EventKind.SUCCESSION}),
        ConsentMode.NOTIFICATION: frozenset({EventKind.NOTIFICATION_OF_CONSENT, EventKind.DOMESTIC_COMPLETION_NOTIFIED}),
        ConsentMode.OTHER_AGREED_MEANS: frozenset({EventKind.NOTIFICATION_OF_CONSENT}),
    }
)
