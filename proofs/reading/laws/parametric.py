r"""Densities that are written out with their parameters behind a bar: f(x; \theta) = \theta x^{\theta - 1}.

Where every use of the letter has those parameters behind the same bar, what stands there is no condition but a value of
the parameters: f(x; 2) is the density at \theta = 2, and f(x), behind a semicolon, that at \theta.  Behind a bar of a
law that is known, X \sim \mathcal N(\mu, \sigma^2) and f(X; \mu), stand its own parameters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, Script, Syntax
from ..terms.defined import Defined, root
from ..uses import arguments
from ..uses.heads import Head, family_of, head_of
from .stated import is_formula

if TYPE_CHECKING:
    from ..meaning import Meaning

_OF_PROBABILITIES = ("p", "P")  # the letters of mass functions
_LETTERS = ("f", "g", "h", "p", "q", "P", "pi")


def defined(m: Meaning, left: Syntax, right: Syntax) -> tuple[str, Defined] | None:
    """What f(x; theta) = body makes of f; None where the left side is no density with parameters, or f is known."""
    match left:
        case Multiply((head_node, Bracket("(", (item,), ")", (_, *_) as given) as bracket), ("", "")):
            head, argument = head_of(head_node), name_of(item)
        case _:
            return None
    if head is None or argument is None or head.primes or head.power is not None or not _may_be(m, head):
        return None
    if any(_shows_a_law(node) for node in right.walk()):
        return None  # a factor of a model
    parameters = [arguments.argument(each) for each in given]
    names = [name for name in parameters if name is not None]
    if len(set(names)) < len(given) or argument in names or not _is_of_one_kind(m, head, argument, names, bracket.bar):
        return None
    space = m.context.spaces.get(argument) or m.shapes.space(argument)
    if space is None:
        space = m.densities.space(argument) if m.densities.is_variable(argument) else L.R
    point = L.Var(argument, space)
    with m.binding({argument: point}):
        body = m.value(right)
    if not isinstance(body, L.Term) or not L.is_scalar(body) or not is_formula(body):
        return None
    found = {n.name: n for n in body.free if isinstance(n, L.Var)}
    if argument not in found or not set(names) <= found.keys():
        return None
    if head.symbol.name in _OF_PROBABILITIES and L.is_index_space(space):
        m.context.presume(*_positive(body, point))
    squares = frozenset(k for k, each in enumerate(given) if isinstance(each, Script) and each.above == Numeral("2"))
    parametrized = tuple(found[name] for name in names)
    return head.name, Defined((point,), body, given=parametrized, squared_given=squares)


def _positive(body: L.Term, point: L.Var) -> Iterator[L.Node]:
    r"""That \lambda in \lambda^y e^{-\lambda} / y! is positive: its powers are factors of probabilities, at each y."""
    factors = body.walk() if isinstance(body, L.Times | L.Quotient | L.Power) else ()
    for node in factors:
        if isinstance(node, L.Power) and point in node.exponent.free and point not in node.base.free and node.base.free:
            yield node.base > 0


def at_parameters(m: Meaning, known: Defined, bracket: Bracket) -> L.Term | None:
    """The body of such a density at the values behind the bar; None where these are not as many as it has."""
    given = bracket.given or ()
    if not given:
        return known.body
    if len(given) != len(known.given):
        return None
    values = [m.term(each) for each in given]
    put = [root(v) if k in known.squared_given else v for k, v in enumerate(values)]
    if any(L.linear(L.home_of(value)) is not L.linear(n.space) for value, n in zip(put, known.given, strict=True)):
        return None
    return L.substitute(known.body, dict(zip(known.given, put, strict=True)))


def law_with_its_parameters(m: Meaning, head: Head, bracket: Bracket) -> L.Law | None:
    """The known law of the X of f(X; mu), where all that stands behind the bar are parameters of it; else None."""
    if head.symbol.name not in _LETTERS or head.primes or len(bracket.items) != 1 or not bracket.given:
        return None
    name = name_of(bracket.items[0]) or ""
    laws = m.context.laws
    law = laws.get(head.name.partition("_")[2].strip("{}")) or laws.get(name) or laws.get(name.upper())
    if not isinstance(law, L.Family) or head.name in laws:
        return None
    names = {n.name for n in law.free}
    parameters = [arguments.argument(each) for each in bracket.given]
    return law if all(each in names and each not in m.context.laws for each in parameters) else None


def _may_be(m: Meaning, head: Head) -> bool:
    """Whether a head is a letter for a density of which nothing else is said."""
    context = m.context
    known = (context.functions, context.values, context.laws, context.maps)
    return head.symbol.name in _LETTERS and not any(head.name in names for names in known)


def _is_of_one_kind(m: Meaning, head: Head, argument: str, names: list[str], bar: str) -> bool:
    """Whether the letter stands for this density alone: no use of it has other things behind the bar, or a parameter
    before it."""
    for use in m.context.survey.uses(head.name):
        if len(use.items) != 1 or name_of(use.items[0]) in names:
            return False
        if use.given is None and bar != ";":
            return False
        if use.given is not None and (len(use.given) != len(names) or argument in map(name_of, use.given)):
            return False
    return not any(m.densities.is_variable(name) and name in m.context.laws for name in names)


def _shows_a_law(node: Syntax) -> bool:
    match node:
        case Multiply((symbol, Bracket()), _) if (head := head_of(symbol)) is not None:
            return family_of(head) is not None
    return False


__all__ = ["at_parameters", "defined", "law_with_its_parameters"]
