"""The life of an alliance as ATOP has it: signed, joined, renegotiated, left, ended. No day of it is an entry into force."""

from collections.abc import Mapping

from intake.adapters.atop.members import MODES, Member, Members
from intake.draft import Draft
from treaty.document.days import PartialDay
from treaty.document.evidence import Evidence
from treaty.vocabulary.events import EventKind

ENDS: Mapping[int, tuple[EventKind, str]] = {
    1: (EventKind.FULFILMENT, "ATOP codes it as fulfilled (TERM 1)."),
    2: (EventKind.TERMINATION, "ATOP codes it as violated or abrogated (TERM 2)."),
    3: (EventKind.SUPERSESSION, "ATOP codes it as renegotiated: the members made another agreement (TERM 3)."),
}
SIGNED = "ATOP counts from signature."
JOINED = "ATOP dates it by the signature of the instrument by which it joined."
RENEGOTIATED = "ATOP begins another phase of the alliance here: it was renegotiated, and the members remained."


def tell_life(draft: Draft, members: Members, *, signed: PartialDay, ended: PartialDay | None, how: int, told: Evidence) -> None:
    """Members and events. Who joined later acceded; who left before the alliance ended withdrew; a change of phase is neither."""
    draft.happened(kind=EventKind.SIGNATURE, date=signed, note=SIGNED, evidence=(told,))
    for member in members.found.values():
        draft.takes_part(member.code, evidence=[told])
        _membership(draft, member, signed, ended, told)
    for phase, begins in sorted(members.phases.items()):
        if phase > 1:
            draft.happened(kind=EventKind.AMENDMENT_ADOPTED, date=begins, note=RENEGOTIATED, evidence=(told,))
    if ended is not None:
        kind, note = ENDS.get(how, (EventKind.TERMINATION, "ATOP gives its end, and not how it ended."))
        draft.happened(kind=kind, date=ended, note=note, evidence=(told,))


def _membership(draft: Draft, member: Member, signed: PartialDay, ended: PartialDay | None, told: Evidence) -> None:
    for spell in member.whole():
        if spell.begins != signed:
            draft.happened(kind=EventKind.ACCESSION, date=spell.begins, party=member.code, note=JOINED, evidence=(told,))
        if spell.ends is not None and spell.ends != ended:
            note = f"ATOP codes how it left as: {MODES[spell.mode]}." if spell.mode in MODES else "ATOP does not say how it left."
            draft.happened(kind=EventKind.WITHDRAWAL_EFFECTIVE, date=spell.ends, party=member.code, note=note, evidence=(told,))
