"""How each kind of event reads in a sentence: what happened, and, as a noun, what is still awaited.

`{by}`, `{of}` and `{for_}` become “ by Japan”, “ of Japan”, “ for Japan”, or nothing where the event concerns the whole; with a second
party they become “ by Japan towards Korea” and “ between Japan and Korea”. `{to}` is the second party alone.
"""
# Each kind stays on one line, so that the table can be read across.
# fmt: off

from collections.abc import Mapping
from types import MappingProxyType

from treaty.vocabulary.events import EventKind as Kind

CLAUSES: Mapping[Kind, tuple[str, str]] = MappingProxyType({
    Kind.NEGOTIATION_OPENED: ("Negotiations opened", "The opening of negotiations"),
    Kind.NEGOTIATION_CONCLUDED: ("Negotiations concluded", "The conclusion of negotiations"),
    Kind.ANNOUNCED: ("Announced{by}", "An announcement{by}"),
    Kind.TEXT_INITIALLED: ("Text initialled", "The initialling of the text"),
    Kind.TEXT_ADOPTED: ("Text adopted", "The adoption of the text"),
    Kind.AUTHENTICATED: ("Text authenticated", "The authentication of the text"),
    Kind.OPENED_FOR_SIGNATURE: ("Opened for signature", "The opening for signature"),
    Kind.CLOSED_FOR_SIGNATURE: ("Closed for signature", "The closing for signature"),
    Kind.SIGNATURE: ("Signed{by}", "Signature{by}"),
    Kind.SIGNATURE_AD_REFERENDUM: ("Signed ad referendum{by}", "Signature ad referendum{by}"),
    Kind.DEFINITIVE_SIGNATURE: ("Signed definitively{by}", "Definitive signature{by}"),
    Kind.PARLIAMENTARY_APPROVAL: ("Approved by the parliament{of}", "Approval by the parliament{of}"),
    Kind.DOMESTIC_COMPLETION_NOTIFIED: ("Completion of domestic procedures notified{by}", "Notice of completed domestic procedures{by}"),
    Kind.EXCHANGE_OF_NOTES: ("Notes exchanged{by}", "The exchange of notes{by}"),
    Kind.EXCHANGE_OF_INSTRUMENTS: ("Instruments exchanged{by}", "The exchange of instruments{by}"),
    Kind.RATIFICATION: ("Ratified{by}", "Ratification{by}"),
    Kind.ACCEPTANCE: ("Accepted{by}", "Acceptance{by}"),
    Kind.APPROVAL: ("Approved{by}", "Approval{by}"),
    Kind.ACCESSION: ("Accession{by}", "Accession{by}"),
    Kind.SUCCESSION: ("Succession{of}{to} notified", "Notification of the succession{of}{to}"),
    Kind.NOTIFICATION_OF_CONSENT: ("Consent notified{by}", "Notification of consent{by}"),
    Kind.DECLARATION_NOT_TO_BECOME_PARTY: ("Intention not to become a party declared{by}", "A declaration{by} not to become a party"),
    Kind.RESERVATION: ("Reservation made{by}", "A reservation{by}"),
    Kind.RESERVATION_WITHDRAWN: ("Reservation{of} withdrawn", "Withdrawal of the reservation{of}"),
    Kind.DECLARATION: ("Declaration made{by}", "A declaration{by}"),
    Kind.OBJECTION: ("Objection to a reservation made{by}", "An objection to a reservation{by}"),
    Kind.OBJECTION_WITHDRAWN: ("Objection to a reservation withdrawn{by}", "Withdrawal of an objection to a reservation{by}"),
    Kind.COMMUNICATION: ("Communication made{by}", "A communication{by}"),
    Kind.DEROGATION: ("Obligations derogated from{by}", "A derogation{by}"),
    Kind.PROVISIONAL_APPLICATION_START: ("Provisional application{by} began", "The beginning of provisional application{by}"),
    Kind.PROVISIONAL_APPLICATION_END: ("Provisional application{by} ended", "The end of provisional application{by}"),
    Kind.ENTRY_INTO_FORCE: ("Entered into force{for_}", "Entry into force{for_}"),
    Kind.ENTRY_INTO_FORCE_FOR_PARTY: ("Entered into force{for_}", "Entry into force{for_}"),
    Kind.LAPSE: ("Lapsed before entry into force", "Its lapse before entry into force"),
    Kind.AMENDMENT_ADOPTED: ("Amendment adopted", "The adoption of an amendment"),
    Kind.AMENDMENT_IN_FORCE: ("Amendment entered into force{for_}", "Entry into force of an amendment{for_}"),
    Kind.CORRECTION: ("Text corrected", "A correction of the text"),
    Kind.INTER_SE_MODIFICATION: ("Modified{for_}", "Modification{for_}"),
    Kind.REVIEW_HELD: ("Review held", "A review"),
    Kind.EXTENSION: ("Term extended{for_}", "Extension of the term{for_}"),
    Kind.RENEWAL_TACIT: ("Renewed tacitly{for_}", "Tacit renewal{for_}"),
    Kind.RENEWAL_EXPRESS: ("Renewed expressly{for_}", "Express renewal{for_}"),
    Kind.TERM_RESET: ("Term restarted", "The restart of the term"),
    Kind.TERRITORIAL_EXTENSION: ("Application extended to a territory{by}", "Extension to a territory{by}"),
    Kind.TERRITORIAL_EXCLUSION: ("Territory excluded from application{by}", "Exclusion of a territory{by}"),
    Kind.SUSPENSION: ("Operation suspended{by}", "Suspension{by}"),
    Kind.RESUMPTION: ("Operation resumed{by}", "Resumption{by}"),
    Kind.RELATIONS_SEVERED: ("Diplomatic relations severed{by_or_between}", "The severance of diplomatic relations{by_or_between}"),
    Kind.NOTICE_OF_DENUNCIATION: ("Notice of denunciation given{by}", "Notice of denunciation{by}"),
    Kind.NOTICE_OF_WITHDRAWAL: ("Notice of withdrawal given{by}", "Notice of withdrawal{by}"),
    Kind.NOTICE_OF_TERMINATION: ("Notice of termination given{by}", "Notice of termination{by}"),
    Kind.NOTICE_TOLLED: ("Running of the notice stopped{by}", "A stop to the running of the notice{by}"),
    Kind.NOTICE_RESUMED: ("Running of the notice resumed{by}", "Resumption of the running of the notice{by}"),
    Kind.NOTICE_REVOKED: ("Notice revoked{by}", "Revocation of the notice{by}"),
    Kind.WITHDRAWAL_EFFECTIVE: ("The withdrawal{of} took effect", "The effect of the withdrawal{of}"),
    Kind.DENUNCIATION_EFFECTIVE: ("The denunciation{by} took effect", "The effect of the denunciation{by}"),
    Kind.TERMINATION_BY_CONSENT: ("Terminated by consent of the parties", "Termination by consent of the parties"),
    Kind.TERMINATION: ("Terminated{for_}", "Termination{for_}"),
    Kind.EXPIRY: ("Expired{for_}", "Expiry{for_}"),
    Kind.FULFILMENT: ("Ended by fulfilment of its purpose", "Its end by fulfilment"),
    Kind.SUPERSESSION: ("Superseded{for_}", "Supersession{for_}"),
    Kind.BREACH_TERMINATION: ("Terminated for breach{for_}", "Termination for breach{for_}"),
    Kind.IMPOSSIBILITY: ("Terminated for impossibility of performance{for_}", "Termination for impossibility of performance{for_}"),
    Kind.FUNDAMENTAL_CHANGE: ("Terminated for fundamental change of circumstances{for_}", "Termination for fundamental change{for_}"),
    Kind.PEREMPTORY_NORM: ("Terminated by a new peremptory norm", "Termination by a new peremptory norm"),
    Kind.STATE_EXTINCTION: ("Extinction{of_or_party} as a state", "The extinction{of_or_party} as a state"),
    Kind.DESUETUDE_CLAIMED: ("Said to have fallen into disuse", "A claim of disuse"),
    Kind.SURVIVAL_END: ("Surviving obligations{of} ended", "The end of surviving obligations{of}"),
    Kind.REGISTRATION: ("Registered", "Registration"),
    Kind.PUBLICATION: ("Published{by}", "Publication{by}"),
    Kind.DEPOSITARY_NOTIFICATION: ("Depositary notification made{by}", "A depositary notification{by}"),
    Kind.DEPOSITARY_CHANGE: ("Depositary changed", "A change of depositary"),
    Kind.STATUS_DISPUTED: ("Status disputed{for_}", "A dispute on the status{for_}"),
    Kind.RECOGNITION_OF_GOVERNMENT_CHANGE: ("Change of government{of}, or of its recognition,", "A change of government{of}"),
})



def clause(kind: Kind, party: str | None, other: str | None, *, awaited: bool) -> str:
    """The clause for parties by their names: “Ratified by Japan”, or, still awaited, “Ratification by Japan”."""
    of, by, between = (f" {word} {party}" if party else "" for word in ("of", "by", "for"))
    to = f" to {other}" if other else ""
    if other:
        by, between = f"{by} towards {other}", f" between {party} and {other}"
    severed = between if other else by
    said = CLAUSES[kind][1 if awaited else 0]
    return said.format(of=of, by=by, for_=between, to=to, by_or_between=severed, of_or_party=of or " of a party")
