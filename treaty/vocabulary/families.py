"""Every family of words in the register, in the order in which the glossary gives them."""

from treaty.vocabulary.assertions import Basis, Checked, Missing, Occurrence, Weight
from treaty.vocabulary.characters import Character
from treaty.vocabulary.consent import ConsentMode
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.events import EventKind, EventScope
from treaty.vocabulary.forms import Form
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.names import NameKind
from treaty.vocabulary.party_types import PartyType
from treaty.vocabulary.provisions.access_basing import AccessMode, BasingPattern, ImprovementsOwner, SiteUse, StorageCategory
from treaty.vocabulary.provisions.arms_limitation import ArmsDirection, Verification
from treaty.vocabulary.provisions.command import CommandAuthority, EngagementRules, Subordination
from treaty.vocabulary.provisions.conditions import Condition
from treaty.vocabulary.provisions.consultation import ConsultationTrigger, MilitaryContact
from treaty.vocabulary.provisions.cost_sharing import CostCategory, CostForm, Escalator
from treaty.vocabulary.provisions.cyber import CyberActivity
from treaty.vocabulary.provisions.defence_industry import IndustrialActivity
from treaty.vocabulary.provisions.dispute_settlement import SettlementMeans
from treaty.vocabulary.provisions.education import EducationLevel
from treaty.vocabulary.provisions.environment_health import EnvironmentalStandard
from treaty.vocabulary.provisions.equipment import EquipmentCategory, TransferChannel
from treaty.vocabulary.provisions.final_clauses import AccessionRule, AmendmentRule, FutureMembers, Renunciation, ReservationRule, Secrecy
from treaty.vocabulary.provisions.frequency import Frequency
from treaty.vocabulary.provisions.information_sharing import ClassificationLevel, Disposal, InformationType, ThirdPartyRelease
from treaty.vocabulary.provisions.infrastructure import InfrastructureKind
from treaty.vocabulary.provisions.institution import DecisionRule, InstitutionForm, InstitutionPurpose, Level
from treaty.vocabulary.provisions.jurisdiction import ClaimsRule, CriminalJurisdiction, Custody, DutyCertificate, Waiver
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.logistics import Exclusion, Occasion, Payment, Pricing, SupportCategory
from treaty.vocabulary.provisions.maritime_security import MaritimeActivity, MaritimeZone
from treaty.vocabulary.provisions.military_aid import AidForm, AidKind
from treaty.vocabulary.provisions.missile_defence import Operator
from treaty.vocabulary.provisions.mutual_defence import ActiveSupport, Automaticity, NamedThreat, SeparatePeace, Trigger
from treaty.vocabulary.provisions.non_aggression_neutrality import Intervention, Restraint, SupportDenied
from treaty.vocabulary.provisions.nuclear import NuclearActivity, Safeguards, TerminationTrigger
from treaty.vocabulary.provisions.payers import PaidBy
from treaty.vocabulary.provisions.personnel_exchange import PersonnelCategory, PersonnelStatus
from treaty.vocabulary.provisions.relief_peacekeeping import Mandate, ReliefActivity
from treaty.vocabulary.provisions.research_technology import BackgroundUse, ForegroundRights, ResearchActivity
from treaty.vocabulary.provisions.sales import ThirdPartySales
from treaty.vocabulary.provisions.space import SpaceActivity
from treaty.vocabulary.provisions.status_of_forces import CoveredPerson, Exemption
from treaty.vocabulary.provisions.trade_investment import EconomicActivity, EconomicAid
from treaty.vocabulary.provisions.training_exercises import ExerciseKind, Tuition
from treaty.vocabulary.reciprocity import Reciprocity
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing
from treaty.vocabulary.strength import Strength
from treaty.vocabulary.term import Term
from treaty.vocabulary.terms_of_life import EntryIntoForceKind, NoticeAnchor, RenewalKind, TermKind
from treaty.vocabulary.value_states import ValueState

FAMILIES: tuple[tuple[str, type[Term]], ...] = (
    ("Kinds of agreement", AgreementKind),
    ("Forms", Form),
    ("Legal character", Character),
    ("Laterality", Laterality),
    ("Types of party", PartyType),
    ("Kinds of name", NameKind),
    ("Roles", Role),
    ("Standing of an agreement", Standing),
    ("Standing of a party", PartyStanding),
    ("Standing between two parties", PairStanding),
    ("Deadlines", DeadlineKind),
    ("Events", EventKind),
    ("Whom an event concerns", EventScope),
    ("Means of consent", ConsentMode),
    ("Basis of a statement", Basis),
    ("Weight of a statement", Weight),
    ("Occurrence of an event", Occurrence),
    ("How far a record has been verified", Checked),
    ("Missing values", Missing),
    ("Entry into force", EntryIntoForceKind),
    ("Term", TermKind),
    ("Renewal", RenewalKind),
    ("When to give notice", NoticeAnchor),
    ("Relations between agreements", RelationKind),
    ("Kinds of source", SourceKind),
    ("Identifiers", IdentifierScheme),
    ("Kinds of provision", ProvisionKind),
    ("Presence of a provision", ValueState),
    ("Strength of a provision", Strength),
    ("Reciprocity", Reciprocity),
    ("Personnel: categories", PersonnelCategory),
    ("Personnel: status", PersonnelStatus),
    ("Bearers of a cost", PaidBy),
    ("Equipment: categories", EquipmentCategory),
    ("Equipment: channels of transfer", TransferChannel),
    ("Information: types", InformationType),
    ("Information: levels of classification", ClassificationLevel),
    ("Information: release to third parties", ThirdPartyRelease),
    ("Information: disposal", Disposal),
    ("Logistics: categories of support", SupportCategory),
    ("Logistics: occasions", Occasion),
    ("Logistics: exclusions", Exclusion),
    ("Logistics: payment", Payment),
    ("Logistics: pricing", Pricing),
    ("Cost sharing: categories", CostCategory),
    ("Cost sharing: form", CostForm),
    ("Cost sharing: escalators", Escalator),
    ("Training and exercises: activities", ExerciseKind),
    ("Training and education: tuition", Tuition),
    ("Education: levels", EducationLevel),
    ("Status of forces: persons covered", CoveredPerson),
    ("Status of forces: criminal jurisdiction", CriminalJurisdiction),
    ("Status of forces: custody", Custody),
    ("Status of forces: waiver", Waiver),
    ("Status of forces: official-duty certificate", DutyCertificate),
    ("Status of forces: claims", ClaimsRule),
    ("Status of forces: exemptions", Exemption),
    ("Access and basing: use of a site", SiteUse),
    ("Access and basing: pattern", BasingPattern),
    ("Access and basing: modes of access", AccessMode),
    ("Access and basing: stored goods", StorageCategory),
    ("Access and basing: ownership of improvements", ImprovementsOwner),
    ("Mutual defence: support", ActiveSupport),
    ("Mutual defence: triggers", Trigger),
    ("Mutual defence: automaticity", Automaticity),
    ("Mutual defence: separate peace", SeparatePeace),
    ("Mutual defence: named threat", NamedThreat),
    ("Alliances: conditions", Condition),
    ("Non-aggression and neutrality: restraints", Restraint),
    ("Non-aggression and neutrality: support denied", SupportDenied),
    ("Non-aggression and neutrality: intervention", Intervention),
    ("Consultation: triggers", ConsultationTrigger),
    ("Consultation: military contact", MilitaryContact),
    ("Institutions: form", InstitutionForm),
    ("Institutions: purpose", InstitutionPurpose),
    ("Institutions: level", Level),
    ("Institutions: decisions", DecisionRule),
    ("Frequency", Frequency),
    ("Command: subordination", Subordination),
    ("Command: authority", CommandAuthority),
    ("Command: rules of engagement", EngagementRules),
    ("Military aid: kinds", AidKind),
    ("Military aid: forms", AidForm),
    ("Defence industry: activities", IndustrialActivity),
    ("Research: activities", ResearchActivity),
    ("Research: foreground rights", ForegroundRights),
    ("Research: background use", BackgroundUse),
    ("Sales to third parties", ThirdPartySales),
    ("Nuclear: activities", NuclearActivity),
    ("Nuclear: safeguards", Safeguards),
    ("Nuclear: grounds to end", TerminationTrigger),
    ("Missile defence: operator", Operator),
    ("Cyber: activities", CyberActivity),
    ("Space: activities", SpaceActivity),
    ("Relief and peacekeeping: activities", ReliefActivity),
    ("Relief and peacekeeping: mandate", Mandate),
    ("Maritime security: activities", MaritimeActivity),
    ("Maritime security: zones", MaritimeZone),
    ("Infrastructure: works", InfrastructureKind),
    ("Trade and investment: fields", EconomicActivity),
    ("Trade and investment: economic aid", EconomicAid),
    ("Environment: standards", EnvironmentalStandard),
    ("Arms limitation: direction", ArmsDirection),
    ("Arms limitation: verification", Verification),
    ("Dispute settlement: means", SettlementMeans),
    ("Final clauses: amendment", AmendmentRule),
    ("Final clauses: accession", AccessionRule),
    ("Final clauses: future members", FutureMembers),
    ("Final clauses: leaving during the term", Renunciation),
    ("Final clauses: reservations", ReservationRule),
    ("Final clauses: secrecy", Secrecy),
)
