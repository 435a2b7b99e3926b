"""Scores the verifier on derivations that other people wrote: what it reads, what it decides, what it refutes.

    python -m benchmarks.corpus FOLDER [--jobs N] [--sample N] [--list VERDICT]

FOLDER holds ``dev/*.md`` (whole documents), ``dev.jsonl`` (chains by proof, with ``exprs``, ``relations``, ``before``)
and ``errata_dev.jsonl`` (chains as first published, ``wrong``, and as corrected, ``right``).  Every number has its
denominator.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from proofs.judging.report import StepReport

if TYPE_CHECKING:
    from proofs.marking.pool import Pool
    from proofs.reading.files.source import Document

VERDICTS = ("proved", "supported", "given", "undecided", "unread", "refuted")
# What makes a step more than arithmetic of numbers: means, densities, integrals, transposes, laws, limits.
NOT_PLAIN = re.compile(
    r"\\mathrm\{(E|Var|Cov|Corr|Pr|H|h|I|KL|T|tr|vec|diag|p|MAP|RSS|LL|MLL|LME|LBF|cvLME|cvLBF)\}|\\mathbb|\\int|\\lim|"
    r"\\sim|\^T|\^\\top|\\otimes|[pqf]_?\w?\(|\\mathcal|\\begin|\\nabla|\\partial|\\mathrm\{d\}|\\arg|\\max|\\min|\\bullet|\\ldots"
)


def main() -> None:
    options = ArgumentParser(prog="python -m benchmarks.corpus")
    options.add_argument("folder", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--sample", type=int, default=0, help="only every N-th document")
    options.add_argument("--list", dest="listed", choices=VERDICTS, help="print every step with this verdict")
    options.add_argument("--parts", default="dev,errata", help="dev, chains, errata")
    chosen = options.parse_args()
    with ProcessPoolExecutor(chosen.jobs) as pool:
        if "dev" in chosen.parts:
            files = sorted((chosen.folder / "dev").glob("*.md"))[:: chosen.sample or 1]
            _score("documents", list(pool.map(_document, files)), chosen.listed)
        if "chains" in chosen.parts:
            texts = _by_proof(chosen.folder / "dev.jsonl")
            _score("chains", list(pool.map(_text, texts[:: chosen.sample or 1])), chosen.listed)
        if "errata" in chosen.parts:
            rows = [json.loads(line) for line in (chosen.folder / "errata_dev.jsonl").read_text().splitlines()]
            _errata(list(pool.map(_erratum, [(row, chosen.folder / "dev") for row in rows])))


Found = tuple[str, list[StepReport], float]
SECONDS = 10.0  # for one step
_pool: Pool | None = None


def _document(path: Path) -> Found:
    from proofs.reading.documents import read_file

    return _judged(path.name, read_file(path))


def _text(named: tuple[str, str]) -> Found:
    from proofs.reading.documents import read_document

    return _judged(named[0], read_document(named[1], named[0], "markdown"))


def _judged(name: str, document: Document) -> Found:
    """The steps of a document, each judged in a worker of this process with a bound on its time."""
    global _pool
    from proofs.marking.pool import Pool
    from proofs.marking.verify import EXAMINE, MEMORY, START, Verification

    if _pool is None:
        _pool = Pool(EXAMINE, jobs=1, timeout=SECONDS, memory=MEMORY, start=START)
    began = perf_counter()
    found = Verification(document, (), _pool).report()
    return name, found.steps, perf_counter() - began


def _by_proof(path: Path) -> list[tuple[str, str]]:
    """The chains of each proof as one text: the words before a display, and the display."""
    texts: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text().splitlines():
        row = json.loads(line)
        chain = " ".join(f"{e} {r}" for e, r in zip(row["exprs"], [*row["relations"], ""], strict=True))
        texts[row["proof"]].append(f"{row['before']}\n\n$$ {chain} $$\n")
    return [(proof, "\n".join(parts)) for proof, parts in texts.items()]


def _score(title: str, found: Iterable[Found], listed: str | None) -> None:
    counts: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    seconds = 0.0
    reasons: Counter[str] = Counter()
    for name, steps, took in found:
        seconds += took
        for step in steps:
            counts[step.verdict] += 1
            if not NOT_PLAIN.search(f"{step.left} {step.right or ''}"):
                plain[step.verdict] += 1
            if step.verdict == "unread":
                reasons[(step.notes[0] if step.notes else "")[:60]] += 1
            if step.verdict == listed:
                _print(name, step)
    print(f"## {title}: {sum(counts.values())} steps, {seconds:.0f} s of judging")
    _table(counts, "all steps")
    _table(plain, "plain scalar")
    for reason, n in reasons.most_common(40):
        print(f"  {n:5d}  {reason}")


def _table(counts: Counter[str], title: str) -> None:
    steps = sum(counts.values()) or 1
    read = steps - counts["unread"]
    claimed = read - counts["given"]
    decided = counts["proved"] + counts["supported"] + counts["refuted"]
    true = counts["proved"] + counts["supported"]
    print(f"{title}: " + ", ".join(f"{v} {counts[v]}" for v in VERDICTS))
    print(
        f"  read {_share(read, steps)}; of the read that claim, decided {_share(decided, claimed)}; "
        f"of the true, proved {_share(counts['proved'], true)}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / max(whole, 1):.0%}"


def _print(name: str, step: StepReport) -> None:
    print(f"{name}:{step.line}: {step.left} {step.relation} {step.right}"[:400])
    if step.counterexample is not None:
        at = ", ".join(f"{n} = {v}" for n, v in step.counterexample.assignments)
        print(f"    at {at}: {step.counterexample.left} against {step.counterexample.right}"[:400])
    if step.notes:
        print(f"    {'; '.join(step.notes)}"[:300])


# ---------------------------------------------------------------------------------------------------------------------
# errata: the slip must be refuted where it is, the correction must not


Erratum = tuple[dict[str, Any], list[StepReport], list[StepReport]]


def _erratum(item: tuple[dict[str, Any], Path]) -> Erratum:
    """The steps of the display with the slip in it, as first published and as corrected, within the whole proof.

    Where the proof has changed since, its chain alone.
    """
    row, folder = item
    path = folder / f"{row['file']}.md"
    text = path.read_text() if path.exists() else ""
    display = re.search(r"\$\$\s*\\label\{eq:" + re.escape(row["eq_label"]) + r"\}.*?\$\$", text, re.DOTALL)
    if display is not None:
        wrong = display[0]
        for k in row["changed"]:
            wrong = _exchanged(wrong, row["right"][k], row["wrong"][k]) if k < len(row["right"]) else ""
        if wrong and wrong != display[0]:
            before = text[: display.start()]
            return row, _within(row, before, wrong), _within(row, before, display[0])
    return row, _chain(row, "wrong"), _chain(row, "right")


def _exchanged(text: str, old: str, new: str) -> str:
    """The text with one expression put for another, blanks aside; empty where the other is not there."""
    pattern = r"\s*".join(re.escape(c) for c in re.sub(r"\s+", "", old))
    found = re.search(pattern, text)
    return "" if found is None else text[: found.start()] + new + text[found.end() :]


def _within(row: dict[str, Any], before: str, display: str) -> list[StepReport]:
    from proofs.reading.documents import read_document

    start = before.count("\n") + 1
    steps = _judged(row["id"], read_document(before + display, row["id"], "markdown"))[1]
    return [step for step in steps if step.line is not None and step.line >= start]


def _chain(row: dict[str, Any], which: str) -> list[StepReport]:
    relations = row["relations_wrong" if which == "wrong" else "relations"]
    text = " ".join(f"{e} {r}" for e, r in zip(row[which], [*relations, ""], strict=False))
    return _text((row["id"], f"$$ {text} $$"))[1]


def _errata(found: Iterable[Erratum]) -> None:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for row, wrong, right in found:
        tally = kinds[row["kind"]]
        tally["rows"] += 1
        read = [step for step in _at_the_slip(row, wrong) if step.verdict != "unread"]
        caught = any(step.verdict == "refuted" for step in read)
        tally["readable"] += bool(read)
        tally["caught"] += caught
        false = [s for s in right if s.verdict == "refuted"]
        tally["corrections refuted"] += bool(false)
        for step in false:
            print(f"the correction is refuted: {row['id']}")
            _print(row["file"], step)
        if read and not caught:
            print(f"missed: {row['id']} {row['kind']} {[f'{s.verdict}: {s.notes[:1]}' for s in wrong]}"[:300])
    for kind, tally in kinds.items():
        print(f"errata, {kind}: " + ", ".join(f"{k} {v}" for k, v in tally.items()))


def _at_the_slip(row: dict[str, Any], steps: list[StepReport]) -> list[StepReport]:
    """The steps with the changed expression on a side; where none has it as it is written, those at its place."""
    changed = {_bare(row["wrong"][k]) for k in row["changed"] if k < len(row["wrong"])}
    found = [step for step in steps if changed & {_bare(step.left), _bare(step.right or "")}]
    places = {k for c in row["changed"] for k in (c - 1, c) if 0 <= k < len(steps)}
    return found or [steps[k] for k in sorted(places)]


def _bare(expression: str) -> str:
    """An expression without blanks, and without the punctuation at its end."""
    return re.sub(r"\s+|\\[,;:]", "", expression).rstrip(".,;")


if __name__ == "__main__":
    sys.exit(main())
