"""What is said to whoever reads a report is said in the words of mathematics, not in those of the machine."""

import ast
import re
from pathlib import Path

import pytest

import proofs
from proofs.language import Density, E, Function, R, finite, log, nonzero, symbols
from proofs.marking.verify import verify
from proofs.marking.wording import needs, with_formulas
from proofs.writing.document_html import document_html
from proofs.writing.document_text import document_text

MACHINE = re.compile(
    r"\b(worlds?|generic|enclos\w+|kernel|licen[cs]\w+|obligations?|mutants?|quadrature|envelopes?|germs?|balls?|opaque|"
    r"interned|nodes?|canonical|regexp?|tokens?|parser|hypothes[ei]s leave|NoneType|Exception|lifted)\b",
    re.IGNORECASE,
)
SAID = ("Unread", "_undecided", "remark")  # what is called with a sentence for the reader of a report
ROOM = Path(proofs.__file__).parent


def sentences(path):
    """The texts that a file raises as reasons, or that its functions put into notes and remarks."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAID:
            yield from texts(node)
        if isinstance(node, ast.keyword) and node.arg in ("notes", "why", "remarks"):
            yield from texts(node.value)
        if isinstance(node, ast.Assign) and any(
            "note" in ast.unparse(t) or "remarks" in ast.unparse(t) for t in node.targets
        ):
            yield from texts(node.value)


def texts(node):
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


FILES = [*sorted((ROOM / "reading").rglob("*.py")), *sorted((ROOM / "marking").rglob("*.py"))]
FILES += [ROOM / "judging" / name for name in ("deciding.py", "findings.py")]


def test_reasons_are_found():
    found = [text for path in FILES for text in sentences(path)]
    assert len(found) > 400 and "an integral without its differential" in found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_reason_speaks_of_the_machine(path):
    assert not [text for text in sentences(path) if MACHINE.search(text)]


SHEETS = {
    "a sign": r"$$\log(ab) = \log a + \log b$$",
    "a slip": r"Let $X \sim \mathcal N(\mu, \sigma^2)$. $$E[X^2] = \mu^2 + \sigma$$",
    "no value": r"$$\frac{0}{0} = 1$$ $$\infty - \infty = 0$$",
    "a word": r"$$x = foo \heartsuit 2$$",
    "too hard": r"$$\int_0^1 \exp(\exp(\frac{1}{x})) \, dx = 7$$",
    "finite": r"Let $p$, $q$ be densities. $$KL(p||q) = \int p(x) \log p(x) dx - \int p(x) \log q(x) dx$$",
    "one value": r"Let $p$ be a density on $\mathbb{R}^2$. $$\int \int p(x, y) \log 1 \, dx \, dy = 0$$",
    "solved": r"Let $p > 0$ and $p < 1$. $$\frac{9}{p} = \frac{7}{1 - p}$$ $$9 (1 - p) = 7 p$$ $$p = 0.5625$$",
    "an inequality": r"$$e^x \ge 1 + x$$ $$x^2 \geq x$$",
}


@pytest.mark.parametrize("name", SHEETS)
def test_no_report_speaks_of_the_machine(name):
    report = verify(SHEETS[name], jobs=0, second_reader=False)
    page = re.sub(r"<[^>]*>", " ", document_html(report))
    for text in (document_text(report, verbose=True), page):
        assert report.steps and not MACHINE.findall(text), text


LATEX_IN_REASONS = {
    r"E[...]: whether \hat{\sigma}, y_i is random is not said": r"E[...]: whether $\hat{\sigma}$, y_i is random is not said",
    r"how p(\cdot \mid kappa, mu) depends on mu is not said": r"how $p(\cdot \mid kappa, mu)$ depends on mu is not said",
    r"the operation \cap": r"the operation $\cap$",
    "a closing bracket without its opening": "a closing bracket without its opening",
    r"what $\sigma$ is was not read": r"what $\sigma$ is was not read",
}


@pytest.mark.parametrize("reason", LATEX_IN_REASONS)
def test_what_is_latex_in_a_reason_is_set_as_a_formula(reason):
    assert with_formulas(reason) == LATEX_IN_REASONS[reason]


def test_conditions_are_said_in_words():
    x, y = symbols("x y")
    f, p = Function("f", R), Density("p", R)
    long = (x**2 + y**2 + 1) ** 3 * (x - y) ** 2 + (x + y) ** 4 * (x - 2 * y) ** 2
    said = needs((x > 0, finite(E(f(x), x, p)), long > 0, nonzero(long)), log(long).eq(x / long))
    assert said == (
        "x > 0",
        "what a logarithm is taken of is positive",
        "no denominator is zero",
        r"$\mathbb{E}_{x \sim p}[f(x)]$ is finite",
    )
    mean = E(long * f(x), x, p)
    assert needs((finite(mean),), mean.eq(y)) == ("the left side is finite",)
