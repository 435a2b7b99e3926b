r"""What is known of a random variable once its masses are told: a law that has a name, or the masses themselves.

p and 1 - p at 1 and 0 are Bernoulli(p), (1-p)^{k-1} p at k = 1, 2, \dots the geometric law of trials, and so on: that
is read off the formula; what words call otherwise is not known.  Masses that cannot add up to 1 are not the whole law.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ..laws.densities import count_arguments
from ..laws.laws_on_integers import named, one_more_than_failures
from ..names import name_of
from ..syntax import Numeral, Script, Syntax, Unread
from ..terms.polynomials_told import number, polynomial, same
from ..told import declarations as say
from .masses import Masses
from .masses_written import MassesTold

if TYPE_CHECKING:
    from ..meaning import Meaning

ZERO, ONE = L.Number(0), L.Number(1)


def learn(m: Meaning, told: MassesTold) -> bool:
    """Keep the law that is told of a random variable of which none is known; whether it was kept.

    Raises ``Unread`` where a value or a probability is not read, or where these are no law.
    """
    name = name_of(told.variable)
    if name is None:
        return False
    if _is_known(m, name) and name not in m.context.by_masses:
        _doubt_endless_law(m, name, told)
        return False
    before = _taken(m, name)
    if _learn(m, name, told):
        m.context.by_masses.add(name)
        return True
    _give_back(m, name, before)
    return False


def presumed(m: Meaning, told: MassesTold) -> L.Relation | None:
    """What masses that are all numbers presume: that none is negative, and that they add up to 1, if they are all that
    there are or are too much already.  None where that is seen at once, or is supposed.  Raises ``Unread``."""
    name = name_of(told.variable) or ""
    kept = m.context.masses.get(name)
    if kept is not None:
        total = kept.all()
        return L.Relation(total, "=", ONE) if kept.index is not None and not total.free else None
    weights = _weights(m, told)
    known = [value for weight in weights if (value := number(weight)) is not None]
    if any(value < 0 for value in known):
        return L.Relation(L.Number(min(known)), ">=", ZERO)
    if _is_known(m, name):
        return None
    too_much = sum(known) > 1 + sum((half_unit(weight) for _, weight in told.points), Fraction(0))
    return L.Relation(L.Plus(tuple(weights)), "=", ONE) if too_much and len(known) == len(weights) else None


def _weights(m: Meaning, told: MassesTold) -> list[L.Term]:
    """The probabilities that are told, one by one; none where a formula gives them for too many values."""
    if told.index is None or told.ends is None:
        return [m.scalar(weight) for _, weight in told.points if weight is not None]
    ((_, weight),), (first, last) = told.points, told.ends
    k = L.Var(name_of(told.index) or "", L.Range(m.scalar(first), L.oo if last is None else m.scalar(last)))
    if weight is None or k.name in m.context.values:
        return []
    with m.binding({k.name: k}):
        listed = Masses(((k, m.scalar(weight)),), k).listed()
    return [mass for _, mass in listed or ()]


def half_unit(weight: Syntax | None) -> Fraction:
    """How far a probability may be off that is rounded to its last digit: nobody rounds to one."""
    match weight:
        case Numeral(text) if len(text.partition(".")[2]) > 1:
            return Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    return Fraction(0)


def _doubt_endless_law(m: Meaning, name: str, told: MassesTold) -> None:
    """A variable that was told to have a law on endlessly many values is another one where all of its few are told:
    neither law is taken."""
    law = m.context.laws.get(name)
    if law is None or told.index is not None or not _is_endless(L.support(law)):
        return
    weights = [m.scalar(weight) for _, weight in told.points if weight is not None]
    whole = not weights or (len(weights) == len(told.points) and same(L.Plus(tuple(weights)), ONE))
    if len(told.points) > 1 and whole:
        _taken(m, name)
        m.context.fog.setdefault(name, "which of two laws it has")


def _is_endless(home: L.Space) -> bool:
    return isinstance(home, L.Integers | L.Reals | L.PositiveReals | L.Interval)


_Known = tuple[L.Law | None, Syntax | None, Masses | None]


def _taken(m: Meaning, name: str) -> _Known:
    """What was known of a random variable by its masses; another law is told, and it is known no more."""
    context = m.context
    return context.laws.pop(name, None), context.random.pop(name, None), context.masses.pop(name, None)


def _give_back(m: Meaning, name: str, known: _Known) -> None:
    law, made, masses = known
    if law is not None:
        m.context.laws[name] = law
    if made is not None:
        m.context.random[name] = made
    if masses is not None:
        m.context.masses[name] = masses


def _learn(m: Meaning, name: str, told: MassesTold) -> bool:
    """Keep the law that is told; whether it was kept."""
    if told.index is not None and told.ends is not None:
        return _learn_formula(m, name, told)
    if name in m.context.survey.distributed:
        return False  # a formula says which law it has
    points = [(value, Numeral("1") if weight is None else weight) for value, weight in told.points]
    read = [(m.scalar(value), m.scalar(weight)) for value, weight in points]
    if all(weight is None for _, weight in told.points):
        if (ends := _successive([value for value, _ in read])) is not None:
            _declare(m, name, L.DiscreteUniform(*ends))
            return True
        read = [(value, L.Number(1) / L.Number(len(read))) for value, _ in read]
    chance = _chance_of_one(read)
    if chance is not None and told.points[chance][1] is not None:
        _require(told, "bernoulli")
        say.declare_law(m, [told.variable], named("Bern", points[chance][1]))
        return True
    if _is_of_data(m, told):
        return False
    _require(told, None)
    return _keep(m, name, read)


def _require(told: MassesTold, family: str | None) -> None:
    """Raises ``Unread`` where words call the law something else than what its masses are."""
    if told.called is not None and told.called != family:
        raise Unread(f"whether the masses are those of the law that is called {told.called}", told.variable.span)


def _is_known(m: Meaning, name: str) -> bool:
    context = m.context
    known = (context.laws, context.random, context.masses, context.values, context.extremes)
    return any(name in names for names in known)


def _is_of_data(m: Meaning, told: MassesTold) -> bool:
    """Whether it is told of each X_i."""
    below = told.variable.below if isinstance(told.variable, Script) else None
    return below is not None and m.context.survey.is_index(below)


def _chance_of_one(points: list[tuple[L.Term, L.Term]]) -> int | None:
    """Which of two values is 1, where the other one is 0 and what they have adds up to 1."""
    values = [number(value) for value, _ in points]
    if len(points) != 2 or sorted(v for v in values if v is not None) != [0, 1]:
        return None
    one = 0 if values[0] == 1 else 1
    return one if same(L.Plus((points[0][1], points[1][1])), ONE) else None


def _successive(values: list[L.Term]) -> tuple[L.Term, L.Term] | None:
    """The first and the last of integers that follow each other."""
    found = [number(value) for value in values]
    known = [value for value in found if value is not None]
    if len(known) < len(found) or any(value != known[0] + k for k, value in enumerate(known)):
        return None
    return L.Number(known[0]), L.Number(known[-1])


def _keep(m: Meaning, name: str, points: list[tuple[L.Term, L.Term]]) -> bool:
    """Keep masses at single values, which differ and add up to 1 as far as that is known."""
    values = [number(value) for value, _ in points]
    distinct = len(set(values)) == len(values) if None not in values else _apart([value for value, _ in points])
    if len(points) < 2 or not distinct:
        return False
    total = L.Plus(tuple(weight for _, weight in points))
    surplus = polynomial(L.Plus((total, L.Number(-1))))
    if surplus is not None and surplus and number(total) is not None:
        return False
    signs = [weight >= 0 for _, weight in points if number(weight) is None]
    if any(value < 0 for _, weight in points if (value := number(weight)) is not None):
        return False
    m.context.assume(*signs, *([] if surplus == {} else [total.eq(1)]))
    m.context.masses[name] = Masses(tuple(points))
    return True


def _apart(values: list[L.Term]) -> bool:
    """Whether values with names in them are told apart as written."""
    return len(set(values)) == len(values)


def _learn_formula(m: Meaning, name: str, told: MassesTold) -> bool:
    """Keep masses that are a formula of their value, or of an index of values and probabilities."""
    ((value, weight),) = told.points
    assert told.index is not None and told.ends is not None and weight is not None
    index, (first, last) = name_of(told.index) or "", told.ends
    low, high = m.scalar(first), L.oo if last is None else m.scalar(last)
    if index in m.context.values:
        return False
    k = L.Var(index, L.Range(low, high))
    with m.binding({index: k}):
        at, mass = m.scalar(value), m.scalar(weight)
    if at is k and (family := _family(k, mass)) is not None:
        called, law = family
        _require(told, called)
        return _keep_family(m, name, told, law, k)
    if _is_of_data(m, told) or name in m.context.survey.distributed:
        return False
    _require(told, None)
    total = L.Sum(mass, k)
    if (listed := Masses(((at, mass),), k).listed()) is not None:
        if not _are_masses([weight for _, weight in listed]):
            return False
        total = L.Plus(tuple(weight for _, weight in listed))
        m.context.assume(*(weight >= 0 for _, weight in listed if number(weight) is None))
    elif total.free:
        m.context.assume(L.forall(k, mass >= 0))
    if total.free and not same(total, ONE):
        m.context.assume(total.eq(1))
    if high is not L.oo and high.free:
        m.context.presume(high >= low)
    m.context.masses[name] = Masses(((at, mass),), k)
    if at is k:
        m.context.spaces.setdefault(index, L.Z_INTEGERS)
        point = L.Var(index, L.Z_INTEGERS)
        m.context.presume(point >= low, *(() if high is L.oo else (point <= high,)))
        for letter in m.context.survey.limits.get(name, ()):
            m.context.spaces.setdefault(letter, L.Z_INTEGERS)
    return True


def _are_masses(weights: list[L.Term]) -> bool:
    """Whether probabilities that are numbers are not negative and add up to 1; of others that is supposed."""
    known = [value for weight in weights if (value := number(weight)) is not None]
    return all(value >= 0 for value in known) and (len(known) < len(weights) or sum(known) == 1)


# ---------------------------------------------------------------------------------------------------------------------
# families


def _family(k: L.Var, mass: L.Term) -> tuple[str, L.Family] | None:
    """The family whose masses these are, as words call it, and the law; of geometric masses that of the failures."""
    low, high = k.space.low, k.space.high
    if high is L.oo and (chance := _geometric(k, mass)) is not None and low in (ZERO, ONE):
        return "geometric", L.Geometric(chance)
    if high is L.oo and low is ZERO and (rate := _poisson(k, mass)) is not None:
        return "poisson", L.Poisson(rate)
    if low is ZERO and (chance := _binomial(k, mass)) is not None:
        return "binomial", L.Binomial(high, chance)
    if high is not L.oo and _is_uniform(k, mass):
        return "uniform", L.DiscreteUniform(low, high)
    return None


def _keep_family(m: Meaning, name: str, told: MassesTold, law: L.Family, k: L.Var) -> bool:
    """Keep that a random variable has the law, or is one more than what has it."""
    if isinstance(law, L.Geometric):
        if k.space.low is ONE:
            failures, m.context.random[name] = one_more_than_failures(told.variable)
            _declare(m, failures.name, law)
            count_arguments(m.context, name, law)
            return True
    elif name in m.context.survey.distributed:
        return False  # a formula says which law it has
    _declare(m, name, law)
    return True


def _declare(m: Meaning, name: str, law: L.Family) -> None:
    m.context.assume(*law.conditions())
    m.context.laws[name] = law
    count_arguments(m.context, name, law)


def _factors(t: L.Term, sign: int = 1) -> Iterator[tuple[L.Term, L.Term]]:
    """The factors of a product, each as a base and its exponent."""
    match t:
        case L.Times(args):
            for each in args:
                yield from _factors(each, sign)
        case L.Quotient(above, below):
            yield from _factors(above, sign)
            yield from _factors(below, -sign)
        case L.Power(base, exponent):
            yield base, exponent if sign > 0 else L.Neg(exponent)
        case L.Apply(L.Elementary("exp"), (exponent,)):
            yield L.e, exponent if sign > 0 else L.Neg(exponent)
        case _:
            yield t, L.Number(sign)


def _split(k: L.Var, mass: L.Term) -> tuple[L.Term, list[tuple[L.Term, L.Term]]]:
    """The product of the factors without k, and the others."""
    constant: list[L.Term] = []
    moving: list[tuple[L.Term, L.Term]] = []
    for base, exponent in _factors(mass):
        if k in base.free or k in exponent.free:
            moving.append((base, exponent))
        else:
            constant.append(base if exponent is ONE else L.Power(base, exponent))
    return L.Times((ONE, *constant)), moving


def _geometric(k: L.Var, mass: L.Term) -> L.Term | None:
    """The p of C b^{k + s} from k = low on, where b is 1 - p and the first of them is p."""
    constant, moving = _split(k, mass)
    match moving:
        case [(base, exponent)] if k not in base.free:
            if same(L.substitute(exponent, {k: ONE}), L.Plus((L.substitute(exponent, {k: ZERO}), L.Number(-1)))):
                ratio = number(L.Quotient(ONE, base))
                base, exponent = L.Quotient(ONE, base) if ratio is None else L.Number(ratio), L.Neg(exponent)
            shift = number(L.Plus((exponent, L.Neg(k), k.space.low)))
            if shift is None or shift.denominator != 1 or not 0 <= shift <= 2:
                return None
            first = L.Times((constant, L.Power(base, L.Number(shift))))
            chance = L.Plus((ONE, L.Neg(base)))
            if not same(first, chance):
                return None
            match base:
                case L.Plus((one, L.Neg(p))) if one is ONE:
                    return p
            return chance if (value := number(chance)) is None else L.Number(value)
    return None


def _poisson(k: L.Var, mass: L.Term) -> L.Term | None:
    r"""The \lambda of e^{-\lambda} \lambda^k / k!."""
    _, moving = _split(k, mass)
    constant = [(b, x) for b, x in _factors(mass) if k not in b.free and k not in x.free]
    powers = [base for base, exponent in moving if exponent is k]
    others = [(base, exponent) for base, exponent in moving if exponent is not k]
    match powers, others, constant:
        case [rate], [(below, minus)], [(base, exponent)]:
            falls = below is L.factorial(k) and number(minus) == -1
            if falls and base is L.e and same(exponent, L.Neg(rate)):
                return rate
    return None


def _binomial(k: L.Var, mass: L.Term) -> L.Term | None:
    r"""The p of \binom{n}{k} p^k (1-p)^{n-k}, k = 0, ..., n."""
    constant, moving = _split(k, mass)
    n = k.space.high
    if number(constant) != 1 or len(moving) != 3:
        return None
    chosen = [base for base, exponent in moving if base is L.binomial(n, k) and exponent is ONE]
    success = [base for base, exponent in moving if exponent is k]
    failure = [base for base, exponent in moving if k not in base.free and same(exponent, L.Plus((n, L.Neg(k))))]
    if len(chosen) == len(success) == len(failure) == 1 and same(L.Plus((success[0], failure[0])), ONE):
        return success[0]
    return None


def _is_uniform(k: L.Var, mass: L.Term) -> bool:
    """Whether each of n values has the mass 1/n."""
    match mass:
        case L.Quotient(above, below) if k not in mass.free and above is ONE:
            return same(below, L.Plus((k.space.high, L.Neg(k.space.low), ONE)))
    return False


__all__ = ["learn"]
