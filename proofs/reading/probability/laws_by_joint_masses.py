r"""What is known of random variables once the values that they have together are told with the probabilities.

These are the whole law: probabilities that are numbers add up to 1, and of others that is supposed and printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Add, Numeral, Script, Symbol
from ..terms.polynomials_told import number, polynomial, same
from . import masses
from .conditional_masses_written import ConditionalTold
from .joint_masses import JointMasses, Outcome, added, collected, key, summed
from .joint_masses_written import JointTold
from .markov_chains import Chain
from .masses import Masses

if TYPE_CHECKING:
    from ..meaning import Meaning

_MOST = 100  # outcomes


def learn(m: Meaning, told: JointTold) -> bool:
    """Keep the joint law that is told of random variables of which none is known; whether it was kept.

    Raises ``Unread`` where a value or a probability is not read.
    """
    names = tuple(name_of(each) or "" for each in told.variables)
    if any(_is_known(m, name) for name in names):
        return False
    law = _by_points(m, names, told) if told.formula is None else _by_formula(m, names, told)
    if law is None or not _is_whole(m, law):
        return False
    for name in names:
        m.context.joints[name] = law
    if told.head is not None:
        m.context.called_densities.add(told.head)
        m.context.joint_letters[told.head] = names
    return True


def learn_given(m: Meaning, told: ConditionalTold) -> bool:
    """Keep the joint law of a random variable whose law is known and another one that is told given it; whether it was
    kept.  A value that is told given one value of the other and not given another has there what is left.

    Raises ``Unread`` where a value or a probability is not read.
    """
    name, parent = name_of(told.variable) or "", name_of(told.parent) or ""
    if (chain := _chain(m, told)) is not None:
        m.context.chains[name] = chain
        return True
    inputs = _inputs(m, parent, told)
    if _is_known(m, name) or parent in m.context.joints or inputs is None:
        return False
    read = [(m.scalar(x), m.scalar(y), m.scalar(weight)) for x, y, weight in told.points]
    values = {key((y,)): y for _, y, _ in read}
    found: list[Outcome] = []
    for x, whole in inputs:
        here = {key((y,)): weight for at, y, weight in read if key((at,)) == key((x,))}
        if len(here) < len([1 for at, _, _ in read if key((at,)) == key((x,))]):
            return False
        left = [each for each in values if each not in here]
        if len(left) == 1:
            here[left[0]] = summed([L.Plus((L.Number(1), *(L.Neg(weight) for weight in here.values())))])
        elif left or not same(L.Plus(tuple(here.values())), L.Number(1)):
            return False
        found += [((x, values[each]), _times(whole, weight)) for each, weight in here.items()]
    law = JointMasses((parent, name), tuple(found))
    if not len(values) > 1 or not _is_whole(m, law):
        return False
    m.context.joints[parent] = m.context.joints[name] = law
    m.context.channels[parent] = told
    return True


def retell(m: Meaning, name: str) -> None:
    """The law of a random variable is told anew: with it that of what is told given it; of what else had a joint law
    with it no law is known."""
    joints = m.context.joints
    others = [other for other, law in joints.items() if name in law.names and other != name]
    for each in (name, *others):
        joints.pop(each, None)
    told = m.context.channels.get(name)
    if others and (told is None or not learn_given(m, told)):
        for other in others:
            m.context.fog.setdefault(other, f"its joint law with {name}, which is told anew")


def make_uniform(m: Meaning, name: str) -> bool:
    """The input of a channel is said to be uniform on its values; whether it is one."""
    told = m.context.channels.get(name)
    if told is None:
        return False
    values = {key((x,)): x for x in (m.scalar(x) for x, _, _ in told.points)}
    share = L.Number(Fraction(1, len(values)))
    m.context.masses[name] = Masses(tuple((value, share) for value in values.values()))
    return True


def _chain(m: Meaning, told: ConditionalTold) -> Chain | None:
    """The Markov chain of which one step is told: X_{n+1} given X_n; None of other variables."""
    match told.variable, told.parent:
        case Script(base, Add((Symbol() as time, Numeral("1")), ("", "+"))), Script(other, Symbol() as now):
            if base != other or time != now or "markov" not in m.context.said:
                return None
        case _:
            return None
    read = [(m.scalar(x), m.scalar(y), m.scalar(weight)) for x, y, weight in told.points]
    states = {key((state,)): state for x, y, _ in read for state in (x, y)}
    rows: list[tuple[L.Term, ...]] = []
    for here in states:
        row = {key((y,)): weight for x, y, weight in read if key((x,)) == here}
        left = [each for each in states if each not in row]
        if len(left) == 1:
            row[left[0]] = summed([L.Plus((L.Number(1), *(L.Neg(weight) for weight in row.values())))])
        if len(row) < len(states) or not same(L.Plus(tuple(row.values())), L.Number(1)):
            return None
        rows.append(tuple(row[each] for each in states))
    m.context.assume(*(entry >= 0 for row in rows for entry in row if number(entry) is None))
    return Chain(tuple(states.values()), tuple(rows))


def _inputs(m: Meaning, parent: str, told: ConditionalTold) -> Sequence[tuple[L.Term, L.Term]] | None:
    """The values of a random variable with their probabilities, where they are listed, or of the input of a channel: of
    one of which nothing is known with any probabilities; else None."""
    if masses.is_listed(m, parent):
        return masses.masses_of(m, parent).listed()
    if _is_known(m, parent) or len(told.inputs) != 2:
        return None
    first, last = map(m.scalar, told.inputs)
    share = L.Var(f"P({parent} = 1)", L.R)
    m.context.assume(share >= 0, share <= 1)
    return (first, 1 - share), (last, share)


def _times(whole: L.Term, share: L.Term) -> L.Term:
    return summed([L.Times((whole, share))])


def _is_known(m: Meaning, name: str) -> bool:
    context = m.context
    known = (context.laws, context.random, context.masses, context.joints, context.values, context.extremes)
    return any(name in names for names in known) or name in context.drawn


def _by_points(m: Meaning, names: tuple[str, ...], told: JointTold) -> JointMasses | None:
    found = [(tuple(map(m.scalar, values)), m.scalar(weight)) for values, weight in told.points]
    distinct = {key(values) for values, _ in found}
    return JointMasses(names, tuple(found)) if 1 < len(distinct) == len(found) <= _MOST else None


def _by_formula(m: Meaning, names: tuple[str, ...], told: JointTold) -> JointMasses | None:
    """The probabilities by a formula of the values; where these are all integers between two, also for any of them."""
    assert told.formula is not None
    ranges = [tuple(map(m.scalar, values)) for values in told.ranges]
    if any(letter in m.context.values for letter in told.letters):
        return None
    letters = tuple(L.Var(letter, L.Z_INTEGERS) for letter in told.letters)
    at = dict(zip(told.letters, letters, strict=True))
    with m.binding(dict[str, L.Term](at)):
        weight = m.scalar(told.formula)
        orders = [m.relation(each) for each in told.orders]
    found: list[Outcome] = []
    facts = Facts(())
    for values in product(*ranges):
        fixed: dict[L.Name, L.Term] = dict(zip(letters, values, strict=True))
        said = [_known(L.substitute(order, fixed)) for order in orders]
        if all(facts.proves(each) for each in said):
            found.append((values, L.substitute(weight, fixed)))
        elif not any(facts.excludes(each) for each in said):
            return None
    if not 1 < len(found) <= _MOST:
        return None
    formula = None if orders or not all(map(_successive, ranges)) else (letters, weight)
    if formula is not None:
        for letter in told.letters:
            m.context.spaces.setdefault(letter, L.Z_INTEGERS)
    return JointMasses(names, collected(found), formula)


def _known(relation: L.Relation) -> L.Relation:
    """A relation between numbers, as one of their difference."""
    difference = number(L.Plus((relation.left, L.Neg(relation.right))))
    return relation if difference is None else L.Relation(L.Number(difference), relation.symbol, L.Number(0))


def _successive(values: tuple[L.Term, ...]) -> bool:
    known = [number(value) for value in values]
    return all(k is not None and known[0] is not None and k == known[0] + at for at, k in enumerate(known))


def _is_whole(m: Meaning, law: JointMasses) -> bool:
    """Whether the probabilities are none below 0 and add up to 1; of those that are no numbers it is supposed."""
    weights = [weight for _, weight in law.outcomes]
    if any(value < 0 for weight in weights if (value := number(weight)) is not None):
        return False
    total = added(weights)
    surplus = polynomial(L.Plus((total, L.Number(-1))))
    if surplus and number(total) is not None:
        return False
    m.context.assume(*(weight >= 0 for weight in weights if number(weight) is None))
    if surplus != {}:
        m.context.assume(total.eq(1))
    return True


__all__ = ["learn", "learn_given", "make_uniform", "retell"]
