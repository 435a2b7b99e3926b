"""Claims: a relation between two terms with all that it is claimed under, as a line that can be judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction

from ... import language as L
from ...language.facts import Facts
from ..changing import changed
from ..context import Context
from ..laws import exponential_families, hanging_together, moving
from ..laws.noise import without_errors
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of, names_in
from ..probability import masses
from ..probability.sample_moments import SampleMoments
from ..relations import EQUATIONS, ORDERS, RELATIONS
from ..shapes import matrices_in_doubt, no_numbers
from ..syntax import Bracket, Multiply, Numeral, Sign, Syntax, Unread
from ..terms import derivatives, unrolling, up_to_constant
from ..threads import Formula, Thread
from ..told import members_of_sets, of_all_values
from ..told.introduced import introduces
from ..uses import bits
from ..uses.heads import head_of
from ..words import cases_in_words, claiming, wanting
from . import chosen, quantified
from .conditions import Conditions, perhaps
from .doubts import Doubts
from .each_member import orders_of_each, outside
from .earlier_chains import EarlierChains
from .row_above import RowAbove

# Words that make a letter one, and not any.
_MEANS_ONE = re.compile(
    r"\b(there (is|are|exists?)|exists?|some|find|solv\w*|determin\w*|for which|such that|satisf\w*|choos\w*|let|given|"
    r"fixed|equation|root)\b"
)


@dataclass
class Claims:
    """What one stretch claims, one relation after the other."""

    m: Meaning
    constant_in: Syntax | None = None  # what "const." does not depend on here
    conditions: Conditions = field(default_factory=Conditions)  # of the claim at hand
    above: RowAbove = field(default_factory=RowAbove)
    earlier: EarlierChains = field(default_factory=EarlierChains)
    solved: dict[str, L.Relation] = field(default_factory=dict)  # the equation for x that x_1 = 2 was put into
    doubts: Doubts = field(init=False)
    moments: SampleMoments = field(init=False)

    def __post_init__(self) -> None:
        self.doubts = Doubts(self.m)
        self.moments = SampleMoments(self.m)

    @property
    def context(self) -> Context:
        return self.m.context

    def claim(
        self,
        thread: Thread,
        sign: Sign,
        right: Syntax,
        formula: Formula,
        start: L.Term,
        target: L.Term,
        supposed: tuple[L.Node, ...] = (),
    ) -> Line:
        """The line that claims this relation between two terms."""
        if thread.first:
            thread.start = start
            hanging_together.put_in_doubt(self.context, thread.node, right)
        if thread.constant:
            start, target = self._up_to_constant(start, target, right)
        relation = up_to_constant.lost(L.Relation(start, RELATIONS.get(sign.symbol, "="), target))
        relation = unrolling.unrolled(self.context, relation)
        no_numbers.refuse(self.context, self.m.shapes.suspected, relation, right)
        held, doubtful = self.conditions.supposed(self.context, thread)
        held, relation = (*held, *orders_of_each(held, relation)), outside(held, relation)
        hypotheses = without_errors(self.context, (*self._but_limits(held, relation), *supposed), relation)
        hypotheses = (*hypotheses, *self._values_supposed(hypotheses), *self._sizes_given(relation))
        along = () if self.m.curve is None or self.m.curve in hypotheses else (self.m.curve,)
        hypotheses = (*hypotheses, *exponential_families.masses(self.context, relation))
        hypotheses = (*hypotheses, *along, *of_all_values.instances(self.m, relation))
        premise = self.above.premise(formula, hypotheses) if thread.first else thread.premise
        self.above.beside = premise if thread.first else self.above.beside
        thread.premise = premise
        if premise is not None and quantified.is_of(premise, self.conditions.bound):
            doubtful, premise = (*doubtful, premise), None
        doubtful = (*doubtful, *matrices_in_doubt.perhaps_symmetric(self.m, relation))
        fog = self.doubts.of(relation, thread.node if thread.begins is None else thread.begins, formula)
        fog = tuple(n for n in fog if n not in self.conditions.bound or self.context.in_fog(L.Var(n, L.R)))
        if sign.symbol in ORDERS:
            fog += self._spoken_of(relation, hypotheses, formula)
        going_on, through = self.earlier.going_on(thread, relation, hypotheses) or (None, ())
        self.earlier.claimed.add(relation)
        thread.claimed += (relation,)
        if thread.first and isinstance(start, L.Divergence | L.JensenShannon | L.Wasserstein):
            self._measure(thread.node, start)
        put, wanted = self.moments.put_in(relation) or (None, ())
        instead = [L.Claim(hypotheses, other) for other in self._others(relation, hypotheses, going_on)]
        if (chosen_there := chosen.at_chosen(self.context, relation, formula)) is not None:
            instead.append(L.Claim(hypotheses, chosen_there))
        if put is not None and wanted:  # with a sample variance, which another may divide by n
            instead.append(L.Claim((*hypotheses, *wanted), put))
        relation, *in_other_units = bits.readings(self.context, relation, self.m.logarithms)
        instead += [L.Claim(hypotheses, other) for other in in_other_units]
        instead += members_of_sets.of_real_numbers(L.Claim(hypotheses, relation))
        if in_other_units and not self.m.logarithms.unit and not bits.are_spoken_of(self.context):
            self.m.remarks.append("the unit of an entropy is not said here: nats or bits")
        line = thread.line(sign, right, formula, self._kind(thread, sign, start, target, formula))
        grounded = {n for h in (*self.context.hypotheses, *self.context.assumed, *along) for n in h.free}
        return changed(
            line,
            claim=L.Claim(hypotheses, relation),
            instead=tuple(instead),
            of_data=L.Claim(hypotheses, put) if put is not None and not wanted else None,
            fog=fog,
            loose=tuple(sorted(n.name for n in relation.free - grounded if isinstance(n, L.Var))),
            thresholds=self._thresholds(relation, formula),
            perhaps=perhaps(L.Claim(hypotheses, relation), doubtful) if doubtful else (),
            because=self.conditions.because,
            readings_of_laws=self._readings(relation),
            bound=self.conditions.bound,
            over_reals=self.conditions.over_reals,
            values=self._values(thread.node, right),
            called=tuple(n for n in relation.walk() if isinstance(n, L.Term) and n in self.context.called),
            premise=premise,
            unsolved=self._unsolved(thread, sign, right, hypotheses),
            through=through,
            restated=going_on is not None and L.alpha_equal(going_on.left, target),
            sides=None if thread.constant else (thread.node, right),
            decimals=self._new_decimals(thread.node, right),
            only_if=self.conditions.unread_behind or self.conditions.unread_ahead,
        )

    def _thresholds(self, relation: L.Relation, formula: Formula) -> frozenset[str]:
        """The letters that bound the event of a probability and stand on the other side as well, in a display of which
        no words say that they mean one: what is said there of P(|X| > x) is said of every x."""
        match relation.left:
            case L.Expectation(L.Cases(_, conditions)) if formula.display and not _MEANS_ONE.search(
                formula.lead.lower()
            ):
                inside = frozenset().union(*(c.free for c in conditions)) & relation.right.free
            case _:
                return frozenset()
        survey = self.context.survey
        letters = {n.name for n in inside if isinstance(n, L.Var) and L.is_scalar(n) and n.name[:1].islower()}
        return frozenset(letters) - survey.mentioned - survey.particular

    def _sizes_given(self, relation: L.Relation) -> Iterator[L.Relation]:
        """The values of sizes, p = n + m: they are put for the names in terms, and not in the spaces of others."""
        for name in sorted(relation.free, key=lambda n: n.name):
            value = self.context.values.get(name.name) if isinstance(name, L.Var) else None
            if isinstance(name, L.Var) and isinstance(name.space, L.Integers) and value is not None:
                yield name.eq(self.context.unfolded(value))

    def _unsolved(self, thread: Thread, sign: Sign, right: Syntax, hypotheses: tuple[L.Node, ...]) -> L.Claim | None:
        """The claim of numbers as they are before they were found, which the equations for them hold of; None where it
        has none of these."""
        values, left = self.context.values, thread.node
        if not thread.first or left is not thread.begins or sign.symbol not in EQUATIONS:
            return None
        names = (names_in(left) | names_in(right)) & values.keys()
        found = [n for n in names - self.context.chosen if L.is_scalar(values[n]) and not values[n].free]
        if not found or name_of(left) in found:
            return None
        with self.m.binding({n: L.Var(n, self.context.space_of_number(n)) for n in found}), suppress(Unread):
            return L.Claim(hypotheses, L.Relation(self.m.term(left), "=", self.m.term(right)))
        return None

    def _is_of_new(self, start: L.Term, target: L.Term) -> bool:
        """Whether the left side is at a number of which nothing is said, and the right side is not."""
        grounded = {n for h in (*self.context.hypotheses, *self.context.assumed) for n in h.free}
        return any(isinstance(n, L.Var) and L.is_scalar(n) for n in start.free - target.free - grounded)

    def _values_supposed(self, hypotheses: tuple[L.Node, ...]) -> Iterator[L.Relation]:
        r"""The numbers that names were given of which something is supposed together with other things: \sigma = 2,
        after a variable with the variance \sigma^2.  In what is claimed they stand already."""
        tied = {n for h in hypotheses if len(h.free) > 1 for n in h.free if isinstance(n, L.Var)}
        for name in sorted(tied, key=lambda n: n.name):
            value = self.context.values.get(name.name)
            if value is None or name.name in self.conditions.bound or not L.is_scalar(name):
                continue
            number = self.context.unfolded(value)
            if L.is_scalar(number) and not number.free and (equation := name.eq(number)) not in hypotheses:
                yield equation

    def _values(self, *sides: Syntax) -> tuple[L.Term, ...]:
        """What the names on the sides were given as, where that is more than a name or a number."""
        given = self.context.values
        if not given:
            return ()
        names = dict.fromkeys(name for side in sides for n in side.walk() if (name := name_of(n)) in given)
        terms = (self.context.unfolded(given[name]) for name in names if name is not None)
        return tuple(t for t in terms if L.is_scalar(t) and not isinstance(t, L.Var | L.Number))

    def _new_decimals(self, left: Syntax, right: Syntax) -> tuple[str, ...]:
        """The decimals on the right that do not stand on the left, and are neither what a name there was given as nor a
        probability that was told."""
        new = dict.fromkeys(n.text for n in right.of(Numeral) if "." in n.text)
        if not new:
            return ()
        given = (self.context.values.get(name) for name in names_in(left))
        exact = {value.value for value in given if isinstance(value, L.Number)} | masses.told_numbers(self.context)
        told = {each.right.value for each in self.context.told_of_events if isinstance(each.right, L.Number)}
        exact |= told | {1 - chance for chance in told}
        old = {n.text for n in left.of(Numeral)}
        return tuple(text for text in new if text not in old and Fraction(text) not in exact)

    def _but_limits(self, held: tuple[L.Node, ...], relation: L.Relation) -> Iterator[L.Node]:
        """What is supposed, but for the order of the limits of integrals that the relation does not have."""
        rising = self.context.rising
        inside = {n.space for n in relation.walk() if isinstance(n, L.Var)} if rising else set()
        for each in held:
            if each not in rising or not isinstance(each, L.Relation) or L.Interval(each.left, each.right) in inside:
                yield each

    def _spoken_of(self, relation: L.Relation, hypotheses: tuple[L.Node, ...], formula: Formula) -> tuple[str, ...]:
        """The names in an order that solves another, those of which nothing is known but orders to be met, and one of
        which nothing was said before this order, which then tells what it is: D >= 1/n."""
        known = {n for h in hypotheses for n in h.free}
        spoken_of = {n for h in self.context.wanted for n in h.free}
        free = relation.free if wanting.is_solved(formula.words) else relation.free & spoken_of
        free |= {n for n in (relation.left, relation.right) if self._is_new(n)}
        return tuple(sorted(n.name for n in free - known if isinstance(n, L.Var)))

    def _is_new(self, side: L.Term) -> bool:
        """Whether it is a number of which neither words nor equations before this one said anything."""
        if not isinstance(side, L.Var) or not L.is_scalar(side):
            return False
        context = self.context
        told = (context.spaces, context.values, context.random, context.laws, context.survey.particular)
        stem, _, label = side.name.partition("_")
        told_of = {n.name.partition("_")[0] for h in context.stated() for n in h.free}
        if label and (stem in told_of or context.survey.is_indexed(stem)):  # of a family of which something is said
            return False
        return side not in context.claimed_of and not any(side.name in names for names in told)

    def _readings(self, relation: L.Relation) -> tuple[tuple[L.Law, L.Law, str], ...]:
        """The laws in a relation of which it is not said by which parameter they are written."""
        inside = set(relation.walk())
        return tuple((law, *other) for law, other in self.context.readings.items() if law in inside)

    def _others(
        self, relation: L.Relation, hypotheses: tuple[L.Node, ...], going_on: L.Relation | None
    ) -> list[L.Relation]:
        """What a relation may claim instead: of what an earlier chain came to, of what names are in other sections, but
        for those that it is said of anew, or of which something is supposed here."""
        told = self.context.spaces.keys() | self.conditions.bound
        about = told.union(*({n.name for n in h.free} for h in hypotheses))
        elsewhere = self.context.elsewhere.instead(relation, about)
        return [*(() if going_on is None else (going_on,)), *(() if elsewhere is relation else (elsewhere,))]

    def _measure(self, node: Syntax, distance: L.Term) -> None:
        """Keep what a distance was taken of: W_2(P, Q) = ... says what W_2 = ... is about."""
        match node:
            case Multiply((symbol, Bracket()), _) if (head := head_of(symbol)) is not None:
                self.context.measure(head.name, distance)

    def _up_to_constant(self, start: L.Term, target: L.Term, node: Syntax) -> tuple[L.Term, L.Term]:
        """Two terms are equal up to a constant in something if their derivatives by it are equal."""
        assert self.constant_in is not None
        place = self.m.varied(self.constant_in)
        varied = frozenset(n for n in place.free if not (isinstance(n, L.Var) and L.is_index_space(n.space)))
        if varied.isdisjoint(start.free | target.free):  # of another kind than what is written: it would say nothing
            raise Unread("constant in what stands on neither side", node.span)
        return derivatives.by(start, place, node), derivatives.by(target, place, node)

    def _kind(self, thread: Thread, sign: Sign, start: L.Term, target: L.Term, formula: Formula) -> str:
        if sign.note is not None and "!" in sign.note:
            return "condition"
        if (target is L.Number(0) or isinstance(target, L.Zero)) and self.m.curve is None:  # there it is an identity
            slopes = [n for n in start.walk() if isinstance(n, L.Derivative | L.FunctionalDerivative)]
            of = [n.body if isinstance(n, L.Derivative) else n.functional for n in slopes]
            rates = any(each.free for each in of)  # not of \nabla 1
            follows = sign.symbol in ORDERS and claiming.is_concluded(formula.words)  # We want $A > 0$, so $B > 0$
            of_mean = not thread.first and thread.start is not None and moving.is_mean(thread.start)  # E[...] = ... = 0
            mean = of_mean or moving.is_mean(start)
            if start.free and wanting.is_condition(formula.words) and not (follows or of_mean):  # else all is known
                return "condition"
            rates = (thread.rate or rates) and not (mean or claiming.is_asserted(formula.words))
            rates = rates and not self._is_at_point(start)
            if sign.symbol in ORDERS and not thread.first:  # Then $f''(x) = 6x > 0$, or: since
                rates = rates and not (claiming.is_concluded(formula.words) or claiming.is_reason(formula.words))
            if rates and start.free and not self._decided(L.Relation(start, sign.symbol, target), formula):
                return "condition"
        if sign.symbol in ORDERS and start.free != target.free and wanting.is_wanted(formula.words):
            return "condition"
        if thread.condition and isinstance(start, L.Number | L.Zero):
            return "condition"  # f'(x) = 0 = 2 x - 1
        apart = sign.symbol == "!=" and claiming.says_apart(formula.words, formula.rest) and L.is_scalar(start)
        if sign.symbol == "!=" and not apart and (start.free or target.free or not L.is_scalar(start)):
            return "condition"
        under_case = self.context.assumed and cases_in_words.is_under_case(formula.words)
        behind = under_case or claiming.is_behind_condition(formula.words, formula.rest)
        if wanting.is_sought(formula.words) and not behind and not wanting.is_again(formula.words):
            return "condition"
        if thread.first and wanting.is_met_at_places(formula.words) and self._is_of_new(start, target):
            return "condition"
        if formula.shown or claiming.is_shown(formula.words):
            return "goal"
        equation = thread.first and sign.symbol in EQUATIONS
        if equation and introduces(self.context, self.moments, formula.lead, start, target):
            return "definition"
        return "step"

    def _is_at_point(self, start: L.Term) -> bool:
        """Whether the case at hand says where all the numbers in a term lie: At $(0, 0)$ we have $f_x = 0$."""
        told = {
            h.left for h in self.context.assumed if isinstance(h, L.Relation) and h.symbol == "=" and not h.right.free
        }
        return bool(told) and start.free <= told

    def _decided(self, relation: L.Relation, formula: Formula) -> bool:
        """Whether what is known settles a sign: f''(x) < 0 is then a claim, and else may be asked of x.  So is what is
        concluded of a function of which words say how its graph bends."""
        if relation.symbol == "=":
            return False
        functions = [n.name for n in relation.free if isinstance(n, L.Function)]
        if functions and claiming.is_concluded(formula.words) and self.context.shapes.keys() >= set(functions):
            return True
        facts = Facts(self.context.stated())
        return facts.proves(relation) or facts.excludes(relation)


__all__ = ["Claims"]
