"""What an agreement calls itself. The name decides nothing about its legal character (VCLT art. 2(1)(a))."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class Form(Term):
    """The form of an instrument, as its title gives it."""

    TREATY = (
        "treaty",
        "Treaty",
        "A solemn instrument, usually between states or heads of state and often subject to ratification.",
        GENERAL,
    )
    PACT = ("pact", "Pact", "A treaty so called, usually one of alliance, security or non-aggression.", GENERAL)
    CONVENTION = ("convention", "Convention", "A formal instrument, usually with many parties or one that sets general rules.", GENERAL)
    COVENANT = ("covenant", "Covenant", "A constitutive or solemn instrument so called.", GENERAL)
    CHARTER = ("charter", "Charter", "The constituent instrument of an organisation or alliance.", GENERAL)
    AGREEMENT = ("agreement", "Agreement", "An instrument so called, the most common form, less solemn than a treaty.", GENERAL)
    FRAMEWORK_AGREEMENT = (
        "framework_agreement",
        "Framework agreement",
        "An agreement that sets principles to be filled in by later instruments.",
        GENERAL,
    )
    PROTOCOL = (
        "protocol",
        "Protocol",
        "An instrument that usually supplements, amends or interprets another, or admits a party to it.",
        GENERAL,
    )
    ADMINISTRATIVE_AGREEMENT = (
        "administrative_agreement",
        "Administrative agreement",
        "An agreement that settles how the authorities carry out a treaty.",
        GENERAL,
    )
    ARRANGEMENT = (
        "arrangement",
        "Arrangement",
        "An instrument so called, often between authorities and often meant not to bind in international law.",
        GENERAL,
    )
    TECHNICAL_ARRANGEMENT = (
        "technical_arrangement",
        "Technical arrangement",
        "An arrangement on practical detail, usually under a memorandum or agreement.",
        GENERAL,
    )
    IMPLEMENTING_ARRANGEMENT = (
        "implementing_arrangement",
        "Implementing arrangement",
        "An arrangement that carries out an earlier agreement.",
        GENERAL,
    )
    MEMORANDUM_OF_UNDERSTANDING = (
        "memorandum_of_understanding",
        "Memorandum of understanding",
        "A record of mutual undertakings that in British practice does not bind in international law, but may in the practice of others.",
        "FCDO guidance on treaties and MoUs",
    )
    MEMORANDUM_OF_AGREEMENT = (
        "memorandum_of_agreement",
        "Memorandum of agreement",
        "A memorandum that calls its content an agreement.",
        GENERAL,
    )
    MEMORANDUM = ("memorandum", "Memorandum", "A memorandum of neither understanding nor agreement.", GENERAL)
    EXCHANGE_OF_NOTES = (
        "exchange_of_notes",
        "Exchange of notes",
        "Two or more notes of which one proposes and the other accepts, together the agreement.",
        "VCLT art. 13",
    )
    EXCHANGE_OF_LETTERS = (
        "exchange_of_letters",
        "Exchange of letters",
        "Two or more signed letters that together make the agreement.",
        "VCLT art. 13",
    )
    SIDE_LETTER = ("side_letter", "Side letter", "A letter that accompanies an agreement and explains or qualifies it.", GENERAL)
    AGREED_MINUTE = ("agreed_minute", "Agreed minute", "A signed or initialled record of what the negotiators agreed.", GENERAL)
    PROCES_VERBAL = (
        "proces_verbal",
        "Procès-verbal",
        "A formal record of an act, such as a correction or an exchange of instruments.",
        GENERAL,
    )
    ANNEX = ("annex", "Annex", "A part attached to another instrument and recorded on its own.", GENERAL)
    FINAL_ACT = ("final_act", "Final act", "The document that closes a conference and lists what it adopted.", "VCLT art. 10")
    GENERAL_ACT = ("general_act", "General act", "A multilateral instrument so called.", GENERAL)
    MODUS_VIVENDI = ("modus_vivendi", "Modus vivendi", "A temporary understanding until something more lasting is agreed.", GENERAL)
    DECLARATION = ("declaration", "Declaration", "A statement of positions or undertakings by one or more states.", GENERAL)
    JOINT_DECLARATION = ("joint_declaration", "Joint declaration", "A declaration that the parties make together.", GENERAL)
    JOINT_STATEMENT = ("joint_statement", "Joint statement", "A statement that the parties publish together, usually political.", GENERAL)
    COMMUNIQUE = ("communique", "Communiqué", "A published report of a meeting and of what it agreed.", GENERAL)
    STATEMENT_OF_INTENT = (
        "statement_of_intent",
        "Statement of intent",
        "A record of what the parties intend to do, usually not binding.",
        GENERAL,
    )
    LETTER_OF_INTENT = (
        "letter_of_intent",
        "Letter of intent",
        "A letter or joint paper that states an intention to co-operate, usually not binding.",
        GENERAL,
    )
    LETTER_OF_OFFER_AND_ACCEPTANCE = (
        "letter_of_offer_and_acceptance",
        "Letter of offer and acceptance",
        "The document by which the United States offers, and a foreign government accepts, a sale of defence articles or services.",
        "SAMM ch. 5",
    )
    CONTRACT = ("contract", "Contract", "An instrument drawn up as a contract under some national law.", GENERAL)
    UNWRITTEN = (
        "unwritten",
        "Unwritten agreement",
        "An agreement that was not put in writing, which the Vienna Convention leaves to custom.",
        "VCLT art. 3",
    )
    OTHER = ("other", "Other", "A form that no other word of this list describes.", "Entente")
