r"""Solutions that a sentence names of an equation in it: "the solutions of $x^2 - 5x + 6 = 0$ are $x_1 = 2$ and
$x_2 = 3$", or that are found of an equation for x before it: "so $x_1 = 2$".  Put into the equation each makes a claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ...language.exact import exact
from ..names import name_of
from ..syntax import Bracket, Multiply, RowSyntax, Statement, Syntax
from ..terms.shifts import is_recursive
from ..uses.heads import head_of
from ..words import giving
from ..words.prose import ONE, sentence
from .called import is_rounded

if TYPE_CHECKING:
    from ..context import Context
    from ..told.naming_equation import Named, NamingEquation

_OTHERS = rf"(?P<others>(\s*{ONE}\s*(,\s*or|,\s*and|,|or|and))*)\s*$"
_SOLUTIONS = re.compile(
    rf"\b(the|an?|both) (\w+ ){{0,2}}(?P<what>solution|root|zero)(s|es)? (of|to)( the (equation|system|function))?"
    rf"\s*{ONE}\s*(is|are)( given by)?{_OTHERS}"
)
_HAS = re.compile(rf"{ONE}\s*(has|have) (\w+ ){{0,3}}(?P<what>solution|root|zero)(s|es)?{_OTHERS}")
# What is found step by step, as x_1 from x_0 and x_2 from x_1, solves nothing yet.
_BY_STEPS = re.compile(
    r"\b(iterat\w*|newton\w*|starting|start (value|with|at|from)|guess\w*|initial\w*|bisect\w*|steps?|sequence\w*)\b"
)
_SOMEWHERE = tuple(map(Fraction, ("7", "11/3", "-13/5", "17", "-23/7", "29/2", "31")))  # where two sides are compared
_ANGLES = frozenset(("theta", "vartheta", "phi", "varphi", "psi", "alpha", "beta", "gamma"))
REMARK = "it is put into the equation; whether there are other solutions is not judged"


def claimed(equation: NamingEquation) -> Named | None:
    """The claim that an equation in the sentence holds for what is given as its solution; None where none is."""
    formula, m = equation.formula, equation.m
    words = sentence(formula.words)
    said = _SOLUTIONS.search(words) or _HAS.search(words)
    name = name_of(equation.thread.node)
    if name is None or is_rounded(equation.right):
        return None
    if said is None or formula.display:
        return _numbered(equation, name) or _of_angle(equation, name) or _of_vector(equation, name)
    place = 1 + said["others"].count(ONE)
    row = formula.ahead[-place] if place <= len(formula.ahead) else None
    match row:
        case RowSyntax((Statement((Syntax() as left, Syntax() as right), (sign,)),)) if sign.symbol == "=":
            pass
        case _:
            return None
    inside = {n for side in (left, right) for n in map(name_of, side.walk()) if n is not None}
    unknown = name if name in inside else name.partition("_")[0].partition("^")[0]
    if unknown not in inside or unknown in equation.context.values:
        return None
    value = m.term(equation.right)
    zero = said["what"] != "solution" and is_value(equation.context, left)
    with m.binding({unknown: value}):
        start = m.term(left)
        target = L.Number(0) if zero else m.term(right)
    solves = L.Relation(m.term(left), "=", L.Number(0) if zero else m.term(right))
    line = replace(equation.claim(start, target), sides=None, instead=(), restated=False, inline=False, premise=None)
    line = replace(line, solves=solves)
    m.remarks.append(REMARK)
    if name != unknown:
        equation.context.give(name, value)
    return line, value


def _numbered(equation: NamingEquation, name: str) -> Named | None:
    """The claim that x_1 = 2 solves the last equation for x alone; None where none was posed, or it is no number of
    one of its solutions."""
    context, m = equation.context, equation.m
    stem, _, number = name.partition("_")
    labels = {str(name_of(label)) for each in context.survey.labels.get(stem, ()) for label in each.walk()}
    if number not in ("1", "2", "3", "4") or name in context.values or stem in context.values:
        return None
    if equation.is_chosen or giving.is_let(equation.formula.words) or equation.says_so or labels - {"None"}:
        return None
    if is_recursive(context, stem) or _BY_STEPS.search(context.words) or name in {n.name for n in context.claimed_of}:
        return None
    before = (equation.claims.above.equation, equation.claims.solved.get(stem), *reversed(context.posed))
    for known in (each for each in before if each is not None):
        names = [n for n in known.free if isinstance(n, L.Var) and n.name == stem and L.is_scalar(n)]
        if names and len(known.free) == 1:
            chained = known is equation.claims.above.equation and equation.claims.above.goes_on
            value = m.scalar(equation.right)
            if value.free:
                return None
            if isinstance(known.left, L.Det) and names[0] in known.right.free:  # a characteristic polynomial is written
                known = known.right.eq(0)
            elif not _is_to_be_solved(known, names[0], chained):  # a polynomial in another form, of which it is a root
                if exact(L.substitute(known.right, {names[0]: value})) != 0:
                    continue
                known = known.right.eq(0)
            start, target = (L.substitute(side, {names[0]: value}) for side in (known.left, known.right))
            line = replace(equation.claim(start, target), sides=None, instead=(), restated=False, inline=False)
            m.remarks.append(REMARK)
            context.give(name, value)
            equation.claims.solved[stem] = known
            return replace(line, kind="step", posed=False, premise=None, solves=known), value
    return None


def _of_angle(equation: NamingEquation, name: str) -> Named | None:
    r"""The claim that \theta = \pi/3 solves the last equation in which the angle stands beneath a sine, a cosine or a
    tangent alone: there are always others, and the first of them is meant, not where one *or* another is told."""
    context, m, formula = equation.context, equation.m, equation.formula
    if name not in _ANGLES or giving.is_alternative(formula.words, formula.rest):
        return None
    if name in context.values or equation.is_chosen or giving.is_let(equation.formula.words) or equation.says_so:
        return None
    claimed = [each for each in equation.claims.earlier.claimed if any(_is_called(n, name) for n in each.free)]
    sole = claimed if len(claimed) == 1 and claimed[0].symbol == "=" else ()
    above = equation.claims.above.equation
    for known in (each for each in (above, *reversed(context.posed), *sole) if each is not None):
        angle = next((n for n in known.free if isinstance(n, L.Var) and _is_called(n, name)), None)
        if angle is None:
            continue
        value = m.scalar(equation.right)
        if value.free or not all(_is_beneath_a_sine(side, angle) for side in (known.left, known.right)):
            return None
        start, target = (context.unfolded(L.substitute(side, {angle: value})) for side in (known.left, known.right))
        line = replace(equation.claim(start, target), sides=None, instead=(), restated=False, inline=False)
        m.remarks.append(REMARK)
        context.give(name, value)
        return replace(line, kind="step", posed=False, premise=None), value
    return None


def _is_called(n: L.Name, name: str) -> bool:
    return isinstance(n, L.Var) and n.name == name and L.is_scalar(n)


def _is_beneath_a_sine(side: L.Term, angle: L.Var) -> bool:
    """Whether an angle stands nowhere in a term but as what a sine, a cosine or a tangent is taken of."""
    u = L.fresh_beside(L.Var("u", L.R), side)
    for name in ("sin", "cos", "tan"):
        side = L.replace(side, L.Elementary(name)(angle), u)
    return angle not in side.free


def _is_to_be_solved(equation: L.Relation, unknown: L.Var, chained: bool) -> bool:
    """Whether an equation says something of its unknown, and does not only write an expression in another way, as a
    link in a chain does, or an identity."""
    if unknown not in equation.left.free or unknown not in equation.right.free:
        return True
    if chained:
        return False
    sides = [[exact(L.substitute(side, {unknown: L.Number(at)})) for side in (equation.left, equation.right)]
             for at in _SOMEWHERE]  # fmt: skip
    return any(left is not None and right is not None and left != right for left, right in sides)


def _of_vector(equation: NamingEquation, name: str) -> Named | None:
    r"""The claim that v = (1, 1)^\top, or v_1, solves the one equation for the vector v alone that was posed: of
    $(A - 5 I) v = 0$ there are others."""
    context, m = equation.context, equation.m
    stem, _, number = name.partition("_")
    if name in context.values or equation.is_chosen or giving.is_let(equation.formula.words) or equation.says_so:
        return None
    if _BY_STEPS.search(context.words):
        return None
    above = equation.claims.above.equation
    before = dict.fromkeys(each for each in (above, *reversed(context.posed)) if each is not None)
    for names in ({name}, {stem} if number in ("1", "2", "3", "4") else set()):
        about = [each for each in before if {n.name for n in each.free} == names and _is_of_vectors(each)]
        if (len(about) == 1 or above in about) and not names & context.values.keys():
            known = about[0]  # that of the row above comes first
            (unknown,) = known.free
            value = m.term(equation.right)
            if value.free or L.space_of(value) is not L.space_of(unknown):
                return None
            start, target = (L.substitute(side, {unknown: value}) for side in (known.left, known.right))
            line = replace(equation.claim(start, target), sides=None, instead=(), restated=False, inline=False)
            m.remarks.append(REMARK)
            context.give(name, value)
            return replace(line, kind="step", posed=False, premise=None), value
    return None


def _is_of_vectors(equation: L.Relation) -> bool:
    return all(isinstance(L.space_of(t), L.Vectors) for t in (equation.left, *equation.free))


def is_value(context: Context, node: Syntax) -> bool:
    """Whether it is p(x) of a function that is known: its zeros are meant, not where it is what it is."""
    match node:
        case Multiply((factor, Bracket("(")), ("", "")):
            head = head_of(factor)
            return head is not None and head.name in context.functions
    return False


__all__ = ["REMARK", "claimed", "is_value"]
