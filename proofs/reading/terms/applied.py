r"""Values of what stands before a bracket: f(x), p(x|y), \Gamma(a), \mathcal N(x; \mu, \sigma^2), \mathrm E[X]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..laws import categories, class_models, densities_of_models, factors, label_models, models, moving, parametric
from ..laws.densities import law_of_letter, stem
from ..laws.laws import law_of_parameters
from ..names import is_event, name_of, to_latex
from ..probability import (
    entropies_of_numbers,
    events,
    events_by_words,
    events_of_members,
    functions_of_variables,
    means,
    poisson_processes,
    sums_of_variables,
    unknown_events,
    values_of_joint_masses,
    values_of_masses,
)
from ..probability.joint_events import is_of_event, probability
from ..probability.outcomes import at_outcomes
from ..probability.probabilities import distribution_function, distribution_value
from ..probability.random_names import depends_on, estimate
from ..shapes import told_shapes
from ..syntax import Bracket, Script, Span, Statement, Symbol, Syntax, Unread
from ..uses.heads import Head, family_of, head_of, undotted
from ..uses.superscripts import is_minus_one, is_transposition
from ..uses.uses import Applied
from . import (
    arrays,
    elementwise,
    functions_by_coordinates,
    functions_shown,
    indicators,
    inverses,
    maps,
    matrix_functions,
    normal_functions,
    partials,
    rates,
    sigmoids,
)
from .arrays import RowVector, Value
from .calls import Call, call, operator_meant
from .defined import Defined, root
from .transforms import generated, generating_function, of_made

if TYPE_CHECKING:
    from ..meaning import Meaning

_OF_PROCESSES = frozenset(("P", "Pr", "E", "Var", "var", "V", "Cov", "cov", "Corr", "corr", "rho"))


def application(m: Meaning, factor: Syntax, follower: Syntax) -> Value | None:
    """The application of ``factor`` to the bracket ``follower``, or None where the two are a product."""
    outer: Syntax | None = None
    value: Value | None = indicators.applied(m, factor, follower)
    if value is None:
        value = maps.applied(m, factor, follower)
    if value is not None:
        return value
    if isinstance(follower, Script) and isinstance(follower.base, Bracket) and not follower.primes:
        if follower.below is not None and functions_by_coordinates.is_vector_valued(m, factor):
            head = head_of(factor, follower.base)
            whole = None if head is None else _applied(m, head, follower.base, None)
            if isinstance(whole, L.Term):
                part = functions_by_coordinates.coordinate(m, whole, follower.below)
                return part if follower.above is None else L.Power(part, m.scalar(follower.above))
        if follower.below is not None and not means.operator_of(factor):
            _refuse_coordinate(m, factor, follower.base, follower.span)
            return None
        outer, below, follower = follower.above, follower.below, follower.base
    else:
        below = None
    if not isinstance(follower, Bracket):
        return None
    head = head_of(factor, follower)
    if head is None:
        return of_made(m, factor, follower) if outer is None and below is None else None
    head = undotted(head, m.context.functions)
    if m.factors is not None and below is None:
        value = factors.density(m, m.factors, factor, follower)
    if value is None:
        value = _applied(m, head, follower, below)
    if value is None or outer is None:
        return value
    if isinstance(value, RowVector):
        raise Unread("a power of a row vector", factor.span)
    if is_transposition(outer):
        return matrix_functions.transpose(value, factor)
    return L.Power(value, m.scalar(outer))


def _refuse_coordinate(m: Meaning, factor: Syntax, bracket: Bracket, span: Span) -> None:
    r"""Raises ``Unread`` for \sigma(z)_i, a coordinate of what \sigma makes of z; a number before (z)_i is a factor."""
    name = name_of(factor)
    if name is None or bracket.left != "(" or not all(name_of(item) is not None for item in bracket.items):
        return
    context = m.context
    known = name in m.bound or name in context.values or name in context.spaces or context.is_parameter(name)
    if not known:
        raise Unread(f"{name}(...) with an index behind it: a coordinate of a value of {name}, or a product", span)


def _applied(m: Meaning, head: Head, bracket: Bracket, below: Syntax | None) -> Value | None:
    if m.context.classes is not None and (of_class := class_models.applied(m, head, bracket, below)) is not None:
        return of_class
    if m.context.labels is not None and (of_label := label_models.applied(m, head, bracket, below)) is not None:
        return of_label
    if m.outcomes and (estimated := m.outcomes.get(estimate(m, head.name, bracket) or "")) is not None:
        return estimated
    if m.context.processes and head.symbol.name in _OF_PROCESSES and poisson_processes.times(m, bracket):
        with poisson_processes.written_out(m, bracket) as counts:
            return _applied(m, head, counts, below)
    if head.symbol.name in ("P", "Pr") and (single := events_of_members.members(m, bracket)):
        if (mass := events_of_members.at_its_value(m, bracket)) is not None:
            return mass
        with events_of_members.apart(m, single):
            return _applied(m, head, bracket, below)
    plainly = below is None and head.power is None and bracket.given is None and not head.primes
    if plainly and partials.value(m.context, head.name) is not None:
        slope = partials.at(m.context, head.name, [m.term(item) for item in bracket.items])
        if slope is not None:
            return slope
    kind = Call.FUNCTION if _generates(m, head, bracket) else call(m.context, m.shapes, head, bracket, m.bound)
    if kind in (Call.FUNCTION, Call.DEFINED) and below is None and is_minus_one(head.power):
        plain = kind is Call.FUNCTION and bracket.given is None and len(bracket.items) == 1
        if plain and (found := inverses.value(m, head, bracket.items[0])) is not None:
            return found
        return inverse(m, rf"{to_latex(head.name)}^{{-1}}", bracket.items, bracket.given is not None, head.symbol.span)
    may_move = kind in (Call.DENSITY, Call.QUANTITY, Call.FUNCTION) and below is None and head.power is None
    if may_move and (moved := moving.value(m, head.name, bracket)) is not None:
        return moved
    may_be_law = kind in (Call.DENSITY, Call.QUANTITY, Call.FUNCTION)
    own = parametric.law_with_its_parameters(m, head, bracket) if may_be_law else None
    if own is not None:
        return own(_argument(m, bracket.items[0], L.support(own)))
    match kind:
        case Call.OPERATOR:
            operator = operator_meant(m.context, head, bracket)
            assert operator is not None
            with m.at_outcomes(False):
                return means.apply(m, operator, head, bracket, below)
        case _ if below is not None:
            return None
        case Call.PRODUCT:
            return None
        case Call.LAW:
            return _law_at(m, head, bracket)
        case Call.SPECIAL:
            done: L.Term = L.Elementary(rates.SPECIAL[head.symbol.name])(*map(m.scalar, bracket.items))
        case Call.FUNCTION if (variable := _generated(m, head, bracket)) is not None:
            done = generating_function(m, head.name, variable, bracket.items[0])
        case Call.DEFINED:
            done = _defined(m, m.context.functions[head.name], bracket, head)
        case Call.DENSITY if is_of_event(m, head, bracket):
            with m.at_outcomes(False):
                done = probability(m, bracket)
        case Call.DENSITY if is_event(head.name, bracket) and (found := _of_unknown(m, bracket)) is not None:
            done = found
        case Call.DENSITY if is_event(head.name, bracket):
            raise Unread("a probability of an event of which not all variables have a known law", head.symbol.span)
        case Call.DENSITY:
            done = _density(m, Applied(head.name, bracket.items, bracket.given, bracket.bar), head)
        case Call.QUANTITY if (shares := elementwise.called(m, head.symbol.name, bracket)) is not None:
            done = shares
        case Call.QUANTITY:
            done = opaque(m, head, bracket)
        case Call.PRIMED:
            done = rates.primed(m, head, bracket, lambda plain, at: _unprimed(m, plain, at))
        case Call.FUNCTION:
            done = _function(m, head, bracket)
    if not isinstance(done, L.Apply):
        m.context.called.add(done)
    if head.power is None:
        return done
    if is_minus_one(head.power):  # of a density, say
        raise Unread(f"{head.name} to the power -1: an inverse function or a quotient", head.symbol.span)
    return L.Power(done, m.scalar(head.power))


def _of_unknown(m: Meaning, bracket: Bracket) -> L.Term | None:
    with m.at_outcomes(False):
        found = unknown_events.probability(m, bracket)
        return unknown_events.of_one_law(m, bracket) if found is None else found


def _generates(m: Meaning, head: Head, bracket: Bracket) -> bool:
    """Whether a head is a generating function that is known, and no matrix before a factor in brackets."""
    plain = bracket.left == "(" and not head.primes and head.name not in m.context.functions
    return plain and _generated(m, head, bracket) is not None


def _unprimed(m: Meaning, head: Head, bracket: Bracket) -> L.Term | None:
    """The value of a function without its primes, of a density on a part of the line too."""
    value = _applied(m, head, bracket, None)
    return None if isinstance(value, RowVector) else value


def _law_at(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    r"""\mathcal N(x; \mu, \sigma^2), \mathcal N(x | \mu, \sigma^2): the density at a point."""
    if bracket.given is None or len(bracket.items) != 1:
        raise Unread(f"the distribution {head.name}(...) where a number is meant", head.symbol.span)
    found = family_of(head)
    assert found is not None
    law, point = law_of_parameters(m, found, bracket.given, head), m.term(bracket.items[0])
    return categories.of_outcome(law, L.home_of(point))(point)


def _generated(m: Meaning, head: Head, bracket: Bracket) -> Symbol | None:
    """The X of M_X(t), a value of the generating function of a known law."""
    return generated(m, head.name) if bracket.given is None and len(bracket.items) == 1 else None


def _function(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    """A value of a distribution function, or of a function of which nothing is said."""
    if bracket.given is None and len(bracket.items) == 1:
        variable = distribution_function(m, head.name)
        if variable is not None:
            return distribution_value(m, variable, bracket.items[0])
        if (normal := normal_functions.meant(m.context, head.name)) is not None:
            m.remarks.append(f"${to_latex(head.name)}$ is taken to be that of the standard normal distribution")
            return _defined(m, normal, bracket, head)
        if (sigmoid := sigmoids.meant(m.context, head.name)) is not None:
            m.remarks.append(f"${to_latex(head.name)}$ is taken to be the sigmoid, of which the page speaks")
            return _defined(m, sigmoid, bracket, head)
    if (entropy := entropies_of_numbers.value(m, head, bracket)) is not None:
        base = means.base_of(m, head)
        return entropy if base is None else entropy / L.log(base)
    return unknown(m, head, bracket)


def inverse(m: Meaning, name: str, items: tuple[Syntax, ...], conditional: bool, span: Span) -> L.Term:
    r"""g^{-1}(y), \mathrm{erf}^{-1}(p): a function by that name, of which nothing is used and nothing is refuted."""
    if len(items) != 1 or conditional:
        raise Unread(f"{name} of several arguments", span)
    m.context.fog.setdefault(f"{name}(", f"what {name} is was not read")
    return L.Function(name, (L.R,))(m.scalar(items[0]))


def _density(m: Meaning, applied: Applied, head: Head) -> L.Term:
    context = m.context
    if events.are_events(context, applied.head, (*applied.items, *(applied.given or ()))):
        found = events.probability(context, applied.items, applied.given, head.symbol)
        remark = events_by_words.suppose_two_cases(context, found)
        m.remarks += [] if remark is None else [remark]
        return found
    if (of_joint := values_of_joint_masses.value(m, applied)) is not None:
        return of_joint
    if (of_one := values_of_masses.value(m, applied)) is not None:
        return of_one
    law = context.laws.get(applied.head) or _law_of_stem(m, applied.head) or law_of_letter(context, applied.head)
    if law is not None and applied.given is None and len(applied.items) == 1:
        item = name_of(applied.items[0])
        if item != applied.head and context.laws.get(item or "", law) is not law:  # p(y) beside y ~ Bin(n, p)
            raise Unread(f"{applied.head} at {item}, which has a law of its own", head.symbol.span)
        return law(_argument(m, applied.items[0], L.support(law)))
    if (value := densities_of_models.value(m, applied)) is not None:
        return value
    if (value := models.value(m, applied)) is not None:
        return value
    if (of_sum := sums_of_variables.value(m, applied)) is not None:
        return of_sum
    if (of_function := functions_of_variables.density(m, applied)) is not None:
        return of_function
    random = _random_variable(m, applied)
    if random is not None:
        return context.laws[random](_argument(m, applied.items[0], L.support(context.laws[random])))
    return m.densities.density(applied, lambda item, space: _argument(m, item, space), head.symbol.span)


def _law_of_stem(m: Meaning, head: str) -> L.Law | None:
    """The law that the f of f_X is, unless X is another random variable than the one that has it."""
    law = m.context.laws.get(stem(head))
    below = head.partition("_")[2].strip("{}")
    other = below in m.context.random or m.context.laws.get(below, law) is not law
    return None if other and stem(head) != head else law


def _random_variable(m: Meaning, applied: Applied) -> str | None:
    """The random variable with a declared law that p(x) or f_X(x) is the density of, if there is exactly one."""
    if applied.given is not None or len(applied.items) != 1:
        return None
    below = applied.head.partition("_")[2].strip("{}")
    if below in m.context.laws:
        return below
    if below.lower() in m.context.laws and below not in {*m.context.random, *m.context.values, *m.context.made_as}:
        return None if below.lower() in m.context.made_as else below.lower()  # p_Z of a small z that has a law
    name = name_of(applied.items[0])
    capital = (name or "").upper()
    if (
        name is not None
        and capital in m.context.laws
        and not m.densities.variables.get(m.densities.letter(applied.head), ())[1:]
    ):
        return capital
    return None


def _argument(m: Meaning, item: Syntax, space: L.Space) -> L.Term:
    if isinstance(item, Statement):  # p(X = x); of P(X > x) it is no value
        signs = [sign.symbol for sign in item.relations]
        if signs != ["="] or item.expressions[1] is None:
            raise Unread("the probability of an event that is not read", item.span)
        item = item.expressions[1]
    name = name_of(item)
    known = {*m.bound, *m.context.values, *m.context.spaces}
    if name is not None and name not in known and not arrays.is_number_space(space):
        return L.Var(name, space)
    value = m.term(item)
    if not arrays.is_number_space(space) and L.home_of(value) is not space:
        raise Unread("a density at a number, where nothing says that it is one of numbers", item.span)
    return value


def _defined(m: Meaning, f: Defined, bracket: Bracket, head: Head) -> L.Term:
    written = f.body if bracket.given is None else parametric.at_parameters(m, f, bracket)
    if written is None or len(bracket.items) != len(f.arguments):
        raise Unread(f"{head.name} with other arguments than it was defined with", head.symbol.span)
    if any(name_of(bracket.items[k]) != f.arguments[k].name for k in f.densities):
        raise Unread(f"{head.name} of another density than it was defined with", head.symbol.span)
    if f.is_plain and L.is_scalar(f.arguments[0]) and L.is_scalar(f.body) and not (f.given or bracket.given):
        whole = m.term(bracket.items[0])
        if isinstance(L.space_of(whole), L.Vectors):
            if head.name in m.context.partly:
                raise Unread(f"{head.name} of a vector, of which it is given by cases", head.symbol.span)
            body = m.context.unfolded(f.body)
            return at_outcomes(m, elementwise.each(lambda x: L.substitute(body, {f.arguments[0]: x}), whole))
    values: list[L.Term] = [
        v if k in f.densities else root(m.term(item)) if k in f.squares else m.term(item)
        for k, (v, item) in enumerate(zip(f.arguments, bracket.items, strict=True))
    ]
    where = m.context.partly.get(head.name, ())
    at = dict[L.Name, L.Term](zip(f.arguments, values, strict=True))
    if not any(v.free for v in values) and any(Facts(()).excludes(L.substitute(h, at)) for h in where):
        raise Unread(f"{head.name} at a point for which it was not given", head.symbol.span)
    if _exchanges(f, values) and any(_is_joint(node) for node in written.walk()):
        raise Unread(f"{head.name} with its arguments exchanged, where densities know them by name", head.symbol.span)
    # An argument may be called like a name that has a value.
    fresh = [L.Var(f"{v.name}'", v.space) for v in f.arguments]
    inner: dict[L.Name, L.Term] = dict(zip(f.arguments, fresh, strict=True))
    body = m.context.unfolded(L.substitute(written, inner))
    done = at_outcomes(m, L.substitute(body, dict(zip(fresh, values, strict=True))))
    if m.pointwise is False and (inside := depends_on(m, done)):
        raise Unread(f"{head.name}, which depends on the random variable {inside[0]}", head.symbol.span)
    return done


def _is_joint(node: L.Node) -> bool:
    match node:
        case L.Apply(L.Density(), (L.Tuple(),)):
            return True
    return False


def _exchanges(f: Defined, values: list[L.Term]) -> bool:
    r"""Whether arguments stand in each other's places, \alpha(y, x): is q(x | y) with x for y then q(y | x)?"""
    own = [v.name for v in f.arguments]
    put = [v.name if isinstance(v, L.Var) else None for v in values]
    return len(own) > 1 and any(a != b and b in own for a, b in zip(own, put, strict=True))


def unknown(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    """A value of a function that is not defined: any function of such arguments."""
    values = tuple(m.term(item) for item in functions_shown.arguments(m.context, head, bracket))
    function = L.Function(head.name, tuple(_home(v) for v in values))
    if len(values) == 1:
        m.context.assume(*told_shapes.facts(m.context, function))
        x = L.Var("x", function.domain[0])
        m.context.assume(*(L.ForAll(bound, x) for bound in _bounds(m, head.name, function(x))))
    return function(*values)


def _bounds(m: Meaning, name: str, value: L.Term) -> Iterator[L.Relation]:
    r"""Between what the values of a function lie, as far as it is said: D : \mathcal X \to (0, 1)."""
    match m.context.survey.mapped.get(name):
        case Bracket("(" | "[" as left, (low, high), ")" | "]" as right, None):
            least, most = m.scalar(low), m.scalar(high)
            if least is not L.Neg(L.oo):
                yield value >= least if left == "[" else value > least
            if most is not L.oo:
                yield value <= most if right == "]" else value < most


def _home(value: L.Term) -> L.Space:
    space = L.space_of(value)
    if space is not None:
        return space
    if isinstance(value, L.Var) and isinstance(value.space, L.Abstract | L.Slot):
        return value.space
    return L.R


def opaque(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    r"""A quantity that is called by a word or a condition, \mathrm{LME}(m_1): a number by that whole name."""
    text = quantity(m, head, bracket)
    if text in m.context.values:
        return m.context.unfolded(m.context.values[text])
    names = {n for item in (*bracket.items, *(bracket.given or ())) for n in map(name_of, item.walk()) if n}
    if names & m.bound.keys():
        raise Unread(f"{head.name} of a bound variable", head.symbol.span)
    m.context.fog.setdefault(text, f"what {head.name} is was not read")
    return L.Var(text, L.R)


def quantity(m: Meaning, head: Head, bracket: Bracket) -> str:
    """The whole name of a quantity: its word and what stands in its bracket."""
    text = f"{to_latex(head.name)}({', '.join(map(m.written, bracket.items))}"
    if bracket.given is not None:
        text += rf" {bracket.bar} " + ", ".join(map(m.written, bracket.given))
    return text + ")"
