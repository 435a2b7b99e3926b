r"""Quantities that laws, functions, matrices and vectors have, by the nouns for them, and the formulas that they are.

Of a noun without a formula nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

NONE = "\0"  # what is not there, and what is made of it


@dataclass(frozen=True)
class Parts:
    """What the formulas of a quantity are made of, as text: what it is of, the argument on the left, the right side,
    of a function its own argument, of a matrix the unit matrix beside it, and the function on the
    left."""

    of: str
    at: str
    value: str
    one: str = ""
    head: str = ""
    aim: str = NONE  # of an estimator what it estimates


def _generating(p: Parts) -> str:
    """The function G of a generating function; one with another letter may be of another kind."""
    return f"G_{{{p.of}}}({p.at})" if p.head.strip().startswith("G") else NONE


def _base(p: Parts) -> str:
    """What it is of, as it can carry a power."""
    return p.of if re.fullmatch(r"\\?\w+", p.of.strip()) else f"({p.of})"


def _point(p: Parts) -> str:
    """Where a function is meant: at what stands on the left, or at its own arguments."""
    return p.one if p.at == NONE else p.at


def _conjugate(p: Parts) -> tuple[str, str]:
    r"""\sup_x (x y - f(x)); at x itself its variable would be the one that is bound."""
    bound = NONE if p.at.strip() == p.one else rf"\sup_{{{p.one}}} "
    return f"{bound}({p.at} {p.one} - {p.of}({p.one}))", p.value


def _characteristic(p: Parts) -> tuple[str, str]:
    r"""\det(A - t I), which is \det(t I - A) for an even number of rows; of an odd one it may be either."""
    even = p.one.count(r"\\") % 2 == 1
    return rf"\det({p.of} - {p.at} {p.one})" if even else NONE, p.value


def _singular(p: Parts) -> tuple[str, str]:
    r"""\sigma |\sigma| is an eigenvalue of A^\top A, which a negative one makes none."""
    return rf"\det({_base(p)}^\top {p.of} - ({p.value}) \cdot |{p.value}| \cdot {p.one})", "0"


Sides = Callable[[Parts], tuple[str, str]]
OF_LAW: tuple[tuple[str, Sides | None], ...] = (
    (r"mean|expected value|expectation", lambda p: (rf"\mathrm{{E}}[{p.of}]", p.value)),
    (r"variance", lambda p: (rf"\mathrm{{Var}}({p.of})", p.value)),
    (r"standard deviation", lambda p: (rf"\sqrt{{\mathrm{{Var}}({p.of})}}", p.value)),
    (r"second moment", lambda p: (rf"\mathrm{{E}}[{_base(p)}^2]", p.value)),
    (r"third moment", lambda p: (rf"\mathrm{{E}}[{_base(p)}^3]", p.value)),
    (r"fourth moment", lambda p: (rf"\mathrm{{E}}[{_base(p)}^4]", p.value)),
    (r"third central moment", lambda p: (rf"\mathrm{{E}}[({p.of} - \mathrm{{E}}[{p.of}])^3]", p.value)),
    (r"fourth central moment", lambda p: (rf"\mathrm{{E}}[({p.of} - \mathrm{{E}}[{p.of}])^4]", p.value)),
    (r"skewness", lambda p: (
        rf"\frac{{\mathrm{{E}}[({p.of} - \mathrm{{E}}[{p.of}])^3]}}{{\mathrm{{Var}}({p.of})^{{3/2}}}}", p.value)),
    (r"coefficient of variation", lambda p: (
        rf"\frac{{\sqrt{{\mathrm{{Var}}({p.of})}}}}{{\mathrm{{E}}[{p.of}]}}", p.value)),
    (r"(differential |shannon )?entropy", lambda p: (rf"H({p.of})", p.value)),
    (r"(probability )?mass function|pmf", lambda p: (f"p_{{{p.of}}}({p.at})", p.value)),
    (r"(probability[- ])?generating function|pgf", lambda p: (_generating(p), p.value)),
    (r"(cumulative )?distribution function|cdf", lambda p: (f"F_{{{p.of}}}({p.at})", p.value)),
    (r"survival function|reliability function|tail function", lambda p: (f"1 - F_{{{p.of}}}({p.at})", p.value)),
    (r"hazard (rate|function)|failure rate",
     lambda p: (rf"\frac{{f_{{{p.of}}}({p.at})}}{{1 - F_{{{p.of}}}({p.at})}}", p.value)),
    (r"(probability )?density( function)?|pdf", lambda p: (f"f_{{{p.of}}}({p.at})", p.value)),
    (r"moment[- ]generating function|mgf", lambda p: (f"M_{{{p.of}}}({p.at})", p.value)),
    (r"quantile function|inverse cdf", lambda p: (f"F_{{{p.of}}}({p.value})", p.at)),
    (r"fisher information", lambda p: (
        rf"-\mathrm{{E}}\left[\frac{{\partial^2}}{{\partial {p.at}^2}} \log p_{{{p.of}}}({p.of})\right]", p.value)),
    (r"bias", lambda p: (rf"\mathrm{{E}}[{p.of}] - {p.aim}", p.value)),
    (r"mean[- ]squared? error|mse", lambda p: (rf"\mathrm{{E}}[({p.of} - {p.aim})^2]", p.value)),
    (r"median", lambda p: (rf"\mathrm{{median}}({p.of})", p.value)),
    (r"mode|score( function)?|characteristic function|cumulant[- ]generating function|cgf|"
     r"probability|kurtosis|(\w+ )?factorial moment|"
     r"covariance|correlation( coefficient)?|interquartile range", None),
)  # fmt: skip
OF_FUNCTION: tuple[tuple[str, Sides | None], ...] = (
    (r"(first )?derivative", lambda p: (f"{p.of}'({p.at})", p.value)),
    (r"second derivative", lambda p: (f"{p.of}''({p.at})", p.value)),
    (r"inverse( function)?", lambda p: (f"{p.head}({p.of}({p.one}))", p.one)),
    (r"(root|zero)s?", lambda p: (f"{p.of}({p.value})", "0")),
    (r"((convex|fenchel|legendre) )?conjugate( function)?|legendre transform", _conjugate),
    (r"(critical|stationary) points?", lambda p: (f"{p.of}'({p.value})", "0")),
    (r"(global |local )?(minim(um|a|i[sz]ers?)|maxim(um|a|i[sz]ers?)|extrem(um|a))( points?| values?)?|"
     r"jacobian( matrix)?|antiderivative|primitive|tangent( line)?|laplacian|"
     r"(taylor|maclaurin) (polynomial|series|expansion)( of degree \w+)?|(fourier|laplace) transform|"
     r"fourier coefficients?|area|arc length|volume|(average|mean) value|slope|integral|limit|"
     r"(directional|third) derivative|inflection points?|fixed points?|"
     r"newton (iteration|step|update)", None),
)  # fmt: skip
OF_FUNCTION_OF_SEVERAL: tuple[tuple[str, Sides | None], ...] = (
    (r"gradient( vector)?", lambda p: (rf"\nabla {p.of}({_point(p)})", p.value)),
    (r"hessian( matrix)?", lambda p: (rf"\nabla^2 {p.of}({_point(p)})", p.value)),
)
OF_MATRIX: tuple[tuple[str, Sides | None], ...] = (
    (r"determinant", lambda p: (rf"\det({p.of})", p.value)),
    (r"trace", lambda p: (rf"\operatorname{{tr}}({p.of})", p.value)),
    (r"eigenvalues?", lambda p: (rf"\det({p.of} - {p.value} {p.one})", "0")),
    (r"inverse( matrix)?", lambda p: (f"{p.of} {p.value}", p.one)),
    (r"characteristic polynomial", _characteristic),
    (r"singular values?", _singular),
    (r"frobenius norm", lambda p: (rf"\sqrt{{\operatorname{{tr}}({_base(p)}^\top {p.of})}}", p.value)),
    (r"rank|eigenvectors?|(spectral|operator) norm|spectral radius|"
     r"condition number|null ?space|kernel|pseudo-?inverse|adjugate|(largest|smallest|dominant) "
     r"(eigenvalue|singular value)", None),
)  # fmt: skip
OF_VECTOR: tuple[tuple[str, Sides | None], ...] = (
    (r"(euclidean )?norm|length", lambda p: (rf"\|{p.of}\|", p.value)),
    (r"((orthogonal )?projection|(cross|dot|inner|scalar|vector) product|angle|distance|"
     r"component)", None),
)  # fmt: skip
OF_ESTIMATORS = ("bias", "mean squared error", "mean square error", "mean-squared error", "mse")
KINDS = {
    "law": OF_LAW,
    "several": OF_FUNCTION_OF_SEVERAL,
    "function": OF_FUNCTION,
    "matrix": OF_MATRIX,
    "vector": OF_VECTOR,
}


__all__ = ["KINDS", "NONE", "OF_ESTIMATORS", "Parts", "Sides"]
