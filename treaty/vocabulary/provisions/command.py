"""Command of forces."""

from treaty.vocabulary.provisions.terms import Line, PartyCode, ProvisionTerms, attribute
from treaty.vocabulary.term import Term

SUBORD = "ATOP 5.1 codebook, SUBORD"
GENERAL = "General usage of the field"


class Subordination(Term):
    """Whether forces of one party serve under another in a conflict."""

    NONE = ("none", "None", "No party's forces are placed under another's.", SUBORD)
    FIXED = ("fixed", "Fixed", "A named party commands the joint forces.", SUBORD)
    CONDITIONAL = ("conditional", "Conditional", "Who commands depends on circumstances such as the territory defended.", SUBORD)


class CommandAuthority(Term):
    """How much authority passes to the commander."""

    OPERATIONAL_COMMAND = (
        "operational_command",
        "Operational command",
        "Authority to assign missions, deploy units and reassign forces.",
        GENERAL,
    )
    OPERATIONAL_CONTROL = (
        "operational_control",
        "Operational control",
        "Authority to direct assigned forces in specific missions.",
        GENERAL,
    )
    TACTICAL_COMMAND = ("tactical_command", "Tactical command", "Authority to assign tasks to the forces for a mission.", GENERAL)
    TACTICAL_CONTROL = ("tactical_control", "Tactical control", "Authority over local movements needed for a task.", GENERAL)
    COORDINATION = ("coordination", "Co-ordination", "Authority to consult and co-ordinate, and not to command.", GENERAL)


class EngagementRules(Term):
    """Whose rules govern the use of force."""

    NATIONAL = ("national", "National", "Each force follows its own rules.", GENERAL)
    COMMON = ("common", "Common", "The parties follow rules on which they agreed.", GENERAL)
    HOST = ("host", "Host", "The rules of the host apply.", GENERAL)


class CommandTerms(ProvisionTerms):
    """Who commands which forces, and with what authority."""

    integrated_command: bool | None = attribute("Integrated command", "Whether there is an integrated command in peace and war alike.")
    subordination: Subordination | None = attribute("Subordination", "Whether forces of one party serve under another in a conflict.")
    commanding_party: PartyCode | None = attribute("Commanding party", "Code of the party that commands.")
    authority: CommandAuthority | None = attribute("Authority", "How much authority passes to the commander.")
    headquarters: Line | None = attribute("Headquarters", "Name and place of the headquarters.")
    forces: Line | None = attribute("Forces", "Forces that are placed under the command.")
    engagement_rules: EngagementRules | None = attribute("Rules of engagement", "Whose rules govern the use of force.")
    national_limits_allowed: bool | None = attribute("National limits", "Whether a party may limit what its forces do.")
