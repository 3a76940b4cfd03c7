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
