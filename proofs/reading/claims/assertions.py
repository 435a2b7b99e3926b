"""What one relation of a page says: it names something, states an assumption, sets a condition, or claims.

A name that is given a value is used with that value from then on, also where the value was claimed: the lines after a
wrong line are judged from what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ... import language as L
from ..changing import changed
from ..context import Context
from ..faults import FAULTS, reason_of
from ..laws import (
    class_models,
    densities_of_models,
    equal_laws,
    extremes_of_samples,
    factorised,
    given_another,
    informations,
    laws_restated,
    models,
    moments_said,
    stated_likelihoods,
    told_blocks,
)
from ..laws.laws import law_of
from ..laws.proportions import Proportion, UnknownDensity, proportions, without_bar
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..probability import functions_of_data, made_of_others
from ..relations import COMPARISONS, EQUATIONS, RELATIONS
from ..shapes import coordinates, samples, spreads
from ..syntax import (
    Big,
    Bracket,
    Differential,
    Fraction,
    Grid,
    Multiply,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from ..terms import (
    arrays,
    elementwise,
    error_terms,
    indefinite,
    integrals,
    least_places,
    sets_of_the_plane,
    two_signs,
    up_to_constant,
)
from ..terms.gradients import is_nabla
from ..threads import Formula, Side, Thread
from ..told import declarations as say
from ..told import left_sides, set_aside, suppositions
from ..told.named_functions import NamedFunction
from ..told.naming import Naming
from ..told.naming_equation import Named, NamingEquation
from ..told.properties import BETWEEN_LAWS, assume_between_laws
from ..uses import tables
from ..uses.fog import forget
from ..uses.heads import head_of
from ..uses.uses import Applied
from ..words import claiming, giving, retelling
from . import by_cases, called, estimates, recalled, solutions, two_values_called
from .claims import Claims
from .margins import density_for_law


def _was_made(node: Syntax, formula: Formula) -> bool:
    """Whether a formula near before says what a name is equal to."""
    rows = [row for row in formula.ahead if row is not None]
    told = (s for row in rows for s in row.statements if s.relations and s.relations[0].symbol in EQUATIONS)
    return any(s.expressions[0] == node for s in told)


@dataclass
class Assertions:
    """Reads relations in a context, one after the other."""

    claims: Claims
    spoken: Syntax | None = None  # the law that the words before the display at hand say of what it begins with

    @property
    def m(self) -> Meaning:
        return self.claims.m

    @property
    def context(self) -> Context:
        return self.claims.context

    def begin(self, node: Syntax, formula: Formula) -> Thread:
        """A chain that begins with an expression."""
        self.m.variable = self.m.indefinite = None
        self.m.borrowed.clear()
        rate = any(isinstance(d, Differential) for n in node.of(Fraction) for d in n.children())
        rate = rate or any(map(is_nabla, node.of(Symbol, Script))) or _is_primed(node)
        return Thread(node, formula.written(node), None, node, rate, under=self.claims.conditions.under)

    def relation(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> Line:
        """The line that a relation is; the thread then stands at its right side."""
        self.m.text = formula.maths.text
        self.m.remarks = []
        thread.under = tuple(dict.fromkeys((*thread.under, *self.claims.conditions.under)))
        self.m.curve = None
        self.m.indefinite = indefinite.variable_of(self.m, thread.begins, thread.node, right)
        self.m.variable = integrals.integrated(thread.node) or integrals.integrated(right) or self.m.variable
        try:
            with self.m.binding(by_cases.on_the_line(self.m, thread.node, right)):
                line, term = self._read(thread, sign, right, formula)
        except FAULTS as fault:
            reason = Unread(reason_of(fault), right.span)
            line, term = self._unread(thread, sign, right, formula, reason), None
        if term is not None and line.kind != "goal":
            self.m.remarks += spreads.learn(self.context, term)
        line = changed(line, remarks=tuple(dict.fromkeys((*line.remarks, *self.m.remarks))))
        if thread.first and line.kind in ("definition", "goal", "step"):
            value = term if term is not None else functions_of_data.at_data(self.m, right)
            line = changed(line, estimate=estimates.written(self.m, thread.node, value, formula.lead, formula.rest))
        proportional = sign.symbol == "propto"
        stated = (sign.symbol in EQUATIONS and line.kind in ("definition", "step")) or proportional
        if term is not None and thread.first and stated:
            likelihood = stated_likelihoods.written(thread.node, term, formula.lead, proportional=proportional)
            line = changed(line, likelihood=likelihood)
        if thread.first and sign.symbol in EQUATIONS:
            made_of_others.learn_formula(self.m, thread.node, right)
        self._move(thread, sign, right, line, term)
        return line

    def given_another(self, statement: Statement, formula: Formula) -> Line | None:
        r"""The line of Y \mid X = x \sim law: it tells the law of Y, or says something of one that is known; None for
        other statements, and where X is not known."""
        if (of_class := self._of_class(statement, formula)) is not None:
            return of_class
        written = given_another.written(statement)
        if written is None:
            return None
        said, law = written
        thread, sign = self.begin(said.node, formula), statement.relations[-1]
        self.m.text, self.m.remarks = formula.maths.text, []
        try:
            if not claiming.is_concluded(formula.lead) and given_another.learn(self.m, said, law):
                return thread.line(sign, law, formula, "hypothesis")
            claim = given_another.claimed(self.m, said, law)
        except Unread as reason:
            return self._unread(thread, sign, law, formula, reason)
        if claim is None:
            return None
        return changed(self.claims.claim(thread, sign, law, formula, *claim), sides=None, premise=None)

    def _of_class(self, statement: Statement, formula: Formula) -> Line | None:
        r"""The line of x \mid y = k \sim law in a model with classes: what the sentence concludes is a claim."""
        told = class_models.law_told(self.m, statement)
        first = statement.expressions[0]
        if told is None or first is None:
            return None
        _, value, law = told
        whole = replace(first, span=(first.span[0], value.span[1]))
        self.m.text, self.m.remarks = formula.maths.text, []
        thread, sign = self.begin(whole, formula), statement.relations[-1]
        try:
            claim = class_models.claimed(self.m, statement) if claiming.is_concluded(formula.lead) else None
            if claim is None:
                class_models.learn_law(self.m, statement)
        except Unread as reason:
            return self._unread(thread, sign, law, formula, reason)
        if claim is None:
            return thread.line(sign, law, formula, "hypothesis")
        return changed(self.claims.claim(thread, sign, law, formula, *claim), sides=None, premise=None)

    def _move(self, thread: Thread, sign: Sign, right: Syntax, line: Line, term: L.Term | None) -> None:
        """Let a chain stand at the right side of its last line, and remember what that says."""
        thread.over = self._last_read(thread, sign) if term is None and line.kind == "unread" else None
        thread.node, thread.text, thread.term, thread.first = right, line.right, term, False
        thread.condition = line.kind == "condition"
        thread.named = line.defines if line.kind == "definition" else None
        thread.way |= {RELATIONS.get(sign.symbol, "=")}
        supposed, _ = self.claims.conditions.supposed(self.context, thread)
        if term is not None and line.kind != "goal":  # nothing goes on with what is to be shown
            self.claims.earlier.learn(thread, term, frozenset(supposed))
        above = self.claims.above
        above.learn(line, sign, right, frozenset(supposed))
        if above.equation is not None:
            self.context.learn_of(above.equation, line.kind == "condition")
            self.context.told_of_members |= tables.made_of_members(above.equation)

    def _read(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> tuple[Line, L.Term | None]:
        thread.tested = thread.tested or (sign.symbol == ":" and left_sides.is_hypothesis(thread.node))
        if thread.tested:
            return thread.line(sign, right, formula, "hypothesis"), None
        if thread.first and sign.symbol == "=" and moments_said.is_said(self.context, thread.node, right):
            return thread.line(sign, right, formula, "hypothesis"), None
        try:
            if (line := self._of_laws(thread, sign, right, formula)) is not None:
                return line, None
            if (line := self._told(thread, sign, right, formula)) is not None:
                return line, None
            if sign.symbol == "=" and two_signs.stand_in(right):
                return self._of_two_values(thread, sign, right, formula), None
            if self.m.indefinite is not None and sign.symbol == "=":
                return self._indefinite(thread, sign, right, formula, self.m.indefinite)
            if sign.symbol == "=" and (error := error_terms.split(right)) is not None:
                return self._up_to_error(thread, sign, right, formula, error), None
            if sign.symbol in EQUATIONS and (least := self._least(thread, sign, right, formula)) is not None:
                return least
            plain = up_to_constant.without(self.m, right, thread.begins or thread.density)
            told = self.claims.constant_in is not None
            about = thread.first and sign.symbol in EQUATIONS and up_to_constant.is_about(self.m, thread.begins)
            apart = not told and (plain is not right or (about and up_to_constant.is_said(formula.lead)))
            if about and up_to_constant.is_factor_said(formula.lead):
                return self._proportional(thread, sign, right, formula, self._target(thread, plain))
            equation = NamingEquation(self.claims, thread, sign, right, formula)
            if sign.symbol == "approx" and thread.first and (made := Naming(equation).member()) is not None:
                return made
            if sign.symbol in EQUATIONS:
                made = self._named_here(equation, apart)
                if made is not None:
                    return made
            with self.m.at_outcomes():
                target = self._target(thread, plain)
            if apart or thread.apart:
                return self._up_to_constant(thread, sign, right, formula, target)
            thread.constant = thread.constant or plain is not right
        except Unread as reason:
            line = self._unread(thread, sign, right, formula, reason)
            if sign.symbol == "~":
                suppositions.valid_parameters(self.m, right)
            return line, None
        if sign.symbol == "propto":
            return self._proportional(thread, sign, right, formula, target)
        if sign.symbol not in RELATIONS and sign.symbol not in (*EQUATIONS, "approx"):
            unknown = Unread(f"the relation {sign.symbol} is not read", sign.span)
            return self._unread(thread, sign, right, formula, unknown), target
        if thread.term is None and thread.over is not None:
            return self._across(thread, thread.over, sign, right, formula, target), target
        try:
            spaces = dict(self.context.spaces)
            start = thread.term if thread.term is not None else self._start(thread)
            if self.context.spaces != spaces:  # E[Z | X = x]: x is an integer as X is, on the other side, too
                with self.m.at_outcomes():
                    target = self._target(thread, plain)
            ordered = sign.symbol in COMPARISONS and elementwise.at_each(start, target)
            start, end = ordered or arrays.alike([start, target], right)
            target = target if ordered else end
            by_cases.require_all_tried(self.m, right, target)
        except Unread as reason:
            return self._unread(thread, sign, right, formula, reason), target
        line = self.claims.claim(thread, sign, right, formula, start, end)
        if thread.node is thread.begins and (self._follows(thread.node) or called.is_named(formula)):
            line = changed(line, inline=False)  # a density that is known is no unknown for which an equation is set up
        return line, target

    def _of_laws(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> Line | None:
        r"""The line of a relation that says which law something has, or how two laws are related; None for others."""
        if sign.symbol == "~" and isinstance(thread.node, Grid) and samples.is_member(self.m, thread.node):
            law_of(self.m, right)  # its parameters are valid; of data nothing else is read
            return thread.line(sign, right, formula, "hypothesis")
        if sign.symbol == "~" and _is_given_value(thread):
            raise Unread("a law given that a variable has a value", thread.node.span)
        if sign.symbol == "~" and told_blocks.is_told(self.m, thread.node, right):
            return thread.line(sign, right, formula, "hypothesis")
        claim = self._equal_laws(thread, sign, right, formula)
        if claim is None and sign.symbol == "~" and thread.first and self.spoken is not None:
            claim = laws_restated.claimed(self.m, self.spoken, right)
            if claim is not None:
                say.declare_law(self.m, [thread.node], self.spoken)
        if claim is not None:
            line = self.claims.claim(thread, sign, right, formula, claim.left, claim.right, claim.hypotheses)
            fog = (*(n for n in line.fog if claim.test is None or n != claim.test.name), *claim.fog)
            return changed(line, sides=None, premise=None, fog=fog)
        if sign.symbol == "~":
            if (remark := density_for_law(self.context, right)) is not None:
                self.m.remarks.append(remark)
            if claiming.is_concluded(formula.words) and _was_made(thread.node, formula):
                raise Unread("how its law follows from what it is made of", right.span)
            say.declare_law(self.m, [thread.node], right)
            return thread.line(sign, right, formula, "hypothesis")
        supposed = sign.symbol in BETWEEN_LAWS and thread.first and claiming.is_told(formula.words)
        if supposed and assume_between_laws(self.m, thread.node, sign, right):
            return thread.line(sign, right, formula, "hypothesis")
        return None

    def _told(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> Line | None:
        """The line of a relation that only says what something is: a member, shares that sum to one, independent
        variables, a random variable made of others; None for others."""
        if sign.symbol == "in":
            say.declare_member(self.context, self.m, thread.node, right)
            return thread.line(sign, right, formula, "hypothesis")
        if not thread.first:
            return None
        if sign.symbol == "=" and (total := suppositions.total(self.m, thread.node, right, formula)) is not None:
            self.context.assume(*total)
            return thread.line(sign, right, formula, "hypothesis")
        if sign.symbol not in EQUATIONS:
            return None
        if not self._follows(thread.node) and factorised.is_told(self.context, thread.node, right, formula.lead):
            return thread.line(sign, right, formula, "hypothesis")
        if sets_of_the_plane.learn(self.m, thread.node, right) or extremes_of_samples.learn(self.m, thread.node, right):
            return thread.line(sign, right, formula, "definition")
        words = formula.lead if formula.display else formula.words
        anew = giving.is_let(formula.words) or retelling.may_choose(words, formula.rest)
        was = set_aside.known(self.context, name_of(thread.node))
        if (of_others := made_of_others.definition(self.m, thread.node, right, anew)) is not None:
            variable, self.context.random[variable] = of_others
            if retelling.is_conditional(words, formula.rest):
                set_aside.keep(self.context, variable, was)
            return thread.line(sign, right, formula, "definition")
        return None

    def _follows(self, node: Syntax) -> bool:
        """Whether a density follows from the factors of a model."""
        written = Applied.written(node)
        return (written is not None and densities_of_models.known(self.m, written)) or models.known(self.m, node)

    def _across(self, thread: Thread, over: Side, sign: Sign, right: Syntax, formula: Formula, target: L.Term) -> Line:
        """The line of a relation to a side that was not read: of the side before that, which it equals."""
        try:
            start, end = arrays.alike([over.term, target], right)
        except Unread as reason:
            return thread.unread(sign, right, formula, reason)
        across = Thread(over.node, over.text, over.term, thread.begins, thread.rate, over.first)
        line = self.claims.claim(across, sign, right, formula, start, end)
        assert line.claim is not None
        # What was not read may have said what an unknown density or function is, or a matrix that is not in it.
        there = {name_of(node) for node in thread.node.walk()}
        unsaid = {n.name for n in line.claim.statement.free if isinstance(n, L.Density | L.Function)}
        matrices = {n.name for n in start.free if isinstance(n, L.Var) and isinstance(n.space, L.Matrices)}
        unsaid |= matrices - there
        remarks = ("what stands between the two sides was not read",)
        return changed(line, remarks=remarks, fog=(*line.fog, *sorted(unsaid)))

    def _of_two_values(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> Line:
        r"""The line of x = \pm 1, where words say of what these are roots, or x solves the equation in the row above;
        else raises ``Unread``."""
        unknown = two_signs.unlabelled(thread.node)
        first, second = map(self.m.scalar, two_signs.values(right))
        called_so = two_values_called.sides(self.m, formula, unknown, (first, second))
        if called_so is not None:
            self.m.remarks.append(solutions.REMARK)
            line = self.claims.claim(thread, sign, right, formula, *called_so)
            return changed(line, kind="step", posed=False, sides=None, premise=None)
        if self.claims.above.equation is None:
            raise Unread(two_signs.NOT_SAID, right.span)
        if unknown is not thread.node:
            start = self.m.scalar(unknown)
        else:
            start = thread.term if thread.term is not None else self._start(thread)
        if not L.is_scalar(start):
            raise Unread("plus or minus a vector or matrix", right.span)
        above = self.claims.above.equation
        line = self.claims.claim(thread, sign, right, formula, two_signs.either(start, (first, second)), L.Number(0))
        if line.premise is None and unknown is not thread.node:  # x_{1,2} are what solves it, whatever the words are
            line = changed(line, premise=above)
        if line.premise is None or line.premise.free.isdisjoint(start.free):
            raise Unread(two_signs.NOT_SAID, right.span)
        return changed(line, kind="step", posed=False, sides=None, roots=(start.eq(first), start.eq(second)))

    def _indefinite(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, variable: Symbol
    ) -> tuple[Line, L.Term | None]:
        """The line of an equation between indefinite integrals: of their derivatives."""
        start, target = (indefinite.derivative(self.m, side, variable) for side in (thread.node, right))
        line = self.claims.claim(thread, sign, right, formula, start, target)
        self.m.remarks.append("an indefinite integral: both sides are compared by their derivatives")
        return changed(line, sides=None, premise=None, kind="step" if line.kind == "definition" else line.kind), target

    def _named_here(self, equation: NamingEquation, constant: bool) -> Named | None:
        """The line of an equation that gives its left side a value; under a condition behind it that was not read, that
        is no value for what follows."""
        node = equation.thread.node
        match node:
            case Multiply((Syntax() as symbol, Bracket()), _):
                node = symbol
        head = head_of(node)
        name = None if head is None else head.name
        was = set_aside.known(self.context, name)
        made = self._named(equation, constant)
        if made is not None and name is not None and self.claims.conditions.unread_behind:
            set_aside.put(self.context, name, was)
            if not was:
                self.context.fog.setdefault(name, "it is said under a condition that was not read")
        return made

    def _named(self, equation: NamingEquation, constant: bool) -> Named | None:
        r"""The line of an equation that gives its left side a value; \ell(\mu) = ... + const defines a function."""
        thread = equation.thread
        if not thread.first:
            return NamedFunction(equation).goes_on()
        if not constant:
            in_use = called.is_in_use(equation)
            if (solved := solutions.claimed(equation)) is not None:
                return solved
            made = Naming(equation).read()
            return recalled.claimed(equation, made) or called.claimed(equation, made, in_use)
        if not up_to_constant.defines(self.m, thread.begins):
            return None
        with self.m.binding(up_to_constant.named()):
            return Naming(equation).read()

    def _up_to_constant(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, target: L.Term
    ) -> tuple[Line, L.Term | None]:
        """The line of a row that is equal to the one before it, but for a constant in what the chain is about."""
        begins = thread.begins or thread.density
        try:
            start = thread.term if thread.term is not None else self._start(thread)
            if begins is None or sign.symbol not in EQUATIONS:
                raise Unread("a constant, and in what it is constant is not said", right.span)
            first, *others = up_to_constant.differences(self.m, begins, start, target, right)
        except UnknownDensity as reason:  # what follows is about what its logarithm is
            thread.begins, thread.density, thread.apart = None, begins, True
            return self._unread(thread, sign, right, formula, reason), target
        except Unread as reason:
            return self._unread(thread, sign, right, formula, reason), None
        thread.begins, thread.density, thread.apart = None, begins, True
        return self._of_variables(thread, sign, right, formula, first, others), target

    def _least(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> tuple[Line, L.Term | None] | None:
        r"""The line of \hat w = \arg\min_w f(w), which names a place, or of what such a place is said to be."""
        left, known = thread.node, self.context.least
        if least_places.is_place(right) and thread.first and name_of(left) not in self.context.values:
            assert isinstance(right, Big)
            least_places.check(self.m, right)
            known[" ".join(thread.text.split())] = right
            return thread.line(sign, right, formula, "hypothesis"), None
        place, value = (right, left) if least_places.is_place(right) else (left, right)
        if thread.first and not least_places.is_place(place):
            place = known.get(" ".join(thread.text.split()), place)
        if not isinstance(place, Big) or not least_places.is_place(place):
            return None
        claim = least_places.claimed(self.m, place, value)
        line = self.claims.claim(thread, sign, right, formula, claim.left, claim.right)
        assert line.claim is not None
        line = changed(
            line, claim=L.Claim(line.claim.hypotheses, claim), sides=None, premise=None, instead=(), kind="step"
        )
        return line.of_all_values(self.context.in_fog), None if least_places.is_place(right) else self.m.term(right)

    def _up_to_error(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, error: error_terms.ErrorTerm
    ) -> Line:
        """The line of an expansion with an error term, which says what a function is only in words that let it be."""
        if giving.is_let(formula.words) or giving.is_supposed(formula.words):
            raise Unread("what is supposed of a function up to an error term", right.span)
        start = thread.term if thread.term is not None else self._start(thread)
        start, target = error_terms.compared(self.m, start, error)
        self.m.remarks.append("an expansion: the values and derivatives of both sides are compared at its point")
        line = self.claims.claim(thread, sign, right, formula, start, target)
        return changed(line, sides=None, premise=None, instead=(), as_written=False)

    def _of_variables(
        self,
        thread: Thread,
        sign: Sign,
        right: Syntax,
        formula: Formula,
        first: Proportion,
        others: Sequence[Proportion],
    ) -> Line:
        """The line that claims that a ratio or a difference does not depend on variables, these or others."""
        line = self.claims.claim(thread, sign, right, formula, first.left, first.right, first.hypotheses)
        known, _ = self.claims.conditions.supposed(self.context, thread)
        instead = tuple(L.Claim((*known, *other.hypotheses), other.left.eq(other.right)) for other in others)
        return changed(line, sides=None, premise=None, instead=instead, as_written=False)

    def _proportional(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, target: L.Term
    ) -> tuple[Line, L.Term | None]:
        """The line of a row that is proportional to the one before it, in the variable of the density it began with."""
        density = thread.begins or thread.density
        try:
            if density is None:
                raise Unread("in which variable it is proportional is not said", thread.node.span)
            square = informations.square_of_prior(self.m, thread.node, formula.lead) if thread.first else None
            if square is not None:
                self.m.remarks.append(informations.REMARK)
                start, compared = square, target**2
            else:
                start, compared = thread.term if thread.term is not None else self._start(thread), target
            first, *others = proportions(self.m, density, start, compared, right)
        except UnknownDensity as reason:  # what follows is about what it is proportional to
            assert density is not None
            thread.begins, thread.density = None, without_bar(density)
            return self._unread(thread, sign, right, formula, reason), target
        except Unread as reason:
            return self._unread(thread, sign, right, formula, reason), None
        thread.begins, thread.density = None, density  # what follows is no value of what the chain began with
        return self._of_variables(thread, sign, right, formula, first, others), target

    def _equal_laws(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> equal_laws.EqualLaws | None:
        """The claim of a row that says of something known which law it has, or of two laws that they are one."""
        both = sign.symbol in EQUATIONS and equal_laws.both_written(self.m, thread.node, right)
        told = not claiming.is_concluded(formula.lead)
        if name_of(thread.node) in self.context.drawn:
            told = giving.is_let(formula.words)
        return equal_laws.claimed(self.m, thread.node, right, told) if sign.symbol == "~" or both else None

    def _target(self, thread: Thread, right: Syntax) -> L.Term:
        """The right side; entries of a matrix that are only marked are as on the left."""
        if isinstance(right, Grid) and coordinates.blanks(right):
            return coordinates.filled(self.m, right, self._start(thread) if thread.term is None else thread.term)
        return self.m.term(right)

    def _last_read(self, thread: Thread, sign: Sign) -> Side | None:
        """The side that a chain can be taken up from again, where the one on the right of a relation was not read."""
        if sign.symbol not in EQUATIONS or thread.constant or thread.apart:
            return None
        if thread.over is not None or (thread.term is None and not thread.first):
            return thread.over
        try:
            term = thread.term if thread.term is not None else self._start(thread)
        except Unread:
            return None
        return Side(thread.node, thread.text, term, thread.first)

    def _start(self, thread: Thread) -> L.Term:
        if thread.begins is None or thread.node is not thread.begins:
            raise Unread("the expression that it goes on from was not read", thread.node.span)
        with self.m.at_outcomes():
            return self.m.term(thread.node)

    def _unread(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, reason: Unread) -> Line:
        """The line of a relation that is not read, after which nothing is certain about the name on its left."""
        forget(self.context, thread.node, reason)
        return thread.unread(sign, right, formula, reason)


def _is_primed(node: Syntax) -> bool:
    r"""Whether an expression is the derivative of a function at a point, \ell'(p)."""
    match node:
        case Multiply((Script(_, _, None, primes), Bracket("(", (_,), ")", None)), ("", "")):
            return primes > 0
    return False


def _is_given_value(thread: Thread) -> bool:
    r"""Whether the k of x | y = k \sim law is what a variable behind a bar is equal to: it has no law itself."""
    match thread.begins:
        case Bracket("", _, "", given) if given is not None and not thread.first:
            return True
    return False


__all__ = ["Assertions"]
