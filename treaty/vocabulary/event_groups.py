"""Kinds of event that mean the same to the law of standing."""

from treaty.vocabulary.events import EventKind

SIGNATURES: frozenset[EventKind] = frozenset({EventKind.SIGNATURE, EventKind.SIGNATURE_AD_REFERENDUM, EventKind.DEFINITIVE_SIGNATURE})
"""A text is signed, whether or not that already binds."""

ENDINGS: frozenset[EventKind] = frozenset(
    {
        EventKind.TERMINATION_BY_CONSENT,
        EventKind.TERMINATION,
        EventKind.EXPIRY,
        EventKind.FULFILMENT,
        EventKind.SUPERSESSION,
        EventKind.BREACH_TERMINATION,
        EventKind.IMPOSSIBILITY,
        EventKind.FUNDAMENTAL_CHANGE,
        EventKind.PEREMPTORY_NORM,
        EventKind.STATE_EXTINCTION,
    }
)
"""The agreement ends with it. Disuse that a source merely claims does not end it."""

ONCE: frozenset[EventKind] = (
    SIGNATURES
    | ENDINGS
    | {
        EventKind.TEXT_INITIALLED,
        EventKind.TEXT_ADOPTED,
        EventKind.AUTHENTICATED,
        EventKind.OPENED_FOR_SIGNATURE,
        EventKind.RATIFICATION,
        EventKind.ACCEPTANCE,
        EventKind.APPROVAL,
        EventKind.ACCESSION,
        EventKind.SUCCESSION,
        EventKind.ENTRY_INTO_FORCE,
        EventKind.ENTRY_INTO_FORCE_FOR_PARTY,
        EventKind.REGISTRATION,
    }
)
"""It befalls an agreement, or one party's place in it, once: two days for it are two opinions. The others may come again."""
