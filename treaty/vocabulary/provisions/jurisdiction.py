"""Whose courts try the members of a force, and who answers for the harm they do."""

from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class CriminalJurisdiction(Term):
    """Whose courts may try members of a force."""

    EXCLUSIVE_SENDING = ("exclusive_sending", "Exclusive, sending state", "Only the sending state may try them.", "CRS RL34531")
    EXCLUSIVE_HOST = ("exclusive_host", "Exclusive, host state", "Only the host state may try them.", GENERAL)
    CONCURRENT = (
        "concurrent",
        "Concurrent, with primary rights",
        "Both may try them, and the agreement says who goes first.",
        "NATO SOFA 1951, art. VII(3)",
    )
    ADMINISTRATIVE_TECHNICAL = (
        "administrative_technical",
        "Immunity as administrative and technical staff",
        "They are immune from the host's criminal jurisdiction as an embassy's administrative and technical staff are.",
        "CRS RL34531",
    )
    NOT_SETTLED = ("not_settled", "Not settled", "The agreement leaves jurisdiction open or to later agreement.", GENERAL)


class Custody(Term):
    """Who holds an accused member of a force."""

    SENDING_UNTIL_CHARGED = (
        "sending_until_charged",
        "Sending state until charged",
        "The sending state holds the accused until the host charges them.",
        "NATO SOFA 1951, art. VII(5)(c)",
    )
    SENDING_UNTIL_JUDGMENT = (
        "sending_until_judgment",
        "Sending state until judgment",
        "The sending state holds the accused until the proceedings end.",
        GENERAL,
    )
    HOST = ("host", "Host state", "The host holds the accused.", GENERAL)
    AS_AGREED = ("as_agreed", "As agreed", "The parties settle it case by case.", GENERAL)


class Waiver(Term):
    """How a party gives up its right to try."""

    SYMPATHETIC_CONSIDERATION = (
        "sympathetic_consideration",
        "Sympathetic consideration",
        "Requests to waive get sympathetic consideration.",
        "NATO SOFA 1951, art. VII(3)(c)",
    )
    IN_ADVANCE = ("in_advance", "In advance", "The host waives its right in advance and may recall the waiver.", GENERAL)
    CASE_BY_CASE = ("case_by_case", "Case by case", "Each waiver is decided on its own.", GENERAL)
    NONE = ("none", "None", "No waiver is foreseen.", GENERAL)


class DutyCertificate(Term):
    """What weight a certificate of official duty carries."""

    CONCLUSIVE = ("conclusive", "Conclusive", "The sending state's certificate settles the question.", GENERAL)
    REBUTTABLE = ("rebuttable", "Rebuttable", "The certificate holds unless the contrary is shown or the parties consult.", GENERAL)
    HOST_DECIDES = ("host_decides", "Host decides", "Authorities of the host decide whether an act was done on duty.", GENERAL)


class ClaimsRule(Term):
    """Who bears damage that a force does."""

    MUTUAL_WAIVER = (
        "mutual_waiver",
        "Mutual waiver",
        "The parties waive claims against each other for damage to their own property or personnel.",
        "NATO SOFA 1951, art. VIII(1)-(4)",
    )
    SHARED = ("shared", "Shared", "The host settles third-party claims and the parties divide the cost.", "NATO SOFA 1951, art. VIII(5)")
    SENDING_PAYS = ("sending_pays", "Sending state pays", "The sending state pays the claims.", GENERAL)
    HOST_PAYS = ("host_pays", "Host state pays", "The host pays the claims.", GENERAL)
    COMMISSION = ("commission", "Claims commission", "A commission decides the claims.", GENERAL)
