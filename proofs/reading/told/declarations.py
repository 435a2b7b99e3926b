r"""Declarations: \sigma > 0, \beta \in \mathbb R^p, X \sim \mathcal N(\mu, \sigma^2), p = \mathcal N(0, 1).

What they say is put into the context; ``Unread`` is raised for what is no declaration after all.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ... import language as L
from ..context import DENSITY_LETTERS, Context
from ..laws import categories, class_models, given_another
from ..laws.densities import count_arguments
from ..laws.laws import law_of, stated_density
from ..laws.laws_on_integers import law_of_failures, one_more_than_failures
from ..meaning import Meaning
from ..names import labelled, name_of
from ..probability import laws_by_joint_masses, unknown_events
from ..probability.functions_of_data import learn_group
from ..shapes import kinds, samples, unit_vectors
from ..shapes.sizes_in_words import Sized
from ..syntax import Add, Bracket, Dots, Mark, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..terms import shifts
from ..uses.running import ACTIONS, INDICES
from . import members_of_sets
from .numbers_in_words import Numbered
from .orders import between_ends, of_listed, order

UNKNOWN_SET = "a set that is not known"
NO_RANGE = "a set of numbers that is no range"
Z = L.Z_INTEGERS


def declare(m: Meaning, statement: Statement) -> None:
    r"""X \sim N(0, 1), x \in \mathbb{R}.  Raises ``Unread``."""
    left, right = statement.expressions[0], statement.expressions[1]
    if class_models.learn_law(m, statement):
        return
    if (told := given_another.written(statement)) is not None and given_another.learn(m, *told):
        return
    if left is None or right is None or len(statement.relations) != 1:
        raise Unread("a declaration of what is no name", statement.span)
    if statement.relations[0].symbol == "~":
        declare_law(m, [left], right)
    else:
        declare_member(m.context, m, left, right)


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
            m.context.functions[labelled("f", name)] = density
            continue
        if (trials := law_of_failures(m.context.said, law_syntax)) is not None and name[:1].isupper():
            failures, m.context.random[name] = one_more_than_failures(each)
            m.context.laws[failures.name] = law_of(m, trials)
            count_arguments(m.context, failures.name, m.context.laws[failures.name])
            continue
        law = categories.of_outcome(law_of(m, law_syntax), m.context.spaces.get(name))
        if (place := shifts.place_of(name)) is not None and shifts.members_in(law, place):
            raise Unread("the law that it has given another member of its sequence", each.span)
        m.context.laws[name] = law
        m.context.laws_written[name] = law_syntax, law
        m.context.masses.pop(name, None)
        laws_by_joint_masses.retell(m, name)
        m.context.drawn.pop(name, None)
        m.context.by_masses.discard(name)
        count_arguments(m.context, name, m.context.laws[name])
        _forget_density(m.context, name)
        given_another.learn_awaiting(m, name)


def _forget_density(context: Context, name: str) -> None:
    """Beside a law P the density p is that of P, no longer of another law: so where an answer meets a sheet."""
    small, law = name.lower(), context.laws[name]
    if name in DENSITY_LETTERS and context.laws.get(small, law) is not law:
        del context.laws[small]


def _data(m: Meaning, member: Script, law_syntax: Syntax) -> None:
    r"""y_i \sim law, i = 1, ..., n: each of the data has this law; if they are independent is not said."""
    stem, index = name_of(member.base), None if member.below is None else _place(m, member.base, member.below)
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
    for name in dict.fromkeys((stem, stem.lower())):
        if name is stem or (name in m.context.survey.labels and m.context.is_counted(name)):
            m.context.assume_counts(name, index, L.support(law))


def _place(m: Meaning, base: Syntax, below: Syntax) -> L.Term:
    """The index of data: it runs to their end even where a sum elsewhere stops before it."""
    home, name = m.family(name_of(base) or ""), name_of(below)
    whole = None if home is None else L.Range(L.Number(1), home.space.dimension)
    ranges = [(m.scalar(low), m.scalar(high)) for low, high in m.context.survey.ranges.get(name or "", ())]
    if whole is not None and name is not None and (whole.low, whole.high) in ranges:
        return L.Var(name, whole)
    return m.term(below)


def _factors_positive(condition: L.Node) -> tuple[L.Node, ...]:
    r"""What makes a parameter \lambda x_i positive: each of its factors is."""
    match condition:
        case L.Relation(L.Times(factors), ">", L.Number(zero)) if zero == 0:
            return tuple(factor > 0 for factor in factors if not isinstance(factor, L.Number))
    return (condition,)


def declare_member(context: Context, m: Meaning, element: Syntax, home: Syntax) -> None:
    r"""x \in \mathbb R^n, n \in \mathbb N, p \in [0, 1].  Raises ``Unread``."""
    name = name_of(element)
    if name is None:
        raise Unread("a membership of what is no name", element.span)
    if unit_vectors.is_said_again(m, element, home):
        return
    members_of_sets.assume(m, element, home)
    match home:
        case Script(Bracket("{") as members, None, Syntax() as size) if members_of_sets.assume_power(
            m, name, element, members, _size(context, m, size)
        ):
            pass
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
        case Bracket("{", (Numeral("1") as low, *_, Dots(), high), "}", None) if _is_index(context, name):
            context.spaces[name] = L.Range(m.scalar(low), _size(context, m, high))
        case Bracket("{"):
            raise Unread(NO_RANGE, home.span)
        case Script(Symbol("R" | "Q" | "Z" | "N", "bb")) | Symbol(_, "cal"):
            raise Unread("a set of which no more is known", home.span)
        case _:
            raise Unread(UNKNOWN_SET, home.span)


def _is_index(context: Context, name: str) -> bool:
    """Whether a letter tells places apart on the page, as a subscript, and is no value or size beside that."""
    survey = context.survey
    if name not in INDICES | ACTIONS or name not in survey.running or name in survey.valued | survey.counting:
        return False
    return any(name_of(part) == name for labels in survey.labels.values() for each in labels for part in each.walk())


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
    """The names that words call integers, unless something else is said of them; of all in a list with dots it is not
    read."""
    for each in numbered:
        name = name_of(each.name) or ""
        if each.listed and (each.integer or not each.rows):
            _doubt_all(context, each)
        elif each.listed:
            continue
        elif each.integer and name not in context.spaces.keys() | context.values.keys() | context.matrices.keys():
            context.spaces[name] = Z


def _doubt_all(context: Context, each: Numbered) -> None:
    name = name_of(each.name) or ""
    for doubted in (name.split("_")[0], name):
        context.fog.setdefault(doubted, "what is said of all in a list")


def assume_signs(m: Meaning, numbered: Iterable[Numbered]) -> None:
    """What words say of the signs of numbers; of what is no number it is not read."""
    for each in numbered:
        for row in each.rows if each.listed and not each.integer else ():
            if said := of_listed(m, row):
                m.context.assume(*said)
                m.context.presume(*(h.var.space.high >= 1 for h in said if isinstance(h, L.ForAll)))  # there are any
            else:
                _doubt_all(m.context, each)
        for statement in () if each.listed else each.orders:
            try:
                m.context.assume(*(unknown_events.everywhere(m, statement) or order(m, statement)))
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


__all__ = [
    "NO_RANGE",
    "UNKNOWN_SET",
    "assume_signs",
    "declare",
    "declare_integers",
    "declare_law",
    "declare_member",
    "declare_sized",
]
