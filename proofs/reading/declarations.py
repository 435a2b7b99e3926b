r"""Declarations: \sigma > 0, \beta \in \mathbb R^p, X \sim \mathcal N(\mu, \sigma^2), p = \mathcal N(0, 1).

What they say is put into the context; ``Unread`` is raised for what is no declaration after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from .. import language as L
from . import categories, factors, kinds, samples
from .arrays import RowVector
from .calls import operator_meant
from .context import DENSITY_LETTERS, Context, Defined
from .densities import count_arguments
from .functions_of_data import learn_group
from .heads import family_of, head_of
from .laws import law_of, stated_density
from .laws_on_integers import law_of_failures, one_more_than_failures
from .meaning import RELATIONS, Meaning
from .names import name_of
from .numbers_in_words import Numbered
from .outcomes import is_random
from .shapes import bare
from .sizes_in_words import Sized
from .syntax import Add, Bracket, Dots, Mark, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax, Unread

UNKNOWN_SET = "a set that is not known"
_SQUARED = ("sigma", "tau")  # parameters whose square is written for them
ORDERS = ("<=", "<", ">=", ">", "!=")
Z = L.Z_INTEGERS


def declare_law(m: Meaning, names: list[Syntax], law_syntax: Syntax) -> None:
    """X, Y \\sim law: the random variables have this law.  Raises ``Unread``."""
    for each in names:
        name = name_of(each)
        if name is None:
            law_of(m, law_syntax)  # its parameters are valid
            raise Unread("a law of what is no name", each.span)
        if isinstance(each, Script) and each.below is not None and m.context.survey.is_index(each.below):
            _data(m, each, law_syntax)
            continue
        if (density := stated_density(m, law_syntax)) is not None:
            m.context.functions[f"f_{name}"] = density
            continue
        if (law := law_of_failures(m.context.said, law_syntax)) is not None and name[:1].isupper():
            failures, m.context.random[name] = one_more_than_failures(each)
            m.context.laws[failures.name] = law_of(m, law)
            continue
        m.context.laws[name] = categories.of_outcome(law_of(m, law_syntax), m.context.spaces.get(name))
        count_arguments(m.context, name, m.context.laws[name])
        _forget_density(m.context, name)


def _forget_density(context: Context, name: str) -> None:
    """Beside a law P the density p is that of P, no longer of another law: so where an answer meets a sheet."""
    small, law = name.lower(), context.laws[name]
    if name in DENSITY_LETTERS and context.laws.get(small, law) is not law:
        del context.laws[small]


def _data(m: Meaning, member: Script, law_syntax: Syntax) -> None:
    r"""y_i \sim law, i = 1, ..., n: each of the data has this law; if they are independent is not said."""
    stem, index = name_of(member.base), m.term(member.below) if member.below is not None else None
    runs = isinstance(index, L.Var) and isinstance(index.space, L.Range) and index.name not in m.bound
    if stem is None or not isinstance(index, L.Var) or not runs or m.family(stem) is None:
        law = law_of(m, law_syntax)  # its parameters are valid
        learn_group(m, member, law)
        return
    with m.binding({index.name: index}):
        law = law_of(m, law_syntax)
    for condition in law.conditions() if isinstance(law, L.Family) else ():
        for each in _factors_positive(condition):
            m.context.assume(L.forall(index, each) if index in each.free else each)
    m.context.data[stem] = index, law
    if isinstance(index.space, L.Range) and index.space.low is L.Number(1) and isinstance(index.space.high, L.Var):
        m.context.presume(index.space.high >= 1)  # there are any
    home = L.support(law)
    if isinstance(home, L.Integers | L.Range):
        count = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
        m.context.assume(L.forall(index, count >= (home.low if isinstance(home, L.Range) else 0)))
        if isinstance(home, L.Range):
            m.context.assume(L.forall(index, count <= home.high))


def _factors_positive(condition: L.Node) -> tuple[L.Node, ...]:
    r"""What makes a parameter \lambda x_i positive: each of its factors is."""
    match condition:
        case L.Relation(L.Times(factors), ">", L.Number(zero)) if zero == 0:
            return tuple(factor > 0 for factor in factors if not isinstance(factor, L.Number))
    return (condition,)


def is_collection(left: Syntax, right: Syntax) -> bool:
    r"""Whether data are said to be what their index tells: y = \{y_1, ..., y_n\}."""
    match right:
        case Bracket("{", (*members, Dots(), last), "}", None):
            return name_of(left) is not None and all(
                isinstance(each, Script) and each.base == left and each.below is not None for each in (*members, last)
            )
    return False


def declare_member(context: Context, m: Meaning, element: Syntax, home: Syntax) -> None:
    r"""x \in \mathbb R^n, n \in \mathbb N, p \in [0, 1].  Raises ``Unread``."""
    name = name_of(element)
    if name is None:
        raise Unread("a membership of what is no name", element.span)
    match home:
        case Symbol("R", "bb"):
            context.spaces[name] = L.R
        case Symbol("N", "bb") | Script(Symbol("N", "bb"), _, None):
            context.spaces[name] = Z
            context.assume(L.Var(name, Z) >= (0 if isinstance(home, Script) else 1))
        case Symbol("Z", "bb"):
            context.spaces[name] = Z
        case Script(Symbol("R", "bb"), below, above):
            _real(context, m, element, below, above, home)
        case Bracket("[" | "(", (_, _), "]" | ")", None):
            context.assume(*between_ends(m, name, home))
        case Bracket("{", items, "}", None) if (integers := _integers(items)) is not None:
            context.spaces[name] = integers
        case Bracket("{"):
            raise Unread("a set of numbers that is no range", home.span)
        case Script(Symbol("R" | "Q" | "Z" | "N", "bb")) | Symbol(_, "cal"):
            raise Unread("a set of which no more is known", home.span)
        case _:
            raise Unread(UNKNOWN_SET, home.span)


def between_ends(m: Meaning, name: str, home: Syntax) -> tuple[L.Relation, ...]:
    """What a number in an interval is above and below; of another set nothing.  Raises ``Unread``."""
    match home:
        case Bracket("[" | "(" as left, (low, high), "]" | ")" as right, None):
            x, a, b = L.Var(name, m.context.space_of_number(name)), m.scalar(low), m.scalar(high)
            above = () if a is L.Neg(L.oo) else (x >= a if left == "[" else x > a,)
            return above if b is L.oo else (*above, x <= b if right == "]" else x < b)
    return ()


def _integers(items: tuple[Syntax, ...]) -> L.Range | None:
    r"""A set of successive integers, {0, 1} or {1, \dots, 6}; None for another set."""
    values = [int(item.text) for item in items if isinstance(item, Numeral) and item.text.isdigit()]
    dots = [k for k, item in enumerate(items) if isinstance(item, Dots)]
    if len(values) < 2 or len(values) + len(dots) != len(items) or dots not in ([], [len(items) - 2]):
        return None
    *steps, last = [b - a for a, b in pairwise(values)]
    follow = all(step == 1 for step in steps) and (last == 1 or (bool(dots) and last > 0))
    return L.Range(L.Number(values[0]), L.Number(values[-1])) if follow else None


def declare_sized(context: Context, m: Meaning, sized: Sized) -> None:
    """What words say of the sizes of matrices, and of what kind they are."""
    for member in sized.members:
        element, home = member.expressions
        assert element is not None and home is not None
        name = name_of(element) or ""
        if name in context.values:
            continue
        try:
            declare_member(context, m, element, home)
        except Unread as reason:
            context.fog.setdefault(name, reason.reason)
            continue
        facts = kinds.facts(sized.properties, L.Var(name, context.spaces[name]))
        if facts is None:
            context.fog.setdefault(name, f"that it is {' '.join(sized.properties)}")
        else:
            context.assume(*facts)


def declare_integers(context: Context, numbered: Iterable[Numbered]) -> None:
    """The names that words call integers, unless something else is said of them; of some in a list with dots it is not
    read which."""
    for each in numbered:
        name = name_of(each.name) or ""
        if each.listed:
            context.fog.setdefault(name.split("_")[0], "what is said of all in a list")
            context.fog.setdefault(name, "what is said of all in a list")
        elif each.integer and name not in context.spaces.keys() | context.values.keys() | context.matrices.keys():
            context.spaces[name] = Z


def assume_signs(m: Meaning, numbered: Iterable[Numbered]) -> None:
    """What words say of the signs of numbers; of what is no number it is not read."""
    for each in numbered:
        for statement in () if each.listed else each.orders:
            try:
                m.context.assume(*order(m, statement))
            except Unread as reason:
                m.context.fog.setdefault(name_of(each.name) or "", reason.reason)


def _real(
    context: Context, m: Meaning, element: Syntax, below: Syntax | None, above: Syntax | None, home: Syntax
) -> None:
    name = name_of(element) or ""
    positive = any(isinstance(s, Mark) and s.sign == "+" for s in (below, above))
    bounds = [s for s in (below, above) if isinstance(s, Add | Bracket)]
    if positive and (below is None or above is None):
        context.spaces[name] = L.R
        context.assume(L.Var(name, L.R) > 0)
        return
    match above:
        case Multiply((rows, columns), (_, "\\times" | "×" | "times")) if not bounds:
            r, c = _size(context, m, rows), _size(context, m, columns)
            context.spaces[name] = L.Vectors(r) if c == L.Number(1) else L.Matrices(r, c)
        case Symbol() | Numeral() | Script() if below is None:
            if not samples.declare(m, element, dimension := _size(context, m, above)):
                context.spaces[name] = L.Vectors(dimension)
        case _:
            raise Unread(UNKNOWN_SET, home.span)


def _size(context: Context, m: Meaning, node: Syntax) -> L.Term:
    """A dimension: a number, or a name that becomes an integer by being one."""
    name = name_of(node)
    if name is not None and name not in context.values:
        context.survey.counting.add(name)
        return L.Var(name, Z)
    return m.scalar(node)


def _may_list(words: str) -> bool:
    """Whether names behind such words may be a list that something is said of: ``for a, b > 0``."""
    return not words or words.lower().lstrip("(").startswith(("for", "where", "with", "if", "when"))


def of_each(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """The statements of a row; what is said of the last name of a list, a, b > 0, is said of each."""
    names: list[Statement] = []
    for statement in statements:
        if not statement.relations and name_of(statement.expressions[0]) is not None and _may_list(statement.words):
            names.append(statement)
            continue
        if statement.relations and statement.relations[0].symbol in (*ORDERS, "in", "~") and not statement.words:
            for name in names:
                yield replace(
                    statement, expressions=(name.expressions[0], *statement.expressions[1:]), words=name.words
                )
        else:
            yield from names
        names.clear()
        yield statement
    yield from names


def order(m: Meaning, statement: Statement) -> list[L.Relation | L.ForAll]:
    r"""A chain of orders as relations between numbers, 0 < p < 1; of \sigma_j > 0 for every j."""
    found: list[L.Relation | L.ForAll] = []
    pairs = zip(statement.expressions, statement.relations, statement.expressions[1:], strict=False)
    for left, sign, right in pairs:
        if left is None or right is None or sign.symbol not in RELATIONS:
            raise Unread("no order between numbers", statement.span)
        if (isinstance(left, Symbol) and left.name == "infty") or (isinstance(right, Symbol) and right.name == "infty"):
            continue
        for relation in _without_bars(L.Relation(m.scalar(left), RELATIONS[sign.symbol], m.scalar(right))):
            general = relation if _is_about_an_index(relation) else for_every(m, relation)
            assert isinstance(general, L.Relation | L.ForAll)
            found.append(general)
    return found


def _without_bars(relation: L.Relation) -> tuple[L.Relation, ...]:
    """|x| < c as -c < x and x < c, which bound x by themselves."""
    match relation:
        case L.Relation(L.Apply(L.Elementary("abs"), (x,)), ("<" | "<=") as symbol, c):
            return L.Relation(L.Neg(c), symbol, x), L.Relation(x, symbol, c)
        case L.Relation(_, ">" | ">=", L.Apply(L.Elementary("abs"), _)):
            return _without_bars(relation.flipped())
    return (relation,)


def _is_about_an_index(relation: L.Relation) -> bool:
    return any(isinstance(side, L.Var) and isinstance(side.space, L.Range) for side in (relation.left, relation.right))


def for_every(m: Meaning, statement: L.Node, points: bool = False) -> L.Node:
    """The statement for all values of the index that its names have, where that runs over a range.

    With ``points`` it holds for all points of the unnamed spaces too.
    """
    if points:
        for name in sorted(statement.free, key=lambda n: n.name):
            if isinstance(name, L.Var) and isinstance(name.space, L.Abstract | L.Slot):
                statement = L.ForAll(statement, name)
    survey = m.context.survey
    running = [
        i
        for i in sorted(statement.free, key=lambda n: n.name)
        if isinstance(i, L.Var) and isinstance(i.space, L.Range) and i.name in survey.running - survey.places
    ]
    return L.forall(running[0], statement) if len(running) == 1 and running[0].name not in m.bound else statement


def is_assumption(statement: Statement) -> bool:
    """Whether an order is about names and numbers alone, as assumptions are: \\sigma > 0, a < b < 1, |x - a| < 1."""
    if any(e is None for e in statement.expressions):
        return False
    parts = [part for e in statement.expressions if e is not None for part in _within_bars(e)]
    return all(map(_simple, parts)) and any(name_of(part) is not None for part in parts)


def _within_bars(node: Syntax) -> tuple[Syntax, ...]:
    """The summands within the bars of an absolute value, |x - a|; another expression as it is."""
    match node:
        case Bracket("|", (Add(parts),), "|", None):
            return parts
        case Bracket("|", (Syntax() as inner,), "|", None):
            return (inner,)
    return (node,)


def _simple(node: Syntax) -> bool:
    match node:
        case Numeral():
            return True
        case Add((Numeral() | Symbol(),), ("-" | "+",)):
            return True
    return name_of(node) is not None


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


def plain_name(m: Meaning, node: Syntax) -> str | None:
    """The name that a left side is, if it is one that can be given a value."""
    name = name_of(node)
    context = m.context
    if name is None or name in context.laws or name in context.random or name in context.fog or name in m.bound:
        return None
    if name in ("pi", "e", "infty") or name in context.survey.running or name in context.survey.random:
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
    match node:
        case Script(base, below, Numeral("2"), 0):
            return plain_name(m, Script(base, below) if below is not None else base)
    return None


def function_written(m: Meaning, node: Syntax, body: Syntax) -> tuple[str, tuple[Syntax, ...]] | None:
    """The function and its arguments that a left side f(x) is a value of, if the arguments are plain names.

    Where a name has a value already, f(x) = body defines f only if x stands in the body; and never if f does.
    """
    match node:
        case Multiply((head_node, Bracket("(", items, ")", None) as bracket), ("", "")):
            head = head_of(head_node)
            if head is None or head.power is not None or head.primes:
                return None
            if m.factors is not None and factors.law(m, m.factors, head_node) is not None:
                return None
            names = [argument(i) for i in items]
            if None in names or len(set(names)) != len(names) or "infty" in names or "pi" in names:
                return None
            context = m.context
            inside = {name_of(n) for n in body.walk()}
            if head.name in inside or any(n in context.values and n not in inside for n in names):
                return None  # f(y) = f(x) + 1 is an equation about f
            if head.name in context.laws or f"{head.name}(" in context.fog:
                return None
            if family_of(head) is not None or operator_meant(context, head, bracket) is not None:
                return None
            word = head.symbol.font in ("rm", "text", "cal", "bb") and len(head.symbol.name) > 1
            if word and (len(items) > 1 or any(is_random(m, n) for n in names if n is not None)):
                return None  # Skew(X) is a number that belongs to X, no function of numbers
            return head.name, items
    return None


def argument(node: Syntax) -> str | None:
    r"""The name that an argument is, or that it is the square of, \sigma^2, which is written for a parameter."""
    match node:
        case Script(base, None, Numeral("2"), 0) if (name := name_of(base)) is not None and bare(name) in _SQUARED:
            return name
    return name_of(node)


def define_function(m: Meaning, name: str, arguments: tuple[Syntax, ...], body: Syntax) -> L.Term:
    """f(x) = body: from here on f means that.  Returns the body in the function's own arguments."""
    variables = []
    for each in arguments:
        called = argument(each)
        assert called is not None
        space = m.context.spaces.get(called) or m.shapes.space(called)
        if space is None:
            made_of_densities = m.densities.is_variable(called) and not m.context.is_density(name)
            space = m.densities.space(called) if made_of_densities else L.R
        variables.append(L.Var(called, space))
    with m.binding({v.name: v for v in variables}):
        value = m.value(body)
    if isinstance(value, RowVector):
        raise Unread("a function whose values are row vectors", body.span)
    squares = frozenset(k for k, each in enumerate(arguments) if name_of(each) is None)
    m.context.functions[name] = Defined(tuple(variables), value, squares)
    return value


__all__ = ["ORDERS", "Sign", "argument", "at_its_point", "declare_law", "declare_member", "define_function",
           "function_written", "is_assumption", "is_hypothesis", "law_at_point", "law_written", "order", "plain_name",
           "squared_name"]  # fmt: skip
