"""What an agreement is for: one functional kind each, apart from its form and its legal character."""
# Each word stays on one or two lines, so that the table can be read across.
# fmt: off

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
TITLES = "UK Treaties Online, treaty titles"


class AgreementKind(Term):
    """What a defence agreement is mainly for. "Memorandum" is a form and "not binding" a character, not a kind."""

    MUTUAL_DEFENCE = ("mutual_defence", "Mutual defence",
        "The parties promise active military support if one of them is attacked.", "ATOP 5.1 codebook, DEFENSE")
    OFFENSIVE_PACT = ("offensive_pact", "Offensive pact",
        "The parties promise active military support in circumstances other than an attack on one of them.", "ATOP 5.1 codebook, OFFENSE")
    NEUTRALITY = ("neutrality", "Neutrality pact",
        "A party promises neither to join nor to aid the adversary of another party in a conflict.", "ATOP 5.1 codebook, NEUTRAL")
    NON_AGGRESSION = ("non_aggression", "Non-aggression pact",
        "The parties promise not to use force against each other or to settle all their disputes peacefully.", "ATOP 5.1 codebook, NONAGG")
    CONSULTATION_PACT = ("consultation_pact", "Consultation pact",
        "The parties promise to consult, with a view to a common policy, in a crisis that may become an armed conflict.",
        "ATOP 5.1 codebook, CONSUL")
    SECURITY_COMMITMENT = ("security_commitment", "Security commitment",
        "A party gives an assurance of security or support that falls short of a duty to fight for the other.", GENERAL)
    FRIENDSHIP_CONSULTATION = ("friendship_consultation", "Friendship and consultation",
        "A broad political treaty of friendship or partnership under which the parties consult and co-operate on security among other matters.",
        GENERAL)
    CONSULTATIVE_ARRANGEMENT = ("consultative_arrangement", "Consultative arrangement",
        "A standing arrangement to consult on defence that its authors do not treat as a treaty commitment.", GENERAL)
    ECONOMIC_AND_DEFENCE = ("economic_and_defence", "Economic and defence co-operation",
        "One agreement joins defence co-operation with economic co-operation such as trade, investment or development.", GENERAL)
    ORGANISATION_CHARTER = ("organisation_charter", "Charter of an organisation",
        "The constituent instrument of an international organisation or alliance with security tasks.", "VCLT art. 5")

    GENERAL_DCA = ("general_dca", "General defence co-operation",
        "A framework for routine defence relations in several fields that contains no obligation of mutual defence.", "DCAD v1.0, general")
    SECTOR_DCA = ("sector_dca", "Sectoral defence co-operation",
        "A defence co-operation agreement that is confined to one field for which this list has no narrower kind.", "DCAD v1.0, sector")

    SOFA = ("sofa", "Status of forces",
        "It settles the legal status of one party's forces that are stationed in another party's territory.", "CRS RL34531")
    VFA = ("vfa", "Visiting forces or reciprocal access",
        "It settles the status of, and the procedures for, forces that visit another party for exercises or operations and do not stay.",
        "Ministry of Foreign Affairs of Japan, Reciprocal Access Agreements")
    ACCESS_BASING = ("access_basing", "Access and basing",
        "It lets a party's forces use or be stationed at facilities and areas in another party's territory.", "ATOP 5.1 codebook, BASE")
    DCA_BASING = ("dca_basing", "Supplementary status and access",
        "It supplements an existing status of forces agreement and adds access to agreed facilities and areas.",
        "Ministry for Foreign Affairs of Finland")
    OVERFLIGHT_TRANSIT = ("overflight_transit", "Overflight and transit",
        "It lets military aircraft, personnel or materiel cross a party's airspace or territory.", TITLES)
    PORT_VISIT = ("port_visit", "Port visits",
        "It regulates visits of a party's warships or nuclear-powered ships to another party's ports.", TITLES)
    HOST_NATION_SUPPORT = ("host_nation_support", "Host nation support",
        "A host undertakes to give civil and military assistance to forces that are in or pass through its territory.", GENERAL)
    SMA = ("sma", "Burden sharing",
        "The host bears an agreed part of the cost of the forces that another party stations in its territory.",
        "Ministry of Foreign Affairs of the Republic of Korea, Special Measures Agreement")

    ACSA = ("acsa", "Acquisition and cross-servicing",
        "The forces of the parties supply each other with logistic support, supplies and services against payment or in kind.",
        "10 USC 2341-2350")
    GSOMIA = ("gsomia", "Security of classified information",
        "The parties protect the classified military information that they exchange.", "Japan-Republic of Korea GSOMIA 2016")
    COMMUNICATIONS_SECURITY = ("communications_security", "Communications security",
        "It governs the supply, release or interoperability of secure communications equipment and codes.", "US-India COMCASA 2018")
    GEOSPATIAL = ("geospatial", "Geospatial information",
        "The parties exchange maps, charts, imagery and other geospatial data for defence purposes.", "US-India BECA 2020")
    HYDROGRAPHY = ("hydrography", "Hydrography and oceanography",
        "The parties co-operate in surveying and charting the sea, or exchange the resulting data.", TITLES)
    CYBER = ("cyber", "Cyber defence",
        "The parties co-operate in defending networks and information systems.", GENERAL)
    SPACE = ("space", "Space",
        "The parties share space situational awareness or co-operate in the military use of space.", GENERAL)

    ARMS_TRANSFER = ("arms_transfer", "Arms transfer",
        "A party supplies the other with weapons or other defence equipment, whatever the channel.", GENERAL)
    FMS_LOA = ("fms_loa", "Foreign military sale",
        "The United States Government sells defence articles or services to another government by a letter of offer and acceptance.",
        "SAMM ch. 5")
    GRANT_AID = ("grant_aid", "Grant of equipment or funds",
        "A party gives the other defence equipment or the funds to buy it without repayment.", GENERAL)
    LEASE = ("lease", "Lease of equipment",
        "A party lets the other use defence equipment for a term against rent.", GENERAL)
    LOAN_OF_EQUIPMENT = ("loan_of_equipment", "Loan of equipment",
        "A party lends the other equipment or materials, commonly for research, trial or evaluation.", GENERAL)
    MILITARY_ASSISTANCE = ("military_assistance", "Military assistance",
        "A party aids the forces of the other with advice, training, equipment or money.", "ATOP 5.1 codebook, MILAID")

    RDP_MOU = ("rdp_mou", "Reciprocal defence procurement",
        "The parties open their defence procurement to each other's suppliers by waiving national preferences.", "DFARS 225.872")
    DEFENCE_TRADE = ("defence_trade", "Defence trade control",
        "It eases or regulates the licensing of defence exports between the parties.", GENERAL)
    DEFENCE_INDUSTRY = ("defence_industry", "Defence industry",
        "The parties co-operate in the production, supply or restructuring of their defence industries.", "DCAD v1.0, DIC")
    ARMAMENTS_ORGANISATION = ("armaments_organisation", "Armaments organisation",
        "It establishes an organisation that manages joint armament programmes.", "OCCAR Convention 1998")
    CO_PRODUCTION = ("co_production", "Co-production",
        "The parties jointly produce defence equipment, or one produces it under the other's licence.", GENERAL)
    RESEARCH_DEVELOPMENT = ("research_development", "Research and development",
        "The parties co-operate in defence research, development or technology.", "DCAD v1.0, RESEARCH")
    PROJECT_ARRANGEMENT = ("project_arrangement", "Project arrangement",
        "It sets the scope, cost and work shares of one project under a framework for joint research or armaments.", GENERAL)
    MASTER_DATA_EXCHANGE = ("master_data_exchange", "Master data exchange",
        "It sets the terms under which the parties exchange scientific and technical information in annexed fields.", GENERAL)
    TEST_AND_EVALUATION = ("test_and_evaluation", "Test and evaluation",
        "The parties test equipment together or give each other the use of test ranges and facilities.", GENERAL)
    QUALITY_ASSURANCE = ("quality_assurance", "Government quality assurance",
        "The authorities of one party assure the quality of defence supplies on behalf of the other.", GENERAL)
    AIRWORTHINESS = ("airworthiness", "Military airworthiness",
        "The parties recognise each other's certification of military aircraft.", GENERAL)
    SECURITY_OF_SUPPLY = ("security_of_supply", "Security of supply",
        "The parties undertake to keep defence goods and services flowing to each other in a crisis.", GENERAL)

    PERSONNEL_EXCHANGE = ("personnel_exchange", "Exchange of personnel",
        "The parties exchange, second or attach military or civilian defence personnel.", "10 USC 311")
    MILITARY_SERVICE = ("military_service", "Military service obligations",
        "It settles where persons with ties to more than one party perform their military service.", TITLES)
    TRAINING_EDUCATION = ("training_education", "Training and education",
        "A party trains or educates the other's personnel, or lets it train in its territory.", "ATOP 5.1 codebook, MILAID")
    JOINT_EXERCISES = ("joint_exercises", "Joint exercises",
        "The forces of the parties hold exercises together.", "DCAD v1.0, TREX")
    MILITARY_MEDICINE = ("military_medicine", "Military medicine",
        "The parties co-operate in medical care, medical research or medical evacuation of their forces.", TITLES)

    NUCLEAR_COOPERATION = ("nuclear_cooperation", "Nuclear co-operation",
        "The parties transfer nuclear material, equipment or technology for defence purposes.", "UK-US Mutual Defence Agreement 1958")
    NUCLEAR_INFORMATION = ("nuclear_information", "Nuclear information",
        "The parties exchange and protect atomic or naval nuclear propulsion information.", "NATO ATOMAL Agreement 1964")
    NUCLEAR_SHARING = ("nuclear_sharing", "Nuclear sharing",
        "Nuclear weapons of one party are stationed with, or made available to, the forces of another.", GENERAL)
    MISSILE_DEFENCE = ("missile_defence", "Missile defence",
        "A party deploys a missile defence system in the other's territory, or the parties operate one jointly.", "US-Romania agreement 2011")
    ARMS_CONTROL = ("arms_control", "Arms control and disarmament",
        "The parties limit, reduce or prohibit weapons or forces, or build confidence about them.", "UN Treaty Collection, chapter XXVI")

    COMMAND_ARRANGEMENT = ("command_arrangement", "Command arrangement",
        "It places forces of the parties under a common or a foreign command.", "ATOP 5.1 codebook, INTCOM and SUBORD")
    MULTINATIONAL_FORCE = ("multinational_force", "Multinational force or headquarters",
        "It establishes a multinational force or headquarters, or settles its status.", "Eurocorps Treaty 2004")
    PEACEKEEPING = ("peacekeeping", "Peacekeeping",
        "It governs taking part in, or contributing to, peace operations.", TITLES)
    DISASTER_RELIEF = ("disaster_relief", "Disaster relief",
        "The parties give each other military assistance in disasters and humanitarian emergencies.", GENERAL)
    SEARCH_AND_RESCUE = ("search_and_rescue", "Search and rescue",
        "The parties co-operate in finding and helping persons in distress at sea, on land or in the air.",
        "International Convention on Maritime Search and Rescue 1979")
    SUBMARINE_RESCUE = ("submarine_rescue", "Submarine rescue",
        "The parties help each other to rescue the crews of disabled submarines.", TITLES)
    MARITIME_SECURITY = ("maritime_security", "Maritime security",
        "The parties co-operate in patrolling, policing or surveying the sea.", GENERAL)
    COUNTER_TERRORISM = ("counter_terrorism", "Counter-terrorism",
        "The defence or security forces of the parties co-operate against terrorism.", GENERAL)

    WAR_GRAVES = ("war_graves", "War graves",
        "It provides for the graves, cemeteries and memorials of the war dead.", TITLES)
    CLAIMS_SETTLEMENT = ("claims_settlement", "Claims settlement",
        "It settles financial claims that arise from military operations, presence, supplies or war.", TITLES)
    TERMINATION_OR_AMENDMENT = ("termination_or_amendment", "Amendment, extension or termination only",
        "An instrument that does no more than amend, extend or end another agreement.", "VCLT arts 39, 54")
    ACCESSION_PROTOCOL = ("accession_protocol", "Accession protocol",
        "An instrument by which the parties to an agreement admit or invite a new party.", "VCLT art. 15")
    OTHER = ("other", "Other", "A defence agreement that no other kind describes.", "Entente")
