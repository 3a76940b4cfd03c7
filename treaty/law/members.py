"""Who a document's parties are, before any event is asked: how many, which are original, whether it has two sides only."""

from treaty.document.document import Document
from treaty.document.life import Participation
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import PARTY_ROLES, Role

NOT_BOUND_BY_ROLE = frozenset({Role.NEGOTIATING, Role.SIGNATORY_ONLY, Role.PROVISIONAL_APPLIER, Role.ACCEDING, Role.SUCCESSOR})
HAVE_LEFT = frozenset({Role.WITHDRAWN, Role.PREDECESSOR})


def party_codes(document: Document) -> tuple[str, ...]:
    """The codes of those whom it binds, bound or may come to bind, each once, in the order listed."""
    listed = (part.party for part in document.participations if part.role in PARTY_ROLES)
    acting = (event.party for event in document.events if event.party)
    outside = {part.party for part in document.participations} - set(listed_parties(document))
    return tuple(dict.fromkeys([*listed, *(code for code in acting if code not in outside)]))


def listed_parties(document: Document) -> tuple[str, ...]:
    """The codes of the participants in the role of a party, of whatever kind."""
    return tuple(dict.fromkeys(part.party for part in document.participations if part.role in PARTY_ROLES))


def original_parties(document: Document) -> tuple[str, ...]:
    """Those for whom the agreement's own signature and entry into force stand, by their role alone."""
    return tuple(code for code in listed_parties(document) if is_original(roles_of(code, document)))


def roles_of(code: str, document: Document) -> tuple[Participation, ...]:
    return tuple(part for part in document.participations if part.party == code and part.role in PARTY_ROLES)


def is_original(roles: tuple[Participation, ...]) -> bool:
    return any(part.begins is None and part.role not in NOT_BOUND_BY_ROLE for part in roles)


def is_bilateral(document: Document) -> bool:
    """Whether it has two parties and no more, so that it cannot outlive the departure of one."""
    return len(listed_parties(document)) == 2 and document.laterality in (None, Laterality.BILATERAL)
