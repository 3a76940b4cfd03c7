"""Logistic support, supplies and services between forces."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Days, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"
ACSA = "10 USC 2350"
TEXTS = "Acquisition and cross-servicing agreements of Japan"


class SupportCategory(Term):
    """A category of logistic support, supplies and services."""

    FOOD = ("food", "Food and water", "Food, water and meals.", ACSA)
    BILLETING = ("billeting", "Billeting", "Lodging, bathing and laundry.", ACSA)
    TRANSPORT = ("transport", "Transport", "Transport by land, sea or air, airlift included.", ACSA)
    FUEL = ("fuel", "Petroleum, oils and lubricants", "Fuel, oils and lubricants.", ACSA)
    CLOTHING = ("clothing", "Clothing", "Clothing and personal equipment.", ACSA)
    COMMUNICATIONS = ("communications", "Communications services", "The use of communications facilities and equipment.", ACSA)
    MEDICAL = ("medical", "Medical services", "Treatment, medicines and medical equipment.", ACSA)
    AMMUNITION = ("ammunition", "Ammunition", "Ammunition of kinds that are not excluded.", ACSA)
    BASE_OPERATIONS = ("base_operations", "Base operations support", "The running of bases, with construction incident to it.", ACSA)
    STORAGE = ("storage", "Storage services", "Temporary storage.", ACSA)
    FACILITIES = ("facilities", "Use of facilities", "The temporary use of buildings, land and facilities.", ACSA)
    TRAINING = ("training", "Training services", "Instructors, training materials and supplies for training.", ACSA)
    SPARE_PARTS = ("spare_parts", "Spare parts and components", "Parts and components of equipment.", ACSA)
    REPAIR = ("repair", "Repair and maintenance", "Repair and maintenance services.", ACSA)
    CALIBRATION = ("calibration", "Calibration services", "The calibration of instruments.", ACSA)
    PORT_SERVICES = ("port_services", "Port services", "Airport and seaport services, such as pilotage, berthing and loading.", ACSA)
    TEMPORARY_USE = ("temporary_use", "Temporary use of equipment", "The temporary use of vehicles and other non-lethal equipment.", ACSA)
    OTHER = ("other", "Other supplies and services", "Supplies or services of another category.", "Entente")


class Payment(Term):
    """How support is paid for."""

    CASH_REIMBURSEMENT = ("cash_reimbursement", "Cash reimbursement", "The recipient pays in money.", "10 USC 2344")
    REPLACEMENT_IN_KIND = (
        "replacement_in_kind",
        "Replacement in kind",
        "The recipient gives back supplies or services of the same kind.",
        "10 USC 2344",
    )
    EQUAL_VALUE_EXCHANGE = (
        "equal_value_exchange",
        "Exchange of equal value",
        "The recipient gives supplies or services of another kind and equal value.",
        "10 USC 2344",
    )
    FREE_OF_CHARGE = ("free_of_charge", "Free of charge", "The provider asks for nothing.", GENERAL)


class Pricing(Term):
    """How the price of support is found."""

    RECIPROCAL = (
        "reciprocal",
        "Reciprocal pricing",
        "Each party charges the other what it charges its own forces for the like.",
        "10 USC 2344",
    )
    ACTUAL_COST = ("actual_cost", "Actual cost", "The provider charges what the support cost it.", GENERAL)
    AS_AGREED = ("as_agreed", "As agreed in each order", "The parties settle the price order by order.", GENERAL)


class Exclusion(Term):
    """What may not be supplied."""

    SIGNIFICANT_MILITARY_EQUIPMENT = (
        "significant_military_equipment",
        "Significant military equipment",
        "Articles that the United States controls as significant military equipment.",
        ACSA,
    )
    WEAPON_SYSTEMS = ("weapon_systems", "Weapon systems", "Weapons and complete weapon systems.", GENERAL)
    MAJOR_END_ITEMS = ("major_end_items", "Major end items", "Complete major items of equipment.", GENERAL)
    MISSILES = ("missiles", "Missiles", "Guided missiles and their components.", GENERAL)
    MINES = ("mines", "Naval mines and torpedoes", "Naval mines and torpedoes.", GENERAL)
    NUCLEAR = ("nuclear", "Nuclear", "Nuclear weapons, ammunition, materials and components.", GENERAL)
    CHEMICAL_BIOLOGICAL = ("chemical_biological", "Chemical and biological", "Chemical and biological weapons and ammunition.", GENERAL)
    AMMUNITION = ("ammunition", "All ammunition", "Ammunition of every kind.", GENERAL)
    OTHER = ("other", "Other", "Something else that the agreement excludes.", "Entente")


class Occasion(Term):
    """An activity during which support may be given."""

    EXERCISES = ("exercises", "Exercises and training", "Joint exercises and training.", TEXTS)
    PEACE_OPERATIONS = ("peace_operations", "Peace operations", "United Nations peacekeeping and like operations.", TEXTS)
    DISASTER_RELIEF = ("disaster_relief", "Disaster relief", "Relief after disasters, at home or abroad.", TEXTS)
    EVACUATION = ("evacuation", "Evacuation of nationals", "The protection or transport of nationals in a crisis abroad.", TEXTS)
    VISITS = ("visits", "Visits and routine activities", "Visits of ships and aircraft, liaison and other day-to-day activities.", TEXTS)
    OPERATIONS = ("operations", "Operations", "Military operations and deployments.", GENERAL)
    CONTINGENCIES = ("contingencies", "Unforeseen circumstances", "Emergencies in which a party runs short.", GENERAL)


class LogisticsTerms(ProvisionTerms):
    """What forces supply each other, when, and how it is paid for."""

    categories: Several[SupportCategory] | None = attribute("Categories of support", "The support, supplies and services covered.")
    occasions: Several[Occasion] | None = attribute("Occasions", "The activities during which support may be given.")
    exclusions: Several[Exclusion] | None = attribute("Exclusions", "What may not be supplied.")
    payment: Several[Payment] | None = attribute("Payment", "The ways in which support is paid for.")
    pricing: Pricing | None = attribute("Pricing", "How prices are found.")
    settlement_days: Days | None = attribute("Time to pay", "Days within which an invoice is to be paid.")
    replacement_days: Days | None = attribute("Time to replace", "Days within which replacement or exchange is to be made.")
    value_cap: Money | None = attribute("Value cap", "Greatest value of support, in the period that the scope names.")
    ordering_annex: bool | None = attribute("Ordering annex", "Whether an annex, procedure or form governs orders.")
    retransfer_consent: bool | None = attribute("Consent to retransfer", "Whether passing support on needs the provider's consent.")
    tax_free: bool | None = attribute("Tax free", "Whether supplies are free of duties and taxes.")
    tax_free_categories: Several[SupportCategory] | None = attribute(
        "Tax-free categories", "What is free of duties and taxes, where not everything is."
    )
