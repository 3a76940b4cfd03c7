"""Decisions on records that may be in the register already: a file of them, made by a person, goes with the next plan."""

from pathlib import Path

from intake.planning.matching import Answer
from intake.reading.opening import open_table
from intake.reading.refusing import FileRefused, Refusal, refuse
from intake.vocabulary import Fault

COLUMNS = ("key", "agreement", "decision", "reason")


def read_answers(path: Path) -> dict[str, Answer]:
    """By the key of the record: “same” with the agreement's reference, or “apart”, and why. Raises FileRefused."""
    table = open_table(path)
    table.require(COLUMNS)
    answers: dict[str, Answer] = {}
    for row in table.rows:
        if isinstance(row, Refusal):
            raise FileRefused(row)
        decided = {"same": row["agreement"], "apart": ""}
        sound = row["decision"] in decided and row["reason"] and (row["decision"] == "apart" or row["agreement"])
        if not sound or not row["key"] or row["key"] in answers:
            said = "A decision names its record once, says “same” with an agreement or “apart”, and gives a reason."
            raise FileRefused(refuse(Fault.NOT_A_TERM, said, row=row.number, column="decision", value=row["decision"], right=said))
        answers[row["key"]] = Answer(decided[row["decision"]], row["reason"])
    return answers
