"""Which typed attributes each kind of provision has."""

from collections.abc import Mapping
from types import MappingProxyType

from treaty.vocabulary.provisions.access_basing import AccessBasingTerms
from treaty.vocabulary.provisions.arms_limitation import ArmsLimitationTerms
from treaty.vocabulary.provisions.command import CommandTerms
from treaty.vocabulary.provisions.consultation import ConsultationTerms
from treaty.vocabulary.provisions.cost_sharing import CostSharingTerms
from treaty.vocabulary.provisions.cyber import CyberTerms
from treaty.vocabulary.provisions.defence_industry import DefenceIndustryTerms
from treaty.vocabulary.provisions.dispute_settlement import DisputeSettlementTerms
from treaty.vocabulary.provisions.education import EducationTerms
from treaty.vocabulary.provisions.environment_health import EnvironmentHealthTerms
from treaty.vocabulary.provisions.equipment import EquipmentTerms
from treaty.vocabulary.provisions.final_clauses import FinalClausesTerms
from treaty.vocabulary.provisions.information_sharing import InformationSharingTerms
from treaty.vocabulary.provisions.infrastructure import InfrastructureTerms
from treaty.vocabulary.provisions.institution import InstitutionTerms
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.logistics import LogisticsTerms
from treaty.vocabulary.provisions.maritime_security import MaritimeSecurityTerms
from treaty.vocabulary.provisions.military_aid import MilitaryAidTerms
from treaty.vocabulary.provisions.missile_defence import MissileDefenceTerms
from treaty.vocabulary.provisions.mutual_defence import MutualDefenceTerms
from treaty.vocabulary.provisions.non_aggression_neutrality import NonAggressionNeutralityTerms
from treaty.vocabulary.provisions.nuclear import NuclearTerms
from treaty.vocabulary.provisions.other import OtherTerms
from treaty.vocabulary.provisions.personnel_exchange import PersonnelExchangeTerms
from treaty.vocabulary.provisions.relief_peacekeeping import ReliefPeacekeepingTerms
from treaty.vocabulary.provisions.research_technology import ResearchTechnologyTerms
from treaty.vocabulary.provisions.space import SpaceTerms
from treaty.vocabulary.provisions.status_of_forces import StatusOfForcesTerms
from treaty.vocabulary.provisions.terms import ProvisionTerms
from treaty.vocabulary.provisions.trade_investment import TradeInvestmentTerms
from treaty.vocabulary.provisions.training_exercises import TrainingExercisesTerms

TERMS: Mapping[ProvisionKind, type[ProvisionTerms]] = MappingProxyType(
    {
        ProvisionKind.PERSONNEL_EXCHANGE: PersonnelExchangeTerms,
        ProvisionKind.EQUIPMENT: EquipmentTerms,
        ProvisionKind.INFORMATION_SHARING: InformationSharingTerms,
        ProvisionKind.LOGISTICS: LogisticsTerms,
        ProvisionKind.COST_SHARING: CostSharingTerms,
        ProvisionKind.TRAINING_EXERCISES: TrainingExercisesTerms,
        ProvisionKind.STATUS_OF_FORCES: StatusOfForcesTerms,
        ProvisionKind.ACCESS_BASING: AccessBasingTerms,
        ProvisionKind.MUTUAL_DEFENCE: MutualDefenceTerms,
        ProvisionKind.CONSULTATION: ConsultationTerms,
        ProvisionKind.MILITARY_AID: MilitaryAidTerms,
        ProvisionKind.DEFENCE_INDUSTRY: DefenceIndustryTerms,
        ProvisionKind.RESEARCH_TECHNOLOGY: ResearchTechnologyTerms,
        ProvisionKind.COMMAND: CommandTerms,
        ProvisionKind.NUCLEAR: NuclearTerms,
        ProvisionKind.CYBER: CyberTerms,
        ProvisionKind.SPACE: SpaceTerms,
        ProvisionKind.MISSILE_DEFENCE: MissileDefenceTerms,
        ProvisionKind.RELIEF_PEACEKEEPING: ReliefPeacekeepingTerms,
        ProvisionKind.MARITIME_SECURITY: MaritimeSecurityTerms,
        ProvisionKind.EDUCATION: EducationTerms,
        ProvisionKind.INFRASTRUCTURE: InfrastructureTerms,
        ProvisionKind.TRADE_INVESTMENT: TradeInvestmentTerms,
        ProvisionKind.ENVIRONMENT_HEALTH: EnvironmentHealthTerms,
        ProvisionKind.ARMS_LIMITATION: ArmsLimitationTerms,
        ProvisionKind.NON_AGGRESSION_NEUTRALITY: NonAggressionNeutralityTerms,
        ProvisionKind.INSTITUTION: InstitutionTerms,
        ProvisionKind.DISPUTE_SETTLEMENT: DisputeSettlementTerms,
        ProvisionKind.FINAL_CLAUSES: FinalClausesTerms,
        ProvisionKind.OTHER: OtherTerms,
    }
)
