"""What one relation of a page says: it names something, states an assumption, sets a condition, or claims.

A name that is given a value is used with that value from then on, also where the value was claimed: the lines after a
wrong line are judged from what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from .. import language as L
from ..language.facts import Facts
from . import (
    arrays,
    big,
    by_cases,
    coordinates,
    equal_laws,
    estimates,
    indefinite,
    models,
    moments_said,
    no_numbers,
    outcomes,
    prose,
    quantified,
    rates,
    samples,
    spreads,
    summands,
    told_moments,
)
from . import declarations as say
from .context import Context
from .densities import says_independence
from .doubts import Doubts
from .gradients import is_nabla
from .heads import head_of
from .law_phrases import moment_written
from .laws import law_of
from .lines import Line
from .margins import density_for_law
from .meaning import RELATIONS, Meaning
from .names import name_of
from .naming import Naming, introduces
from .properties import BETWEEN_LAWS, assume_between_laws
from .proportions import UnknownDensity, proportions, without_bar
from .sample_moments import SampleMoments
from .syntax import (
    Big,
    Bracket,
    Decorated,
    Differential,
    Fraction,
    Grid,
    Multiply,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from .threads import Formula, Side, Thread

EQUATIONS = ("=", ":=", "equiv")
# What a fault of the reader raises: one relation, or one formula, is then not read, and all others are.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True)
class End:
    """Where a chain stands: what its first side meant, its last side, the relations between, and under what."""

    start: L.Term | None
    term: L.Term
    way: frozenset[str]
    stated: frozenset[L.Node]


@dataclass
class Assertions:
    """Reads relations in a context, one after the other."""

    context: Context
    m: Meaning
    scope: tuple[int, ...] = ()
    ends: dict[Syntax, End] = field(default_factory=dict)  # of the last chain that began so
    claimed: set[L.Relation] = field(default_factory=set)  # so far: what is written again is judged as it was
    above: L.Relation | None = None  # the equation of the row above
    beside: L.Relation | None = None  # what the row above may follow from itself
    slope: L.Term | None = None  # what the chain above, which began with a derivative, made of it
    above_under: frozenset[L.Node] = frozenset()  # what was stated when it was written
    constant_in: Syntax | None = None  # what "const." does not depend on here
    partial: bool = False  # the row at hand holds under a condition that is set beside it, or behind it
    under: tuple[L.Node, ...] = ()  # that condition, as far as it was read
    because: tuple[L.Node, ...] = ()  # of these the equations that are said to be its reason
    bound: frozenset[str] = frozenset()  # names that the row at hand is said of anew: for all x
    kept: frozenset[L.Node] = frozenset()  # what is said of them there: for all x > 2
    aside: tuple[L.Node, ...] = ()  # the values that they had
    doubts: Doubts = field(init=False)
    moments: SampleMoments = field(init=False)

    def __post_init__(self) -> None:
        self.doubts = Doubts(self.m)
        self.moments = SampleMoments(self.m)

    def begin(self, node: Syntax, formula: Formula) -> Thread:
        """A chain that begins with an expression."""
        self.m.variable = self.m.indefinite = None
        self.m.borrowed.clear()
        rate = any(isinstance(n, Fraction) and isinstance(d, Differential) for n in node.walk() for d in n.children())
        rate = rate or any(map(is_nabla, node.walk()))
        return Thread(node, _slice(formula.maths.text, node), None, node, rate, under=self.under)

    def relation(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> Line:
        """The line that a relation is; the thread then stands at its right side."""
        self.m.text = formula.maths.text
        self.m.remarks = []
        thread.under = tuple(dict.fromkeys((*thread.under, *self.under)))
        self.m.indefinite = indefinite.variable_of(self.m, thread.begins, thread.node, right)
        self.m.variable = big.integrated(thread.node) or big.integrated(right) or self.m.variable
        try:
            with self.m.binding(by_cases.on_the_line(self.m, thread.node, right)):
                line, term = self._read(thread, sign, right, formula)
        except FAULTS as fault:
            reason = Unread(f"the reader failed on it, a fault of its own ({type(fault).__name__})", right.span)
            self.forget(thread.node, reason)
            line, term = self._unread(thread, sign, right, formula, reason), None
        if term is not None and line.kind != "goal":
            self.m.remarks += spreads.learn(self.context, term)
        line = replace(line, remarks=tuple(dict.fromkeys((*line.remarks, *self.m.remarks))))
        from_nothing = line.kind in ("definition", "goal") or (
            line.kind == "step" and line.first and line.premise is None
        )
        if term is not None and from_nothing and estimates.are_stated(formula.lead.lower()):
            line = replace(line, estimate=estimates.estimated(self.m, thread.node, term))
        if thread.first and sign.symbol in EQUATIONS:
            outcomes.learn_formula(self.m, thread.node, right)
        thread.over = self._last_read(thread, sign) if term is None and line.kind == "unread" else None
        thread.node, thread.text, thread.term, thread.first = right, line.right, term, False
        thread.condition = line.kind == "condition"
        thread.named = line.defines if line.kind == "definition" else None
        thread.way |= {RELATIONS.get(sign.symbol, "=")}
        shown = line.kind == "goal"  # nothing goes on with what is to be shown, or follows from it
        if term is not None and thread.begins is not None and not shown:
            self.ends[thread.begins] = End(thread.start, term, thread.way, frozenset(self._supposed(thread)[0]))
        self.above = None if shown else _told_by(line, sign, right)
        if line.first and not (self.above is not None and isinstance(self.above.left, L.Derivative)):
            self.slope = None
        elif line.first or self.slope is not None:
            self.slope = None if self.above is None else self.above.right
        self.above_under = frozenset(self._supposed(thread)[0])
        if self.above is not None:
            self.context.learn_of(self.above, line.kind == "condition")
        return line

    def in_words(self, words: str, sign: Sign, right: Syntax, formula: Formula) -> Line:
        """Number of parameters = 40: what words name is given."""
        thread = Thread(right, words)
        return self.line(thread, sign, right, formula, "definition")

    def _read(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula) -> tuple[Line, L.Term | None]:
        thread.tested = thread.tested or (sign.symbol == ":" and say.is_hypothesis(thread.node))
        if thread.tested:
            return self.line(thread, sign, right, formula, "hypothesis"), None
        if thread.first and sign.symbol == "=" and moments_said.is_said(self.context, thread.node, right):
            return self.line(thread, sign, right, formula, "hypothesis"), None
        try:
            if sign.symbol == "~" and isinstance(thread.node, Grid) and samples.is_member(self.m, thread.node):
                law_of(self.m, right)  # its parameters are valid; of data nothing else is read
                return self.line(thread, sign, right, formula, "hypothesis"), None
            if sign.symbol == "~" and _is_given_value(thread):
                raise Unread("a law given that a variable has a value", thread.node.span)
            if (claim := self._equal_laws(thread, sign, right)) is not None:
                line = self.claim(thread, sign, right, formula, claim.left, claim.right, claim.hypotheses)
                fog = (*(n for n in line.fog if claim.test is None or n != claim.test.name), *claim.fog)
                return replace(line, sides=None, premise=None, fog=fog), None
            if sign.symbol == "~":
                if (remark := density_for_law(self.context, right)) is not None:
                    self.m.remarks.append(remark)
                say.declare_law(self.m, [thread.node], right)
                return self.line(thread, sign, right, formula, "hypothesis"), None
            supposed = sign.symbol in BETWEEN_LAWS and thread.first and prose.is_told(formula.words)
            if supposed and assume_between_laws(self.m, thread.node, sign, right):
                return self.line(thread, sign, right, formula, "hypothesis"), None
            if sign.symbol == "in":
                say.declare_member(self.context, self.m, thread.node, right)
                return self.line(thread, sign, right, formula, "hypothesis"), None
            if thread.first and sign.symbol == "=" and (total := self._total(thread, right, formula)) is not None:
                self.context.assume(*total)
                return self.line(thread, sign, right, formula, "hypothesis"), None
            if thread.first and sign.symbol in EQUATIONS:
                if says_independence(self.context, thread.node, right) and not models.known(self.m, thread.node):
                    return self.line(thread, sign, right, formula, "hypothesis"), None
                if (of_others := outcomes.made_of_others(self.m, thread.node, right)) is not None:
                    variable, self.context.random[variable] = of_others
                    return self.line(thread, sign, right, formula, "definition"), None
            if self.m.indefinite is not None and sign.symbol == "=":
                return self._indefinite(thread, sign, right, formula, self.m.indefinite)
            if sign.symbol in EQUATIONS:
                naming = Naming(self, thread, sign, right, formula)
                made = naming.read() if thread.first else naming.goes_on()
                if made is not None:
                    return made
            plain = summands.without(right, _is_constant)
            with self.m.at_outcomes():
                target = self._target(thread, plain)
            if plain is not right or thread.constant:
                if self.constant_in is None:
                    raise Unread("a constant, and in what it is constant is not said", right.span)
                thread.constant = True
        except Unread as reason:
            self.forget(thread.node, reason)
            if sign.symbol == "~":
                self._valid_parameters(right)
            return self._unread(thread, sign, right, formula, reason), None
        if sign.symbol == "propto":
            return self._proportional(thread, sign, right, formula, target)
        if sign.symbol not in RELATIONS and sign.symbol not in (*EQUATIONS, "approx"):
            unknown = Unread(f"the relation {sign.symbol} is not read", sign.span)
            self.forget(thread.node, unknown)
            return self._unread(thread, sign, right, formula, unknown), target
        over = thread.over
        if thread.term is None and over is not None:
            try:
                start, end = arrays.alike([over.term, target], right)
            except Unread as reason:
                return self._unread(thread, sign, right, formula, reason), target
            across = Thread(over.node, over.text, over.term, thread.begins, thread.rate, over.first)
            line = self.claim(across, sign, right, formula, start, end)
            assert line.claim is not None
            # What was not read may have said what an unknown density or function is.
            unsaid = {n.name for n in line.claim.statement.free if isinstance(n, L.Density | L.Function)}
            remarks = ("what stands between the two sides was not read",)
            return replace(line, remarks=remarks, fog=(*line.fog, *sorted(unsaid))), target
        try:
            start = thread.term if thread.term is not None else self._start(thread)
            start, target = arrays.alike([start, target], right)
            by_cases.require_all_tried(self.m, right, target)
        except Unread as reason:
            self.forget(thread.node, reason)
            return self._unread(thread, sign, right, formula, reason), target
        return self.claim(thread, sign, right, formula, start, target), target

    def _indefinite(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, variable: Symbol
    ) -> tuple[Line, L.Term | None]:
        """The line of an equation between indefinite integrals: of their derivatives."""
        start, target = (indefinite.derivative(self.m, side, variable) for side in (thread.node, right))
        line = self.claim(thread, sign, right, formula, start, target)
        self.m.remarks.append("an indefinite integral: both sides are compared by their derivatives")
        return replace(line, sides=None, premise=None, kind="step" if line.kind == "definition" else line.kind), target

    def _valid_parameters(self, law: Syntax) -> None:
        """Whatever has the law, the names that are its parameters are valid: Sigma is positive definite."""
        known = self.context.hypotheses
        before = len(known)
        with suppress(Unread):
            law_of(self.m, law)
        known[before:] = [h for h in known[before:] if not isinstance(h, L.Relation) or isinstance(h.left, L.Var)]

    def _total(self, thread: Thread, right: Syntax, formula: Formula) -> tuple[L.Relation, ...] | None:
        r"""\sum_k p_k = 1 as it is supposed of shares p_1, ..., p_K, of which nothing else is known; else None.

        That there are any shares follows: an empty sum is zero.
        """
        if not isinstance(thread.node, Big) or right != Numeral("1") or not prose.is_told(formula.words):
            return None
        with self.m.at_outcomes():
            start = self.m.term(thread.node)
        match start:
            case L.Sum(L.Coord(L.Var(name, L.Vectors(size)), place), L.Var(_, L.Range(low, high)) as index):
                known = (self.context.values, self.context.laws, self.context.data)
                if place is index and low is L.Number(1) and high is size and not any(name in k for k in known):
                    return start.eq(L.Number(1)), *((size >= 1,) if size.free else ())
        return None

    def _proportional(
        self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, target: L.Term
    ) -> tuple[Line, L.Term | None]:
        """The line of a row that is proportional to the one before it, in the variable of the density it began with."""
        density = thread.begins or thread.density
        try:
            start = thread.term if thread.term is not None else self._start(thread)
            if density is None:
                raise Unread("in which variable it is proportional is not said", thread.node.span)
            first, *others = proportions(self.m, density, start, target, right)
        except UnknownDensity as reason:  # what follows is about what it is proportional to
            assert density is not None
            self.forget(thread.node, reason)
            thread.begins, thread.density = None, without_bar(density)
            return self._unread(thread, sign, right, formula, reason), target
        except Unread as reason:
            self.forget(thread.node, reason)
            return self._unread(thread, sign, right, formula, reason), None
        thread.begins, thread.density = None, density  # what follows is no value of what the chain began with
        line = self.claim(thread, sign, right, formula, first.left, first.right, first.hypotheses)
        known, _ = self._supposed(thread)
        instead = tuple(L.Claim((*known, *other.hypotheses), other.left.eq(other.right)) for other in others)
        return replace(line, sides=None, premise=None, instead=instead, of_data=None), target

    def _equal_laws(self, thread: Thread, sign: Sign, right: Syntax) -> equal_laws.EqualLaws | None:
        """The claim of a row that says of something known which law it has, or of two laws that they are one."""
        both = sign.symbol in EQUATIONS and equal_laws.both_written(self.m, thread.node, right)
        return equal_laws.claimed(self.m, thread.node, right) if sign.symbol == "~" or both else None

    def _target(self, thread: Thread, right: Syntax) -> L.Term:
        """The right side; entries of a matrix that are only marked are as on the left."""
        if isinstance(right, Grid) and coordinates.blanks(right):
            return coordinates.filled(self.m, right, self._start(thread) if thread.term is None else thread.term)
        return self.m.term(right)

    def _last_read(self, thread: Thread, sign: Sign) -> Side | None:
        """The side that a chain can be taken up from again, where the one on the right of a relation was not read."""
        if sign.symbol not in EQUATIONS or thread.constant:
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

    # -----------------------------------------------------------------------------------------------------------------
    # claims

    def agreement(self, statement: Statement, formula: Formula, supposed: bool) -> Line | None:
        """p = q almost everywhere, of two densities: supposed for the case at hand or claimed; None for other sides."""
        left, right = statement.expressions
        assert left is not None and right is not None
        try:
            said = L.AlmostEverywhere(law_of(self.m, left), law_of(self.m, right))
        except Unread:
            return None
        thread = Thread(left, _slice(formula.maths.text, left))
        if supposed:
            self.context.assumed.clear()
            self.context.assume(said, case=True)
            return self.line(thread, statement.relations[0], right, formula, "hypothesis")
        kind = "goal" if formula.shown or prose.is_shown(formula.words) else "step"
        line = self.line(thread, statement.relations[0], right, formula, kind)
        return replace(line, claim=L.Claim(tuple(h for h in self.context.stated() if h is not said), said))

    def told_moment(self, statement: Statement, formula: Formula) -> bool:
        r"""Whether \mathrm E[X] = \mu is told of an X of which nothing says that; then it is so from here on."""
        found = moment_written(statement)
        try:
            if found is None or not told_moments.may_be_told(self.m, found[0], found[1]):
                return False
            member = told_moments.member_of(self.m, found[1]) is not None
            if not prose.lets_have(formula.words, member):
                return False
            told_moments.learn(self.m, *found)
        except Unread:
            return False
        return True

    def supposed(self, statement: Statement, formula: Formula) -> Iterator[Line]:
        """The lines of a chain that supposes something, with what was remarked of it."""
        sides = zip(statement.expressions, statement.relations, statement.expressions[1:], strict=False)
        for left, sign, right in sides:
            assert left is not None and right is not None
            line = self.line(Thread(left, _slice(formula.maths.text, left)), sign, right, formula, "hypothesis")
            yield replace(line, remarks=tuple(self.m.remarks))

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
        symbol = RELATIONS.get(sign.symbol, "=")
        if thread.first:
            thread.start = start
        if thread.constant:
            start, target = self._up_to_constant(start, target, right)
        relation = L.Relation(start, symbol, target)
        no_numbers.refuse(self.context, self.m.shapes.suspected, relation, right)
        held, doubtful = self._supposed(thread)
        hypotheses = (*held, *supposed)
        premise = self._premise(formula, hypotheses) if thread.first else None
        self.beside = premise if thread.first else self.beside
        if premise is not None and quantified.is_of(premise, self.bound):
            doubtful, premise = (*doubtful, premise), None
        others: list[L.Relation] = []
        restated = False
        if thread.first and thread.node in self.ends:
            end = self.ends[thread.node]
            same = end.start in (None, start) and end.stated <= frozenset(hypotheses) and relation not in self.claimed
            if same and end.term is not start and _goes_on(end.way, symbol):
                others.append(L.Relation(end.term, symbol, target))
                restated = L.alpha_equal(end.term, target)
        self.claimed.add(relation)
        if thread.first and isinstance(start, L.Divergence | L.JensenShannon | L.Wasserstein):
            self._measure(thread.node, start)
        elsewhere = self.context.elsewhere.instead(relation)
        if elsewhere is not relation:
            others.append(elsewhere)
        put, wanted = self.moments.put_in(relation) or (None, ())
        instead = [L.Claim(hypotheses, other) for other in others]
        if put is not None and wanted:  # with a sample variance, which another may divide by n
            instead.append(L.Claim((*hypotheses, *wanted), put))
        line = self.line(thread, sign, right, formula, self._kind(thread, sign, start, target, formula))
        grounded = {n for h in (*self.context.hypotheses, *self.context.assumed) for n in h.free}
        return replace(
            line,
            claim=L.Claim(hypotheses, relation),
            instead=tuple(instead),
            of_data=L.Claim(hypotheses, put) if put is not None and not wanted else None,
            fog=self.doubts.of(relation, thread.node if thread.begins is None else thread.begins, formula),
            loose=tuple(sorted(n.name for n in relation.free - grounded if isinstance(n, L.Var))),
            perhaps=self._perhaps(L.Claim(hypotheses, relation), doubtful) if doubtful else (),
            because=self.because,
            readings_of_laws=self._readings(relation),
            bound=self.bound,
            premise=premise,
            restated=restated,
            sides=None if thread.constant else (thread.node, right),
            decimals=_new_decimals(thread.node, right),
        )

    def _readings(self, relation: L.Relation) -> tuple[tuple[L.Law, L.Law, str], ...]:
        """The laws in a relation of which it is not said by which parameter they are written."""
        inside = set(relation.walk())
        return tuple((law, *other) for law, other in self.context.readings.items() if law in inside)

    def _supposed(self, thread: Thread) -> tuple[tuple[L.Node, ...], tuple[L.Node, ...]]:
        """What is supposed of a chain, and what may be: what stood behind another claim, and what was said before of a
        name that is bound anew."""
        stated, said = self.context.stated(), {*thread.under, *self.kept}
        lingering = self.context.lingering
        doubtful = [h for h in stated if h not in said and (h in lingering or quantified.is_of(h, self.bound))]
        return tuple(h for h in stated if h not in doubtful), (*doubtful, *self.aside)

    def _perhaps(self, claim: L.Claim, doubtful: tuple[L.Node, ...]) -> tuple[L.Node, ...]:
        """What may be supposed of the names of a claim, where what is supposed of it allows that."""
        facts, names = Facts(claim.hypotheses), claim.statement.free.union(*(h.free for h in claim.hypotheses))
        return tuple(h for h in doubtful if not names.isdisjoint(h.free) and not facts.excludes(h))

    def _premise(self, formula: Formula, hypotheses: tuple[L.Node, ...]) -> L.Relation | None:
        """The equation that a row may follow from, where all that it was written under is still supposed: that of the
        row above, or that a derivative is to be zero."""
        if not self.above_under <= frozenset(hypotheses):
            return None
        if self.slope is not None and prose.is_where_derivative_vanishes(formula.words):
            return L.Relation(self.slope, "=", L.Number(0))
        if not formula.display and prose.stands_beside(formula.words):
            return self.beside
        return self.above if formula.display or prose.goes_on(formula.words) else None

    def _measure(self, node: Syntax, distance: L.Term) -> None:
        """Keep what a distance was taken of: W_2(P, Q) = ... says what W_2 = ... is about."""
        match node:
            case Multiply((symbol, Bracket()), _) if (head := head_of(symbol)) is not None:
                self.context.measure(head.name, distance)

    def _up_to_constant(self, start: L.Term, target: L.Term, node: Syntax) -> tuple[L.Term, L.Term]:
        """Two terms are equal up to a constant in something if their derivatives by it are equal."""
        assert self.constant_in is not None
        place = self.m.varied(self.constant_in)
        return rates.by(start, place, node), rates.by(target, place, node)

    def _kind(self, thread: Thread, sign: Sign, start: L.Term, target: L.Term, formula: Formula) -> str:
        if sign.note is not None and "!" in sign.note:
            return "condition"
        if target is L.Number(0) or isinstance(target, L.Zero):
            rates = any(isinstance(n, L.Derivative | L.FunctionalDerivative) for n in start.walk())
            if start.free and prose.is_condition(formula.words):  # else nothing in it is unknown
                return "condition"
            if (thread.rate or rates) and start.free and not self._decided(L.Relation(start, sign.symbol, target)):
                return "condition"
        if thread.condition and isinstance(start, L.Number | L.Zero):
            return "condition"  # f'(x) = 0 = 2 x - 1
        if sign.symbol == "!=" or (prose.is_conditional(formula.after) and not self.under):
            return "condition"
        if prose.is_sought(formula.words) and not (self.context.assumed and prose.is_under_case(formula.words)):
            return "condition"
        if formula.shown or prose.is_shown(formula.words):
            return "goal"
        if thread.first and sign.symbol in EQUATIONS and introduces(self, formula.lead, start, target):
            return "definition"
        return "step"

    def _decided(self, relation: L.Relation) -> bool:
        """Whether what is known settles a sign: f''(x) < 0 is then a claim, and else may be asked of x."""
        if relation.symbol == "=":
            return False
        facts = Facts(self.context.stated())
        return facts.proves(relation) or facts.excludes(relation)

    # -----------------------------------------------------------------------------------------------------------------

    def forget(self, left: Syntax | None, reason: Unread) -> None:
        """After a formula that was not read nothing is certain about the name on its left."""
        if left is None:
            return
        name = name_of(left)
        match left:
            case Fraction(inner) | Script(inner, None, _, 0) if name is None:  # S/\sigma^2, s^2
                return self.forget(inner, reason)
            case Script(base, below, above, 0) if name is None:  # a label that is not read leaves the letter in doubt
                return self.forget(base if above is None else Script(base, below), reason)
            case Multiply((head, Bracket()), _):
                name = f"{name_of(head)}("
            case Decorated(_, content):
                return self.forget(content, reason)
        if name is not None and name not in self.context.values:
            self.context.fog.setdefault(name, reason.reason)

    def _unread(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, reason: Unread) -> Line:
        text = formula.maths.text
        offset = reason.span[0] if reason.span != (0, 0) else right.span[0]
        line = self.line(thread, sign, right, formula, "unread")
        return replace(line, place=formula.maths.place(min(offset, max(len(text) - 1, 0))), why=reason.reason)

    def line(self, thread: Thread, sign: Sign, right: Syntax, formula: Formula, kind: str) -> Line:
        text = formula.maths.text
        return Line(
            place=formula.maths.place(min(right.span[0], max(len(text) - 1, 0))),
            left=thread.text,
            symbol=sign.symbol,
            right=_slice(text, right),
            kind=kind,
            first=thread.first,
            note=sign.note,
            words=prose.sentence(formula.words),
            scope=self.scope,
            inline=not formula.display and not prose.is_concluded(formula.words),
            posed=thread.first and prose.is_posed(formula.lead),
        )


def _told_by(line: Line, sign: Sign, right: Syntax) -> L.Relation | None:
    """The equation that the row below may follow from; numbers alone, and laws, tell it nothing."""
    match line.claim:
        case L.Claim(_, L.Relation(_, "=", _) as equation) if equation.free and sign.symbol not in ("~", "propto"):
            return None if say.law_written(right) else equation
    return None


def _is_given_value(thread: Thread) -> bool:
    r"""Whether the k of x | y = k \sim law is what a variable behind a bar is equal to: it has no law itself."""
    match thread.begins:
        case Bracket("", _, "", given) if given is not None and not thread.first:
            return True
    return False


def _is_constant(node: Syntax) -> bool:
    return isinstance(node, Symbol) and node.name in ("const", "Const", "constant")


def _goes_on(way: frozenset[str], symbol: str) -> bool:
    """Whether a relation of the last line of a chain to something gives the same relation of its first."""
    return way == {"="} or any(symbol in side and way <= {"=", *side} for side in (("<", "<="), (">", ">=")))


def _slice(text: str, node: Syntax) -> str:
    return text[node.span[0] : node.span[1]].strip()


def _new_decimals(left: Syntax, right: Syntax) -> tuple[str, ...]:
    """The decimals on the right that do not stand on the left."""
    old = {n.text for n in left.walk() if isinstance(n, Numeral)}
    new = [n.text for n in right.walk() if isinstance(n, Numeral) and "." in n.text and n.text not in old]
    return tuple(dict.fromkeys(new))
