"""The kinds of provision that agreements are coded for."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ProvisionKind(Term):
    """What a provision is about."""

    PERSONNEL_EXCHANGE = (
        "personnel_exchange",
        "Personnel exchange",
        "Personnel of one party serve with, advise or are attached to another.",
        "10 USC 311",
    )
    EQUIPMENT = ("equipment", "Equipment", "Weapons or other equipment pass from one party to another.", "DCAD v1.0, PROCUREMENT")
    INFORMATION_SHARING = (
        "information_sharing",
        "Information sharing",
        "The parties exchange information and protect what they receive.",
        GENERAL,
    )
    LOGISTICS = ("logistics", "Logistics", "Forces supply each other with support, supplies and services.", "10 USC 2341-2350")
    COST_SHARING = (
        "cost_sharing",
        "Cost sharing",
        "The parties divide costs, or one bears costs of the other.",
        "ATOP 5.1 codebook, CONTRIB",
    )
    TRAINING_EXERCISES = ("training_exercises", "Training and exercises", "Forces train or hold exercises together.", "DCAD v1.0, TREX")
    STATUS_OF_FORCES = (
        "status_of_forces",
        "Status of forces",
        "It settles how forces stand in the law of the host, jurisdiction, claims, tax, customs and entry included.",
        "CRS RL34531",
    )
    ACCESS_BASING = (
        "access_basing",
        "Access and basing",
        "Forces may use, cross or be stationed at places in another party's territory.",
        "ATOP 5.1 codebook, BASE",
    )
    MUTUAL_DEFENCE = (
        "mutual_defence",
        "Mutual defence",
        "A party promises active military support.",
        "ATOP 5.1 codebook, DEFENSE and OFFENSE",
    )
    CONSULTATION = ("consultation", "Consultation", "The parties promise to consult.", "ATOP 5.1 codebook, CONSUL")
    MILITARY_AID = (
        "military_aid",
        "Military aid",
        "A party aids another's forces with money, training, equipment or technology.",
        "ATOP 5.1 codebook, MILAID",
    )
    DEFENCE_INDUSTRY = (
        "defence_industry",
        "Defence industry",
        "Defence industries produce, maintain or supply together.",
        "DCAD v1.0, DIC",
    )
    RESEARCH_TECHNOLOGY = (
        "research_technology",
        "Research and technology",
        "The parties research, develop or test together.",
        "DCAD v1.0, RESEARCH",
    )
    COMMAND = ("command", "Command", "It settles who commands which forces.", "ATOP 5.1 codebook, INTCOM and SUBORD")
    NUCLEAR = ("nuclear", "Nuclear", "Nuclear information, material, equipment or weapons are shared, transferred or stationed.", GENERAL)
    CYBER = ("cyber", "Cyber", "The parties defend networks together.", GENERAL)
    SPACE = ("space", "Space", "The parties share data on, or use, space together.", GENERAL)
    MISSILE_DEFENCE = ("missile_defence", "Missile defence", "A missile defence system is deployed or operated.", GENERAL)
    RELIEF_PEACEKEEPING = (
        "relief_peacekeeping",
        "Disaster relief and peacekeeping",
        "Forces help in disasters, rescue, or keep the peace.",
        GENERAL,
    )
    MARITIME_SECURITY = ("maritime_security", "Maritime security", "The parties patrol, watch or police the sea together.", GENERAL)
    EDUCATION = ("education", "Education", "A party teaches another's personnel at its academies, colleges or schools.", GENERAL)
    INFRASTRUCTURE = (
        "infrastructure",
        "Infrastructure",
        "Ports, roads, airfields, energy supply or other works are built or improved.",
        GENERAL,
    )
    TRADE_INVESTMENT = (
        "trade_investment",
        "Trade and investment",
        "A defence agreement also provides for trade, investment or other economic co-operation.",
        "ATOP 5.1 codebook, ECAID and NOMICOOP",
    )
    ENVIRONMENT_HEALTH = (
        "environment_health",
        "Environment and health",
        "It protects the environment or health where forces are present.",
        GENERAL,
    )
    ARMS_LIMITATION = (
        "arms_limitation",
        "Arms limitation",
        "Arms or forces are limited, or increased together.",
        "ATOP 5.1 codebook, ARMRED",
    )
    NON_AGGRESSION_NEUTRALITY = (
        "non_aggression_neutrality",
        "Non-aggression and neutrality",
        "A party promises not to use force against another, or not to aid its adversary.",
        "ATOP 5.1 codebook, NONAGG and NEUTRAL",
    )
    INSTITUTION = (
        "institution",
        "Institution",
        "A commission, committee or organisation is set up.",
        "ATOP 5.1 codebook, ORGAN1; DCAD v1.0, COMMISSION",
    )
    DISPUTE_SETTLEMENT = (
        "dispute_settlement",
        "Dispute settlement",
        "It says how disputes between the parties are settled.",
        "ATOP 5.1 codebook, MEDARB",
    )
    FINAL_CLAUSES = (
        "final_clauses",
        "Final clauses",
        "It says how the agreement begins, lasts, changes, is joined, left and ended.",
        "VCLT art. 24(4)",
    )
    OTHER = ("other", "Other", "A provision that no other kind describes.", "Entente")
