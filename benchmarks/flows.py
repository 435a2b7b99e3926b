"""The log-determinant of two composed affine coupling layers, against the determinant of SymPy's Jacobian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import derivations as book
from proofs.language import Number, Term, exp, sin, symbols

from .timing import Row, limited, timed

LIMIT = 60  # seconds for SymPy

SYMPY = """
from sympy import *
n = {n}
x = symbols("x1:%d" % (n + 1), real=True)
def layer(a, b):
    s = [sin(sum((i + j + 1)*u for j, u in enumerate(a))) for i in range(len(b))]
    return [v*exp(s[i]) + a[i] for i, v in enumerate(b)]
a, b = list(x[:n//2]), list(x[n//2:])
b = layer(a, b)
a = layer(b, a)
Matrix(a + b).jacobian(Matrix(x)).det()
"""
