"""What can take part in an agreement."""

from treaty.vocabulary.term import Term


class PartyType(Term):
    """The kind of body that takes part in an agreement."""

    STATE = (
        "state",
        "State",
        "A state that exists today, with a population, a territory, a government and the capacity to enter into relations.",
        "Montevideo Convention 1933, art. 1",
    )
    FORMER_STATE = ("former_state", "Former state", "A state that no longer exists.", "COW State System Membership, v2016")
    UNION = ("union", "Union of states", "A union or federation of states that acted as one party.", "General usage of the field")
    TERRITORY = (
        "territory",
        "Territory",
        "A territory for whose international relations a state is responsible.",
        "General usage of the field",
    )
    ORGANISATION = ("organisation", "International organisation", "An intergovernmental organisation.", "VCLT art. 2(1)(i)")
    AUTHORITY = (
        "authority",
        "Authority",
        "A ministry, armed force, agency or other authority within a state that acts in its own name.",
        "General usage of the field",
    )
    NON_STATE_GROUP = (
        "non_state_group",
        "Non-state group",
        "An armed or political group that is not a state and concludes agreements.",
        "General usage of the field",
    )
    OTHER = ("other", "Other", "A participant that no other type describes.", "Entente")
