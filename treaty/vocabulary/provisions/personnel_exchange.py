"""Exchange, attachment and secondment of personnel."""

from treaty.vocabulary.provisions.payers import PaidBy
from treaty.vocabulary.provisions.terms import Count, Months, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class PersonnelCategory(Term):
    """The capacity in which personnel serve with another party."""

    EXCHANGE = (
        "exchange",
        "Exchange personnel",
        "Personnel who fill posts in the other's force, usually against others who come in return.",
        "10 USC 311",
    )
    LIAISON = ("liaison", "Liaison officers", "Personnel who represent their own force at the other's headquarters or agency.", GENERAL)
    SECONDMENT = ("secondment", "Seconded personnel", "Personnel placed at the other's disposal for a time.", GENERAL)
    LOAN_SERVICE = (
        "loan_service",
        "Loan service personnel",
        "Personnel lent to serve in the other's forces, usually at its cost.",
        "UK loan service agreements",
    )
    VISITING_FORCE = ("visiting_force", "Visiting force", "Formed units that visit.", GENERAL)
    TRAINER = ("trainer", "Trainers and advisers", "Personnel who train or advise the other's forces.", GENERAL)
    STUDENT = ("student", "Students and trainees", "Personnel who are trained or taught by the other.", GENERAL)
    SPECIALIST = (
        "specialist",
        "Scientists, engineers and administrators",
        "Professional personnel who work in the other's defence establishments.",
        GENERAL,
    )
    CIVILIAN_COMPONENT = ("civilian_component", "Civilian component", "Civilian employees who accompany a force.", "NATO SOFA 1951, art. I")
    DEPENDANTS = ("dependants", "Dependants", "Spouses and children who accompany personnel.", "NATO SOFA 1951, art. I")
    CONTRACTORS = ("contractors", "Contractors", "Persons or firms who work for a force under contract.", GENERAL)


class PersonnelStatus(Term):
    """The legal status of the personnel in the other's territory."""

    SOFA_EQUIVALENT = (
        "sofa_equivalent",
        "As under a status of forces agreement",
        "They have the status that a status of forces agreement gives.",
        GENERAL,
    )
    ADMINISTRATIVE_TECHNICAL = (
        "administrative_technical",
        "Administrative and technical staff",
        "They have the status of the administrative and technical staff of an embassy.",
        "Vienna Convention on Diplomatic Relations 1961, art. 37(2)",
    )
    NO_IMMUNITY = ("no_immunity", "No immunity", "They are subject to the law of the place like anyone else.", GENERAL)
    OTHER = ("other", "Other", "They have another status that the agreement describes.", "Entente")


class PersonnelExchangeTerms(ProvisionTerms):
    """Who is exchanged, for how long, at whose cost and with what status."""

    categories: Several[PersonnelCategory] | None = attribute("Categories", "The capacities in which personnel serve.")
    one_for_one: bool | None = attribute("One for one", "Whether each person sent is matched by one received.")
    count: Count | None = attribute("Number", "Number of persons, where fixed.")
    cap: Count | None = attribute("Greatest number", "Greatest number of persons at one time.")
    tour_months: Months | None = attribute("Length of tour", "Usual length of a tour, in months.")
    pay_paid_by: PaidBy | None = attribute("Pay", "Who bears pay and allowances.")
    travel_paid_by: PaidBy | None = attribute("Travel", "Who bears travel to and from the post.")
    temporary_duty_paid_by: PaidBy | None = attribute("Temporary duty", "Who bears travel on temporary duty that the host directs.")
    host_training_paid_by: PaidBy | None = attribute("Host-directed training", "Who bears training that the host directs.")
    acceptable_to_both: bool | None = attribute("Acceptable to both", "Whether each government must accept each person.")
    status: PersonnelStatus | None = attribute("Status", "Their legal status in the host's territory.")
    dependants_included: bool | None = attribute("Dependants", "Whether it covers accompanying dependants.")
    may_take_part_in_operations: bool | None = attribute("Operations", "Whether exchanged personnel may take part in operations or combat.")
