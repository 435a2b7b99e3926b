"""The generated parts of README; ``python -m tests.readme`` writes them anew."""

import re
from dataclasses import replace
from pathlib import Path

import derivations as book
from proofs import Proof, verify
from proofs.language import Relation
from proofs.writing import latex
from proofs.writing.denoting import definitions, denoting, put
from proofs.writing.document_text import document_text
from proofs.writing.pages import SCREEN, fragment
from proofs.writing.phrases import equation
from tests.derivations.book import proof as derived
from tests.derivations.book import report

README = Path(__file__).parents[1] / "README.md"


WIDE = 120  # characters of LaTeX; a left side beyond that is told with the names that its page has for long terms


def in_table(formula: str) -> str:
    """A formula without the bar, which would end the cell."""
    return "$`" + formula.replace(r"\|", r"\Vert ").replace("|", r"\vert ") + "`$"


def result(proof: Proof) -> str:
    """The result for a cell: spelled out, or where its left side is long, with names for what is long in it."""
    match proof.statement:
        case Relation(left, _, _) if len(latex(left)) > WIDE:
            meanings = ", ".join(in_table(latex(each)) for each in definitions(proof))
            values = ", ".join(in_table(equation(name, value)) for name, value in put(proof))
            said = in_table(latex(denoting(proof, proof.statement)))
            return said + (f" where {meanings}" if meanings else "") + (f" at {values}" if values else "")
    return in_table(latex(proof.statement))


def catalogue() -> str:
    """The table of results with their verdicts."""
    lines = ["| name | | result | verdict |", "|---|---|---|---|"]
    for name in book.CATALOGUE:
        proof, found = derived(name), report(name)
        steps = sum(step.kind == "step" for step in found.steps)
        verdict = f"{found.verdict} · {steps} steps"
        lines.append(f"| `{name}` | {proof.title} | {result(proof)} | {verdict} |")
    return "\n".join(lines)


def rendered() -> str:
    """What a notebook shows for the first lines of README."""
    shown = fragment(book.gaussian_kl(), SCREEN)
    formulas = re.findall(r"\\begin\{align\*\}.*?\\end\{align\*\}", shown, re.DOTALL)
    return "\n\n".join(f"```math\n{formula}\n```" for formula in formulas)


def verified() -> str:
    """What the command says of the sheet that README shows."""
    found = re.search(r"```latex\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, "README shows no sheet"
    report = verify(found[1])
    assert report.source is None
    return f"```\n{document_text(replace(report, source='answer.md', name='answer.md'))}\n```"


PARTS = {"catalogue": catalogue, "rendered": rendered, "verified": verified}


def filled(text: str) -> str:
    """README with its generated parts as they should be."""
    for name, make in PARTS.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        assert pattern.search(text), f"README has no part {name!r}"
        text = pattern.sub(lambda found, make=make: f"{found[1]}{make()}\n{found[2]}", text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
