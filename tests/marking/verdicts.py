"""The verdicts on a short document, judged in this process without the second reader."""

from __future__ import annotations

from zlib import crc32

from proofs.marking.document_report import DocumentReport
from proofs.marking.verify import verify

EXPLAINED = 8  # of so many documents one


def judged(text: str) -> DocumentReport:
    """The report on a document of which the verdicts are looked at: in brief, as half of the time goes into what is
    said of wrong steps; one in eight is asked for that too, always the same ones."""
    return verify(text, jobs=0, second_reader=False, brief=crc32(text.encode()) % EXPLAINED != 0)


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


def last(text: str) -> str:
    """The verdict on its last step."""
    return verdicts(text)[-1]
