"""The headings under which the words of long families stand in lists to choose from."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.term import Term

FIRST_OF: Mapping[type[Term], Mapping[Term, str]] = MappingProxyType(
    {
        AgreementKind: {
            AgreementKind.MUTUAL_DEFENCE: "Alliances and commitments",
            AgreementKind.GENERAL_DCA: "Defence co-operation",
            AgreementKind.SOFA: "Forces abroad",
            AgreementKind.ACSA: "Logistics and information",
            AgreementKind.ARMS_TRANSFER: "Arms and assistance",
            AgreementKind.RDP_MOU: "Industry and research",
            AgreementKind.PERSONNEL_EXCHANGE: "People and training",
            AgreementKind.NUCLEAR_COOPERATION: "Nuclear, missiles, arms control",
            AgreementKind.COMMAND_ARRANGEMENT: "Commands and operations",
            AgreementKind.WAR_GRAVES: "Other",
        },
        EventKind: {
            EventKind.NEGOTIATION_OPENED: "Making the text",
            EventKind.OPENED_FOR_SIGNATURE: "Signing",
            EventKind.PARLIAMENTARY_APPROVAL: "Consenting to be bound",
            EventKind.RESERVATION: "Qualifying consent",
            EventKind.PROVISIONAL_APPLICATION_START: "Taking effect",
            EventKind.AMENDMENT_ADOPTED: "Changing",
            EventKind.SUSPENSION: "Halting",
            EventKind.NOTICE_OF_DENUNCIATION: "Giving notice",
            EventKind.TERMINATION_BY_CONSENT: "Ending",
            EventKind.REGISTRATION: "Keeping the record",
        },
        Role: {
            Role.NEGOTIATING: "Bound, once bound, or on the way",
            Role.HOST_STATE: "Parts that a party plays",
            Role.ASSOCIATED_NATION: "Beside the parties",
            Role.DEPOSITARY: "Serving the agreement",
        },
    }
)
"""Each heading stands before this word and holds for those after it, in the family's own order."""


def under_headings(family: type[Term]) -> Iterator[tuple[str, list[Term]]]:
    """The words of a family by heading; all under no heading where it has none."""
    first_of = FIRST_OF.get(family, {})
    heading, words = "", list[Term]()
    for word in family:
        if word in first_of:
            if words:
                yield heading, words
            heading, words = first_of[word], []
        words.append(word)
    yield heading, words
