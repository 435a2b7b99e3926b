r"""Unknown densities: p(x), p(x, y), p(x|y), f_X(x) of one stretch are all read off one joint density.

p(x, y) is a joint density of the variables that p is ever taken at, p(x) its marginal and p(x|y) a quotient of
marginals, whatever letters stand for the variables.  A name that stands only behind bars is a circumstance, not a
variable: in p(y|m), p(\theta|m) everything is given m.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ... import language as L
from ...language.beneath import interior
from ..context import Context, argument_names
from ..names import name_of
from ..probability import hanging_together, joint_of_entropies
from ..shapes.shapes import Shapes
from ..syntax import Add, Numeral, Sign, Span, Statement, Symbol, Syntax, Unread
from ..uses.uses import Applied
from . import moving, varying
from .stated import is_written_out

_SEPARATORS = str.maketrans("", "", ",| ")  # in f_{X, Y} and f_{X|Y}
_EVENT = re.compile(r"\bevents?\b")
_SAME_HOME = re.compile(r"\bsame (support|range|domain|interval)\b")
_NONNEGATIVE = re.compile(r"\b(non-?\s?negative|positive)\s+((real|continuous|scalar)[\s-]*)*random variable")


@dataclass(frozen=True)
class Joint:
    """The density that a letter stands for, and the variables it is of, in order."""

    law: L.Density
    names: tuple[str, ...]
    letter: str = ""


class Densities:
    """The unknown densities of one context, made when they are first asked for."""

    def __init__(self, context: Context, shapes: Shapes) -> None:
        self.context = context
        self.shapes = shapes
        applications = [a for a in context.survey.applications if self._is_unknown(a)]
        applications += (entropic := joint_of_entropies.uses(context))
        self._entropic = entropic[0].head if entropic else None  # the letter of the law that entropies speak of
        self._apart = _apart(applications)
        self._priors = _priors(applications)
        uses: dict[str, list[tuple[list[str | None], list[str | None]]]] = {}
        self._points: dict[str, set[str]] = {}  # x, z, t: where a density f_X of the variable x is taken
        for applied in applications:
            uses.setdefault(self.letter(applied.head), []).append(keys(applied))
            for keyed, taken in zip(keys(applied), argument_names(applied), strict=True):
                for key, name in zip(keyed, taken, strict=True):
                    if key is not None and name is not None:
                        self._points.setdefault(key, set()).add(name)
        for name, law in context.laws.items():
            count_arguments(context, name, law)
        self.variables: dict[str, tuple[str, ...]] = {head: _variables(found) for head, found in uses.items()}
        self._behind = {head: {frozenset(behind) for _, behind in found} for head, found in uses.items()}
        self.circumstances: dict[str, set[str]] = {
            head: {n for before, behind in found for n in behind if n is not None} - set(self.variables[head])
            for head, found in uses.items()
        }
        self.made: dict[Syntax, str] = {}  # what is made of random variables in entropies, and what it is called
        self._classes = _Classes()
        self._stands_for: dict[str, Mapping[str, str]] = {}  # x for x' in q(z|x'), where q(z|x) is of all x
        over = varying.run_over(context)
        for head, found in uses.items():
            self._let_vary(head, found, over)
        for head, names in self.variables.items():
            if not self._is_joint(head, uses[head]):
                for name in names[1:]:
                    self._classes.join(names[0], name)
                self.variables[head] = names[:1]
        self._joints: dict[tuple[str, tuple[str, ...]], Joint] = {}
        self._inherited = _homes_in_functions(context)
        self._join_summed()

    def _join_summed(self) -> None:
        r"""The b of \sum_b Q(s, b) lives where the variable a does that stands in its place in Q(s, a)."""
        survey = self.context.survey
        for use in survey.applications if survey.summed else ():
            for k, item in enumerate(use.items):
                name = name_of(item)
                if name is not None and name in survey.summed and not self.is_variable(name):
                    places = (u.items[k] for u in survey.uses(use.head) if len(u.items) == len(use.items))
                    beside = {other for place in places if (other := name_of(place)) and self.is_variable(other)}
                    if len(beside) == 1:
                        self._classes.join(beside.pop(), name)

    def _let_vary(self, head: str, uses: varying.Uses, over: set[str]) -> None:
        """Make variables of the names behind bars that stand for more than one circumstance."""
        values = varying.stand_for(uses, self.circumstances[head], over)
        if any(isinstance(self.shapes.space(name), L.Matrices) for name in values):
            return  # a parameter, Sigma: no density is over matrices
        if values:
            self.circumstances[head] -= values.keys()
            given = self.circumstances[head]
            self.variables[head] = tuple(name for name in varying.in_order(uses, values) if name not in given)
            self._stands_for[head] = values
            for name, variable in values.items():
                if name != variable:
                    self._classes.join(name, variable)

    def _is_unknown(self, applied: Applied) -> bool:
        """Whether an application is a density of which no law is known."""
        context = self.context
        if not context.is_density(applied.head):
            return moving.moving(context, applied.head, applied.items, applied.given) is not None
        return stem(applied.head) not in context.laws and law_of_letter(context, applied.head) is None

    def letter(self, head: str) -> str:
        """What the density is called: f for f_X and f_{X,Y}; f_X and f_Y where these are two densities."""
        head = self._priors.get(head, head)
        return head if stem(head) in self._apart else stem(head)

    def _is_joint(self, head: str, uses: list[tuple[list[str | None], list[str | None]]]) -> bool:
        around = self.circumstances[head]
        return any(len(before) + len([n for n in behind if n not in around]) > 1 for before, behind in uses)

    # -----------------------------------------------------------------------------------------------------------------

    def space(self, name: str) -> L.Space:
        """Where a variable of a density lives."""
        context, survey = self.context, self.context.survey
        for letter in dict.fromkeys(("p", "q", *self.variables)):
            if (letter, name) in context.factors and isinstance(point := context.factors[letter, name].point, L.Var):
                return point.space
        if name in self._inherited and name not in context.spaces:
            return self._inherited[name]
        alike = self._classes.members(name)
        for each in (name, *sorted(alike - {name})):
            if each in context.spaces:
                return context.spaces[each]
            if (space := self.shapes.space(each)) is not None:
                return space
        if (part := self._part(alike)) is not None:
            return part
        alike = alike.union(*(self._points.get(each, set()) for each in alike))
        named = moving.random_arguments(context) - survey.averaged  # the X of f(X; \theta), which words alone speak of
        numeric = not alike.isdisjoint(survey.numeric - survey.summed - named)
        summed, integrated = alike & survey.summed, alike & survey.integrated
        if summed and integrated:
            raise Unread(f"{name} is both summed over and integrated over", (0, 0))
        if numeric and not alike.isdisjoint(survey.valued):
            return L.Z_INTEGERS
        if numeric:
            return L.R_POSITIVE if self._is_nonnegative(alike) else L.R
        if any(map(self._is_of_number, alike)):
            return L.R
        if not summed and not alike.isdisjoint(survey.varied | self._primed()):  # it is differentiated by
            return L.R
        if not summed and not alike.isdisjoint(survey.averaged):  # its mean is taken
            return L.R
        if not summed and (home := self._shared_home(alike)) is not None:
            return home
        first = min(alike)
        return L.Discrete(first) if summed else L.Abstract(first)

    def _part(self, names: set[str]) -> L.Space | None:
        """The part of the line that words say the one density of a variable lives on."""
        letters = {letter for letter, variables in self.variables.items() if not names.isdisjoint(variables)}
        parts = {self.context.density_parts.get(letter) for letter in letters}
        return parts.pop() if len(parts) == 1 else None

    def _primed(self) -> set[str]:
        """The arguments of densities with a prime, p'(x)."""
        primed = (a for a in self.context.survey.applications if a.head.endswith("'") and len(a.items) == 1)
        names = (argument_names(a)[0][0] for a in primed if self.context.is_density(a.head))
        return {name for name in names if name is not None}

    def _is_of_number(self, name: str) -> bool:
        """Whether it is a value of a random variable that is made of one with a law on the line."""
        made = self.context.random.get(name.upper())
        inside = set() if made is None else {name_of(node) for node in made.walk()}
        laws = [law for each, law in self.context.laws.items() if each in inside]
        return bool(laws) and all(isinstance(L.support(law), L.Reals | L.PositiveReals | L.Interval) for law in laws)

    def _shared_home(self, alike: set[str]) -> L.Space | None:
        """Where the one known law lives that is taken at the same points; a part of the line only if words say so."""
        homes = {
            L.support(self.context.laws[a.head])
            for a in self.context.survey.applications
            if a.head in self.context.laws and a.given is None and not alike.isdisjoint(argument_names(a)[0])
        }
        if len(homes) != 1:
            return None
        (home,) = homes
        whole = isinstance(home, L.Reals | L.Vectors)
        return home if whole or _SAME_HOME.search(self.context.said) else None

    def _is_nonnegative(self, names: set[str]) -> bool:
        """Whether the words say so of the one random variable that the densities are of."""
        heads = {a.head for a in self.context.survey.applications if self.context.is_density(a.head)}
        return len(heads) == 1 and bool(_NONNEGATIVE.search(self.context.said))

    def home_of_laws(self, name: str) -> L.Space | None:
        """Where x lives in p(x), q(x) of declared laws P, Q; all of the line if on different parts of it."""
        heads = {a.head for a in self.context.survey.applications if argument_names(a)[0] == [name]}
        homes = {L.support(law) for head in heads if (law := law_of_letter(self.context, head)) is not None}
        if len(homes) > 1 and all(isinstance(home, L.Interval | L.PositiveReals | L.Reals) for home in homes):
            return L.R
        return homes.pop() if len(homes) == 1 else None

    def variable(self, name: str) -> L.Var:
        return L.Var(name, self.space(name))

    def is_variable(self, name: str) -> bool:
        return (
            name in self._inherited
            or any(name in names for names in self.variables.values())
            or len(self._classes.members(name)) > 1
        )

    def joint(self, head: str, given: tuple[str, ...] = ()) -> Joint:
        """The density that the letter stands for under circumstances.  It is a density by hypothesis.

        Under other circumstances it is another density; how the two belong together is not said.
        """
        if head in self.context.functions or any(
            stem(f) == head and is_written_out(defined.body) for f, defined in self.context.functions.items()
        ):
            raise Unread(f"the law whose density {head} is written out", (0, 0))
        found = self._joints.get((head, given))
        if found is None:
            moving.refuse(self.context, head)
            names = self.variables.get(head) or self._of_others(head)
            spaces = tuple(map(self.space, names))
            name = head if not given else f"{head}(\\cdot \\mid {', '.join(given)})"
            law = L.Density(name, spaces[0] if len(spaces) == 1 else L.Cartesian(spaces))
            self.context.assume(L.density(law))
            others = [each.law for (letter, _), each in self._joints.items() if letter == head]
            for each in (*others, *([law] if others else [])):
                self.context.fog.setdefault(
                    each.name, f"how {head} depends on {', '.join(given) or 'its circumstances'}"
                )
            found = self._joints[head, given] = Joint(law, names, head)
        return found

    def called(self, letter: str) -> Joint | None:
        r"""The density that a letter alone means: q where it is taken at a point as q(z), as q(z|x) under the same
        circumstances throughout, or, if never as q, as q_\phi only."""
        if letter not in self.variables:
            longer = [head for head in self.variables if head.startswith(f"{letter}_")]
            if len(longer) != 1:
                return None
            (letter,) = longer
        around = self.circumstances[letter]
        alike = self._behind[letter] == {frozenset(around)}
        return self.joint(letter, tuple(sorted(around)) if alike else ())

    def _of_others(self, head: str) -> tuple[str, ...]:
        """A density that is never taken at a point lives where its variable does in others, or where those live that it
        is compared with, or the others."""
        own = self.context.survey.run_over_by.get(head)
        if own is not None and any(own in names for names in self.variables.values()):
            return (own,)
        beside = {n for laws in self.context.survey.compared if head in laws for n in laws}
        found = sorted(self.variables.items(), key=lambda known: known[0] not in beside)
        return next((names for _, names in found if len(names) == 1), ("x",))

    def density(
        self,
        applied: Applied,
        value: Callable[[Syntax, L.Space], L.Term],
        span: Span,
    ) -> L.Term:
        """The density, marginal or conditional as written, at the values of its arguments."""
        head = self.letter(applied.head)
        before, behind = keys(applied)
        if (variable := applied.head.partition("_")[2].strip("{}")) in self.context.random:
            raise Unread(f"the density of {variable}, which is made of other random variables", span)
        if applied.head in "pP" and _EVENT.search(self.context.said) and any(n and n[0].isupper() for n in before):
            raise Unread("a probability of an event", span)
        around = self.circumstances.get(head, set())
        joint = self.joint(head, tuple(sorted(n for n in behind if n in around and n is not None)))
        pairs = [(k, i) for k, i in zip(before, applied.items, strict=True)]
        given = [(k, i) for k, i in zip(behind, applied.given or (), strict=True) if k not in around]
        if len(joint.names) == 1:
            if len(pairs) != 1 or given:
                raise Unread(f"{head} with {len(pairs) + len(given)} arguments, elsewhere it has one", span)
            (_, item) = pairs[0]
            return joint.law(value(item, L.support(joint.law)))
        at: dict[str, L.Term] = {}
        for own, item in (*pairs, *given):
            name = own if own is None else self._stands_for.get(head, {}).get(own, own)
            if name is None or name not in joint.names:
                raise Unread(f"an argument of {head} that is none of its variables {', '.join(joint.names)}", span)
            at[name] = value(item, self.space(name))
        top = self._marginal(joint, at)
        if not given:
            return top
        return L.Quotient(top, self._marginal(joint, {name: at[name] for name in list(at)[len(pairs) :]}))

    def at(self, head: str, names: list[str]) -> L.Term:
        """The marginal density of the named variables, at these variables."""
        joint = self.joint(head)
        if len(joint.names) == 1:
            return joint.law(self.variable(joint.names[0]))
        return self._marginal(joint, {name: self.variable(name) for name in names})

    def _marginal(self, joint: Joint, at: dict[str, L.Term]) -> L.Term:
        """The joint density at the values, integrated over the variables that have none."""
        free = [name for name in joint.names if name not in at]
        used = frozenset().union(*(t.free for t in at.values()))
        bound = {name: L.fresh(self.variable(name), {v.name for v in used if isinstance(v, L.Var)}) for name in free}
        values = {name: at[name] if name in at else bound[name] for name in joint.names}
        if (told := self._told(joint)) is not None:
            return _given_the_told(joint, told, values, bound)
        if joint.letter == self._entropic and (parts := hanging_together.blocks(self.context, joint.law, joint.names)):
            return hanging_together.product(parts, values, bound)
        term: L.Term = joint.law(L.Tuple(tuple(values.values())))
        for name in reversed(free):
            term = L.Int(term, bound[name])
        return term

    def _told(self, joint: Joint) -> tuple[str, L.Law] | None:
        """The one variable of a joint density whose own law is told, with that; the others are given it."""
        known = [(name, law) for name in joint.names if (law := self._own_law(joint.letter, name)) is not None]
        match known:
            case [(name, law)] if all(n.name not in joint.names for n in law.free):
                return (name, law) if _lives_in(L.support(law), self.space(name)) else None
        return None

    def _own_law(self, letter: str, name: str) -> L.Law | None:
        r"""The law that a page gives one variable, as p(\theta) or by \theta \sim law; None of data with an index."""
        factor = self.context.factors.get((letter, name))
        if factor is not None:
            return factor.law if factor.index is None else None
        law = self.context.laws.get(name)
        return law if isinstance(law, L.Family) else None


def _given_the_told(
    joint: Joint, told: tuple[str, L.Law], values: dict[str, L.Term], bound: dict[str, L.Var]
) -> L.Term:
    r"""The density p(z) k(x, z) / \int k(x, z) dx of x and z where the law p(z) is told and that of x given z is not,
    integrated over the variables that have no value."""
    own, law = told
    here, others = law(values[own]), [name for name in joint.names if name != own]
    within = {n: L.fresh_beside(L.Var(n, joint_space), *values.values()) for n, joint_space in _spaces(joint, others)}
    whole: L.Term = joint.law(L.Tuple(tuple(within.get(name, values[name]) for name in joint.names)))
    for name in reversed(others):
        whole = L.Int(whole, within[name])
    part: L.Term = joint.law(L.Tuple(tuple(values.values())))
    if all(name in bound for name in others):
        return here
    for name in reversed([name for name in others if name in bound]):
        part = L.Int(part, bound[name])
    term = here * (part / whole)
    if own not in bound:
        return term
    over = L.Var(bound[own].name, L.support(law))
    return L.Int(L.substitute(term, {bound[own]: over}), over)


def _lives_in(home: L.Space, space: L.Space) -> bool:
    """Whether a law lives on a space, or on a part of the line where that is the line."""
    return home is space or (space is L.R and isinstance(home, L.PositiveReals | L.Interval))


def _spaces(joint: Joint, names: list[str]) -> list[tuple[str, L.Space]]:
    home = joint.law.space
    factors = home.factors if isinstance(home, L.Cartesian) else (home,)
    return [(name, space) for name, space in zip(joint.names, factors, strict=True) if name in names]


def _homes_in_functions(context: Context) -> dict[str, L.Space]:
    """The names that stand where a function, which stretches around this one have defined, has a variable of densities:
    the x of p(x) = e^{-E(x)} / Z."""
    found: dict[str, L.Space] = {}
    for use in context.survey.applications if context.functions else ():
        defined = context.functions.get(use.head)
        if defined is not None and len(defined.arguments) == len(use.items):
            for item, argument in zip(use.items, defined.arguments, strict=True):
                if (name := name_of(item)) is not None and isinstance(argument.space, L.Abstract | L.Discrete):
                    found[name] = argument.space
    return found


def count_arguments(context: Context, variable: str, law: L.Law) -> None:
    """Where the random variable has a law on integers, its density is taken at integers of the support."""
    home = L.support(law)
    if not isinstance(home, L.Range | L.Integers):
        return
    for each in (variable, *_shifted(context, variable)):
        for letter in context.survey.limits.get(each, ()):
            context.spaces.setdefault(letter, L.Z_INTEGERS)
    for applied in context.survey.applications:
        for item in applied.items if applied.head in ("P", "Pr") else ():  # P(X = k)
            match item:
                case Statement((left, Symbol(letter)), (Sign("="),)) if name_of(left) == variable:
                    if letter in context.survey.valued:
                        context.spaces.setdefault(letter, L.Z_INTEGERS)
        name = argument_names(applied)[0][0] if len(applied.items) == 1 and applied.given is None else None
        label = applied.head.partition("_")[2].strip("{}")
        about = label == variable or (not label and name is not None and name.upper() == variable)
        at_point = context.is_density(applied.head) or applied.head == f"F_{variable}"
        if name is None or name == variable or not about or not at_point:
            continue
        presume_inside(context, name, home)


def _shifted(context: Context, variable: str) -> list[str]:
    """The random variables that are one with a law and a whole number, the X = N + 1 of a number of failures N."""
    found: list[str] = []
    for name, made in context.random.items():
        match made:
            case Add((Symbol(letter), Numeral(number)), ("", "+" | "-")) if letter == variable and number.isdigit():
                found.append(name)
    return found


def presume_inside(context: Context, name: str, home: L.Space) -> None:
    """A density is taken at integers of a support of such; at points inside, where that is an interval."""
    if isinstance(home, L.Range | L.Integers):
        context.spaces.setdefault(name, L.Z_INTEGERS)
        point = L.Var(name, L.Z_INTEGERS)
        low, high = (home.low, home.high) if isinstance(home, L.Range) else (L.Number(0), L.oo)
        context.presume(point >= low, *([] if high is L.oo else [point <= high]))
    elif isinstance(home, L.Interval):
        context.presume(*interior(L.Var(name, L.R), home))


def law_of_letter(context: Context, head: str) -> L.Law | None:
    r"""The law P that the density p belongs to, where P: X \sim law is said, or p = law."""
    law = context.laws.get(head)
    if isinstance(law, L.Family):
        return law
    return context.laws.get(head.upper()) if head in ("p", "q") else None


def _apart(applications: list[Applied]) -> frozenset[str]:
    """The letters f of which f_X and f_Y are two densities: their joint density is not spoken of."""
    labelled: dict[str, set[str]] = {}
    joint: set[str] = set()
    for applied in applications:
        letter = stem(applied.head)
        if letter != applied.head:
            labelled.setdefault(letter, set()).add(applied.head)
        before, behind = keys(applied)
        if len(before) + len(behind) > 1:
            joint.add(letter)
    return frozenset(letter for letter, heads in labelled.items() if len(heads) > 1 and letter not in joint)


def _priors(applications: list[Applied]) -> dict[str, str]:
    r"""The p of p(z) beside p_\theta(x \mid z), of which no p_\theta(z) is written: the density of z in that model."""
    found: dict[str, str] = {}
    heads = {a.head for a in applications}
    for head in heads - {h for h in heads if "_" in h}:
        models = [h for h in heads if h.partition("_")[0] == head and h != head and stem(h) == h]
        if len(models) != 1:
            continue
        own = {(*before, *given) for before, given in (argument_names(a) for a in applications if a.head == head)}
        of_model = [argument_names(a) for a in applications if a.head == models[0]]
        behind = {name for before, given in of_model if len(before) == 1 for name in given}
        alone = {before[0] for before, given in of_model if len(before) == 1 and not given}
        if own and all(len(names) == 1 and names[0] in behind - alone for names in own):
            found[head] = models[0]
    return found


@lru_cache(maxsize=2_000)  # a document has few names
def stem(head: str) -> str:
    """The letter of a density without the random variables it is the density of: f of f_X and f_{X|Y}."""
    base, _, below = head.partition("_")
    return base if below.strip("{}")[:1].isupper() and below.strip("{}").translate(_SEPARATORS).isalpha() else head


def keys(applied: Applied) -> tuple[list[str | None], list[str | None]]:
    """The variables an application is about: those its subscript names (f_X), or else the names of its arguments."""
    before, behind = argument_names(applied)
    below = applied.head.partition("_")[2].strip("{}")
    if stem(applied.head) != applied.head:
        letters = [c.lower() for c in below if c.isalpha()]
        if len(letters) == len(before) + len(behind):
            return list(letters[: len(before)]), list(letters[len(before) :])
    return before, behind


def _variables(uses: list[tuple[list[str | None], list[str | None]]]) -> tuple[str, ...]:
    """What stands before a bar somewhere, in order."""
    return tuple(dict.fromkeys(n for before, _ in uses for n in before if n is not None))


class _Classes:
    """Variables of one space: x and z where p(x) and p(z) are written of one density."""

    def __init__(self) -> None:
        self.known: dict[str, set[str]] = {}

    def members(self, name: str) -> set[str]:
        return self.known.get(name, {name})

    def join(self, a: str, b: str) -> None:
        both = self.members(a) | self.members(b)
        for name in both:
            self.known[name] = both
