"""Legal status of forces: jurisdiction, claims, taxes, customs and entry."""

from treaty.vocabulary.provisions.jurisdiction import ClaimsRule, CriminalJurisdiction, Custody, DutyCertificate, Waiver
from treaty.vocabulary.provisions.terms import Line, Percent, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class CoveredPerson(Term):
    """A class of persons whose status is settled."""

    FORCE = ("force", "Members of the force", "Military personnel in the host's territory on duty.", "NATO SOFA 1951, art. I")
    CIVILIAN_COMPONENT = (
        "civilian_component",
        "Civilian component",
        "Civilian employees who accompany the force.",
        "NATO SOFA 1951, art. I",
    )
    DEPENDANTS = ("dependants", "Dependants", "Spouses and children who accompany them.", "NATO SOFA 1951, art. I")
    CONTRACTORS = ("contractors", "Contractors", "Contractors of the force and their employees.", "CRS RL34531")
    HEADQUARTERS = ("headquarters", "International headquarters", "An international headquarters and its staff.", "Paris Protocol 1952")
    LOCAL_EMPLOYEES = ("local_employees", "Local employees", "Persons whom the force hires on the spot.", "NATO SOFA 1951, art. IX(4)")


class Exemption(Term):
    """A tax or charge from which forces or their members are free."""

    INCOME_TAX = ("income_tax", "Income tax", "Tax on pay and other income from the sending state.", "NATO SOFA 1951, art. X")
    CUSTOMS_DUTY = (
        "customs_duty",
        "Customs duty",
        "Duty on equipment, supplies and household goods brought in.",
        "NATO SOFA 1951, art. XI",
    )
    FUEL_DUTY = ("fuel_duty", "Fuel duty", "Duty on fuel for service vehicles, aircraft and vessels.", "NATO SOFA 1951, art. XI(11)")
    SALES_TAX = ("sales_tax", "Value added or sales tax", "Tax on purchases in the host's territory.", GENERAL)
    VEHICLE_TAX = ("vehicle_tax", "Vehicle tax", "Tax on the use of vehicles on the roads.", "NATO SOFA 1951, art. XI(2)")
    PROPERTY_TAX = ("property_tax", "Property tax", "Tax on facilities, land or movable property.", GENERAL)
    PORT_AND_LANDING_FEES = (
        "port_and_landing_fees",
        "Port, landing and overflight fees",
        "Charges on service vessels and aircraft.",
        GENERAL,
    )
    OTHER = ("other", "Other", "Another tax or charge.", "Entente")


class StatusOfForcesTerms(ProvisionTerms):
    """How a force and its members stand in the law of the host."""

    covered_persons: Several[CoveredPerson] | None = attribute("Persons covered", "The classes of persons whose status it settles.")
    criminal_jurisdiction: CriminalJurisdiction | None = attribute("Criminal jurisdiction", "Whose courts may try members of the force.")
    custody: Custody | None = attribute("Custody", "Who holds an accused.")
    waiver: Waiver | None = attribute("Waiver", "How a party gives up its right to try.")
    duty_certificate: DutyCertificate | None = attribute("Official-duty certificate", "What weight a certificate of official duty carries.")
    death_penalty_clause: bool | None = attribute("Death penalty", "Whether it bars or limits the death penalty.")
    own_military_police: bool | None = attribute("Military police", "Whether the force may police its own members or facilities.")
    claims: Several[ClaimsRule] | None = attribute("Claims", "Who bears damage that the force does.")
    claims_sending_percent: Percent | None = attribute(
        "Sending state's share", "Share of third-party claims that the sending state bears, in percent."
    )
    immunities: bool | None = attribute("Privileges and immunities", "Whether premises, property or archives are inviolable or immune.")
    exemptions: Several[Exemption] | None = attribute("Exemptions", "Taxes and charges from which they are free.")
    entry_without_visa: bool | None = attribute("Entry", "Whether members of the force enter without passport or visa.")
    driving_licences_recognised: bool | None = attribute(
        "Driving licences", "Whether the host recognises the sending state's driving licences."
    )
    uniforms_allowed: bool | None = attribute("Uniforms", "Whether members of the force may wear uniform.")
    weapons_carriage_allowed: bool | None = attribute("Carrying of weapons", "Whether members of the force may carry weapons.")
    spectrum_use: bool | None = attribute("Radio spectrum", "Whether the force may use radio frequencies.")
    postal_service: bool | None = attribute("Postal service", "Whether the force may run its own postal service.")
    professional_licences_recognised: bool | None = attribute(
        "Professional licences", "Whether the host recognises the sending state's professional licences."
    )
    contractors_privileged: bool | None = attribute("Contractors", "Whether contractors share in the privileges.")
    withdrawal: Line | None = attribute("Withdrawal", "By when and how the force is to leave, where the agreement says so.")
