r"""What is known of the names at one place in a document: declared roles, definitions, laws, assumptions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from .. import language as L
from .changing import changed
from .hypotheses import ENDING, Hypotheses
from .names import name_of
from .shapes import told_shapes
from .syntax import Statement, Syntax
from .terms.defined import Defined
from .told.elsewhere import Elsewhere
from .uses.uses import Applied, Survey

if TYPE_CHECKING:
    from .laws.block_normals import BlockNormal
    from .laws.class_models import ClassModel
    from .laws.drawn_in_turn import Drawn
    from .laws.given_another import GivenAnother
    from .laws.label_models import LabelModel
    from .laws.model_factors import Factor
    from .laws.samples_alike import Alike
    from .laws.told_moments import ToldData
    from .laws.written_models import Written
    from .probability.conditional_masses_written import ConditionalTold
    from .probability.independence import Saying
    from .probability.joint_masses import JointMasses
    from .probability.markov_chains import Chain
    from .probability.masses import Masses
    from .words.roles_in_words import Role

_CHAIN = re.compile(
    r"\b(detailed balance|metropolis|mcmc|markov chain|gibbs sampl\w*|stationary|invariant|reversible|proposal|"
    r"target (density|distribution)|policy|policies)\b"
)
_PRIOR = re.compile(r"\b(prior|posterior)s?\b")
_ROUNDS = 4  # values that stand for names with values
DENSITY_LETTERS = frozenset("pqPQ")
_SAID = 40_000  # characters of prose that are looked back at


@dataclass
class Context(Hypotheses):
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
    taken: set[str] = field(default_factory=set)  # of them those of which no word says so: the Z of P(Z > 1.5)
    drawn: dict[str, Drawn] = field(default_factory=dict)  # random variables with a law given another
    awaiting: dict[str, tuple[tuple[GivenAnother, Syntax], ...]] = field(default_factory=dict)
    """Variables, of which the law is said behind, with the laws given them."""
    labels: LabelModel | None = None  # a label, and the probabilities of its values given a point
    classes: ClassModel | None = None  # a label of few values, and the density of a point in each class
    masses: dict[str, Masses] = field(default_factory=dict)  # of random variables whose values are told one by one
    probability_vectors: dict[str, tuple[L.Term, L.Var]] = field(default_factory=dict)  # each member and its index
    weights: dict[str, tuple[L.Term, ...]] = field(default_factory=dict)  # probabilities of values that are not told
    joints: dict[str, JointMasses] = field(default_factory=dict)  # of random variables, the joint law of finitely many
    chains: dict[str, Chain] = field(default_factory=dict)  # Markov chains of which one step is told, by their letter
    states: tuple[L.Term, ...] | None = None  # of a Markov chain, where they are told
    stationary: tuple[L.Term, ...] | None = (
        None  # the distribution of a chain that the page calls so, as it was written
    )
    channels: dict[str, ConditionalTold] = field(default_factory=dict)  # of random variables, what is told given them
    joint_letters: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of mass functions, and whose they are
    by_masses: set[str] = field(default_factory=set)  # random variables whose law was told by its masses
    normalised: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Densities that a function of their parameter makes integrate to 1, by letter: their argument, and that."""
    density_names: dict[str, str] = field(default_factory=dict)  # of random variables: "let X have density f(x) = ..."
    distribution_names: dict[str, str] = field(default_factory=dict)  # "let X have the cdf F(x) = ..."
    density_homes: dict[str, L.Space] = field(default_factory=dict)  # "f(x) = 2x, $0 < x < 1$", of densities named so
    densities_of_data: dict[str, str] = field(default_factory=dict)  # "let X_1, ..., X_n be a sample from f(x) = ..."
    random: dict[str, Syntax] = field(default_factory=dict)  # a random variable made of others
    extremes: dict[str, tuple[str, str]] = field(
        default_factory=dict
    )  # the largest or smallest of data: which, of what
    alike: dict[str, Alike] = field(default_factory=dict)  # independent data of which only letters of a law are told
    null_hypothesis: tuple[Syntax, Syntax] | None = None  # the parameter of H_0: p = 1/2, and its value there
    plane_sets: dict[str, tuple[tuple[str, ...], tuple[Statement, ...]]] = field(default_factory=dict)
    """Of letters of sets of points (x, y), their coordinates and what is said of these."""
    processes: dict[str, L.Term] = field(default_factory=dict)  # letters of Poisson processes, with their rates
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
    markov: tuple[tuple[tuple[str, ...], ...], ...] = ()  # X -> Y -> Z: of random variables, the last told first
    markov_before: tuple[tuple[tuple[str, ...], ...], ...] | None = None  # a sentence tells of one under its condition
    described_otherwise: set[str] = field(default_factory=set)  # random variables of which more is said than is read
    independent_if: tuple[Saying, ...] = ()  # what conditions of sentences to come call so
    related: dict[frozenset[str], list[L.Node]] = field(default_factory=dict)  # how events are, as words tell it
    independent_before: tuple[Saying, ...] | None = None  # a sentence that denies it under its condition
    told_of_events: list[L.Relation] = field(default_factory=list)  # the probabilities that words tell them to have
    event_ties: frozenset[frozenset[str]] = frozenset()  # names of events that the document speaks of together
    partly: dict[str, tuple[L.Node, ...]] = field(default_factory=dict)  # where the formula of a function holds
    whole_valued: set[str] = field(default_factory=set)  # random variables without a law whose values are integers
    called_densities: set[str] = field(default_factory=set)  # letters that words call densities: f, g
    distributions: dict[str, str] = field(default_factory=dict)  # letters of distribution functions, and of what
    ranges: dict[str, L.Space] = field(default_factory=dict)  # the parts of the line where random variables have values
    density_parts: dict[str, L.Space] = field(default_factory=dict)  # where unknown densities are said to live
    called: set[L.Term] = field(default_factory=set)  # what values of functions are, of which only a call is written
    block_normals: list[BlockNormal] = field(default_factory=list)  # of what is jointly normal
    laws_written: dict[str, tuple[Syntax, L.Law]] = field(default_factory=dict)
    """Of random variables, the laws as they were written, and what these are with the values of their names."""
    formed: dict[str, tuple[tuple[Syntax, ...] | None, Syntax]] = field(default_factory=dict)
    """Of values, and of functions with their arguments, the formulas that they were given by."""
    aside: dict[str, dict[str, Any]] = field(default_factory=dict, metadata=ENDING)  # names before the sentence at hand
    doubted: set[str] = field(default_factory=set, metadata=ENDING)  # names that were something else before
    chosen: set[str] = field(default_factory=set)  # names whose values were let be, and not found
    moves: dict[str, bool] = field(default_factory=dict)  # of functions f_theta, whether read with theta
    needed: set[str] = field(default_factory=set)  # names whose values something wants: we need $s = 1/n$
    claimed_of: set[L.Name] = field(default_factory=set)  # names that equations so far are about
    told_each: set[str] = field(default_factory=set)  # families of which a row said what each member is
    told_of_members: set[str] = field(default_factory=set)  # the N_k of which an equation says how N is made of them
    solved_for: set[str] = field(default_factory=set)  # numbers that an equation leaves no choice
    posed: list[L.Relation] = field(default_factory=list)  # equations that are to be met
    undone: set[str] = field(default_factory=set)  # functions that have an inverse, and these
    in_case: dict[str, tuple[str, tuple[L.Node, ...]]] = field(default_factory=dict)
    """Names given values by sentences headed by cases, these, and what they suppose."""
    subjects: dict[str, str] = field(default_factory=dict)  # of names, what words say that their formula is of
    title: str = ""  # over this stretch
    made_as: dict[str, Syntax] = field(default_factory=dict)  # formulas that names were given as, as they are written
    formula_of: dict[str, tuple[L.Term, frozenset[object]]] = field(default_factory=dict)
    """Of names with a number for a value, the formula that they had before, and under which circumstances."""
    measured: dict[str, L.Term | None] = field(default_factory=dict)  # distances by letter; None: of several pairs
    made_each: dict[str, L.VectorOf] = field(default_factory=dict)  # data y_i = w x_i + e_i with a random error
    made: dict[str, L.Term] = field(default_factory=dict)  # data of a model: what they are, with their error
    least: dict[str, Syntax] = field(default_factory=dict)  # what is told to be an argmin or argmax, as it is written
    degrees: dict[str, int] = field(default_factory=dict)  # of vectors with moments alone: in which means they stand
    moments_said: list[tuple[Syntax, Syntax]] = field(default_factory=list)  # the equations that say them
    instead: dict[str, str] = field(default_factory=dict)  # of a parameter, which one took its place: tau of sigma
    deviation: bool = False  # N(mu, sigma) has a deviation here
    numerator_layout: bool = False  # the document speaks of that of derivatives
    own: set[str] = field(default_factory=set, metadata=ENDING)  # names that this stretch itself has defined
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    words: str = ""  # the prose of this stretch, lower case
    shaped: frozenset[str] = frozenset()  # names of which words say a property that is not read: bounded, periodic
    entropies: set[L.Term] = field(default_factory=set)  # those that are sums or integrals as they are read
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
        known = vars(self)
        own: dict[str, Any] = {name: type(known[name])() for name in _ENDING}
        own |= {name: value.copy() for name, value in known.items() if type(value) in _GROWING and name not in own}
        return changed(
            self,
            **own,
            survey=survey,
            words=words,
            shaped=self.shaped | shaped,
            described=self.described | described,
            roles=self.roles.union(roles),
            said=f"{self.said} {words}"[-_SAID:],
            independent_before=None,
            markov_before=None,
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
        if stem == "Q" and (("_" in head and self.says_quantile) or self._values_actions(head)):
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

    def _values_actions(self, head: str) -> bool:
        """Whether Q(s, a) stands beside a policy, or Q(a) beside that of the same actions: what an action is worth."""
        uses, policies = self.survey.uses(head), [u for u in self.survey.applications if u.head.startswith("pi")]
        if any(use.given is not None or len(use.items) != len(uses[0].items) for use in uses):
            return False
        if uses and len(uses[0].items) == 1:
            return any(use.items == policy.items for use in uses for policy in policies)
        return any(policy.given is not None for policy in policies) and all(len(use.items) == 2 for use in uses)

    @property
    def has_density_pi(self) -> bool:
        r"""Whether \pi(x) is a density: of a Markov chain or a policy, by the words; a prior is one beside others."""
        said = self.said.lower()
        if "pi" not in self.survey.numeric and self.survey.uses("Q") and self._values_actions("Q"):
            return True
        return "pi" not in self.survey.numeric and bool(_CHAIN.search(said)) and not _PRIOR.search(said)

    @property
    def says_quantile(self) -> bool:
        """Whether words say that Q_X is a quantile function."""
        return "quantile" in self.said

    def space_of_number(self, name: str) -> L.Space:
        """Where a scalar name lives that nothing was said about."""
        if name in self.spaces:
            return self.spaces[name]
        survey = self.survey
        if name in survey.counting or name in survey.running or self._is_size(name):
            return L.Z_INTEGERS
        return L.R

    def _is_size(self, name: str) -> bool:
        r"""Whether a number is the n of an X \in \mathbb R^{n \times d} that was declared before."""
        sizes = (n for space in self.spaces.values() for n in space.free)
        return any(isinstance(n, L.Var) and n.name == name and n.space is L.Z_INTEGERS for n in sizes)

    def is_counted(self, stem: str) -> bool:
        """Whether the members of a family of numbers are integers: they count, or their law is one of counts."""
        known = self.each_of_data(stem) or self.each_of_data(stem.upper())  # x_i is a value of X_i
        return stem in self.survey.counted or (known is not None and L.is_counted(L.support(known[1])))

    def each_of_data(self, stem: str) -> tuple[L.Var, L.Law] | None:
        r"""The index of data and the law of each, X_i \sim law, also given a parameter, x_i \mid \theta \sim law."""
        if stem in self.data:
            return self.data[stem]
        factors = (f for (_, name), f in self.factors.items() if name == stem)
        return next(((f.index, f.law) for f in factors if f.index is not None), None)

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
            special = special and not self.is_counted(name.name)  # data that count, and no function
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

    def unfolded(self, t: Any, but: Container[L.Name] = ()) -> Any:
        """The term with what its names, ``but`` for some, have been given since it was written."""
        for _ in range(_ROUNDS):
            mapping: dict[L.Name, Any] = {}
            for name in t.free:
                match name:
                    case _ if name in but:
                        continue
                    case L.Var() if name.name in self.values and name not in self.values[name.name].free:
                        mapping[name] = self.values[name.name]
                    case L.Function() if name.name in self.formulas and self.maps.get(name.name) is name:
                        mapping[name] = self.formulas[name.name]
                    case L.Function() if (formula := self._formula(name)) is not None:
                        mapping[name] = formula
                    case L.Density() if name.name in self.laws and L.support(self.laws[name.name]) is name.space:
                        mapping[name] = self.laws[name.name]
            if not mapping:
                break
            t = L.substitute(t, mapping)
        return t

    def _formula(self, f: L.Function) -> L.Lambda | None:
        """The formula of a function of one argument that was given it behind its first use."""
        defined = self.functions.get(f.name)
        if defined is None or not defined.is_plain or f in defined.body.free or f.name in self.recursive:
            return None
        (argument,) = defined.arguments
        return L.Lambda(defined.body, argument) if f.domain == (argument.space,) else None

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


_ENDING = tuple(each.name for each in fields(Context) if "ends" in each.metadata)
_GROWING = (dict, set, list)  # the types of what a section adds to


def _alike(name: L.Var, value: L.Term) -> bool:
    return (L.is_scalar(name) and L.is_scalar(value)) or L.space_of(name) is L.space_of(value)


def argument_names(applied: Applied) -> tuple[list[str | None], list[str | None]]:
    """The names of the arguments before and behind the bar; of ``X = x`` that of the value."""
    return [_argument(i) for i in applied.items], [_argument(i) for i in applied.given or ()]


def _argument(item: Syntax) -> str | None:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        return name_of(item.expressions[1])
    return name_of(item)


__all__ = ["Context", "argument_names"]
