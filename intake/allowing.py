"""Who may ask for which long work, and how a file or a batch has to stand for it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from accounts.models import Person
from columns.text import validate_printable
from editorial.rules import NotByThisPerson, RuleBroken
from intake.models import Batch, Delivery
from intake.vocabulary import BatchState, DeliveryState, ErrandKind

BRING_IN, SUBMIT = "accounts.bring_in", "editorial.submit_agreement"
PUBLISH, RETRACT = "editorial.publish_agreement", "editorial.retract_agreement"

LONGEST = 4000
ON_A_FILE = (ErrandKind.PLAN, ErrandKind.APPLY)
FITTING: Mapping[ErrandKind, tuple[DeliveryState | BatchState, ...]] = {
    ErrandKind.PLAN: (DeliveryState.BROUGHT, DeliveryState.PLANNED, DeliveryState.REFUSED),
    ErrandKind.APPLY: (DeliveryState.PLANNED,),
    ErrandKind.SUBMIT: (BatchState.APPLIED,),
    ErrandKind.PUBLISH: (BatchState.SUBMITTED,),
    ErrandKind.RETURN: (BatchState.SUBMITTED,),
    ErrandKind.UNDO: (BatchState.APPLIED, BatchState.PUBLISHED),
}
ALREADY = {
    BatchState.APPLIED: "It was not submitted.",
    BatchState.SUBMITTED: "It waits for review: it has to be published or returned first.",
    BatchState.PUBLISHED: "It was published already.",
    BatchState.UNDONE: "It was undone already.",
    DeliveryState.BROUGHT: "Its plan has to be made first.",
    DeliveryState.REFUSED: "It was refused, and has no plan.",
    DeliveryState.APPLIED: "It was brought in already.",
    DeliveryState.SET_ASIDE: "It was set aside.",
}
TOLD = {ErrandKind.UNDO: ("reason", "Say why it is undone."), ErrandKind.RETURN: ("comment", "Say in a comment why you return it.")}


def require_allowed(kind: ErrandKind, on: Delivery | Batch, *, by: Person, told: Mapping[str, Any]) -> None:
    """Raises RuleBroken where the file or the batch does not stand so, or what has to be said is not; NotByThisPerson."""
    for power, who in _powers(kind, on, by):
        if not by.has_perm(power):
            raise NotByThisPerson(f"{by} may not do that; {who} may.")
    if on.state not in FITTING[kind]:
        raise RuleBroken(ALREADY[on.state])
    if kind is ErrandKind.PUBLISH and settings.ENTENTE_FOUR_EYES and on.by == by:
        raise NotByThisPerson("Somebody else must publish what you brought in.")
    if kind in TOLD:
        wanted, sentence = TOLD[kind]
        require_words(str(told.get(wanted) or ""), sentence)


def require_may_bring_in(by: Person) -> None:
    """Raises NotByThisPerson."""
    if not by.has_perm(BRING_IN):
        raise NotByThisPerson(f"{by} may not bring in files; a data manager may.")


def require_words(said: str, sentence: str) -> None:
    """Raises RuleBroken, with the sentence where nothing is said; and where it is too long or cannot be stored."""
    if not said.strip():
        raise RuleBroken(sentence)
    if len(said) > LONGEST:
        raise RuleBroken(f"It may have {LONGEST:,} characters; it has {len(said):,}.")
    try:
        validate_printable(said)
    except ValidationError as fault:
        raise RuleBroken(fault.messages[0]) from fault


def _powers(kind: ErrandKind, on: Delivery | Batch, by: Person) -> tuple[tuple[str, str], ...]:
    """What `by` has to be allowed, and who commonly is."""
    match kind:
        case ErrandKind.SUBMIT:
            return ((SUBMIT, "an editor"),)
        case ErrandKind.RETURN if on.by == by:  # what one brought in one may take back from review
            return ((SUBMIT, "an editor"),)
        case ErrandKind.PUBLISH | ErrandKind.RETURN:
            return ((PUBLISH, "a reviewer"),)
        case ErrandKind.UNDO if on.state is BatchState.PUBLISHED:
            return ((PUBLISH, "a reviewer"), (RETRACT, "a reviewer"))
    return ((BRING_IN, "a data manager"),)
