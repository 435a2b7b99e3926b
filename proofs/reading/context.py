r"""What is known of the names at one place in a document: declared roles, definitions, laws, assumptions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import language as L
from ..language.facts import Facts
from . import told_shapes
from .changing import changed
from .names import name_of
from .syntax import Numeral, Statement, Symbol, Syntax
from .uses import Applied, Survey

if TYPE_CHECKING:
    from .drawn_in_turn import Drawn
    from .given_another import GivenAnother
    from .independence import Saying
    from .masses import Masses
    from .models import Factor
    from .roles_in_words import Role
    from .told_moments import ToldData
    from .written_models import Written

_INHERITED = (
    "spaces",
    "values",
    "recursive",
    "unrolled",
    "functions",
    "maps",
    "shapes",
    "slopes",
    "homes",
    "formulas",
    "laws",
    "drawn",
    "awaiting",
    "masses",
    "by_masses",
    "normalised",
    "readings",
    "density_names",
    "densities_of_data",
    "density_homes",
    "random",
    "extremes",
    "in_terms_of",
    "data",
    "moments",
    "told",
    "samples",
    "matrices",
    "others",
    "suspected",
    "groups",
    "factors",
    "written",
    "hypotheses",
    "presumed",
    "rising",
    "partly",
    "fog",
    "called",
    "whole_valued",
    "called_densities",
    "density_parts",
    "ranges",
    "distributions",
    "claimed_of",
    "told_of_members",
    "told_each",
    "solved_for",
    "posed",
    "undone",
    "made_as",
    "formula_of",
    "measured",
    "made",
    "made_each",
    "degrees",
    "moments_said",
    "instead",
    "chosen",
    "related",
    "formed",
    "laws_written",
)
_CHAIN = re.compile(
    r"\b(detailed balance|metropolis|mcmc|markov chain|gibbs sampl\w*|stationary|invariant|reversible|proposal|"
    r"target (density|distribution)|policy|policies)\b"
)
_PRIOR = re.compile(r"\b(prior|posterior)s?\b")
_ROUNDS = 4  # values that stand for names with values
DENSITY_LETTERS = frozenset("pqPQ")
_SAID = 40_000  # characters of prose that are looked back at


@dataclass(frozen=True)
class Defined:
    """A function that the document defines, f(x) = body, in the names of its own arguments.

    ``squares`` are the places at which it is applied to the square of its argument: \\ell(\\mu, \\sigma^2).  ``given``
    are parameters that stand behind a bar, f(x; \\theta), and ``squared_given`` those of which the square stands there.
    ``densities`` are the places at which a density stands, L(q): the body knows it by its name.
    """

    arguments: tuple[L.Var, ...]
    body: L.Term
    squares: frozenset[int] = frozenset()
    given: tuple[L.Var, ...] = ()
    squared_given: frozenset[int] = frozenset()
    densities: frozenset[int] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether it is a function of one argument, at which it is applied as it stands."""
        return len(self.arguments) == 1 and not self.squares and not self.densities

    def at(self, value: L.Term) -> L.Term:
        """Its value, of a function of one argument."""
        return L.substitute(self.body, {self.arguments[0]: root(value) if self.squares else value})


def root(square: L.Term) -> L.Term:
    """The number of which a term is the square."""
    match square:
        case L.Power(base, L.Number(n)) if n == 2:
            return base
    return L.sqrt(square)


@dataclass
class Elsewhere:
    """What sections that have ended said of names: not in force, but what an author may still have in mind."""

    values: dict[str, L.Term] = field(default_factory=dict)
    functions: dict[str, Defined] = field(default_factory=dict)
    laws: dict[str, L.Law] = field(default_factory=dict)
    formulas: dict[str, L.Term | None] = field(default_factory=dict)  # values in other names; None: several

    def learn(self, context: Context) -> None:
        """Keep what a context knows when it ends."""
        for name, value in context.values.items():
            if value.free and self.formulas.setdefault(name, value) is not value:
                self.formulas[name] = None
        self.values.update(context.values)
        self.functions.update(context.functions)
        self.laws.update(context.laws)

    def known(self, statement: L.Relation) -> tuple[str, ...]:
        """The free names of a statement that were given a meaning elsewhere and have none here."""
        names = (n for n in statement.free if isinstance(n, L.Var | L.Function))
        return tuple(sorted(n.name for n in names if n.name in self.values or n.name in self.functions))

    def instead(self, statement: L.Relation) -> L.Relation:
        """The statement with its free names standing for what they stood for elsewhere."""
        mapping: dict[L.Name, L.Node] = {}
        for name in statement.free:
            match name:
                case L.Var() if name.name in self.values:
                    mapping[name] = self.values[name.name]
                case L.Function() if name.name in self.functions and self.functions[name.name].is_plain:
                    defined = self.functions[name.name]
                    if defined.arguments[0].space is name.domain[0]:
                        mapping[name] = L.Lambda(defined.body, defined.arguments[0])
        return L.substitute(statement, mapping) if mapping else statement


@dataclass
class Context:
    """The names in force.  A section starts from a copy of the one it stands in, so that its names end with it."""

    survey: Survey = field(default_factory=Survey)
    spaces: dict[str, L.Space] = field(default_factory=dict)  # declared: \beta \in \mathbb{R}^p
    values: dict[str, L.Term] = field(default_factory=dict)  # a name stands for this term
    recursive: set[str] = field(default_factory=set)  # functions, sequences: an equation has them on both sides
    unrolled: dict[str, L.Term] = field(default_factory=dict)  # members of a sequence by its recursion, not rounded
    functions: dict[str, Defined] = field(default_factory=dict)
    maps: dict[str, L.Function | L.FunctionFamily] = field(default_factory=dict)  # declared, f : R^n \to R^m
    homes: dict[str, L.Space] = field(default_factory=dict)  # where r : S \to [0, \infty) lives
    formulas: dict[str, L.Lambda] = field(default_factory=dict)  # of declared maps of vectors
    laws: dict[str, L.Law] = field(default_factory=dict)  # of a random variable, or what a density's letter stands for
    drawn: dict[str, Drawn] = field(default_factory=dict)  # random variables with a law given another
    awaiting: dict[str, tuple[tuple[GivenAnother, Syntax], ...]] = field(default_factory=dict)
    """Variables, of which the law is said behind, with the laws given them."""
    masses: dict[str, Masses] = field(default_factory=dict)  # of random variables whose values are told one by one
    by_masses: set[str] = field(default_factory=set)  # random variables whose law was told by its masses
    normalised: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Densities that a function of their parameter makes integrate to 1, by letter: their argument, and that."""
    density_names: dict[str, str] = field(default_factory=dict)  # of random variables: "let X have density f(x) = ..."
    density_homes: dict[str, L.Space] = field(default_factory=dict)  # "f(x) = 2x, $0 < x < 1$", of densities named so
    densities_of_data: dict[str, str] = field(default_factory=dict)  # "let X_1, ..., X_n be a sample from f(x) = ..."
    random: dict[str, Syntax] = field(default_factory=dict)  # a random variable made of others
    extremes: set[str] = field(default_factory=set)  # random variables that are the largest or smallest of data
    in_terms_of: dict[str, Syntax] = field(default_factory=dict)  # others, the last formula of a random variable
    data: dict[str, tuple[L.Var, L.Law]] = field(default_factory=dict)  # of y_i, for each i
    moments: dict[str, ToldData] = field(default_factory=dict)  # of data whose law is not known
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of random variables, which moments are told
    samples: dict[str, L.Matrices] = field(default_factory=dict)  # data that are vectors, the rows of an array
    matrices: dict[str, bool] = field(default_factory=dict)  # names that words call so, and whether they are square
    others: dict[str, str] = field(default_factory=dict)  # names that words call something else that is no number
    suspected: set[str] = field(default_factory=set)  # capital letters that words show to be matrices
    groups: dict[L.Term, tuple[L.Var, L.Law]] = field(default_factory=dict)  # of y_{1i}, for each i
    factors: dict[tuple[str, str], Factor] = field(default_factory=dict)  # of a model, by its letter and the variable
    written: dict[str, tuple[Written, ...]] = field(default_factory=dict)  # factors that are formulas, by letter
    readings: dict[L.Law, tuple[L.Law, str]] = field(default_factory=dict)  # of laws: what else they may be, and where
    independent: tuple[Saying, ...] = ()  # what words call so
    related: dict[frozenset[str], list[L.Node]] = field(default_factory=dict)  # how events are, as words tell it
    independent_before: tuple[Saying, ...] | None = None  # a sentence that denies it under its condition
    event_ties: frozenset[frozenset[str]] = frozenset()  # names of events that the document speaks of together
    hypotheses: list[L.Node] = field(default_factory=list)
    assumed: list[L.Node] = field(default_factory=list)  # of the case at hand; they end with it
    of_part: set[L.Node] = field(default_factory=set)  # for what something is to be shown: it ends with the part
    lingering: set[L.Node] = field(default_factory=set)  # of these, what was a condition behind an earlier claim
    wanted: set[L.Node] = field(default_factory=set)  # of these, orders that are to be met, or are spoken of
    presumed: list[L.Node] = field(default_factory=list)  # where nothing else is said: that a point is in a support
    rising: set[L.Node] = field(default_factory=set)  # of these, that limits of integrals rise
    partly: dict[str, tuple[L.Node, ...]] = field(default_factory=dict)  # where the formula of a function holds
    whole_valued: set[str] = field(default_factory=set)  # random variables without a law whose values are integers
    called_densities: set[str] = field(default_factory=set)  # letters that words call densities: f, g
    distributions: dict[str, str] = field(default_factory=dict)  # letters of distribution functions, and of what
    ranges: dict[str, L.Space] = field(default_factory=dict)  # the parts of the line where random variables have values
    density_parts: dict[str, L.Space] = field(default_factory=dict)  # where unknown densities are said to live
    called: set[L.Term] = field(default_factory=set)  # what values of functions are, of which only a call is written
    fog: dict[str, str] = field(default_factory=dict)  # names of which something was said that was not read
    laws_written: dict[str, tuple[Syntax, L.Law]] = field(default_factory=dict)
    """Of random variables, the laws as they were written, and what these are with the values of their names."""
    formed: dict[str, tuple[tuple[Syntax, ...] | None, Syntax]] = field(default_factory=dict)
    """Of values, and of functions with their arguments, the formulas that they were given by."""
    aside: dict[str, dict[str, Any]] = field(default_factory=dict)  # what names were before the sentence at hand
    given_up: list[L.Node] = field(default_factory=list)  # what gave way to that
    supposed: list[L.Node] = field(default_factory=list)  # by the last sentence that supposed something
    gone: list[L.Node] = field(default_factory=list)  # hypotheses that do not go with what that sentence supposes
    doubted: set[str] = field(default_factory=set)  # names that were something else in a sentence before
    chosen: set[str] = field(default_factory=set)  # names whose values were let be, and not found
    claimed_of: set[L.Name] = field(default_factory=set)  # names that equations so far are about
    told_each: set[str] = field(default_factory=set)  # families of which a row said what each member is
    told_of_members: set[str] = field(default_factory=set)  # the N_k of which an equation says how N is made of them
    solved_for: set[str] = field(default_factory=set)  # numbers that an equation leaves no choice
    posed: list[L.Relation] = field(default_factory=list)  # equations that are to be met
    undone: set[str] = field(default_factory=set)  # functions that have an inverse, and these
    in_case: dict[str, tuple[str, tuple[L.Node, ...]]] = field(default_factory=dict)
    """Names given values by sentences headed by cases, these, and what they suppose."""
    made_as: dict[str, Syntax] = field(default_factory=dict)  # formulas that names were given as, as they are written
    formula_of: dict[str, tuple[L.Term, frozenset[object]]] = field(default_factory=dict)
    """Of names with a number for a value, the formula that they had before, and under which circumstances."""
    measured: dict[str, L.Term | None] = field(default_factory=dict)  # distances by letter; None: of several pairs
    made_each: dict[str, L.VectorOf] = field(default_factory=dict)  # data y_i = w x_i + e_i with a random error
    made: dict[str, L.Term] = field(default_factory=dict)  # data of a model: what they are, with their error
    degrees: dict[str, int] = field(default_factory=dict)  # of vectors with moments alone: in which means they stand
    moments_said: list[tuple[Syntax, Syntax]] = field(default_factory=list)  # the equations that say them
    instead: dict[str, str] = field(default_factory=dict)  # of a parameter, which one took its place: tau of sigma
    deviation: bool = False  # N(mu, sigma) has a deviation here
    numerator_layout: bool = False  # the document speaks of that of derivatives
    own: set[str] = field(default_factory=set)  # names that this stretch itself has defined
    elsewhere: Elsewhere = field(default_factory=lambda: Elsewhere())
    words: str = ""  # the prose of this stretch, lower case
    shaped: frozenset[str] = frozenset()  # names of which words say a property that is not read: bounded, periodic
    shapes: dict[str, frozenset[str]] = field(default_factory=dict)  # of functions: convex, increasing, odd, ...
    slopes: dict[str, tuple[L.Term, ...]] = field(default_factory=dict)  # of functions, constants of Lipschitz
    roles: frozenset[Role] = frozenset()  # what words say that parameters of laws are
    described: frozenset[str] = frozenset()  # names of numbers of which they say one that is not read: centred
    said: str = ""  # and of the stretches that it stands in

    def inner(
        self,
        survey: Survey,
        words: str = "",
        shaped: frozenset[str] = frozenset(),
        described: frozenset[str] = frozenset(),
        roles: Iterable[Role] = (),
    ) -> Context:
        """The context of a section within this one."""
        return changed(
            self,
            survey=survey,
            words=words,
            shaped=self.shaped | shaped,
            described=self.described | described,
            roles=self.roles.union(roles),
            said=f"{self.said} {words}"[-_SAID:],
            assumed=[],
            lingering=set(),
            wanted=set(),
            of_part=set(),
            own=set(),
            aside={},
            gone=[],
            independent_before=None,
            supposed=[],
            given_up=[],
            doubted=set(),
            **{name: type(value)(value) for name in _INHERITED for value in [getattr(self, name)]},
        )

    # -----------------------------------------------------------------------------------------------------------------
    # roles

    def is_density(self, head: str) -> bool:
        """Whether a letter followed by a bracket is a density: p, q, f_X, and whatever a divergence is taken of."""
        stem = head.split("_")[0].strip("\\").rstrip("'*")
        if head in self.functions:
            return False
        if head in self.written or head in self.called_densities:
            return True
        if stem == "Q" and "_" in head and self.says_quantile:
            return False
        if head in self.laws or head in self.survey.divergent:
            return True
        if stem == "pi" and any(use.given is not None for use in self.survey.uses(head)):
            return True  # a policy, a given s
        if stem == "pi" and head == "pi":
            return self.has_density_pi
        letter = stem[4:-1] if stem.startswith(("hat{", "bar{")) else stem
        return letter in DENSITY_LETTERS or (
            stem in ("f", "g") and "_" in head and head.split("_")[1].lstrip("{")[:1].isupper()
        )

    @property
    def has_density_pi(self) -> bool:
        r"""Whether \pi(x) is a density: of a Markov chain or a policy, by the words; a prior is one beside others."""
        said = self.said.lower()
        return "pi" not in self.survey.numeric and bool(_CHAIN.search(said)) and not _PRIOR.search(said)

    @property
    def says_quantile(self) -> bool:
        """Whether words say that Q_X is a quantile function."""
        return "quantile" in self.said

    def is_parameter(self, name: str) -> bool:
        """Whether a number is assumed to be this or that: it is a parameter, and an equation does not introduce it."""
        free = (n for h in self.stated() for n in h.free)
        return any(isinstance(n, L.Var) and n.name == name and L.is_scalar(n) for n in free)

    def space_of_number(self, name: str) -> L.Space:
        """Where a scalar name lives that nothing was said about."""
        if name in self.spaces:
            return self.spaces[name]
        survey = self.survey
        if name in survey.counting or name in survey.running:
            return L.Z_INTEGERS
        return L.R

    def is_counted(self, stem: str) -> bool:
        """Whether the members of a family of numbers are integers: they count, or their law is one of counts."""
        known = self.data.get(stem) or self.data.get(stem.upper())  # x_i is a value of X_i
        return stem in self.survey.counted or (known is not None and L.is_counted(L.support(known[1])))

    def count(self, name: str) -> None:
        """A name is an integer, as the law that it is a parameter of has it; so is it in what was supposed of it."""
        if name in self.spaces:
            return
        was: dict[L.Name, Any] = {L.Var(name, L.R): L.Var(name, L.Z_INTEGERS)}
        self.spaces[name] = L.Z_INTEGERS
        for supposed in (self.hypotheses, self.assumed):
            supposed[:] = [L.substitute(each, was) for each in supposed]

    def in_fog(self, name: Any) -> bool:
        """Whether something was said of a name that was not read, or of the vector that it is a coordinate of."""
        if isinstance(name, L.Function):
            special = self.is_special(name.name) and name.name not in self.undone
            known = not (name.name in self.fog or f"{name.name}(" in self.fog or special)
            return not known or told_shapes.leaves_open(self, name)
        if isinstance(name, L.Density) and any(
            key.endswith("(")
            and (key[:-1] == name.name or key.startswith(f"{name.name}_") or name.name.startswith(f"{key[:-1]}(\\cdot"))
            for key in self.fog
        ):
            return True
        if isinstance(name, L.Density) and name.name in "pq" and name.name.upper() in self.fog:
            return True
        stem = name.name.split("_")[0]
        return name.name in self.fog or f"\\mathbf{{{stem}}}" in self.fog

    def is_special(self, function: str) -> bool:
        """Whether an unknown function is not any function: one of a random variable (M_X), or with a property."""
        label = function.partition("_")[2].strip("{}")
        return label[:1].isupper() or function in self.shaped

    def give(self, name: str, value: L.Term) -> None:
        """Let a name stand for a term from here on, also in the laws that it is a parameter of."""
        self.values[name] = value
        self.own.add(name)
        for each, law in self.laws.items():
            inside = [n for n in law.free if isinstance(n, L.Var) and n.name == name and n not in value.free]
            if inside and all(_alike(n, value) for n in inside):
                self.laws[each] = L.substitute(law, dict.fromkeys(inside, value))
                if each in self.laws_written and self.laws_written[each][1] is law:
                    self.laws_written[each] = self.laws_written[each][0], self.laws[each]
        for each, masses in self.masses.items():
            names = masses.all().free | frozenset().union(*(at.free for at, _ in masses.points))
            inside = [n for n in names if isinstance(n, L.Var) and n.name == name and n not in value.free]
            if inside and all(_alike(n, value) for n in inside):
                self.masses[each] = masses.put(dict.fromkeys(inside, value))

    def unfolded(self, t: Any) -> Any:
        """The term with what its names have been given since it was written."""
        for _ in range(_ROUNDS):
            mapping: dict[L.Name, Any] = {}
            for name in t.free:
                match name:
                    case L.Var() if name.name in self.values and name not in self.values[name.name].free:
                        mapping[name] = self.values[name.name]
                    case L.Function() if name.name in self.formulas and self.maps.get(name.name) is name:
                        mapping[name] = self.formulas[name.name]
                    case L.Density() if name.name in self.laws and L.support(self.laws[name.name]) is name.space:
                        mapping[name] = self.laws[name.name]
            if not mapping:
                break
            t = L.substitute(t, mapping)
        return t

    def stated(self) -> tuple[L.Node, ...]:
        """All assumptions in force."""
        said = tuple(dict.fromkeys((*self.hypotheses, *self.assumed)))
        facts = Facts(said)
        return (*said, *(s for s in self.presumed if s not in said and not facts.excludes(s)))

    def learn_of(self, equation: L.Relation, condition: bool) -> None:
        """Keep which names an equation is about, and whether it leaves one of them no choice: 2x = 10, f'(x) = 0."""
        numbers = {n for n in equation.free if isinstance(n, L.Var) and L.is_scalar(n)}
        one_sided = equation.left.free != equation.right.free
        if condition or (len(numbers) == len(equation.free) == 1 and one_sided):
            self.solved_for |= {n.name for n in numbers}
        if condition:
            self.posed.append(equation)
        self.claimed_of |= equation.free
        match equation.left:
            case L.Coord(L.Var(family), L.Var()):
                self.told_each.add(family)

    def is_bound(self, name: str) -> bool:
        """Whether an equation leaves a number no choice, by itself or with the values that its other names have."""
        cases = (h for h in self.assumed if isinstance(h, L.Relation) and h.symbol == "=")
        return name in self.solved_for or any(
            [n.name for n in self.unfolded(each).free] == [name]
            for each in (*self.posed, *cases)
            if any(isinstance(n, L.Var) and n.name == name and L.is_scalar(n) for n in each.free)
        )

    def made_of(self, names: Iterable[str]) -> set[str]:
        """The names, and those that the formulas for which they stand, or stood, are made of."""
        found = set(names)
        for name in names:
            formula, _ = self.formula_of.get(name, (self.values.get(name), None))
            if formula is not None:
                found |= {n.name for n in self.unfolded(formula).free | formula.free if isinstance(n, L.Var)}
        return found

    def measure(self, letter: str, distance: L.Term) -> None:
        """Keep of which laws a distance was spoken of last, if always of the same."""
        known = self.measured.get(letter, distance)
        self.measured[letter] = (
            distance if known is not None and self.unfolded(known) is self.unfolded(distance) else None
        )

    def assume(self, *statements: L.Node, case: bool = False) -> None:
        """Take statements for true: until the section ends, or as a case.

        What is impossible beside the case before it begins the next case; beside what holds throughout, it was said of
        something else, and of its names not all was read.
        """
        self.lingering.difference_update(statements)
        if case and self.assumed and any(map(Facts((*self.hypotheses, *self.assumed)).excludes, statements)):
            self.assumed.clear()
        if case:  # n >= 3 behind n >= 4: nobody says again what is known
            self.assumed[:] = [a for a in self.assumed if not any(_is_weaker(s, a) for s in statements)]
        held: list[Any] = self.assumed if case else self.hypotheses
        for s in statements:
            if s in held:
                continue
            if isinstance(s, L.Relation) and Facts(self.hypotheses).excludes(s):
                if not case:  # one of the two no longer holds, and which is not said
                    self.hypotheses = [
                        h for h in held if not isinstance(h, L.Relation) or h.free.isdisjoint(s.left.free)
                    ]
                    held = self.hypotheses
                self.fog.update((n.name, "what is said of it contradicts itself") for n in s.left.free)
            else:
                held.append(s)

    def take_back(self) -> None:
        """What was supposed last led to a contradiction: it does not hold; where nothing else is known, what holds
        instead is for the author to say."""
        for supposed in (self.hypotheses, self.assumed):
            supposed[:] = [each for each in supposed if each not in self.supposed]
        self.hypotheses += [each for each in self.given_up if each not in self.hypotheses]
        known = {n for each in self.hypotheses for n in each.free}
        for name in {n.name for each in self.supposed for n in each.free - known if isinstance(n, L.Var)}:
            self.fog.setdefault(name, "what was supposed of it led to a contradiction")
        self.supposed.clear()
        self.given_up.clear()

    def give_way(self, *statements: L.Node, kept: Collection[L.Node] = ()) -> list[L.Node]:
        """Forget the hypotheses that what is let be instead, or supposed for a while, cannot hold beside, or that say
        more of a name on the side where it is bounded now: nobody says again what is known; not what is ``kept``."""
        said = {*statements, *kept}
        gone = [h for h in self.hypotheses if h not in said and any(_is_weaker(s, h) for s in statements)]
        self.hypotheses = [h for h in self.hypotheses if h not in gone]
        for s in statements:
            own = [h for h in self.hypotheses if isinstance(h, L.Relation) and not h.free.isdisjoint(s.free)]
            own = [h for h in own if h not in kept]  # what its own sentence says contradicts it
            if not isinstance(s, L.Relation) or not Facts(own).excludes(s):
                continue
            against = [h for h in own if Facts((h,)).excludes(s)]
            if not against or Facts([h for h in own if h not in against]).excludes(s):
                against = own
            self.hypotheses = [h for h in self.hypotheses if h not in against]
            gone += against
        return gone

    def want(self, *statements: L.Node) -> None:
        """Take it that orders may be meant of what follows: nothing is refuted but where they hold, too."""
        facts = Facts((*self.hypotheses, *self.assumed))
        new = [s for s in statements if s not in self.hypotheses and s not in self.assumed and not facts.excludes(s)]
        self.assumed += new
        self.lingering.update(new)
        self.wanted.update(new)

    def assume_counts(self, stem: str, index: L.Var, home: L.Space) -> None:
        """Take it that data that count lie where their law has its mass; of other data nothing is said."""
        if isinstance(home, L.Integers | L.Range):
            count = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
            self.assume(L.forall(index, count >= (home.low if isinstance(home, L.Range) else 0)))
            if isinstance(home, L.Range):
                self.assume(L.forall(index, count <= home.high))

    def presume(self, *statements: L.Node) -> None:
        """Take statements for true as long as nothing that is said is against them."""
        self.presumed += [s for s in statements if s not in self.presumed]


def _alike(name: L.Var, value: L.Term) -> bool:
    return (L.is_scalar(name) and L.is_scalar(value)) or L.space_of(name) is L.space_of(value)


def argument_names(applied: Applied) -> tuple[list[str | None], list[str | None]]:
    """The names of the arguments before and behind the bar; of ``X = x`` that of the value."""
    return [_argument(i) for i in applied.items], [_argument(i) for i in applied.given or ()]


def _argument(item: Syntax) -> str | None:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        return name_of(item.expressions[1])
    return name_of(item)


def _is_weaker(one: L.Node, other: L.Node) -> bool:
    """Whether a bound of a name by a number says less than another one of it on the same side."""
    a, b = _bound(one), _bound(other)
    if a is None or b is None or a[:2] != b[:2]:
        return False
    return a[2] < b[2] if a[1] == ">" else a[2] > b[2]


def _bound(statement: L.Node) -> tuple[L.Var, str, Any] | None:
    match statement:
        case L.Relation(L.Var() as x, ("<" | "<=" | ">" | ">=") as symbol, L.Number(n)):
            return x, symbol[0], n
        case L.Relation(L.Number(n), ("<" | "<=" | ">" | ">=") as symbol, L.Var() as x):
            return x, ">" if symbol[0] == "<" else "<", n
    return None


__all__ = ["Context", "Defined", "Numeral", "Symbol", "argument_names", "root"]
