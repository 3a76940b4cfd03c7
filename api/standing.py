"""The standing of one agreement on a day, as the law concludes it: of the whole, of each party, between two, and what is to come."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from api.answers import Answer, Page
from api.listing import Rows
from catalogue.judging import Judgement
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.parts import PartyCode, Reference
from treaty.law.bindings import Binding
from treaty.law.book import RULES
from treaty.law.deadlines import Deadline
from treaty.law.explaining import explain, explain_binding, explain_deadline, explain_tie
from treaty.law.moments import Because as Reasons
from treaty.law.pairs import Tie
from treaty.law.standing import Period
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing


class Because(Answer):
    """Why it is concluded."""

    rule: str = Field(description="The id of the rule that was applied.")
    sentence: str = Field(description="What the rule says.")
    events: list[str] = Field(description="The ids of the events it rests on, in the document.")
    articles: list[str] = Field(description="The treaty law it applies.")
    basis: Basis = Field(description="Declared by a source, or inferred by the rule.")


class Concluded(Answer):
    """What every conclusion says, whatever it is about."""

    since: PartialDay = Field(description="Since when, as exactly as the sources tell.")
    until: date | None = Field(description="The first day on which it holds no longer; null where no end is known.")
    because: Because
    explanation: str = Field(description="The same as a sentence, with the sources.")


class WholeStanding(Concluded):
    """The standing of the agreement as a whole."""

    value: Standing


class TowardsParty(Concluded):
    """The standing of one party towards the agreement."""

    party: PartyCode = Field(description="The code of the party.")
    value: PartyStanding


class BetweenTwo(Concluded):
    """What holds between two of the parties."""

    parties: list[PartyCode] = Field(description="Their codes.")
    value: PairStanding


class ToCome(Answer):
    """Something still to come, as seen on the day."""

    kind: DeadlineKind
    first: date | None = Field(description="The first day on which it can fall; null where no day is known.")
    last: date | None = Field(description="The last day on which it can fall: the same as the first, where the day is known.")
    party: PartyCode | None = Field(description="Whose it is; null where it is the agreement's.")
    because: Because
    explanation: str = Field(description="The same as a sentence, with the sources.")


class ToComePage(Page):
    """All that is to come for one agreement, as seen on the day."""

    results: list[ToCome] = Field(description="The rows.")


class StandingOnADay(Answer):
    """All that the law concludes of one agreement on a day."""

    reference: Reference = Field(description="The public id of the agreement.")
    revision: int = Field(ge=1, description="The number of the revision that says so.")
    as_of: date = Field(description="The day on which it is judged.")
    inferred: bool = Field(description="Whether what a rule infers is counted.")
    standing: WholeStanding | None = Field(description="Null where no standing is known on that day.")
    explanation: str = Field(description="The standing, its reasons, its term and how it can be left, in sentences.")
    parties: list[TowardsParty] = Field(description="How each party stands towards it.")
    between: BetweenTwo | None = Field(description="What holds between the two that were asked for.")
    deadlines: list[ToCome] = Field(description="What is to come, the soonest first.")


def standing_answer(judged: Judgement, reference: str, revision: int) -> str:
    """The answer as JSON text."""
    document, names = judged.document, judged.names
    whole = judged.period
    said = StandingOnADay(
        reference=reference,
        revision=revision,
        as_of=judged.on,
        inferred=judged.inferring,
        standing=WholeStanding(value=whole.standing, **_concluded(whole, explain(whole, document, names))) if whole else None,
        explanation=judged.account,
        parties=[
            TowardsParty(party=held.party, value=held.standing, **_concluded(held, explain_binding(held, document, names)))
            for held in judged.bindings
        ],
        between=_between(judged.tie, document, names),
        deadlines=[_to_come(deadline, document, names) for deadline in judged.deadlines],
    )
    return said.model_dump_json()


def deadline_rows(judged: Judgement) -> Rows:
    """What is to come for one agreement, as rows."""
    said = [_to_come(deadline, judged.document, judged.names) for deadline in judged.deadlines]
    return Rows((one.model_dump_json() for one in said), lambda: len(said), on=judged.on)


def _between(tie: Tie | None, document: Document, names: Mapping[str, str]) -> BetweenTwo | None:
    if tie is None:
        return None
    concluded = _concluded(tie, explain_tie(tie, document, names))
    return BetweenTwo(parties=list(tie.parties), value=tie.standing, **concluded)


def _to_come(deadline: Deadline, document: Document, names: Mapping[str, str]) -> ToCome:
    days = deadline.days
    return ToCome(
        kind=deadline.kind,
        first=days.first if days else None,
        last=days.last if days else None,
        party=deadline.party,
        because=_because(deadline.because),
        explanation=explain_deadline(deadline, document, names),
    )


def _concluded(held: Period | Binding | Tie, explanation: str) -> dict[str, object]:
    return {"since": held.since, "until": held.ends, "because": _because(held.because), "explanation": explanation}


def _because(because: Reasons) -> Because:
    return Because(
        rule=because.rule,
        sentence=RULES[because.rule].sentence if because.rule in RULES else "",
        events=list(because.events),
        articles=list(because.articles),
        basis=because.basis,
    )
