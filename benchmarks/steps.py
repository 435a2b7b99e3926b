"""Plain steps read from LaTeX and judged, against latex2sympy2 and ``simplify(l - r) == 0`` on the same steps."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import Any

from .timing import Row

LATE = 10.0  # seconds for one call of simplify
STEPS = [
    (r"\frac{a}{b} + \frac{c}{b}", r"\frac{a + c}{b}"),
    (r"(a + b)^{2}", r"a^{2} + 2 a b + b^{2}"),
    (r"\frac{x^{2} - y^{2}}{x - y}", r"x + y"),
    (r"\frac{1}{2} (u - v)^{2} + u v", r"\frac{u^{2} + v^{2}}{2}"),
    (r"k - n k + n k", r"k"),
    (r"e^{a} e^{b}", r"e^{a + b}"),
    (r"\frac{k (1 - p) - (n - k) p}{p (1 - p)}", r"\frac{k - n p}{p (1 - p)}"),
    (r"(x - m)^{2} - (x - w)^{2}", r"2 x (w - m) + m^{2} - w^{2}"),
    (r"\frac{a b}{(a + b)^{2} (a + b + 1)}", r"\frac{a}{a + b} \cdot \frac{b}{(a + b) (a + b + 1)}"),
    (r"\sin^{2}(x) + \cos^{2}(x) + y", r"y + 1"),
    (r"\frac{3}{4} - \frac{1}{2}", r"\frac{1}{4}"),
    (r"-\frac{1}{2} (1 - 2 c + c^{2})", r"-\frac{1}{2} (c - 1)^{2}"),
    (r"\frac{t}{1 - t} + 1", r"\frac{1}{1 - t}"),
    (r"(r + s) (r - s) (r^{2} + s^{2})", r"r^{4} - s^{4}"),
    (r"\frac{m}{n} (1 - \frac{m}{n})", r"\frac{m (n - m)}{n^{2}}"),
    (r"2^{k} \cdot 2", r"2^{k + 1}"),
    (r"\frac{g}{2 h} \cdot \frac{h}{g}", r"\frac{1}{2}"),
    (r"x y z + x y w", r"x y (z + w)"),
    (r"(1 - q)^{3}", r"1 - 3 q + 3 q^{2} - q^{3}"),
    (r"\frac{e^{x}}{1 + e^{x}}", r"\frac{1}{1 + e^{-x}}"),
]


def _ours() -> tuple[float, float, int]:
    """Seconds a step for reading and for all, once warm, and how many are proved."""
    from proofs.marking.verify import verify
    from proofs.reading.documents import read_document
    from proofs.reading.story import Story

    def sheet(names: str) -> str:
        rows = [f"$$ {a} = {b} $$" for a, b in STEPS]
        return "\n\n".join(f"# {names} {k}\n\n{row}" for k, row in enumerate(rows))

    verify(sheet("warm"), jobs=0, second_reader=False)
    began = perf_counter()
    Story(read_document(sheet("read"))).chains()
    reading = perf_counter() - began
    began = perf_counter()
    report = verify(sheet("judge"), jobs=0, second_reader=False)
    whole = perf_counter() - began
    proved = sum(step.verdict == "proved" for step in report.steps)
    return reading / (2 * len(STEPS)), whole / len(STEPS), proved


def _theirs() -> tuple[list[float], int]:
    """Seconds for each step, and how many are accepted."""
    import sympy

    from proofs.marking.latex2sympy_apart import parsed, start

    from .zero_test import limit

    start()
    took, accepted = [], 0
    for left, right in STEPS:
        began = perf_counter()
        difference: Any = parsed(left) - parsed(right)
        with limit(int(LATE)):
            accepted += bool(sympy.simplify(difference) == 0)
        took.append(perf_counter() - began)
    return took, accepted


def rows() -> Iterator[Row]:
    reading, ours, proved = _ours()
    theirs, accepted = _theirs()
    note = (
        f"{1 / ours:.0f} steps a second (aim 200), reading alone {reading * 1e3:.2f} ms an expression (aim 1); "
        f"proved {proved}, theirs accepted {accepted}, of {len(STEPS)}"
    )
    yield Row(
        "a plain step, read and judged, warm", ours, "latex2sympy2, simplify(l - r) == 0", median(theirs), 1, note=note
    )
