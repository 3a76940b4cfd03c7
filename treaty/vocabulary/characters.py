"""Whether an instrument binds, and under which law."""

from treaty.vocabulary.term import Term


class Character(Term):
    """The legal character of an instrument, apart from what it is called and what it is for."""

    BINDING_TREATY = (
        "binding_treaty",
        "Binding treaty",
        "An international agreement in writing that is governed by international law, whatever its name.",
        "VCLT art. 2(1)(a)",
    )
    EXECUTIVE_AGREEMENT = (
        "executive_agreement",
        "Executive agreement",
        "An agreement that binds in international law and that a government concluded without the form its constitution asks of treaties.",
        "1 USC 112b",
    )
    INTERDEPARTMENTAL_ARRANGEMENT = (
        "interdepartmental_arrangement",
        "Interdepartmental arrangement",
        "An arrangement between ministries, forces or agencies of states, within their own powers.",
        "General usage of the field",
    )
    NON_BINDING = (
        "non_binding",
        "Not legally binding",
        "An instrument whose authors did not intend it to bind in law.",
        "FCDO guidance on treaties and MoUs",
    )
    CONTRACT_LIKE = (
        "contract_like",
        "Contract-like",
        "A government-to-government sale or service that has the character of a contract, such as a letter of offer and acceptance.",
        "SAMM ch. 5",
    )
    UNCLEAR = (
        "unclear",
        "Unclear or contested",
        "The sources do not show, or the parties dispute, whether the instrument binds.",
        "Entente",
    )
