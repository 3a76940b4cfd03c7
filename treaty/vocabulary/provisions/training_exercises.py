"""Joint training and exercises."""

from treaty.vocabulary.provisions.frequency import Frequency
from treaty.vocabulary.provisions.terms import Count, Line, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ExerciseKind(Term):
    """What sort of training or exercise is held."""

    FIELD = ("field", "Field exercise", "Units exercise on the ground.", GENERAL)
    NAVAL = ("naval", "Naval exercise", "Ships exercise at sea.", GENERAL)
    AIR = ("air", "Air exercise", "Aircraft exercise.", GENERAL)
    COMMAND_POST = ("command_post", "Command post exercise", "Staffs exercise without their troops.", GENERAL)
    CYBER = ("cyber", "Cyber exercise", "Defenders of networks exercise.", GENERAL)
    DISASTER_RELIEF = ("disaster_relief", "Disaster relief exercise", "Forces exercise help in disasters.", GENERAL)
    UNIT_TRAINING = ("unit_training", "Unit training", "Units train in the other's training areas.", GENERAL)
    INDIVIDUAL_TRAINING = ("individual_training", "Individual training", "Persons are trained in military skills.", GENERAL)
    OTHER = ("other", "Other", "Another sort of training or exercise.", "Entente")


class Tuition(Term):
    """What training costs those who receive it."""

    FULL_COST = ("full_cost", "Full cost", "The recipient pays the whole cost of the place.", GENERAL)
    INCREMENTAL_COST = ("incremental_cost", "Incremental cost", "The recipient pays only the added cost of its place.", GENERAL)
    FREE = ("free", "Free", "The recipient pays nothing.", GENERAL)


class TrainingExercisesTerms(ProvisionTerms):
    """What training and exercises are held, where, how often and at what size."""

    names: Several[Line] | None = attribute("Names", "Names of the exercises.")
    activities: Several[ExerciseKind] | None = attribute("Activities", "Sorts of training and exercise.")
    frequency: Frequency | None = attribute("Frequency", "How often they are held.")
    size_cap: Count | None = attribute("Size cap", "Greatest number of persons at one time.")
    areas: Several[Line] | None = attribute("Areas", "Training areas or regions named.")
    live_fire: bool | None = attribute("Live fire", "Whether live ammunition may be used.")
    seats: Count | None = attribute("Places", "Number of training places in a year.")
    quota: Line | None = attribute("Quota", "How places are divided.")
    tuition: Tuition | None = attribute("Tuition", "What training costs those who receive it.")
    third_parties_may_join: bool | None = attribute("Third parties", "Whether others may take part or observe.")
    tax_free_supplies: bool | None = attribute(
        "Tax-free supplies", "Whether ammunition, fuel and other supplies are free of duties and taxes during them."
    )
