"""How often something is to happen."""

from treaty.vocabulary.term import Term

ENTENTE = "Entente"


class Frequency(Term):
    """The rhythm that a provision sets."""

    MONTHLY = ("monthly", "Monthly", "Once a month.", ENTENTE)
    QUARTERLY = ("quarterly", "Quarterly", "Once every three months.", ENTENTE)
    HALF_YEARLY = ("half_yearly", "Half-yearly", "Twice a year.", ENTENTE)
    YEARLY = ("yearly", "Yearly", "Once a year.", ENTENTE)
    BIENNIAL = ("biennial", "Every two years", "Once every two years.", ENTENTE)
    LONGER = ("longer", "Less often", "Less often than every two years.", ENTENTE)
    REGULAR = ("regular", "Regularly", "Regularly, at intervals that are not fixed.", ENTENTE)
    ON_REQUEST = ("on_request", "On request", "Whenever a party asks.", ENTENTE)
    ONCE = ("once", "Once", "A single time.", ENTENTE)
