r"""Random variables: which names are, what those are made of that a page defines by others, and their values in a mean.

A random variable with a declared law is a variable under that law; one with a density f_X a variable of that density;
random variables of which no law is known are functions on one probability space, so that E[X + Y] says something of
their joint law and nothing of its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .. import language as L
from . import random_vectors
from .indicators import condition_below
from .names import name_of
from .stated import stated, under
from .superscripts import is_transposition
from .syntax import Bracket, Multiply, Numeral, Root, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from .context import Context
    from .heads import Head
    from .meaning import Meaning

OMEGA = L.Abstract("\\Omega")
PROBABILITY = L.Density("\\mathbb{P}", OMEGA)
_OPERATORS = frozenset(["E", "Var", "var", "Cov", "cov", "Corr", "Pr", "H", "h", "I"])
_BY_CONVENTION = ("mu", "sigma", "gamma", "kappa", "rho", "tau", "nu", "m_", "\\bar", "\\hat")  # of laws and data
_SIGNED = re.compile(r"\b(non-?\s?negative|positive)\b")
_RANDOM_MATRIX = re.compile(r"\b(random|gaussian|normal|stochastic)\W+(\w+\W+){0,2}matri|\bentries\b")
_SHAPED = re.compile(
    r"\b(constant|non-?\s?negative|positive|identical\w*|i\.?\s?i\.?\s?d|follow\w*|distributed|uncorrelated|symmetric|"
    r"condition\w*|standardi[sz]ed|binary|bernoulli|normal|gaussian|exponential|sample[ds]?)\b"
)


def random_variables(m: Meaning, node: Syntax, means: bool = True) -> list[str]:
    """The random variables in an expression, in the order they are written; those they are made of stand for them.

    Without ``means`` those are left out that stand in expectations, variances and probabilities: these are numbers.
    """
    found: dict[str, None] = {}
    stems: set[int] = set()  # of names with a subscript, S of S_n: they are no names of their own there
    for each in _outside_labels(node, means):
        name = name_of(each)
        if isinstance(each, Script) and _names_one(m, each):
            stems.add(id(each.base))
        if name is not None and (made := random_vectors.made_of(m.context, name)):
            found.update(dict.fromkeys(made))
            continue
        if name is not None and name in m.context.values and not is_random(m, name):
            found.update(dict.fromkeys(depends_on(m, m.context.unfolded(m.context.values[name]))))
            continue
        if name is None or id(each) in stems or not is_random(m, name) or _is_coordinate(m, each):
            continue
        if name in m.context.random:
            found.update(dict.fromkeys(random_variables(m, m.context.random[name])))
        else:
            found[name] = None
    return list(found)


def _names_one(m: Meaning, node: Script) -> bool:
    """Whether a name with a subscript is that of a random variable, and its stem is said to be none."""
    stem = name_of(node.base)
    if node.below is None or stem in m.context.laws or stem in m.context.random:
        return False
    return is_random(m, name_of(node) or "")


def _outside_labels(node: Syntax, means: bool) -> Iterator[Syntax]:
    """The parts of an expression but for what stands in subscripts and before bars: of E[f_Z(X) | Y] that is Y."""
    yield node
    if isinstance(node, Multiply):
        for last, factor in zip((None, *node.factors), node.factors, strict=False):
            of_mean = isinstance(factor, Bracket) and _is_operator(last)
            if not means and (of_mean or _is_operator(factor)):
                continue
            if of_mean and isinstance(factor, Bracket) and factor.given is not None:
                for item in factor.given:
                    yield from _outside_labels(item, means)
            else:
                yield from _outside_labels(factor, means)
        return
    if isinstance(node, Script):
        base = replace(node, above=None) if _is_power_of_name(node) else node.base
        above = None if is_transposition(node.above) else node.above
        children = tuple(c for c in (base, above, condition_below(node)) if c is not None)
    else:
        children = tuple(node.children())
    for child in children:
        yield from _outside_labels(child, means)


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
    if (name in context.laws and name not in m.densities.variables) or name in context.random:
        return True
    if name in context.survey.averaged and name.startswith(("\\hat{", "\\tilde{")):  # an estimator
        unknown = name not in context.survey.begun or "estimator" in context.said
        return unknown and name not in context.values and m.shapes.space(name) is None
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
    law = context.laws.get(name)
    space = L.R if law is None else L.support(law)
    letter = context.is_density(name) and name in context.survey.heads()  # p, and a density p(x)
    if letter or not L.is_scalar_space(space) or isinstance(space, L.Abstract | L.Slot | L.Product):
        raise Unread(f"the random variable {name} outside of an expectation", node.span)
    m.valued.add(name)
    return L.Var(name, space)


def values_in(m: Meaning, t: L.Term) -> list[str]:
    """The random variables that stand for any of their values in a term."""
    return sorted({n.name for n in _numbers(t)} & m.valued - m.bound.keys())


def depends_on(m: Meaning, t: L.Term) -> list[str]:
    """The random variables of which a term has values, as one or as any."""
    names = sorted({n.name for n in _numbers(t).difference(m.bound.values(), m.outcomes.values())})
    densities = m.context.survey.heads()  # p is a number beside p(x)
    return [n for n in names if is_random(m, n) and n not in densities and m.shapes.space(n) is None]


def _numbers(t: L.Term) -> set[L.Var]:
    return {n for n in t.free if isinstance(n, L.Var) and L.is_scalar_space(n.space)}


def at_outcomes(m: Meaning, t: L.Term) -> L.Term:
    r"""What a name stands for, z = \mu + \sigma \epsilon, at the values that its random variables have in a mean."""
    return L.substitute(t, {n: m.outcomes[n.name] for n in _numbers(t) if n.name in m.outcomes}) if m.outcomes else t


def made_of_others(m: Meaning, left: Syntax, right: Syntax) -> tuple[str, Syntax] | None:
    r"""The name of a random variable that an equation defines by others, Y = aX + b, S^2 = \sum_i (X_i - \bar{X})^2,
    and what it is; None for any other equation.

    Raises ``Unread`` if the right side has random variables and is not read.
    """
    square, context = _squared(left), m.context
    name = name_of(left) if square is None else name_of(square)
    if name is None or name in context.laws or name in context.random or name in context.values or m.outcomes:
        return None
    named_so = re.match(r"(\\(bar|hat|tilde)\{)?[A-Z]", name) if square is None else not context.is_parameter(name)
    if not named_so or m.shapes.space(name) is not None:
        return None
    inside = [] if square is not None else random_variables(m, right, means=False)
    of_data = not name.startswith("\\bar") and has_data(m, right)  # the mean of data has its name for it
    if not (inside or of_data) or name in inside or any(m.shapes.space(each) is not None for each in inside):
        return None
    m.outcomes = {each: L.Var(each, L.R) for each in inside} or _data_of(m)
    try:
        made = m.term(right)
    finally:
        m.outcomes = {}
    return (name, right if square is None else Root(right, None, span=right.span)) if L.is_scalar(made) else None


def _data_of(m: Meaning) -> dict[str, L.Term]:
    """The data X_1, ..., X_n that are random, by their letters."""
    stems = (m.context.data.keys() | m.context.moments.keys()) - m.context.values.keys()
    return {stem: data for stem in sorted(stems) if stem[:1].isupper() and (data := m.family(stem)) is not None}


def _squared(left: Syntax) -> Syntax | None:
    """The S of S^2, S_n of S_n^2."""
    match left:
        case Script(base, below, Numeral("2"), 0):
            return base if below is None else replace(left, above=None)
    return None


def has_data(m: Meaning, node: Syntax) -> bool:
    """Whether data X_1, ..., X_n that have a law stand in an expression, by the capital letter of random variables."""
    members = (each for each in node.walk() if isinstance(each, Script) and each.below is not None)
    known = m.context.data.keys() | m.context.moments.keys()
    return any((stem := name_of(each.base) or "")[:1].isupper() and stem in known for each in members)


def learn_formula(m: Meaning, left: Syntax, right: Syntax) -> None:
    r"""X = T \sqrt{W}, of random variables: how X depends on T and W where it is differentiated by them."""
    name = name_of(left)
    if name is not None and is_random(m, name) and m.shapes.space(name) is None:
        inside = [each for each in _named(right) if is_random(m, each)]
        if inside and name not in inside:
            m.context.in_terms_of[name] = right


def _named(node: Syntax) -> list[str]:
    return [name for each in _outside_labels(node, False) if (name := name_of(each)) is not None]


def rate(m: Meaning, name: str, variable: Syntax) -> L.Term | None:
    """The derivative of a random variable by another, as its last formula says; the others in it stay what they are.
    None where no formula has that variable."""
    by, formulas = name_of(variable), m.context.in_terms_of
    if by is None or name not in formulas or not any(by in _named(formula) for formula in formulas.values()):
        return None
    place = L.Var(by, L.R)
    with m.binding({by: place}):
        body = m.scalar(formulas[name])
    return L.Derivative(body, place, m.scalar(variable))


def _is_operator(node: Syntax | None) -> bool:
    base = node.base if isinstance(node, Script) else node
    return isinstance(base, Symbol) and base.name in _OPERATORS


def doubtful(context: Context, relation: L.Relation) -> list[str]:
    """The random variables and densities of a claim of which more may have been said than was read.

    What a claim says of the shape of a law can be refuted only where the law is known: E(X) = \\mu is its mean's name.
    """
    free = relation.free
    found: list[str] = []
    if "independen" in context.said:
        joint = [n for n in free if isinstance(n, L.Density) and isinstance(n.space, L.Cartesian)]
        found += [n.name for n in joint if not L.is_of_events(n)]
    if relation.symbol != "=" and _SIGNED.search(context.said):
        grounded = {n for h in context.stated() for n in h.free}
        found += [n.name for n in free - grounded if isinstance(n, L.Var) and isinstance(n.space, L.Vectors)]
    for node in relation.walk():
        if isinstance(node, L.Divergence):
            found += [p.name for p in (node.p, node.q) if isinstance(p, L.Density) and _taken_apart(context, p)]
    if PROBABILITY not in free:
        return sorted(found)
    numbers = [n.name for n in free if isinstance(n, L.Var) and n.space is not OMEGA]
    laws = any(isinstance(n, L.Density) and n is not PROBABILITY for n in free)
    one_sided = PROBABILITY not in relation.left.free or PROBABILITY not in relation.right.free
    named = any(name.startswith(_BY_CONVENTION) for name in numbers)
    if laws or one_sided or named or relation.symbol != "=" or _SHAPED.search(context.said):
        found += [n.name for n in free if isinstance(n, L.Function) and n.domain[:1] == (OMEGA,)] or ["\\mathbb{P}"]
    return sorted(found)


def _taken_apart(context: Context, p: L.Density) -> bool:
    """Whether a joint density is also taken at fewer variables: p(x) beside p(x, y), in a formula for any p."""
    if not isinstance(p.space, L.Cartesian):
        return False
    uses = context.survey.uses(p.name)
    return any(use.given is None and len(use.items) < len(p.space.factors) for use in uses)


# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class _Closing:
    """What makes a term in the values of random variables an expectation."""

    values: dict[str, L.Term] = field(default_factory=dict)
    laws: list[tuple[L.Var, L.Law]] = field(default_factory=list)
    variables: list[L.Var] = field(default_factory=list)
    weight: L.Term | None = None  # the joint density of the variables
    degrees: dict[L.Var, int] = field(default_factory=dict)  # in those of which only moments are said

    def __call__(self, body: L.Term) -> L.Term:
        if self.weight is not None:
            body = self.weight * body
            for var in reversed(self.variables):
                body = L.Int(body, var)
        for var, law in reversed(self.laws):
            if var in self.degrees:
                random_vectors.require_degree(body, var, self.degrees[var])
            body = L.Expectation(body, var, law)
        return body


@contextmanager
def outcome(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> Iterator[_Closing]:
    """Inside, the random variables of the parts have values; what is yielded closes a term to its expectation."""
    names = list(dict.fromkeys(n for part in parts for n in random_variables(m, part)))
    before = m.outcomes
    if not names and not before:
        _not_random(m, parts, head)
    if copies := sorted({n for part in parts for n in _untold_copies(m, part)}):
        raise Unread(f"{head.name}[...]: whether {copies[0]} is random is not said", head.symbol.span)
    if any(n in m.context.laws for n in names) and (untold := [n for part in parts for n in _untold_data(m, part)]):
        raise Unread(f"{head.name}[...]: whether {untold[0]} is random is not said", head.symbol.span)
    closing = _closing(m, names, head)
    m.outcomes = {**before, **closing.values}
    try:
        yield closing
    finally:
        m.outcomes = before


def _untold_copies(m: Meaning, node: Syntax) -> Iterator[str]:
    r"""The names X', \tilde X beside a random variable X, of which nothing is said: they may be copies of it."""
    context = m.context
    for name in filter(None, map(name_of, node.walk())):
        plain = name.rstrip("'").removeprefix("\\tilde{").removesuffix("}")
        known = name in context.values or name in context.spaces or context.is_parameter(name) or name in m.bound
        if plain != name and not known and not is_random(m, name) and is_random(m, plain):
            yield name


def _untold_data(m: Meaning, node: Syntax) -> Iterator[str]:
    r"""The stems of families in capital letters, \sum_i X_i, of which nothing is said: they may be random too."""
    context = m.context
    known = {
        *context.data,
        *context.moments,
        *context.samples,
        *context.values,
        *context.spaces,
        *context.matrices,
        *context.maps,
    }
    known |= {n.name for h in context.stated() for n in h.free if isinstance(n, L.Var)}
    for each in node.walk():
        name = name_of(each)
        if name in context.random:
            yield from _untold_data(m, context.random[name])
        elif isinstance(each, Script) and each.below is not None and context.survey.is_index(each.below):
            stem = name_of(each.base) or ""
            if len(stem) == 1 and stem.isupper() and stem not in known and not is_random(m, name or stem):
                yield stem


def _closing(m: Meaning, names: list[str], head: Head) -> _Closing:
    known = [n for n in names if n in m.context.laws]
    if known and len(known) < len(names):
        raise Unread("random variables of which only some have a known law", head.symbol.span)
    if len(known) > 1 and not m.context.independent:
        raise Unread("the joint law of several random variables is not said (independent?)", head.symbol.span)
    if known:
        return _under_their_laws(m, known)
    if any(stated(m.context, n) is not None for n in names):
        if len(names) > 1:
            raise Unread("the joint law of several random variables, of which densities are stated", head.symbol.span)
        var, density = under(m, names[0])
        return _Closing({names[0]: var}, [], [var], density)
    if not names:
        return _Closing()
    small = [name.lower() for name in names]
    letter = density_of(m, names)
    if letter is None:
        return _on_omega(m, names)
    if unread := [name for name in names if name in m.context.fog]:
        raise Unread(f"{head.name}[...]: what was said of {', '.join(unread)} was not read", head.symbol.span)
    variables = [m.densities.variable(n) for n in small]
    values: dict[str, L.Term] = dict(zip(names, variables, strict=True))
    joint = m.densities.joint(letter)
    if len(joint.names) == 1:
        return _Closing(values, [(variables[0], joint.law)])
    return _Closing(values, [], variables, m.densities.at(letter, small))


def _under_their_laws(m: Meaning, names: list[str]) -> _Closing:
    closing = _Closing()
    for name in names:
        if name in m.context.values:
            raise Unread(f"{name} has a law and a value: which of them a mean is meant under is not said", (0, 0))
        law = m.context.laws[name]
        taken = {v.name for v in law.free if isinstance(v, L.Var)} | {v.name for v, _ in closing.laws}
        var = L.fresh(L.Var(name.lower() if name.lower() != name else name, L.support(law)), taken)
        closing.laws.append((var, law))
        if name in m.context.degrees:
            closing.degrees[var] = m.context.degrees[name]
        closing.values[name] = var
    return closing


def _on_omega(m: Meaning, names: list[str]) -> _Closing:
    omega = L.Var("\\omega", OMEGA)
    m.context.assume(L.density(PROBABILITY))
    functions = [L.Function(name, (OMEGA,)) for name in names]
    letters = sorted(n for n in m.context.survey.random if len(n) == 1 and n not in m.context.random)
    if m.context.independent and len(letters) > 1:
        m.context.assume(L.independent(PROBABILITY, *(L.Function(name, (OMEGA,)) for name in letters)))
    return _Closing({f.name: f(omega) for f in functions}, [(omega, PROBABILITY)])


def _not_random(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> None:
    """A mean of what holds no random variable is read only where its names are known to be no random variables."""
    known = {n.name for h in m.context.stated() for n in h.free if isinstance(n, L.Var)}
    known |= {*m.bound, *m.context.values, *m.context.spaces, "pi", "e", "infty"}
    inside = {n for part in parts for n in map(name_of, _outside_labels(part, True)) if n is not None}
    if loose := sorted(inside - known):
        raise Unread(f"{head.name}[...]: whether {', '.join(loose)} is random is not said", head.symbol.span)
    if inside and "constant" not in m.context.said:
        raise Unread(f"{head.name}[...] of what is not random", head.symbol.span)


def density_of(m: Meaning, names: list[str]) -> str | None:
    """The letter of the one unknown density of numbers that the random variables have, f_X, f_{X,Y} or p.

    Raises ``Unread`` if they have densities, but which is meant is not clear.
    """
    small = [name.lower() for name in names]
    if any(name == each for name, each in zip(names, small, strict=True)):
        return None
    found = [letter for letter, variables in m.densities.variables.items() if set(small) <= set(variables)]
    if len(found) > 1:
        raise Unread(f"which of the densities {', '.join(sorted(found))} {', '.join(names)} has", (0, 0))
    if not found or any(isinstance(m.densities.space(each), L.Abstract | L.Slot) for each in small):
        return None
    return found[0]


__all__ = [
    "at_outcomes",
    "density_of",
    "doubtful",
    "has_data",
    "is_random",
    "learn_formula",
    "made_of_others",
    "outcome",
    "random_variables",
    "rate",
    "value_of",
]
