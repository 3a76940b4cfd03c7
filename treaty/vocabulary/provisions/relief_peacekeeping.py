"""Disaster relief, rescue and peacekeeping."""

from treaty.vocabulary.provisions.payers import PaidBy
from treaty.vocabulary.provisions.terms import Count, ProvisionTerms, Several, attribute
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class ReliefActivity(Term):
    """What forces do to relieve, rescue or keep the peace."""

    DISASTER_RESPONSE = ("disaster_response", "Joint disaster response", "Forces respond to disasters together or for each other.", GENERAL)
    HUMANITARIAN_AID = ("humanitarian_aid", "Humanitarian aid", "Forces bring relief to people in need.", GENERAL)
    PEACEKEEPING = ("peacekeeping", "Peacekeeping", "Forces take part in peace operations.", GENERAL)
    EVACUATION = ("evacuation", "Evacuation of nationals", "Forces bring nationals out of a crisis.", GENERAL)
    SEARCH_AND_RESCUE = ("search_and_rescue", "Search and rescue", "Forces find and help persons in distress.", "UNCLOS art. 98(2)")
    SUBMARINE_RESCUE = ("submarine_rescue", "Submarine rescue", "Forces rescue the crews of disabled submarines.", GENERAL)
    MEDICAL_EVACUATION = ("medical_evacuation", "Medical evacuation", "Forces carry the sick and wounded.", GENERAL)
    MINE_CLEARANCE = ("mine_clearance", "Mine clearance", "Forces clear mines and unexploded ordnance.", GENERAL)


class Mandate(Term):
    """Under whose authority a peace operation is held."""

    UNITED_NATIONS = ("united_nations", "United Nations", "A decision of the United Nations.", "UN Charter")
    REGIONAL = ("regional", "Regional organisation", "A decision of a regional organisation.", "UN Charter art. 53")
    PARTIES = ("parties", "The parties", "The agreement of the parties themselves.", GENERAL)


class ReliefPeacekeepingTerms(ProvisionTerms):
    """What relief and peace operations are foreseen, on whose word and at whose cost."""

    activities: Several[ReliefActivity] | None = attribute("Activities", "What the forces do.")
    on_request_only: bool | None = attribute("On request", "Whether help comes only if the stricken party asks.")
    mandate: Mandate | None = attribute("Mandate", "Under whose authority peace operations are held.")
    paid_by: PaidBy | None = attribute("Costs", "Who bears the cost.")
    contingent: Count | None = attribute("Contingent", "Number of persons pledged.")
    joint_planning: bool | None = attribute("Joint planning", "Whether plans are made together in advance.")
    tax_free: bool | None = attribute("Tax free", "Whether relief goods and supplies are free of duties and taxes.")
