"""Final clauses."""

from treaty.vocabulary.provisions.terms import Count, Days, LanguageCode, Line, Months, Prose, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind

PROADD = "ATOP 5.1 codebook, PROADD"
FUTMEM = "ATOP 5.1 codebook, FUTMEM"
RENOUNCE = "ATOP 5.1 codebook, RENOUNCE"
PUBSECR = "ATOP 5.1 codebook, PUBSECR"


class AmendmentRule(Term):
    """How the agreement can be amended."""

    CONSENT_OF_ALL = ("consent_of_all", "Consent of all", "All the parties must agree.", "VCLT art. 39")
    MAJORITY = ("majority", "Majority", "A stated majority suffices.", "General usage of the field")
    TACIT = ("tacit", "Tacit acceptance", "An amendment takes effect unless a party objects in time.", "General usage of the field")
    BY_BODY = ("by_body", "Decision of a body", "A body that the agreement sets up decides.", "General usage of the field")


class AccessionRule(Term):
    """How others may join."""

    NOT_MENTIONED = ("not_mentioned", "Not mentioned", "The agreement says nothing about new members.", PROADD)
    UNSPECIFIED = ("unspecified", "Allowed, means not specified", "Others may join, and the agreement does not say how.", PROADD)
    UNANIMOUS = ("unanimous", "Unanimous agreement", "Others may join if every member agrees.", PROADD)
    OTHER_PROCEDURE = ("other_procedure", "Other procedure", "Others may join by a stated procedure other than unanimity.", PROADD)
    CLOSED = ("closed", "Closed", "Others may not join.", "General usage of the field")


class FutureMembers(Term):
    """Who is foreseen as a future member."""

    NOT_MENTIONED = ("not_mentioned", "Not mentioned", "No future member is mentioned.", FUTMEM)
    NAMED_STATES = ("named_states", "Named states", "Named states may join.", FUTMEM)
    KIND_OF_STATES = ("kind_of_states", "A kind of states", "States with stated characteristics may join.", FUTMEM)
    ANY_STATE = ("any_state", "Any state", "Any state may join.", FUTMEM)


class Renunciation(Term):
    """Whether a party may leave during the term."""

    NOT_MENTIONED = ("not_mentioned", "Not mentioned", "The agreement says nothing about leaving during its term.", RENOUNCE)
    ON_NOTICE = ("on_notice", "On notice", "A party may leave at any time after giving notice.", RENOUNCE)
    ON_AGGRESSION = ("on_aggression", "On aggression", "A party may leave if another commits aggression.", RENOUNCE)
    AFTER_PERIOD = ("after_period", "After a period", "A party may leave once a stated period has passed.", RENOUNCE)
    PROHIBITED = ("prohibited", "Prohibited", "No party may leave during the term.", RENOUNCE)


class ReservationRule(Term):
    """Whether reservations are allowed."""

    PROHIBITED = ("prohibited", "Prohibited", "No reservation is allowed.", "VCLT art. 19(a)")
    SOME = ("some", "Some", "Only stated reservations are allowed.", "VCLT art. 19(b)")
    PERMITTED = ("permitted", "Permitted", "Reservations are expressly allowed.", "VCLT art. 20(1)")


class Secrecy(Term):
    """Whether the agreement is public."""

    PUBLIC = ("public", "Public", "The whole agreement is public.", PUBSECR)
    SECRET_ARTICLES = ("secret_articles", "Secret articles", "The agreement is public and has secret articles.", PUBSECR)
    SECRET = ("secret", "Secret", "The agreement is secret.", PUBSECR)


class FinalClausesTerms(ProvisionTerms):
    """What the agreement says of its own beginning, term, change and end."""

    ratification_required: bool | None = attribute("Ratification", "Whether it needs ratification or the like.")
    entry_into_force: EntryIntoForceKind | None = attribute("Entry into force", "The rule by which it enters into force.")
    entry_delay_days: Days | None = attribute("Delay of entry into force", "Days from that event to entry into force.")
    instruments_needed: Count | None = attribute("Instruments needed", "Number of deposits that entry into force needs.")
    provisional_application: bool | None = attribute("Provisional application", "Whether it may be applied before its entry into force.")
    term: TermKind | None = attribute("Term", "How long it is to last.")
    term_months: Months | None = attribute("Length of term", "First term, in months.")
    renewal: RenewalKind | None = attribute("Renewal", "What happens when the term runs out.")
    renewal_months: Months | None = attribute("Length of renewal", "Each further term, in months.")
    renunciation: Renunciation | None = attribute("Leaving during the term", "Whether a party may leave during the term.")
    notice_anchor: NoticeAnchor | None = attribute("When to give notice", "When notice can be given.")
    notice_days: Days | None = attribute("Notice in days", "Length of notice, where stated in days.")
    notice_months: Months | None = attribute("Notice in months", "Length of notice, where stated in months or years.")
    minimum_months: Months | None = attribute("Minimum period", "Months in force before notice can be given.")
    amendment: AmendmentRule | None = attribute("Amendment", "How it can be amended.")
    accession: AccessionRule | None = attribute("Accession", "How others may join.")
    future_members: FutureMembers | None = attribute("Future members", "Who is foreseen as a future member.")
    reservations: ReservationRule | None = attribute("Reservations", "Whether reservations are allowed.")
    territorial_scope: Prose | None = attribute("Territorial scope", "The territory to which it applies.")
    other_agreements: Prose | None = attribute("Other agreements", "What it says of its relation to other agreements.")
    authentic_languages: Several[LanguageCode] | None = attribute("Authentic languages", "ISO 639 codes of the authentic languages.")
    depositary: Line | None = attribute("Depositary", "Who keeps it.")
    registration: bool | None = attribute("Registration", "Whether it provides for registration with the United Nations.")
    secrecy: Secrecy | None = attribute("Secrecy", "Whether it is public.")
    survival: Prose | None = attribute("Survival", "Obligations that outlive it.")
    survival_months: Months | None = attribute("Length of survival", "How long they outlive it, in months, where limited.")
