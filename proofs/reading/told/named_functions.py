"""Functions that an equation names: f(x) = x^2; one that means something already is claimed of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ... import language as L
from ...language.facts import Facts
from ..claims import behind
from ..laws import stated, written_models
from ..laws.densities import stem
from ..lines import Line
from ..names import name_of, to_latex
from ..probability import events
from ..probability.means import operator_of
from ..probability.probabilities import distribution_function
from ..relations import OPPOSITES
from ..syntax import Symbol, Syntax, Unread
from ..terms import arrays, partials, put_in
from ..terms.defined import Defined
from ..terms.transforms import generated, generating_function
from ..uses.uses import factors_of_whole
from ..words import claiming, giving, names_in_words
from . import declarations as say
from . import left_sides, set_aside
from .naming_equation import Named, NamingEquation


@dataclass(frozen=True)
class NamedFunction:
    """Gives a function the formula that an equation says."""

    equation: NamingEquation

    def read(self, head: str, arguments: tuple[Syntax, ...]) -> Named | None:
        """The line of f(x) = body; None where f means something already that it follows from."""
        context, m, right = self.equation.context, self.equation.m, self.equation.right
        written: Syntax | None = left_sides.law_at_point(right, arguments[0]) if len(arguments) == 1 else None
        if written is None and len(arguments) == 1 and left_sides.law_written(right):
            written = right
        if written is not None and len(m.densities.variables.get(stem(head), ())) > 1:
            m.term(right)  # one of several densities that have this letter: the others are not known by it
            context.fog.setdefault(head, f"which of the densities {head} this is the law of")
            return self.equation.definition(), None
        if written is not None:
            if written is right:
                m.remarks.append("a density at a point is set equal to a distribution")
            say.declare_law(m, [Symbol(head)], written)
            return self.equation.definition(), None
        if len(arguments) == 1 and (formula := put_in.of_map(m, head, name_of(arguments[0]) or "", right)) is not None:
            return self._map(head, formula)
        if factors_of_whole(arguments, right):
            letter = to_latex(head.partition("_")[0])
            for name in (head, rf"\tilde{{{letter}}}"):  # also as a density that moves
                context.fog.setdefault(f"{name}(", "how it is made of its factors is not used")
            return self.equation.definition(), None
        along = self._is_along_path(head, arguments)
        if not along and self._means_something(head, arguments):
            return None
        if (variable := generated(m, head)) is not None:
            return self._generating_function(head, variable, arguments)
        before = context.functions.get(head)
        again = self.equation.tells_anew(head)
        if self._is_another_case(head, arguments) and not again:
            whole = self._by_cases(head, arguments)
            if whole is None:
                context.functions.pop(head, None)
                context.fog[head] = "it is given by cases"
                return self.equation.definition(), None
            context.functions[head] = whole
            del context.partly[head]
            return self.equation.definition(), whole.body
        if before is not None and self._is_value(arguments) and (again or not self.equation.says_so):
            return None  # f(x) = 9, of an f that is known, asks for an x or says a value
        claimed = self._solution(head) if before is None and not again else None
        if before is not None and again:
            self.equation.set_aside(head)
        with m.at_outcomes():  # a log-likelihood of X is a function of its parameter, whatever X is
            body = left_sides.define_function(m, head, arguments, right)
        if claimed is not None:
            context.own.add(head)
            return claimed, body
        if before is None and any(isinstance(n, L.Function) and n.name == head for n in body.free):
            context.recursive.add(head)  # V is made of Q, and Q of V: both stand for what meets the two equations
            context.fog.setdefault(head, "it is made of what is made of it")
        if along:
            context.give(head, body)
            context.made_as[head] = right
        context.chosen.add(head)
        set_aside.form(context, head, arguments, right)
        if before is None and (where := self._where(arguments)) is not None:
            context.partly[head] = where
        of_another = self.equation.is_of_another(head)
        if before is not None and len(before.arguments) == len(arguments) and not again:
            old = L.substitute(before.body, dict(zip(before.arguments, context.functions[head].arguments, strict=True)))
            line = self.equation.claim(context.unfolded(old), context.unfolded(body))
            line = replace(line, again=self.equation.again(head))
            if of_another:
                line = replace(line, again="before")
            made_of = {n.name for n in before.body.free if isinstance(n, L.Function)}
            if made_of & context.functions.keys():  # f = g + 1 stays what it is, for each g
                context.functions[head] = before
                line = replace(line, again="here")
        else:
            self._suppose_mass_one(head)
            line = (
                self._density(head) or self._perhaps_of_law(head) or self._of_made(head) or self.equation.definition()
            )
        context.own.add(head)
        return line, body

    def _is_along_path(self, head: str, arguments: tuple[Syntax, ...]) -> bool:
        """Whether it says how a number in which a function of several is written varies along a path: x(t) = t^2,
        beside f(x, y).  That number by itself is this, too."""
        context, inside = self.equation.context, {name_of(n) for n in self.equation.right.walk()}
        known = head in context.values and not giving.is_let(self.equation.formula.words)
        if len(arguments) != 1 or known or name_of(arguments[0]) not in inside:
            return False
        uses = ([name_of(item) for item in use.items] for use in context.survey.applications if len(use.items) > 1)
        return any(head in names and name_of(arguments[0]) not in names for names in uses)

    def _solution(self, head: str) -> Line | None:
        """The claim that a function is what an equation about it leaves it, T(n) = n^2 after T(n) = T(n - 1) + 2 n - 1;
        None where there is no such equation.  It is not put into that: nothing more is said of it."""
        equation = self.equation
        if equation.says_so or head not in equation.context.recursive:
            return None
        return equation.claim(equation.m.scalar(equation.thread.node), equation.m.scalar(equation.right))

    def _density(self, head: str) -> Line | None:
        """The claim that a function, just written out, is the density that words say it is, of a variable whose law is
        known; None where they do not."""
        context = self.equation.context
        defined = context.functions[head]
        if len(defined.arguments) != 1:
            return None
        name, words = defined.arguments[0].name, self.equation.formula.words
        called = names_in_words.calls_density(words)
        if (slope := self._slope(name)) is not None and head != slope[0] and (called or claiming.is_concluded(words)):
            point = L.Var(name, slope[1])
            known = L.diff(context.unfolded(slope[2].body), slope[2].arguments[0], point)
            return self.equation.claim(
                known, L.substitute(context.unfolded(defined.body), {defined.arguments[0]: point})
            )
        if not called:
            return None
        own = head in ("p", "f") and names_in_words.calls_its_density(self.equation.formula.words)
        law = context.laws.get(name.upper()) or (context.laws.get(name) if own else None)
        if law is None or not (L.is_scalar_space(L.support(law)) or isinstance(L.support(law), L.Vectors)):
            return None
        point = L.Var(name, L.support(law))
        body = L.substitute(defined.body, {defined.arguments[0]: point})
        return self.equation.claim(law(point), context.unfolded(body))

    def _slope(self, name: str) -> tuple[str, L.Space, Defined] | None:
        """The distribution function of the random variable x is a value of, which a formula says, and where it rises;
        None where none is told."""
        head = self.equation.context.distribution_names.get(name.upper(), "")
        found = self.equation.context.functions.get(head)
        if found is None or not found.is_plain or isinstance(found.body, L.Cases):
            return None
        home = stated.home(self.equation.context, head, found.arguments[0])
        return None if home is None else (head, home, found)

    def _suppose_mass_one(self, head: str) -> None:
        """Suppose that a density with a constant that is to be found, which words just said to be that of a random
        variable, integrates to 1; whether one without does is judged (``normalised``)."""
        context = self.equation.context
        of = {variable for variable, letter in context.density_names.items() if letter == head} - context.laws.keys()
        named = bool(of) and head in context.density_homes
        total = stated.total_mass(context, head) if named else None
        constants = (n.name for n in total.free if isinstance(n, L.Var)) if total is not None else ()
        if total is not None and any(written_models.normalising(context, name) is not None for name in constants):
            context.assume(total.eq(1))

    def _perhaps_of_law(self, head: str) -> Line | None:
        """The line of what is concluded of f(x), F(x) or p(x) where the law or the density of X is known: it names
        nothing new, and whether it is the density of X, or its distribution function, is not said.  None for others."""
        equation, arguments = self.equation, self.equation.context.functions[head].arguments
        if head not in ("f", "F", "p") or len(arguments) != 1 or not claiming.is_concluded(equation.formula.words):
            return None
        told = {*equation.context.laws, *equation.context.density_names}
        if arguments[0].name not in {name.lower() for name in told}:
            return None
        why = Unread(f"whether {head} is what belongs to the law of its variable is not said", equation.right.span)
        return equation.thread.unread(equation.sign, equation.right, equation.formula, why)

    def _of_made(self, head: str) -> Line | None:
        """The line of what is concluded of f_M(x) or F_M(x) where a formula says what M is: it names nothing new, and
        follows from that; None for others."""
        equation, context = self.equation, self.equation.context
        letter, _, name = head.partition("_")
        name = name.strip("{}")
        made = name in context.random or name in context.values or name in context.made_as
        concluded = claiming.is_concluded(equation.formula.words)
        if letter not in ("f", "F", "p") or not name[:1].isupper() or not made or not concluded:
            return None
        why = Unread(f"how the law of {name} follows from what {name} is made of", equation.right.span)
        return equation.thread.unread(equation.sign, equation.right, equation.formula, why)

    def _where(self, arguments: tuple[Syntax, ...]) -> tuple[L.Node, ...] | None:
        """What a formula is said under, behind it or at the head of its sentence: for $x < 0$; None where it holds
        everywhere."""
        conditions, context = self.equation.claims.conditions, self.equation.context
        if conditions.partial:
            return conditions.under
        names = {name_of(a) for a in arguments}
        said = (h for h in context.assumed if isinstance(h, L.Relation) and h not in context.lingering)
        return tuple(h for h in said if any(isinstance(n, L.Var) and n.name in names for n in h.free)) or None

    def _is_another_case(self, head: str, arguments: tuple[Syntax, ...]) -> bool:
        """Whether a formula for a function holds where the one before it was not said to: f(x) = -x for x < 0."""
        partly, where = self.equation.context.partly, self._where(arguments)
        if head not in partly or where is None:
            return False
        facts = Facts(where)
        within = (isinstance(each, L.Relation) and facts.proves(each) for each in partly[head])
        return not (where and all(within))

    def _by_cases(self, head: str, arguments: tuple[Syntax, ...]) -> Defined | None:
        """The function of this formula and of the one before it, where this one is said of all that that one is not."""
        context, where = self.equation.context, self._where(arguments)
        before = context.functions.get(head)
        match context.partly[head]:
            case (L.Relation() as first,) if (
                before is not None and before.is_plain and before.arguments[0] in first.free
            ):
                pass
            case _:
                return None
        rest = where == () and behind.is_otherwise(self.equation.formula.rest)
        if not rest and not (where and len(where) == 1 and _are_opposite(first, where[0])):
            return None
        left_sides.define_function(self.equation.m, head, arguments, self.equation.right)
        second = context.functions[head]
        moved: dict[L.Name, L.Term] = {before.arguments[0]: second.arguments[0]}
        body = L.Cases((L.substitute(before.body, moved),), (L.substitute(first, moved),), second.body)
        return replace(second, body=body) if second.is_plain else None

    def _is_value(self, arguments: tuple[Syntax, ...]) -> bool:
        """Whether the right side has none of the arguments in it."""
        written = {name_of(n) for n in self.equation.right.walk()}
        return written.isdisjoint(name_of(a) for a in arguments)

    def _map(self, head: str, formula: L.Lambda) -> Named:
        """What a declared map is from here on; a second formula for it is a claim about the first."""
        context, before = self.equation.context, self.equation.context.formulas.get(head)
        line = self.equation.definition()
        if before is not None:
            first = L.substitute(before.body, {before.var: formula.var})
            line = self.equation.claim(
                *arrays.alike([context.unfolded(first), context.unfolded(formula.body)], self.equation.right)
            )
            line = replace(line, again=self.equation.again(head))
        context.formulas[head] = formula
        context.own.add(head)
        return line, formula.body

    def _generating_function(self, head: str, variable: Symbol, arguments: tuple[Syntax, ...]) -> Named:
        """The claim about M_X(t), which is used from then on: for its derivatives, and where M_X stands in others."""
        m = self.equation.m
        start, target = generating_function(m, head, variable, arguments[0]), m.scalar(self.equation.right)
        if not any(operator_of(n) is not None for n in self.equation.right.walk()):
            left_sides.define_function(m, head, arguments, self.equation.right)
        return self.equation.claim(start, target), target

    def goes_on(self) -> Named | None:
        """The second relation of y = g(x) = body: g, of which nothing is said yet, is that function."""
        context, named = self.equation.context, self.equation.thread.named
        quantity = None if named is None else self.equation.m.quantity(self.equation.thread.node)
        if quantity is not None and quantity not in context.values:
            context.values[quantity] = term = self.equation.m.term(self.equation.right)
            context.fog.pop(quantity, None)
            return self.equation.definition(), term
        written = left_sides.function_written(self.equation.m, self.equation.thread.node, self.equation.right)
        if named is None or written is None or written[0] in context.functions:
            return None
        value = context.values.get(named)
        if value is None or written[0] not in {n.name for n in value.free if isinstance(n, L.Function)}:
            return None
        made = self.read(*written)
        if made is not None and made[1] is not None:
            context.give(named, made[1])
        return made

    def _means_something(self, head: str, arguments: tuple[Syntax, ...]) -> bool:
        """Whether a value f(x) means something already: of a random variable's density, of Gamma."""
        context = self.equation.context
        if head in ("Gamma", "B", "psi") or distribution_function(self.equation.m, head) is not None:
            return True
        if events.are_events(context, head, arguments) or partials.value(context, head) is not None:
            return True
        if context.is_density(head):
            below = head.partition("_")[2].strip("{}")
            name = name_of(arguments[0]) or ""
            known = below in context.laws or below in context.random  # of a variable that is made of others, too
            return known or name.upper() in context.laws or len(arguments) > 1
        return head in context.survey.numeric and head not in context.functions


def _are_opposite(one: L.Relation, other: L.Node) -> bool:
    """Whether exactly one of two relations holds: x >= 1 and x < 1, or 1 > x."""
    opposite = L.Relation(one.left, OPPOSITES[one.symbol], one.right)
    return isinstance(other, L.Relation) and other in (opposite, opposite.flipped())


__all__ = ["NamedFunction"]
