"""Cold starts: a fresh process each time, byte code already compiled."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from derivations import CATALOGUE

from .timing import Row, limited, paired, python, timed

AS_TYPED = """
from sympy import *
x, m1, m2 = symbols("x mu_1 mu_2", real=True)
s1, s2 = symbols("sigma_1 sigma_2", positive=True)
p = exp(-(x - m1)**2 / (2*s1**2)) / (sqrt(2*pi)*s1)
q = exp(-(x - m2)**2 / (2*s2**2)) / (sqrt(2*pi)*s2)
integrate(p*log(p/q), (x, -oo, oo))
"""


def _slowest() -> Row:
    """The derivation that takes longest, each in a process of its own."""
    checks = {name: python("-m", "derivations", "check", name) for name in CATALOGUE}
    name = max(checks, key=lambda name: timed(checks[name]))
    took = median(timed(checks[name]) for _ in range(5))
    return Row("check the slowest derivation, cold", took, "half a second", 0.5, 1, note=f"`{name}`")


def rows() -> Iterator[Row]:
    check, sympy = python("-m", "derivations", "check"), python("-c", "import sympy")
    check(), sympy()
    ours, theirs = paired(check, sympy, 11)
    yield Row(f"check the whole catalogue, {len(CATALOGUE)} derivations, cold", ours, "import sympy", theirs, 1 / 5)
    yield _slowest()

    one = python("-m", "derivations", "check", "gaussian_kl")
    stopped, at_limit = limited(AS_TYPED, 120)
    yield Row("check the Gaussian KL, cold", timed(one), "SymPy integrate, as typed", stopped, 10, at_limit)

    ours, theirs = paired(python("-m", "derivations", "--help"), python("-c", "pass"), 31)
    yield Row("derivations --help", ours, "bare Python", theirs, 1 / 4)

    ours, theirs = paired(python("-c", "import derivations, proofs"), sympy, 11)
    yield Row("import derivations, proofs", ours, "import sympy", theirs, 3)
