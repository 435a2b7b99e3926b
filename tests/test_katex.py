"""Everything that is shown on a web page renders in the real KaTeX: fragments, reports, results, formulas of rules.

KaTeX is found by the variable KATEX (the folder of the npm package) or as an installed package; ``npm install katex``.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import derivations as book
from proofs.registry import REGISTRY
from proofs.writing.pages import SCREEN, fragment

ROOT = Path(__file__).parents[1]
MATHS = re.compile(
    r"(?P<env>\\begin\{(?P<name>align\*?|equation\*?|gather\*?)\}.*?\\end\{(?P=name)\})"
    r"|\\\[(?P<display>.*?)\\\]|\\\((?P<inline>.*?)\\\)|\$(?P<dollars>[^$]+)\$",
    re.DOTALL,
)


def render(formulas: list[tuple[str, bool]]) -> list[str | None]:
    """The error of each (formula, displayed?), or None."""
    done = subprocess.run(
        ["node", "tests/katex.js"], input=json.dumps(formulas), cwd=ROOT, capture_output=True, text=True, check=True
    )
    errors: list[str | None] = json.loads(done.stdout)
    return errors


@pytest.fixture(scope="module")
def katex():
    """What renders formulas; skips where it is not installed."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    probe = "require(process.env.KATEX || 'katex')"
    if subprocess.run(["node", "-e", probe], cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("KaTeX is not installed: npm install katex")
    return render


def maths(fragment: str) -> Iterator[tuple[str, bool]]:
    """The formulas of a fragment, as a page's auto-renderer finds them."""
    for found in MATHS.finditer(fragment):
        shown = found["env"] or found["display"]
        yield (shown, True) if shown else (found["inline"] or found["dollars"], False)


def formulas() -> dict[str, list[tuple[str, bool]]]:
    """Every formula of the project, by where it stands."""
    found = {f"rule {rule.name}": [(rule.formula, True), *maths(rule.phrase)] for rule in REGISTRY.values()}
    for name in book.CATALOGUE:
        proof = book.derive(name)
        found[f"{name}, the fragment"] = list(maths(proof.latex()))
        found[f"{name}, on a screen"] = list(maths(fragment(proof, SCREEN)))
        found[f"{name}, the result"] = list(maths(proof.result._repr_latex_()))
        report = proof.check()
        found[f"{name}, the report"] = [
            (side, False) for step in report.steps for side in (step.left, step.right) if side is not None
        ]
        found[f"{name}, the goals"] = [(chain.goal, True) for chain in report.chains if chain.goal]
    return found


def test_everything_renders_in_katex(katex):
    found = [(place, formula) for place, listed in formulas().items() for formula in listed]
    assert all(any(place.startswith(name) for place, _ in found) for name in book.CATALOGUE)
    errors = katex([formula for _, formula in found])
    bad = [
        f"{place}: {error}\n    {formula}" for (place, (formula, _)), error in zip(found, errors, strict=True) if error
    ]
    assert not bad, "\n".join(bad)


def test_a_formula_that_does_not_render_is_seen(katex):
    assert [error is None for error in katex([(r"\frac{1}{2}", True), (r"\frac{1", True), (r"\nosuch", False)])] == [
        True,
        False,
        False,
    ]


def test_no_markup_outside_the_formulas_of_a_fragment():
    """What a page shows as text holds no command that only TeX knows."""
    for name in book.CATALOGUE:
        rest = MATHS.sub("", book.derive(name).latex())
        assert "\\" not in rest and "$" not in rest, f"{name}: {rest}"
