r"""What the left side of an equation or of X \sim law names, x, \sigma^2, f(x), and laws as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ... import language as L
from ..laws import factors
from ..laws.densities import stem
from ..meaning import Meaning
from ..names import name_of
from ..probability.random_names import is_random
from ..shapes.shapes import bare
from ..syntax import Add, Bracket, Dots, Multiply, Numeral, Script, Symbol, Syntax, Unread
from ..terms.arrays import RowVector, Value
from ..terms.calls import is_rate, is_score, operator_meant
from ..terms.defined import Defined
from ..uses.arguments import argument
from ..uses.heads import Head, family_of, head_of, undotted
from ..uses.superscripts import unsquared


def law_written(node: Syntax) -> bool:
    """Whether an expression is a named law without a point: \\mathcal N(3, 2)."""
    match node:
        case Multiply((head_node, Bracket("(", _, ")", None)), ("", "")):
            head = head_of(head_node)
            return head is not None and family_of(head) is not None
    return False


def law_at_point(node: Syntax, point: Syntax) -> Multiply | None:
    r"""\mathcal N(x | \mu, \sigma) at the very point that the left side has, as \mathcal N(\mu, \sigma); else None."""
    match node:
        case Multiply((head_node, Bracket("(", (item,), ")", given) as bracket), ("", "")) if given is not None:
            head = head_of(head_node)
            if head is not None and family_of(head) is not None and item == point:
                return Multiply((head_node, Bracket("(", given, ")", span=bracket.span)), ("", ""), span=node.span)
    return None


def at_its_point(m: Meaning, node: Syntax, items: tuple[Syntax, ...]) -> Syntax:
    r"""\mathcal N(z; \mu, \sigma^2) where \mathcal N(\mu, \sigma^2) is set equal to a density at z; else the node."""
    match node:
        case Multiply((head, Bracket("(", parameters, ")", None)), ("", "")) if len(items) == 1 and law_written(node):
            m.remarks.append("a density at a point is set equal to a distribution")
            at = Bracket("(", items, ")", parameters, ";", span=node.span)
            return Multiply((head, at), ("", ""), span=node.span)
    return node


def is_collection(left: Syntax, right: Syntax) -> bool:
    r"""Whether data are said to be what their index tells: y = \{y_1, ..., y_n\}."""
    match right:
        case Bracket("{", (*members, Dots(), last), "}", None):
            return name_of(left) is not None and all(
                isinstance(each, Script) and each.base == left and each.below is not None for each in (*members, last)
            )
    return False


def plain_name(m: Meaning, node: Syntax) -> str | None:
    """The name that a left side is, if it is one that can be given a value."""
    name = name_of(node)
    context = m.context
    if name is None or name in context.laws or name in context.random or name in context.fog or name in m.bound:
        return None
    if name in ("pi", "infty") or (name == "e" and not m.shapes.is_array("e")):  # residuals e = y - X b are a vector
        return None
    if name in context.survey.running or name in context.survey.random:
        return None
    if m.densities.is_variable(name):
        return None
    if isinstance(node, Script) and node.below is not None and context.survey.is_index(node.below):
        return None
    return name


def is_hypothesis(node: Syntax) -> bool:
    r"""Whether a node before a colon names a hypothesis that is put to a test: H_0, \neg H_0."""
    name = name_of(node.factors[-1] if isinstance(node, Multiply) else node)
    return name is not None and bare(name) == "H"


def squared_name(m: Meaning, node: Syntax) -> str | None:
    r"""The name whose square a left side \sigma^2 gives the value of."""
    inside = unsquared(node)
    return None if inside is None else plain_name(m, inside)


def inverted_name(m: Meaning, node: Syntax) -> str | None:
    r"""The name whose inverse a left side S_N^{-1} gives the value of."""
    match node:
        case Script(base, below, Add((Numeral("1"),), ("-",)), 0):
            return plain_name(m, Script(base, below) if below is not None else base)
    return None


def function_written(m: Meaning, node: Syntax, body: Syntax) -> tuple[str, tuple[Syntax, ...]] | None:
    """The function and its arguments that a left side f(x) is a value of, if the arguments are plain names.

    Where a name has a value already, f(x) = body defines f only if x stands in the body; and never if f does.
    """
    match node:
        case Multiply((head_node, Bracket("(", items, ")", None) as bracket), ("", "")):
            head = head_of(head_node)
            if head is None or head.power is not None or undotted(head, m.context.functions).primes:
                return None
            if _is_rate(m, head):
                return None  # \dot x(t) = v is an equation about x, whatever that is
            if is_rate(head, bracket):
                return None
            if m.factors is not None and factors.law(m, m.factors, head_node) is not None:
                return None
            names = [argument(i) for i in items]
            context = m.context
            numbers = {"infty", "pi"} - context.survey.labels.keys()  # beside \pi_k, \pi is a vector
            if None in names or len(set(names)) != len(names) or not numbers.isdisjoint(names):
                return None
            inside = set(_names(body))
            if head.name in inside or any(n in context.values and n not in inside for n in names):
                return None  # f(y) = f(x) + 1 is an equation about f
            if head.name in context.laws or f"{head.name}(" in context.fog:
                return None
            of_law = family_of(head) is not None and not is_score(context, head, bracket)
            if of_law or operator_meant(context, head, bracket) is not None:
                return None
            word = head.symbol.font in ("rm", "text", "cal", "bb") and len(head.symbol.name) > 1
            if word and (len(items) > 1 or any(is_random(m, n) for n in names if n is not None)):
                return None  # Skew(X) is a number that belongs to X, no function of numbers
            if any(n is not None and n[:1].isupper() and n not in inside and is_random(m, n) for n in names):
                return None  # nor is h(Y) = \log a of a random variable Y
            if head.name in ("P", "Pr") and not any(n in inside or (n or "a").islower() for n in names):
                return None  # nor is P(A) = 0.6 of an event
            coordinates = {name_of(n.base) for n in body.walk() if isinstance(n, Script) and n.below is not None}
            if (inside | coordinates).isdisjoint(names) and _is_value_at_point(m, head.name, items):
                return None
            return head.name, items
    return None


_VARIABLES = frozenset("xtyzuvwrkn")  # and Greek letters, by which parameters are called


def _is_value_at_point(m: Meaning, head: str, items: tuple[Syntax, ...]) -> bool:
    """Whether f(a) = 2 says what f is at a, and not everywhere: a is no letter for a variable, or equations begin with
    the values of f at others, which are as many."""
    uses = [use.items for use in m.context.survey.applications if use.head == head and len(use.items) == len(items)]
    written = {arguments for arguments in uses if all(map(name_of, arguments))}
    names = [name for name in map(name_of, items) if name is not None]
    return (len(items) == 1 and len(written) > 1) or any(len(n) == 1 and n not in _VARIABLES for n in names)


def path(name: str, right: Syntax) -> Syntax | None:
    """The t of x = x(t), which says that the number x varies with t."""
    match right:
        case Multiply((head, Bracket("(", (Symbol() as variable,), ")", None)), ("", "")) if name_of(head) == name:
            return variable
    return None


def _is_rate(m: Meaning, head: Head) -> bool:
    r"""Whether it is the \dot x of a page on which x is a function, too."""
    if head.symbol.accents[-1:] not in (("dot",), ("ddot",)):
        return False
    plain = replace(head.symbol, accents=head.symbol.accents[:-1])
    return name_of(plain if head.below is None else Script(plain, head.below)) in m.context.survey.heads()


def within_itself(node: Syntax, body: Syntax) -> str | None:
    """The function of which a value is told by others, T(n) = 2 T(n / 2) + n, f'(x) = f(x); else None."""
    match node:
        case Multiply((head_node, Bracket("(", _, ")", None)), ("", "")):
            head = head_of(head_node)
            inside = (head_of(n) for n in body.walk() if isinstance(n, Symbol | Script))
            if head is not None and any(other is not None and other.name == head.name for other in inside):
                return head.name
    return None


def _names(node: Syntax) -> Iterator[str]:
    """The names in an expression; that of y_0 is one, and none of y."""
    match node:
        case Script(Symbol(), Syntax() as below, above, _) if (name := name_of(replace(node, above=None))) is not None:
            yield name
            inside: tuple[Syntax, ...] = (below,) if above is None else (below, above)
        case _:
            if (name := name_of(node)) is not None:
                yield name
            inside = tuple(node.children())
    for child in inside:
        yield from _names(child)


def define_function(m: Meaning, name: str, arguments: tuple[Syntax, ...], body: Syntax) -> L.Term:
    """f(x) = body: from here on f means that.  Returns the body in the function's own arguments."""
    variables = []
    for each in arguments:
        called = argument(each)
        assert called is not None
        space = m.context.spaces.get(called) or m.shapes.space(called)
        if space is None:
            of_functions = not m.context.is_density(name) or _is_argument_only(called, body)
            space = m.densities.space(called) if m.densities.is_variable(called) and of_functions else L.R
        variables.append(L.Var(called, space))
    of_densities = frozenset(k for k, v in enumerate(variables) if _is_applied(m, v.name, body))
    try:
        value = _at(m, body, variables, of_densities)
    except Unread:
        vectors = [v.name for v in variables if isinstance(v.space, L.Vectors)]
        if not vectors:
            raise
        # g(z) = 1/(1 + e^{-z}) has no meaning at the vector that z is elsewhere: here it is a letter for any number.
        variables = [L.Var(v.name, L.R) if v.name in vectors else v for v in variables]
        value = _at(m, body, variables, of_densities)
        m.remarks.append(f"in the formula for {name}, {' and '.join(vectors)} stands for any number")
    if isinstance(value, RowVector):
        raise Unread("a function whose values are row vectors", body.span)
    squares = frozenset(k for k, each in enumerate(arguments) if name_of(each) is None)
    m.context.functions[name] = Defined(tuple(variables), value, squares, densities=of_densities)
    return value


def _at(m: Meaning, body: Syntax, variables: Sequence[L.Var], of_densities: frozenset[int]) -> Value:
    with m.binding({v.name: v for k, v in enumerate(variables) if k not in of_densities}):
        return m.value(body)


def _is_argument_only(name: str, node: Syntax) -> bool:
    r"""Whether a name stands in an expression as what functions are applied to, e^{-E(x)} / Z, and nowhere else."""
    match node:
        case Symbol() | Script() if name_of(node) == name:
            return False
        case Multiply(factors):
            pairs = zip((None, *factors), factors, strict=False)
            return all(_is_only_argument(name, before, each) for before, each in pairs)
    return all(_is_argument_only(name, child) for child in node.children())


def _is_only_argument(name: str, before: Syntax | None, factor: Syntax) -> bool:
    match before, factor:
        case Symbol() | Script(), Bracket("(", items, ")", None) if any(name_of(item) == name for item in items):
            return all(name_of(item) == name or _is_argument_only(name, item) for item in items)
    return _is_argument_only(name, factor)


def _is_applied(m: Meaning, name: str, body: Syntax) -> bool:
    r"""Whether a letter is a density of the page that a body applies, the q of L(q) = \int q(z) \log q(z) dz."""
    known = m.densities.variables.get(stem(name), ())
    return any(
        name_of(head) == name and isinstance(behind, Bracket) and {name_of(item) for item in behind.items} <= {*known}
        for node in body.walk()
        if isinstance(node, Multiply)
        for head, behind in pairwise(node.factors)
    )


__all__ = ["at_its_point", "define_function", "function_written", "is_collection", "is_hypothesis",
           "law_at_point", "law_written", "plain_name", "squared_name"]  # fmt: skip
