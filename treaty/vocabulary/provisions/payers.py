"""Who bears a cost."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class PaidBy(Term):
    """The side that bears a cost."""

    SENDING = ("sending", "Sending or home party", "The party that sends the personnel or forces pays.", GENERAL)
    HOST = ("host", "Host or receiving party", "The party that receives them pays.", GENERAL)
    SHARED = ("shared", "Shared", "The parties divide the cost.", GENERAL)
    EACH_ITS_OWN = ("each_its_own", "Each its own", "Each party bears the costs that it incurs.", GENERAL)
    BENEFICIARY = ("beneficiary", "Beneficiary", "The party that receives the service or help pays.", GENERAL)
    PROVIDER = ("provider", "Provider", "The party that gives the service or help pays.", GENERAL)
    AS_AGREED = ("as_agreed", "As agreed later", "The parties settle it case by case.", GENERAL)
