r"""Random variables: which names are, which an expression has in it, and the values that they take outside of means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import random_vectors, stated, written_models
from ..names import name_of, to_latex
from ..syntax import Bracket, Multiply, Script, Statement, Symbol, Syntax, Unread
from ..terms.indicators import condition_below
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
    from ..meaning import Meaning

_OPERATORS = frozenset(["E", "Var", "var", "Cov", "cov", "Corr", "Pr", "H", "h", "I"])

ERRORS = ("epsilon", "varepsilon")
_RANDOM_MATRIX = re.compile(r"\b(random|gaussian|normal|stochastic)\W+(\w+\W+){0,2}matri|\bentries\b")


def random_variables(m: Meaning, node: Syntax, means: bool = True, within: frozenset[str] = frozenset()) -> list[str]:
    """The random variables in an expression, in the order they are written; those they are made of stand for them.

    Without ``means`` those are left out that stand in expectations, variances and probabilities: these are numbers.
    ``within`` are names that it is what they are made of: the X of X = \\sum_i X_i is none of the X_i.
    """
    found: dict[str, None] = {}
    stems: set[int] = set()  # of names with a subscript, S of S_n: they are no names of their own there
    for each in outside_labels(node, means):
        found.update(dict.fromkeys(_estimates(m, each)))
        name = name_of(each)
        if name in within:
            continue
        if isinstance(each, Script) and _names_one(m, each):
            stems.add(id(each.base))
        if name is not None and (made := made_of(m, name)):
            found.update(dict.fromkeys(made))
            continue
        if name is None or id(each) in stems or not is_random(m, name) or _is_coordinate(m, each):
            continue
        if name in m.context.random:
            found.update(dict.fromkeys(random_variables(m, m.context.random[name], within=within | {name})))
        else:
            found[name] = None
    return list(found)


def _estimates(m: Meaning, node: Syntax) -> Iterator[str]:
    r"""The values \hat f(x) of estimated functions that are factors, which are random where a mean is taken of them."""
    factors = node.factors if isinstance(node, Multiply) else ()
    for head, behind in pairwise(factors):
        bracket = behind.base if isinstance(behind, Script) else behind
        if isinstance(head, Symbol) and isinstance(bracket, Bracket):
            name = name_of(head) or ""
            if name.startswith("\\hat{") and (value := estimate(m, name, bracket)) is not None:
                yield value


def estimate(m: Meaning, head: str, bracket: Bracket) -> str | None:
    r"""What \hat f(x) is called, of an estimated function of which nothing else is said; None for others."""
    context = m.context
    known = any(head in names for names in (context.functions, context.values, context.maps, context.laws))
    plain = bracket.left == "(" and bracket.given is None and len(bracket.items) == 1
    at = name_of(bracket.items[0]) if plain and not known and head.startswith("\\hat{") else None
    return None if at is None or at in context.survey.running else f"{head}({to_latex(at)})"


def made_of(m: Meaning, name: str) -> list[str]:
    r"""What is random in what a name stands for: vectors with a law, by its value or as y = X \beta + \varepsilon says,
    and random numbers by its value, if it is none itself."""
    if vectors := random_vectors.made_of(m.context, name):
        return vectors
    function = m.context.functions.get(name.rstrip("'"))
    if function is not None and m.valued:  # a log-likelihood of X, as a function of its parameter
        return depends_on(m, m.context.unfolded(function.body))
    value = None if is_random(m, name) else m.context.values.get(name)
    return [] if value is None else depends_on(m, m.context.unfolded(value))


def _names_one(m: Meaning, node: Script) -> bool:
    """Whether a name with a subscript is that of a random variable, or has a value, and its stem is said to be none."""
    stem, name = name_of(node.base), name_of(node) or ""
    if node.below is None or stem in m.context.laws or stem in m.context.random:
        return False
    return name in m.context.values or is_random(m, name)


def outside_labels(node: Syntax, means: bool) -> Iterator[Syntax]:
    """The parts of an expression but for what stands in subscripts and before bars: of E[f_Z(X) | Y] that is Y."""
    yield node
    if isinstance(node, Multiply):
        for last, factor in zip((None, *node.factors), node.factors, strict=False):
            of_mean = isinstance(factor, Bracket) and _is_operator(last)
            given = factor.given or () if of_mean and isinstance(factor, Bracket) else ()
            if not means and (of_mean or _is_operator(factor)):
                for item in given:  # E[X | T] is random as T is, E[X | T = t] a number
                    if not isinstance(item, Statement):
                        yield from outside_labels(item, means)
                continue
            if given:
                for item in given:
                    yield from outside_labels(item, means)
            else:
                yield from outside_labels(factor, means)
        return
    if isinstance(node, Script):
        base = replace(node, above=None) if _is_power_of_name(node) else node.base
        above = None if is_transposition(node.above) else node.above
        children = tuple(c for c in (base, above, condition_below(node)) if c is not None)
    else:
        children = tuple(node.children())
    for child in children:
        yield from outside_labels(child, means)


def _is_power_of_name(node: Script) -> bool:
    """Whether it is S_n^2, a power of what is called S_n."""
    return node.above is not None and node.below is not None and name_of(node) is None


def _is_coordinate(m: Meaning, node: Syntax) -> bool:
    """Whether a name with a subscript is a coordinate of a random vector, which stands for it."""
    law = m.context.laws.get(name_of(node.base) or "") if isinstance(node, Script) and node.below is not None else None
    return law is not None and isinstance(L.support(law), L.Simplex | L.Compositions)


def is_random(m: Meaning, name: str) -> bool:
    """Whether a name is a random variable: it has a law, is made of others, or stands in a mean."""
    context = m.context
    if (name in context.laws and name not in m.densities.variables) or name in context.random or name in context.drawn:
        return True
    if name in context.extremes or name in context.masses or name in context.joints:
        return True
    if written_models.small_names(context, [name]) is not None:
        return True
    if name[:1].isupper() and stated.stated(context, name) is not None:
        return True
    if name in context.survey.averaged and name.startswith(("\\hat{", "\\tilde{")):  # an estimator
        unknown = name not in context.survey.begun or "estimator" in context.said
        return unknown and name not in context.values and m.shapes.space(name) is None
    if name in ERRORS and name in context.survey.averaged and name not in context.survey.labels:  # of E[e] = 0
        return name not in context.values and m.shapes.space(name) is None
    return name in context.survey.random and not _is_known_matrix(m, name)


def _is_known_matrix(m: Meaning, name: str) -> bool:
    r"""Whether a letter in a mean is a declared matrix that nothing says is random, the A of \mathrm{Cov}(A X)."""
    context = m.context
    space = context.spaces.get(name) or m.shapes.space(name)
    if not isinstance(space, L.Matrices) or not context.laws or name in context.fog:
        return False
    entries = any(each.startswith(f"{name}_") for each in (*context.laws, *context.data, *context.random))
    return not entries and not _RANDOM_MATRIX.search(f"{context.said} {context.words}")


def value_of(m: Meaning, name: str) -> L.Term | None:
    """The value that a random variable with a law takes, where a small letter stands for both; else None."""
    law = m.context.laws.get(name)
    if law is None or not name[:1].islower() or name in m.context.random or name in m.context.survey.random:
        return None
    home = L.support(law)
    if not isinstance(home, L.Integers | L.Range):
        return m.densities.variable(name) if m.densities.is_variable(name) else L.Var(name, home)
    value = L.Var(name, L.Z_INTEGERS)
    m.context.assume(value >= (home.low if isinstance(home, L.Range) else 0))
    if isinstance(home, L.Range):
        m.context.assume(value <= home.high)
    return value


def any_value(m: Meaning, name: str, node: Syntax) -> L.Term:
    """Any value that a random variable takes; of one that is made of others, what they make."""
    context = m.context
    if name in context.random:
        return m.scalar(context.random[name])
    law = context.drawn[name].law if name in context.drawn else context.laws.get(name)
    space = L.R if law is None else L.support(law)
    letter = context.is_density(name) and name in context.survey.heads()  # p, and a density p(x)
    if letter or not L.is_scalar_space(space) or isinstance(space, L.Abstract | L.Slot | L.Product):
        raise Unread(f"the random variable {name} outside of an expectation", node.span)
    m.valued.add(name)
    return L.Var(name, space)


def values_in(m: Meaning, t: L.Term) -> list[str]:
    """The random variables that stand for any of their values in a term."""
    return sorted({n.name for n in numbers_in(t)} & m.valued - m.bound.keys())


def depends_on(m: Meaning, t: L.Term) -> list[str]:
    """The random variables of which a term has values, as one or as any."""
    names = sorted({n.name for n in numbers_in(t).difference(m.bound.values(), m.outcomes.values())})
    densities = m.context.survey.heads()  # p is a number beside p(x)
    return [n for n in names if is_random(m, n) and n not in densities and m.shapes.space(n) is None]


def numbers_in(t: L.Term) -> set[L.Var]:
    return {n for n in t.free if isinstance(n, L.Var) and L.is_scalar_space(n.space)}


def _is_operator(node: Syntax | None) -> bool:
    base = node.base if isinstance(node, Script) else node
    return isinstance(base, Symbol) and base.name in _OPERATORS


__all__ = ["ERRORS", "any_value", "depends_on", "estimate", "is_random", "numbers_in", "outside_labels",
           "random_variables", "value_of", "values_in"]  # fmt: skip
