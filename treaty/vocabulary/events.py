"""What can happen in the life of an agreement, and whom it can happen to."""
# Each word stays on one or two lines, so that the table can be read across.
# fmt: off

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class EventScope(Term):
    """Whom an event concerns."""

    AGREEMENT = ("agreement", "Agreement", "The event concerns the agreement as a whole.", "Entente")
    PARTY = ("party", "Party", "The event concerns one party's relation to the agreement.", "Entente")
    PAIR = ("pair", "Pair of parties", "The event concerns the relations between two parties only.", "Entente")


WHOLE = frozenset({EventScope.AGREEMENT})
ONE = frozenset({EventScope.PARTY})
TWO = frozenset({EventScope.PAIR})


class EventKind(Term):
    """A kind of event, with the article of the Vienna Convention on the Law of Treaties that governs it."""

    scopes: frozenset[EventScope]

    def __new__(cls, value: str, label: str = "", definition: str = "", source: str = "", scopes: frozenset[EventScope] = frozenset()) -> Self:
        """`scopes` says whether it can befall the agreement, one party, or the relations of two."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.definition = definition
        term.source = source
        term.scopes = scopes
        return term

    # Making the text
    NEGOTIATION_OPENED = ("negotiation_opened", "Negotiations opened", "Talks on the agreement began or were reported.", "VCLT art. 2(1)(e)", WHOLE)
    NEGOTIATION_CONCLUDED = ("negotiation_concluded", "Negotiations concluded", "The negotiators reached agreement in substance.", GENERAL, WHOLE)
    ANNOUNCED = ("announced", "Announced", "A government or the press made the agreement or the intention to conclude it known.", GENERAL, WHOLE | ONE)
    TEXT_INITIALLED = ("text_initialled", "Text initialled", "The negotiators put their initials to the text.", "VCLT arts 10, 12(2)(a)", WHOLE)
    TEXT_ADOPTED = ("text_adopted", "Text adopted", "The states that drew up the text settled its form and content.", "VCLT art. 9", WHOLE)
    AUTHENTICATED = ("authenticated", "Text authenticated", "The text was established as authentic and definitive.", "VCLT art. 10", WHOLE)

    # Signing
    OPENED_FOR_SIGNATURE = ("opened_for_signature", "Opened for signature", "States became able to sign the agreement.", "VCLT art. 12", WHOLE)
    CLOSED_FOR_SIGNATURE = ("closed_for_signature", "Closed for signature", "States ceased to be able to sign the agreement.", "VCLT art. 12", WHOLE)
    SIGNATURE = ("signature", "Signed",
        "A representative signed, which obliges the state not to defeat the agreement's purpose and binds it only if the agreement so provides.",
        "VCLT arts 10, 12, 18", WHOLE | ONE)
    SIGNATURE_AD_REFERENDUM = ("signature_ad_referendum", "Signed ad referendum",
        "A representative signed subject to confirmation, which makes the signature full.", "VCLT art. 12(2)(b)", ONE)
    DEFINITIVE_SIGNATURE = ("definitive_signature", "Definitive signature",
        "A signature that by itself expresses consent to be bound.", "VCLT art. 12(1)", WHOLE | ONE)

    # Consenting to be bound
    PARLIAMENTARY_APPROVAL = ("parliamentary_approval", "Approved by parliament",
        "A national legislature approved the agreement, which does not by itself bind the state abroad.", GENERAL, ONE)
    DOMESTIC_COMPLETION_NOTIFIED = ("domestic_completion_notified", "Domestic procedures notified as complete",
        "A party told the others that it had completed what its own law requires.", "VCLT art. 16(c)", ONE)
    EXCHANGE_OF_NOTES = ("exchange_of_notes", "Notes exchanged",
        "The parties exchanged the notes that make, or bring into force, the agreement.", "VCLT art. 13", WHOLE | ONE)
    EXCHANGE_OF_INSTRUMENTS = ("exchange_of_instruments", "Instruments exchanged",
        "The parties exchanged their instruments of ratification, acceptance or approval.", "VCLT art. 16(a)", WHOLE | ONE)
    RATIFICATION = ("ratification", "Ratified",
        "A signatory expressed its consent to be bound by an instrument of ratification.", "VCLT art. 14(1)", ONE)
    ACCEPTANCE = ("acceptance", "Accepted",
        "A state expressed its consent to be bound by an instrument of acceptance.", "VCLT art. 14(2)", ONE)
    APPROVAL = ("approval", "Approved", "A state expressed its consent to be bound by an instrument of approval.", "VCLT art. 14(2)", ONE)
    ACCESSION = ("accession", "Acceded", "A state that had not signed expressed its consent to be bound.", "VCLT art. 15", ONE)
    SUCCESSION = ("succession", "Succeeded",
        "A successor state notified that it considers itself bound by its predecessor's agreement.",
        "Vienna Convention on Succession of States 1978, arts 17, 22", ONE)
    NOTIFICATION_OF_CONSENT = ("notification_of_consent", "Consent notified",
        "A state notified its consent to be bound by a means other than ratification, acceptance, approval or accession.",
        "VCLT arts 11, 16(c)", ONE)
    DECLARATION_NOT_TO_BECOME_PARTY = ("declaration_not_to_become_party", "Declared that it will not become a party",
        "A signatory made clear its intention not to become a party, which ends its interim obligation.", "VCLT art. 18(a)", ONE)

    # Qualifying consent
    RESERVATION = ("reservation", "Reservation",
        "A state excluded or modified the legal effect of certain provisions in their application to itself.", "VCLT arts 2(1)(d), 19", ONE)
    RESERVATION_WITHDRAWN = ("reservation_withdrawn", "Reservation withdrawn", "A state withdrew its reservation.", "VCLT art. 22(1)", ONE)
    DECLARATION = ("declaration", "Declaration",
        "A state declared its understanding of the agreement, or a choice that the agreement allows.", GENERAL, WHOLE | ONE)
    OBJECTION = ("objection", "Objection", "A state objected to another's reservation.", "VCLT art. 20", ONE | TWO)
    OBJECTION_WITHDRAWN = ("objection_withdrawn", "Objection withdrawn", "A state withdrew its objection to a reservation.", "VCLT art. 22(2)", ONE | TWO)
    COMMUNICATION = ("communication", "Communication",
        "A state addressed a statement about the agreement to the depositary or the other parties.", "VCLT art. 78", WHOLE | ONE)
    DEROGATION = ("derogation", "Derogation", "A party set aside obligations for a time, as the agreement permits it to do.", GENERAL, ONE)

    # Taking effect
    PROVISIONAL_APPLICATION_START = ("provisional_application_start", "Provisional application began",
        "The agreement began to be applied before its entry into force.", "VCLT art. 25(1)", WHOLE | ONE)
    PROVISIONAL_APPLICATION_END = ("provisional_application_end", "Provisional application ended",
        "The agreement ceased to be applied provisionally.", "VCLT art. 25(2)", WHOLE | ONE)
    ENTRY_INTO_FORCE = ("entry_into_force", "Entered into force", "The agreement began to bind its parties.", "VCLT art. 24(1)-(2)", WHOLE)
    ENTRY_INTO_FORCE_FOR_PARTY = ("entry_into_force_for_party", "Entered into force for a party",
        "The agreement began to bind one party.", "VCLT art. 24(3)", ONE)
    LAPSE = ("lapse", "Lapsed", "The agreement was signed but was abandoned or could no longer enter into force.", GENERAL, WHOLE)

    # Changing
    AMENDMENT_ADOPTED = ("amendment_adopted", "Amendment adopted", "An amendment of the agreement was agreed.", "VCLT arts 39-40", WHOLE)
    AMENDMENT_IN_FORCE = ("amendment_in_force", "Amendment in force",
        "An amendment began to bind the parties that agreed to it.", "VCLT art. 40(4)-(5)", WHOLE | ONE)
    CORRECTION = ("correction", "Corrected", "An error in the text was corrected.", "VCLT art. 79", WHOLE)
    INTER_SE_MODIFICATION = ("inter_se_modification", "Modified between some parties",
        "Some of the parties modified a multilateral agreement between themselves alone.", "VCLT art. 41", WHOLE | TWO)
    REVIEW_HELD = ("review_held", "Review held", "The parties held a review of the agreement.", GENERAL, WHOLE)
    EXTENSION = ("extension", "Extended", "The parties moved the end of the term to a later day.", "VCLT arts 39, 54", WHOLE | ONE)
    RENEWAL_TACIT = ("renewal_tacit", "Renewed tacitly",
        "A new term began because nobody gave notice against it.", "ATOP 5.1 codebook, PROREN", WHOLE | ONE)
    RENEWAL_EXPRESS = ("renewal_express", "Renewed expressly", "The parties agreed on a new term.", "ATOP 5.1 codebook, PROREN", WHOLE | ONE)
    TERM_RESET = ("term_reset", "Term restarted", "The parties began the count of the term anew.", GENERAL, WHOLE)
    TERRITORIAL_EXTENSION = ("territorial_extension", "Extended to a territory",
        "A party made the agreement apply to a further territory.", "VCLT art. 29", ONE)
    TERRITORIAL_EXCLUSION = ("territorial_exclusion", "Territory excluded",
        "A party excluded a territory from the application of the agreement.", "VCLT art. 29", ONE)

    # Halting
    SUSPENSION = ("suspension", "Suspended",
        "The operation of the agreement was halted while the agreement continued to exist.", "VCLT arts 57, 58, 60, 62, 72", WHOLE | ONE | TWO)
    RESUMPTION = ("resumption", "Resumed", "The suspended agreement operates again.", "VCLT art. 72", WHOLE | ONE | TWO)
    RELATIONS_SEVERED = ("relations_severed", "Diplomatic relations severed",
        "Parties broke off diplomatic relations, which does not by itself end the agreement.", "VCLT art. 63", WHOLE | ONE | TWO)

    # Giving notice
    NOTICE_OF_DENUNCIATION = ("notice_of_denunciation", "Notice of denunciation",
        "A party gave notice that it denounces the agreement.", "VCLT arts 54, 56, 65", ONE)
    NOTICE_OF_WITHDRAWAL = ("notice_of_withdrawal", "Notice of withdrawal",
        "A party gave notice that it will leave a multilateral agreement.", "VCLT arts 54, 56, 65", ONE)
    NOTICE_OF_TERMINATION = ("notice_of_termination", "Notice of termination",
        "A party gave notice that it ends the agreement.", "VCLT arts 54, 65", WHOLE | ONE)
    NOTICE_TOLLED = ("notice_tolled", "Notice clock stopped",
        "The party that gave notice stopped the running of the notice period.", "VCLT art. 68", ONE)
    NOTICE_RESUMED = ("notice_resumed", "Notice clock resumed", "The stopped notice period runs again.", "VCLT art. 68", ONE)
    NOTICE_REVOKED = ("notice_revoked", "Notice revoked", "A party took back its notice before it took effect.", "VCLT art. 68", ONE)
    WITHDRAWAL_EFFECTIVE = ("withdrawal_effective", "Withdrawal took effect",
        "A party's withdrawal took effect while the agreement went on for the others.", "VCLT arts 54, 56", ONE)
    DENUNCIATION_EFFECTIVE = ("denunciation_effective", "Denunciation took effect",
        "A party's denunciation took effect.", "VCLT arts 54, 56", ONE)

    # Ending
    TERMINATION_BY_CONSENT = ("termination_by_consent", "Ended by consent", "All the parties agreed to end it.", "VCLT art. 54(b)", WHOLE)
    TERMINATION = ("termination", "Ended", "It ended, and the source does not say how.", "VCLT art. 42(2)", WHOLE | ONE)
    EXPIRY = ("expiry", "Expired", "Its term ran out without renewal.", "VCLT art. 54(a)", WHOLE | ONE)
    FULFILMENT = ("fulfilment", "Fulfilled", "It ended because its purpose was achieved.", "ATOP 5.1 codebook, TERM", WHOLE)
    SUPERSESSION = ("supersession", "Superseded", "A later agreement took its place.", "VCLT art. 59", WHOLE | TWO)
    BREACH_TERMINATION = ("breach_termination", "Ended for breach",
        "It was ended in answer to a material breach.", "VCLT art. 60", WHOLE | ONE | TWO)
    IMPOSSIBILITY = ("impossibility", "Ended for impossibility",
        "It was ended because an object indispensable to it permanently disappeared or was destroyed.", "VCLT art. 61", WHOLE | ONE)
    FUNDAMENTAL_CHANGE = ("fundamental_change", "Ended for fundamental change of circumstances",
        "It was ended because circumstances essential to it had changed in a way that was not foreseen.", "VCLT art. 62", WHOLE | ONE)
    PEREMPTORY_NORM = ("peremptory_norm", "Ended by a new peremptory norm",
        "It became void and ended because it conflicted with a new peremptory norm of international law.", "VCLT art. 64", WHOLE)
    STATE_EXTINCTION = ("state_extinction", "A party ceased to exist", "A party ceased to exist as a state.", "VCLT art. 73", WHOLE | ONE)
    DESUETUDE_CLAIMED = ("desuetude_claimed", "Said to have fallen into disuse",
        "A source claims that it ended through long disuse.", GENERAL, WHOLE)
    SURVIVAL_END = ("survival_end", "Surviving obligations ended",
        "The obligations that outlived the agreement, such as the protection of information, came to an end.", "VCLT art. 70(1)", WHOLE | ONE)

    # Keeping the record
    REGISTRATION = ("registration", "Registered",
        "It was registered with, or filed by, the United Nations or the League of Nations.", "VCLT art. 80; UN Charter art. 102", WHOLE)
    PUBLICATION = ("publication", "Published", "Its text was officially published.", "VCLT art. 80", WHOLE | ONE)
    DEPOSITARY_NOTIFICATION = ("depositary_notification", "Depositary notification",
        "The depositary informed the parties of an act that concerns the agreement.", "VCLT art. 77", WHOLE | ONE)
    DEPOSITARY_CHANGE = ("depositary_change", "Depositary changed", "Another state or organisation became depositary.", "VCLT art. 76", WHOLE)
    STATUS_DISPUTED = ("status_disputed", "Status disputed",
        "A source disputes whether the agreement is in force or binds a party.", "VCLT art. 65", WHOLE | ONE | TWO)
    RECOGNITION_OF_GOVERNMENT_CHANGE = ("recognition_of_government_change", "Change of government or of its recognition",
        "A change of government or of its recognition puts in question who is bound, and by itself decides nothing.", GENERAL, WHOLE | ONE)


SCOPES: Mapping[EventKind, frozenset[EventScope]] = MappingProxyType({kind: kind.scopes for kind in EventKind})
