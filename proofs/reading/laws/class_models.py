r"""Models with classes: a label y of few values, and the density p(x | y = k) of x in each class.

"Let $x \mid y = 0 \sim \mathcal N(\mu_0, \Sigma)$ and $x \mid y = 1 \sim \mathcal N(\mu_1, \Sigma)$": that the page
writes densities of x at several values of y shows which letters these are.  From what it tells of p(y) and of each
class follow p(x), p(y = k | x) and p(x, y = k), which are claims; where nothing is told of any class, their densities
may be any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..grammar.rewritten import rewritten
from ..names import GREEK, name_of
from ..syntax import Add, Bracket, Multiply, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from . import labels_written
from .labels_written import before_law, is_letter, number
from .laws import law_of

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

_LETTERS = ("p", "P", "Pr", "f")
_NOWHERE = (0, 0)


@dataclass(frozen=True)
class ClassModel:
    """The letters of x and y, small ones, the values of y, and what is told of the classes and of p(y)."""

    point: str
    label: str
    values: tuple[int, ...]
    densities: tuple[tuple[int, L.Lambda], ...] = ()
    prior: tuple[tuple[int, L.Term], ...] = ()
    any_density: bool = True  # the page tells of no class what its density is
    any_prior: bool = True  # and of no value its probability

    def home(self, m: Meaning) -> L.Space:
        return m.context.spaces.get(self.point) or m.shapes.space(self.point) or L.R

    def density(self, m: Meaning, k: int, at: L.Term) -> L.Term:
        """p(x | y = k).  Raises ``Unread`` where others are told, and this one is not."""
        known = dict(self.densities).get(k)
        if known is not None:
            return L.substitute(known.body, {known.var: at})
        if self.densities or not self.any_density:
            raise Unread(f"the density of {self.point} given {self.label} = {k} is not told", _NOWHERE)
        law = L.Density(f"p_{{{k}}}", self.home(m))
        m.context.assume(L.density(law))
        return law(at)

    def chance(self, m: Meaning, k: int) -> L.Term:
        """p(y = k).  Raises ``Unread`` where nothing tells it."""
        told = dict(self.prior)
        law = m.context.laws.get(self.label) or m.context.laws.get(self.label.upper())
        masses = m.context.masses.get(self.label) or m.context.masses.get(self.label.upper())
        if k in told:
            return told[k]
        if isinstance(law, L.Bernoulli) and k in (0, 1):
            return law.probability if k else 1 - law.probability
        if masses is not None and (weights := [w for v, w in masses.listed() or () if v is L.Number(k)]):
            return weights[0]
        if len(told) == len(self.values) - 1:
            return 1 - L.fold(L.Plus, list(told.values()), 0)
        if told or law is not None or len(self.values) != 2 or not self.any_prior:
            raise Unread(f"the probability of {self.label} = {k} is not told", _NOWHERE)
        share = L.Var(f"p_{{{self.label}}}", L.R)
        m.context.assume(share > 0, share < 1)
        return share if k == self.values[1] else 1 - share

    def joint(self, m: Meaning, k: int, at: L.Term) -> L.Term:
        """p(x, y = k)."""
        return self.density(m, k, at) * self.chance(m, k)

    def evidence(self, m: Meaning, at: L.Term) -> L.Term:
        """p(x)."""
        return L.fold(L.Plus, [self.joint(m, k, at) for k in self.values], 0)


_Places = dict[str, Syntax]  # of the variables in a bracket, small, what they are equal to, or their letters themselves


# ---------------------------------------------------------------------------------------------------------------------
# which letters these are


def begin(m: Meaning, rows: Iterable[Syntax]) -> None:
    """Keep the letters of the model in a stretch whose rows write densities of x at several values of y."""
    context = m.context
    rows = tuple(rows)
    uses = [u for u in context.survey.applications if u.head in _LETTERS and u.given]
    told = [s for row in rows if isinstance(row, RowSyntax) for s in row.statements if len(s.relations) == 2]
    if context.classes is not None or not (uses or told):
        return
    brackets = [Bracket("(", u.items, ")", u.given) for u in uses]
    brackets += [bracket for s in told if (bracket := before_law(s)) is not None]
    shown = [found for bracket in brackets if (found := labels_written.density_of_class(bracket)) is not None]
    pairs = {(x, y) for x, y, _ in shown}
    if len(pairs) != 1:
        return
    ((x, y),) = pairs
    known = context.joints.keys() | context.masses.keys() | context.factors.keys()
    if x in GREEK or x == y or not known.isdisjoint((x, y, x.upper(), y.upper())) or x in context.survey.distributed:
        return
    behind = {k for _, _, value in shown if (k := number(value)) is not None}
    letters = any(number(value) is None for _, _, value in shown)
    counted = any(labels_written.is_counted(use.items, x) for use in context.survey.applications)
    values = labels_written.label_values(m, y, behind)
    if counted or not (len(behind) > 1 or letters):
        return
    if values is not None:
        model = ClassModel(x, y, values)
        statements = (s for row in rows if isinstance(row, RowSyntax) for s in row.statements)
        equations = {key for statement in statements for key in _begun(model, statement)}
        any_density = "class" not in equations and not any(before_law(s) is not None for s in told)
        context.classes = replace(model, any_density=any_density, any_prior="prior" not in equations)
        context.spaces.setdefault(x, model.home(m))


def _begun(model: ClassModel, statement: Statement) -> Iterator[str]:
    """Whether an equation begins with the density of a class, or with the probability of a value."""
    match statement:
        case Statement((Multiply((Symbol(letter), Bracket() as bracket), ("", "")), *_), (Sign("=" | ":="), *_)):
            places = _places(model, bracket) if letter in _LETTERS else None
            if places is not None and list(places[0]) == [model.label] and not places[1]:
                yield "prior"
            if places is not None and list(places[0]) == [model.point] and places[1]:
                yield "class"


# ---------------------------------------------------------------------------------------------------------------------
# what is told of them


def law_told(m: Meaning, statement: Statement) -> tuple[ClassModel, Syntax, Syntax] | None:
    r"""The model, k and the law of x | y = k \sim law; None of other statements, and where there is no such model."""
    model, bracket = m.context.classes, before_law(statement)
    places = None if model is None or bracket is None else _places(model, bracket, law=True)
    law = statement.expressions[-1]
    return None if model is None or places is None or law is None else (model, places[1][model.label], law)


def learn_law(m: Meaning, statement: Statement) -> bool:
    r"""Keep the law of a class, x | y = k \sim law; whether it is one.  Raises ``Unread``."""
    told = law_told(m, statement)
    if told is None:
        return False
    model, at, law = told
    for k, node in _classes(model, at, law):
        of_class = law_of(m, node)
        space = L.linear(L.support(of_class))
        if any(L.linear(known.var.space) is not space for _, known in model.densities):
            raise Unread("classes whose points lie in different spaces", law.span)
        m.context.assume(*of_class.conditions())
        point = L.Var(model.point, space)
        if not L.is_scalar_space(space):
            m.context.spaces.setdefault(model.point, space)
        _keep(m, densities={k: L.Lambda(of_class(point), point)})
    return True


def claimed(m: Meaning, statement: Statement) -> tuple[L.Term, L.Term]:
    r"""The densities of which x | y = k \sim law says that they are equal.  Raises ``Unread``."""
    told = law_told(m, statement)
    k = None if told is None else number(told[1])
    if told is None or k is None:
        raise Unread("a law given that a variable has this value", statement.span)
    model, _, law = told
    of_class = law_of(m, law)
    point = L.Var(model.point, L.linear(L.support(of_class)))
    return model.density(m, k, point), of_class(point)


def define(m: Meaning, left: Syntax, right: Syntax, concluded: bool) -> tuple[L.Term | None, L.Term] | None:
    """What an equation says of such a model: the known value of its left side, if there is one, and the right side;
    None where the left side is nothing of the model.  What is not known yet is told by it, if it is not ``concluded``.
    """
    model = m.context.classes
    match left:
        case Multiply((Symbol() as head, Bracket() as bracket), ("", "")) if model is not None:
            places = _places(model, bracket) if _is_letter_of_model(m, head) else None
        case _:
            return None
    if model is None or places is None:
        return None
    before, behind = places
    match list(before), list(behind):
        case _ if concluded:
            pass
        case [x], [y] if (x, y) == (model.point, model.label):
            return _define_class(m, model, behind[y], right) or (value(m, head, bracket), m.scalar(right))
        case [y], [] if y == model.label:
            return _define_prior(m, model, before[y], right) or (value(m, head, bracket), m.scalar(right))
    return value(m, head, bracket), m.scalar(right)


def asks(m: Meaning, left: Syntax, right: Syntax) -> bool:
    r"""Whether an equation asks for points, P(y = 1 | x) = P(y = 0 | x) or = 1/2: nobody says it of all of them."""
    model = m.context.classes
    sides = [_posterior(model, side) for side in (left, right)]
    if model is None or sides[0] is None or not is_letter(sides[0], model.point):
        return False
    return sides[1] is not None or not any(name_of(n) is not None for n in right.walk())


def _posterior(model: ClassModel | None, node: Syntax) -> Syntax | None:
    """The point in p(y = k | x)."""
    match node:
        case Multiply((Symbol(letter), Bracket() as bracket), ("", "")) if model is not None and letter in _LETTERS:
            places = _places(model, bracket)
            if places is not None and list(places[0]) == [model.label]:
                return places[1].get(model.point)
    return None


def _define_class(m: Meaning, model: ClassModel, at: Syntax, right: Syntax) -> tuple[None, L.Term] | None:
    classes = list(_classes(model, at, right))
    if not classes or any(k in dict(model.densities) for k, _ in classes):
        return None
    point = L.Var(model.point, model.home(m))
    with m.binding({model.point: point}):
        bodies = {k: m.scalar(node) for k, node in classes}
        target = next(iter(bodies.values())) if len(bodies) == 1 else m.scalar(right)
    _keep(m, densities={k: L.Lambda(body, point) for k, body in bodies.items()})
    return None, target


def _define_prior(m: Meaning, model: ClassModel, at: Syntax, right: Syntax) -> tuple[None, L.Term] | None:
    k, name = number(at), name_of(at)
    if k is not None and _is_prior(model, right) and len(model.values) == 2 and not model.prior:
        half = L.Number(1) / 2  # p(y = 1) = p(y = 0), of two values
        _keep(m, prior=dict.fromkeys(model.values, half))
        return None, half
    if k is not None:
        if k in dict(model.prior) or len(model.prior) == len(model.values) - 1 or _has_law(m, model):
            return None
        told = {k: m.scalar(right)}
    elif model.prior or _has_law(m, model) or name is None:
        return None
    else:
        told = {}
        for each in model.values:
            with m.binding({name: L.Number(each)}):
                told[each] = _plain(m.scalar(right))
    m.context.presume(*(c for share in told.values() if share.free for c in (share > 0, share < 1)))
    _keep(m, prior=told)
    return None, next(iter(told.values())) if k is not None else m.scalar(right)


def _is_prior(model: ClassModel, node: Syntax) -> bool:
    """Whether it is the probability of a value of the label."""
    match node:
        case Multiply((Symbol(letter), Bracket() as bracket), ("", "")) if letter in _LETTERS:
            places = _places(model, bracket)
            return places is not None and list(places[0]) == [model.label] and not places[1]
    return False


def _has_law(m: Meaning, model: ClassModel) -> bool:
    return not m.context.laws.keys().isdisjoint((model.label, model.label.upper()))


def _plain(share: L.Term) -> L.Term:
    r"""\phi for \phi^1 (1 - \phi)^0."""
    factors = share.args if isinstance(share, L.Times) else (share,)
    kept: list[L.Term] = []
    for factor in factors:
        match factor:
            case L.Power(base, exponent) if exponent is L.Number(1):
                kept.append(base)
            case L.Power(_, exponent) if exponent is L.Number(0):
                pass
            case _:
                kept.append(factor)
    return L.fold(L.Times, kept, 1)


def _classes(model: ClassModel, at: Syntax, node: Syntax) -> Iterator[tuple[int, Syntax]]:
    r"""The classes of which something is told, and what: of the letter k, \mathcal N(\mu_k, \Sigma) of each."""
    k, letter = number(at), at
    if k is not None:
        if k in model.values:
            yield k, node
    elif isinstance(letter, Symbol):
        for each in model.values:
            yield each, _with_number(node, letter, each)


def _with_number(node: Syntax, letter: Syntax, number: int) -> Syntax:
    numeral: Syntax = Numeral(str(number)) if number >= 0 else Add((Numeral(str(-number)),), ("-",))
    done: Syntax = rewritten(node, lambda n: numeral if n == letter else n)
    return done


def _keep(m: Meaning, densities: dict[int, L.Lambda] | None = None, prior: dict[int, L.Term] | None = None) -> None:
    model = m.context.classes
    assert model is not None
    m.context.classes = replace(
        model,
        densities=(*model.densities, *(densities or {}).items()),
        prior=(*model.prior, *(prior or {}).items()),
    )


# ---------------------------------------------------------------------------------------------------------------------
# what follows


def applied(m: Meaning, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term | None:
    """The value of p(...) in the model, where its letter stands without a power or a label; else None."""
    plain = below is None and head.power is None and head.below is None and not head.primes
    return value(m, head.symbol, bracket) if plain else None


def value(m: Meaning, head: Symbol, bracket: Bracket) -> L.Term | None:
    """p(x | y = k), p(y = k), p(y = k | x), p(x), p(x, y = k) in the model; None of others.  Raises ``Unread``."""
    model = m.context.classes
    places = _places(model, bracket) if model is not None and _is_letter_of_model(m, head) else None
    if model is None or places is None:
        return None
    before, behind = places
    label = before.get(model.label) or behind.get(model.label)
    k = None if label is None else number(label)
    if label is not None and k not in model.values:
        raise Unread(f"which value {model.label} has", bracket.span)
    node = before.get(model.point) or behind.get(model.point)
    at = None if node is None else m.term(node)
    if at is None:
        return None if k is None else model.chance(m, k)
    if k is None:
        return model.evidence(m, at)
    if model.point not in before:
        return model.joint(m, k, at) / model.evidence(m, at)
    return model.density(m, k, at) if behind else model.joint(m, k, at)


def _is_letter_of_model(m: Meaning, head: Symbol) -> bool:
    return head.name in _LETTERS and not head.accents and (name_of(head) or "") not in m.context.functions


def _places(model: ClassModel, bracket: Bracket, law: bool = False) -> tuple[_Places, _Places] | None:
    """What stands before the bar and behind it, parameters left out; None where other things do, or a random variable,
    which only has a ``law``."""
    sides: list[_Places] = []
    for items in (bracket.items, bracket.given or ()):
        side: _Places = {}
        for item in items:
            found = labels_written.place(item)
            if found is not None and found[0] in (model.point, model.label):
                random = not law and (name_of(found[1]) or "")[:1].isupper()
                if random or any(found[0] in each for each in (*sides, side)):
                    return None
                side[found[0]] = found[1]
            elif items is bracket.items or name_of(item) is None:
                return None
        sides.append(side)
    return (sides[0], sides[1]) if sides[0] else None


__all__ = ["ClassModel", "applied", "asks", "begin", "claimed", "define", "law_told", "learn_law", "value"]
