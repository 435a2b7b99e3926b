r"""Capital letters that something shows to be matrices though nothing gives them a shape: P D P^{-1}, A^\dagger,
\lambda_{\max}(A), W \mathbf{x}, "the eigenvalues of $A$", \mathbf{A}.

Their products are not read as products of numbers.  A capital letter alone shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from ..names import name_of, names_in
from ..syntax import Add, Bracket, Mark, Multiply, Named, Script, Statement, Symbol, Syntax
from ..uses.superscripts import is_minus_one
from ..words.sentences import Maths, Sentence
from .shapes import is_capital

_COUNTS = frozenset("KLNT")
_SPECTRAL = frozenset(("lambda", "sigma"))
_NORMS = frozenset(("F", "op", "*", "HS", "nuc"))
_ORDERED = re.compile(
    r"(?<![A-Za-z\\])(?:([A-Z])|\\([A-Z][a-z]+))\s*\\(?:succ|prec|succeq|preceq|succcurlyeq)(?![a-z])"
)
_OF = frozenset(
    ("eigenvalue", "eigenvalues", "eigenvector", "eigenvectors", "rank", "trace", "determinant", "transpose",
     "nullspace", "pseudoinverse", "spectrum", "diagonalization", "eigendecomposition")
)  # fmt: skip
_BEFORE = frozenset(("the", "a", "matrix", "matrices", "both"))
_HAS = frozenset(("has", "have", "with", "full", "the", "real", "positive", "nonnegative", "distinct"))
_SPREADS = frozenset(("covariance", "precision"))  # numbers have them, too, but are not called Sigma


def ordered(text: str) -> set[str]:
    r"""The names in A \succ 0, of which no more is read."""
    return {plain or greek for plain, greek in _ORDERED.findall(text)}


def said(sentence: Sentence) -> set[str]:
    """The capital letters that a sentence says something of that only matrices have."""
    found: set[str] = set()
    for at, token in enumerate(sentence):
        if isinstance(token, Maths) or token not in _OF | _SPREADS | {"hessian"}:
            continue
        behind = at + 1
        if token in _OF:
            if sentence[behind : behind + 1] == ("of",):
                behind += 1
                while behind < len(sentence) and sentence[behind] in _BEFORE:
                    behind += 1
                found |= _capitals(sentence, behind)
            before = at - 1
            while before >= 0 and sentence[before] in _HAS:
                before -= 1
            if before >= 0 and before < at - 1:
                found |= _capitals(sentence, before)
        else:
            before = at - 2 if sentence[at - 1 : at] == ("the",) else at - 1
            names = _capitals(sentence, behind)
            if before > 0 and sentence[before] == "is":
                names |= _capitals(sentence, before - 1)
            found |= names if token == "hessian" else names & {"Sigma", "Lambda", "Omega"}
    return found


def _capitals(sentence: Sentence, at: int) -> set[str]:
    token = sentence[at] if 0 <= at < len(sentence) else None
    names = map(_letter, token.expressions()) if isinstance(token, Maths) and not token.display else ()
    return {name for name in names if name is not None}


def shown(rows: Iterable[Syntax], told: Collection[str], vectors: Collection[str]) -> frozenset[str]:
    """The matrices that the notation of a stretch shows, with those ``told`` of, and what they are multiplied with or
    added to; ``vectors`` are the names that words call so."""
    rows = list(rows)
    if not any(is_capital(name) for row in rows for name in names_in(row)):
        return frozenset(told)
    nodes = [node for row in rows for node in row.walk()]
    found = {name for node in nodes for name in _shown(node, vectors)} | set(told)
    found |= _marked(nodes, "+") - _marked(nodes, "-")  # P^- and P^+ are before and after: no inverses
    together = [set(names) for node in nodes if len(names := list(_together(node))) > 1]
    while more := {name for names in together if found & names for name in names} - found:
        found |= more
    return frozenset(found)


def _letter(node: Syntax | None) -> str | None:
    """The name of a capital letter, with or without an index; a count is none."""
    name = None if node is None else name_of(node)
    return name if name is not None and is_capital(name) and name not in _COUNTS else None


def _letters(*nodes: Syntax | None) -> Iterator[str]:
    yield from (name for name in map(_letter, nodes) if name is not None)


def _together(node: Syntax) -> Iterator[str]:
    """The capital letters that are multiplied or added, which are matrices together."""
    match node:
        case Multiply(parts) | Add(parts):
            yield from _letters(*parts)


def _shown(node: Syntax, vectors: Collection[str]) -> Iterator[str]:
    match node:
        case Symbol(font="bf"):
            yield from _letters(node)
        case Script(base, None, Mark("\\dagger")):
            yield from _letters(base)
        case Script(Bracket("||", (item,), "||"), below) if _word(below) in _NORMS:
            yield from _letters(item)
        case Named("rank" | "det" | "tr", Bracket(_, (item,)) | item):
            yield from _letters(*(item.factors if isinstance(item, Multiply) else (item,)))
        case Statement((Multiply((*matrices, one)), Multiply((scale, other))), (_,)):  # A v = \lambda v
            if _word(scale) == "lambda" and name_of(one) is not None and name_of(one) == name_of(other):
                yield from _letters(*matrices)
        case Statement((Multiply(factors), Symbol("I")), (_,)):  # A A^{-1} = I
            inverted = [f.base for f in factors if isinstance(f, Script) and is_minus_one(f.above)]
            yield from _letters(*(base for base in inverted if name_of(base) in map(name_of, factors)))
        case Add():
            yield from _in_sum(node)
        case Multiply():
            yield from _in_product(node, vectors)


def _marked(nodes: Iterable[Syntax], sign: str) -> set[str]:
    """The letters that a sign stands above."""
    return {
        name for node in nodes if isinstance(node, Script) and node.above == Mark(sign) for name in _letters(node.base)
    }


def _word(below: Syntax | None) -> str | None:
    """The letter, word or sign that a subscript is, or that one stands behind."""
    match below:
        case Symbol(name) | Mark(name) | Script(Symbol(name)):
            return name
    return None


def _in_sum(node: Add) -> Iterator[str]:
    r"""A - \lambda I and AB - BA."""
    for one, other in combinations(node.summands, 2):
        match one, other:
            case (Multiply((a, b)), Multiply((c, d))) if name_of(a) == name_of(d) and name_of(b) == name_of(c):
                yield from _letters(a, b)
    scaled = any(isinstance(s, Multiply) and list(map(name_of, s.factors)) == ["lambda", "I"] for s in node.summands)
    yield from _letters(*node.summands) if scaled else ()


def _in_product(node: Multiply, vectors: Collection[str]) -> Iterator[str]:
    factors = node.factors
    match factors:
        case (Symbol(name) | Script(Symbol(name)), Bracket("(", (inner,), ")", None)) if name in _SPECTRAL:
            yield from _letters(*(inner.factors if isinstance(inner, Multiply) else (inner,)))
    for k, factor in enumerate(factors):
        match factor:
            case Symbol(font="bf") if not is_capital(name_of(factor) or "X"):  # W \mathbf{x}
                yield from _letters(*factors[:k])
            case _ if name_of(factor) in vectors:
                yield from _letters(*factors[:k])
            case Script(base, below, above) if is_minus_one(above):  # P D P^{-1}, P^{-1} D P
                inverted = _letter(Script(base, below) if below is not None else base)
                places = [j for j, other in enumerate(factors) if inverted is not None and name_of(other) == inverted]
                if inverted is not None and any(abs(j - k) > 1 for j in places):
                    yield inverted
                    yield from _letters(*factors[min(*places, k) : max(*places, k)])
            case Script(base, None, Mark("*")) if any(name_of(other) == name_of(base) for other in factors):
                yield from _letters(base)  # A^* A


__all__ = ["ordered", "said", "shown"]
