"""The verdicts on a short document, judged in this process without the second reader."""

from __future__ import annotations

from proofs.marking.verify import verify


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in verify(text, jobs=0, second_reader=False).steps]


def last(text: str) -> str:
    """The verdict on its last step."""
    return verdicts(text)[-1]
