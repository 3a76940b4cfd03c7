"""Documents of the register, as its own API gives them, brought in from JSON or JSON Lines."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from intake.cells.column import Circumstances
from intake.claims import Claim, Coverage, faults_of, judged
from intake.reading.json_documents import Written
from intake.reading.opening import open_documents
from intake.reading.refusing import Refusal, printable
from treaty.document.document import Document


class Documents:
    """A file of documents. One that names a reference is compared with that record; any other is looked for."""

    name = "documents"
    coverage = Coverage(None, None, "What it covers nobody has said.")

    def __init__(self, path: Path) -> None:
        """Raises FileRefused for a file that is not JSON."""
        self.about, self._written = open_documents(path)
        self.title = path.name

    def claims(self, given: Circumstances) -> Iterator[Claim]:
        for written in self._written:
            if isinstance(written, Refusal):
                yield Claim(f"line {written.row}", (written.row or 0,), "", refused=(written,))
            else:
                yield _claim(written, given)


def _claim(written: Written, given: Circumstances) -> Claim:
    reference, title = written.values.get("reference"), written.values.get("title")
    key = reference if isinstance(reference, str) and reference else f"line {written.number}"
    claim = Claim(printable(key[:200]), (written.number,), printable(title[:1000]) if isinstance(title, str) else "")
    try:
        document = Document.model_validate(written.values)
    except ValidationError as fault:
        return Claim(claim.key, claim.rows, claim.title, refused=tuple(faults_of(fault, written.number)))
    return judged(Claim(claim.key, claim.rows, document.title, document=document), given)
