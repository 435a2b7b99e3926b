r"""What an equation names: x = 3, f(x) = x^2, c_i = x_i - \bar x, M = \mathrm{LME}(m_1), with a value for a name.

A new name claims nothing, and stands for its value from then on.  A name that has a value already, a density, a
generating function or anything else that is known is claimed of; its new value is used all the same: the lines after
a wrong line are judged from what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import language as L
from ..language.facts import Facts
from . import arrays, events, factors, models, prose, put_in, quantiles, random_vectors, shifts, tables
from . import declarations as say
from .context import Defined
from .densities import stem
from .means import operator_of
from .names import name_of
from .probabilities import distribution_function
from .reparametrised import take_its_place
from .shapes import bare, estimated, without_accent
from .syntax import Sign, Symbol, Syntax, Unread
from .transforms import generated, generating_function

if TYPE_CHECKING:
    from .assertions import Assertions
    from .lines import Line
    from .threads import Formula, Thread

Named = tuple["Line", L.Term | None]  # the line, and the term that the chain goes on from


_ERRORS = ("epsilon", "varepsilon")
_SUBSCRIPTED_ERRORS = (*_ERRORS, "e")  # e alone is Euler's number
_OTHER_ERRORS = ("u", "v", "w", "r", "eta", "xi", "nu", "zeta", "delta")  # with a subscript, where words say errors
_SAY_ERRORS = re.compile(r"\b(noise|errors?|disturbances?|innovations?|shocks?|residuals?)\b")


def _has_error(t: L.Term, said: str) -> bool:
    """Whether a value has an error as a summand: y = X b + e says how data came about; y is the same when b varies."""
    others = _OTHER_ERRORS if _SAY_ERRORS.search(said) else ()
    for part in t.args if isinstance(t, L.Plus) else ():
        match part.arg if isinstance(part, L.Neg) else part:
            case L.Coord(L.Var(name=name)) | L.Apply(L.Function(name=name)):
                letters = (*_SUBSCRIPTED_ERRORS, *others)
            case L.Var(name=name):
                letters = _ERRORS
            case _:
                continue
        if bare(name) in letters and without_accent(name) is None:
            return True
    return False


@dataclass(frozen=True)
class Naming:
    """The first equation of a chain, whose left side may be a name, a function or a quantity that is given a value."""

    told: Assertions
    thread: Thread
    sign: Sign
    right: Syntax
    formula: Formula

    def read(self) -> Named | None:
        """The line; None where the left side is something known."""
        m, left, values = self.told.m, self.thread.node, self.told.context.values
        if say.is_collection(left, self.right):
            return self._definition(), None
        if m.factors is not None and factors.is_definition(m, m.factors, left, self.right):
            return self._definition(), None
        if (quantile := quantiles.asked(m, left)) is not None:
            return self._quantile(quantile)
        name = say.plain_name(m, left) or random_vectors.named(m, left, self.right)
        if name is not None and not put_in.is_coordinate(m, left):
            return self._value(name)
        if (told := self._variable()) is not None:
            return told
        if models.known(m, left):
            return None  # it follows from the model: a claim
        density = models.applied_density(m, left)
        pointed = self.right if density is None else say.at_its_point(m, self.right, density.items)
        if density is not None and models.learn(m, density, pointed):
            return self._definition(), m.term(pointed)
        square = say.squared_name(m, left)
        if square is not None and square not in values and self._is_deviation(square) and not self._is_settled(square):
            term = m.term(self.right)
            if term.free and L.is_scalar(term) and self._may_be_square_root(square, term):
                self.told.context.give(square, L.sqrt(term))
                return replace(self._definition(), defines=square), term
            if not term.free and L.is_scalar(term):
                sought = self._follows_for(square)
                line = self._definition() if sought is None else self._claim(sought**2, term)
                self.told.context.give(square, L.sqrt(term))
                return line, term
        quantity = m.quantity(left)
        if quantity is not None and quantity not in values:
            values[quantity] = m.term(self.right)
            return replace(self._definition(), defines=quantity), values[quantity]
        written = say.function_written(m, left, self.right)
        return self._family() if written is None else self._function(*written)

    def _definition(self) -> Line:
        return self.told.line(self.thread, self.sign, self.right, self.formula, "definition")

    def _claim(self, start: L.Term, target: L.Term) -> Line:
        return self.told.claim(self.thread, self.sign, self.right, self.formula, start, target)

    def _quantile(self, quantile: quantiles.Quantile) -> Named:
        """The claim that a value is a quantile of a known law: the distribution function reaches the level there."""
        value = self.told.m.scalar(self.right)
        reached, within = quantile.reached_at(value)
        self.told.m.remarks.append("the distribution function at this value is compared with the level of the quantile")
        line = self.told.claim(self.thread, self.sign, self.right, self.formula, reached, quantile.level, within)
        if (quantity := self.told.m.quantity(self.thread.node)) is not None:
            self.told.context.values[quantity] = value
        return replace(line, sides=None, instead=(), restated=False), value

    def _again(self, name: str) -> str:
        """From where the value is that a name had: one that words let have another has a new meaning."""
        words = self.formula.words
        anew = not self.formula.display and prose.is_let(words) and prose.FORMULA not in prose.sentence(words)
        return "here" if name in self.told.context.own and not anew else "before"

    @property
    def _says_so(self) -> bool:
        """Whether the words before it say that it defines its left side."""
        return prose.is_definition(self.formula.lead)

    def _variable(self) -> Named | None:
        r"""What data of a model are made of, y = X b + e, and a parameter \tau = 1/\sigma^2 in the place of another."""
        m, name = self.told.m, name_of(self.thread.node)
        if name is None or not m.densities.is_variable(name):
            return None
        term = m.term(self.right)
        if _has_error(term, self.told.context.said) and name not in self.told.context.made:
            self.told.context.made[name] = term
            return self._definition(), term
        if take_its_place(self.told.context, name, term):
            return self._definition(), term
        return None

    # -----------------------------------------------------------------------------------------------------------------
    # names

    def _value(self, name: str) -> Named | None:
        context, m, right = self.told.context, self.told.m, self.right
        if say.law_written(right) or m.is_law(right):
            if name in context.values:
                return None
            say.declare_law(m, [self.thread.node], right)
            return self._definition(), None
        with m.at_outcomes():
            term = put_in.value(m, right, context.spaces.get(name))
        if isinstance(term, L.Column) and any(name_of(n) in (f"{name}_0", f"{name}_{{0}}") for n in right.walk()):
            raise Unread("a vector whose entries are counted from 0", right.span)
        if any(isinstance(n, L.Var) and n.name == name for n in term.free):
            return None
        if context.is_parameter(name) and (term.free or self._is_settled(name)):
            return None  # an equation about a parameter, not its value
        before = context.values.get(name)
        if before is None and (member := self._member(name, term)) is not None:
            return self._claim(*arrays.alike([member, term], right)), term
        if (found := shifts.solution(context, name, term)) is not None:
            m.remarks.append("it is put into the recursion, and its first members are compared with those given")
            line = self.told.claim(self.thread, self.sign, right, self.formula, found.left, found.right, (found.where,))
            context.give(name, term)
            return replace(line, sides=None, instead=(), restated=False, defines=name), term
        if before is None and _has_error(term, self.told.context.said):
            data = L.Var(name, L.space_of(term) or L.R)
            if any(isinstance(h, L.Relation) and h.left is data for h in context.stated()):
                context.fog.setdefault(name, "it has several values")
            else:
                context.assume(L.Relation(data, "=", term))
            return self._definition(), term
        if before is not None and name in context.instead and not term.free:  # the value of a parameter after all
            context.assume(L.Relation(before, "=", term))
            return self._definition(), term
        sought = self._sought(name, term) if before is None else None
        if sought is not None:
            line = replace(self._claim(*arrays.alike([sought, term], right)), sides=None)
            context.give(name, term)
            return replace(line, defines=name), term
        known = self._known(name, term) if before is None else None
        if known is not None:
            line = replace(self._claim(known, term), sides=None)
            context.give(name, term)
            return replace(line, defines=name), term
        unknown = self._unknown(name) if before is None or self._is_bound(name) else None
        if unknown is not None:
            start, end = arrays.alike([unknown, term], right)
            line = self._claim(start, end)
        elif before is None or prose.lets_be(self.formula.words) or self._is_of_another_case(name):
            line = self._definition()
            spoken_of = next((n for n in context.claimed_of if isinstance(n, L.Var) and n.name == name), None)
            if spoken_of is not None and L.space_of(spoken_of) is L.space_of(term):  # it ties what was said before
                line = replace(line, claim=L.Claim(context.stated(), spoken_of.eq(term)))
        elif not self.formula.display and prose.is_another_value(self.formula.words) and not self._says_so:
            context.fog.setdefault(name, "it has several values")
            return self._definition(), term
        else:
            start, end = arrays.alike([context.unfolded(before), term], right)
            line = replace(self._claim(start, end), again=self._again(name))
        context.give(name, term)
        if prose.is_conditional_sentence(self.formula.words):
            context.in_case[name] = prose.sentence(self.formula.words)
        if isinstance(term, L.Column):
            self._coordinates(name, term)
        return replace(line, defines=name), term

    def _is_of_another_case(self, name: str) -> bool:
        """Whether a name has its value in a case that a sentence was headed by, and here is another: If $n$ is odd."""
        sentence, before = prose.sentence(self.formula.words), self.told.context.in_case.get(name)
        another = before is not None and not sentence.startswith(before)
        return another and prose.is_conditional_sentence(self.formula.words)

    def _member(self, name: str, value: L.Term) -> L.Term | None:
        """What a member of a sequence is, as another one tells: by a recursion, where the value is in members, too."""
        place, known = shifts.place_of(name), shifts.value(self.told.context, name, in_members=True)
        if place is None or known is None:
            return known
        return known if shifts.members_in(known, place) <= shifts.members_in(value, place) else None

    def _unknown(self, name: str) -> L.Var | None:
        """The name as something that equations before this one are about, so that this one says what follows."""
        above = self.told.above
        free = () if above is None else above.free
        found = next((n for n in free if isinstance(n, L.Var) and n.name == name), None)
        if found is not None:
            chosen = self._is_bound(name) or self.told.moments.is_mean(found)
            return None if self._says_so and not chosen else found
        return L.Var(name, self.told.context.space_of_number(name)) if self._is_bound(name) else None

    def _known(self, name: str, value: L.Term) -> L.Term | None:
        """What a name that was given no value stands for all the same."""
        vector = self._assembled(name, value)
        return self._distance(name) if vector is None else vector

    def _distance(self, name: str) -> L.Term | None:
        """The distance that its letter alone stands for: W_2 = 1.08, where it was said of which known laws it is."""
        measured = self.told.context.measured.get(name)
        if measured is None or self._says_so:
            return None
        distance = self.told.context.unfolded(measured)
        return None if any(isinstance(n, L.Density) for n in distance.free) else distance

    def _sought(self, name: str, value: L.Term) -> L.Var | None:
        r"""What a row was solved for, where this one says which value that has: \hat{p} = k/n, after \ell'(p) = 0."""
        plain = estimated(name)
        found = None if plain is None or not self._is_bound(plain) else self._follows_for(plain)
        return None if found in value.free else found

    def _follows_for(self, name: str) -> L.Var | None:
        """A name that the equation above is about, where this one may follow from that."""
        above = self.told.above
        follows = self.formula.display or prose.goes_on(self.formula.words)
        if above is None or not follows or self._says_so:
            return None
        return next((n for n in above.free if isinstance(n, L.Var) and n.name == name), None)

    def _is_deviation(self, name: str) -> bool:
        """Whether a number whose square is given is the positive root: sigma^2 = 4 says that sigma is 2."""
        positive = Facts(self.told.context.stated()).positive(L.Var(name, self.told.context.space_of_number(name)))
        return positive or name.startswith("sigma")

    def _may_be_square_root(self, name: str, square: L.Term) -> bool:
        r"""Whether \sigma^2 = \frac1n \sum_i (x_i - \bar x)^2 says what \sigma is: nothing was said of it before."""
        context = self.told.context
        spoken_of = {n.name for n in (*context.claimed_of, *square.free) if isinstance(n, L.Var)}
        told = any(n.name == name for law in context.laws.values() for n in law.free if isinstance(n, L.Var))
        shown = self.formula.shown or prose.is_shown(self.formula.words) or self.told.partial
        return not (told or shown or name in spoken_of or context.is_parameter(name) or name in context.fog)

    def _is_settled(self, name: str) -> bool:
        """Whether an equation that is supposed says what a number is."""
        equations = (h for h in self.told.context.stated() if isinstance(h, L.Relation) and h.symbol == "=")
        return any(isinstance(h.left, L.Var) and h.left.name == name and not h.right.free for h in equations)

    def _is_bound(self, name: str) -> bool:
        """Whether an equation leaves the name no choice."""
        return name in self.told.context.solved_for

    def _coordinates(self, name: str, vector: L.Column) -> None:
        r"""\mathbf{x} = (1, 1) also says what x_1 and x_2 are."""
        letter = name.removeprefix("\\mathbf{").removesuffix("}")
        if letter != name:
            for k, entry in enumerate(vector.entries, 1):
                if not entry.free:
                    self.told.context.values[f"{letter}_{k}"] = entry

    def _assembled(self, name: str, vector: L.Term) -> L.Column | None:
        r"""The vector of y_1 and y_2, where these have values: \mathbf{y} = (1, 3) is then claimed."""
        letter = name.removeprefix("\\mathbf{").removesuffix("}")
        if letter == name or not isinstance(vector, L.Column) or self._says_so:
            return None
        values = self.told.context.values
        entries = [values.get(f"{letter}_{k}") for k in range(1, len(vector.entries) + 1)]
        known = tuple(e for e in entries if e is not None and not e.free)
        return L.Column(known) if len(known) == len(entries) else None

    def _family(self) -> Named | None:
        r"""c_i = x_i - \bar x says what c is, at all places, unless it is to be shown or holds at some of them only."""
        told, formula, context = self.told, self.formula, self.told.context
        doubt = prose.is_shown(formula.words) or prose.is_condition(formula.words) or prose.is_sought(formula.words)
        if told.partial or formula.shown or doubt or prose.is_conditional(formula.after):
            return None
        random = any((name_of(n) or "").split("_")[0] in context.survey.distributed for n in self.right.walk())
        if random and not tables.is_mean(self.thread.node):
            return None  # y_i = w x_i + e_i with random e_i says how the data come about, and stands for none of them
        found = tables.defined_for_all(told.m, self.thread.node, self.right)
        if found is None:
            return None
        family, meaning = found
        each = meaning.body if isinstance(meaning, Defined | L.VectorOf) else meaning
        if _has_error(each, context.said) or any(n.name == family for n in each.free if isinstance(n, L.Function)):
            return None  # how the data come about, and a recursion
        follows = formula.display or prose.goes_on(formula.words)
        above = told.above.free if told.above is not None and follows else frozenset()
        if not self._says_so and any(isinstance(n, L.Var | L.Function) and n.name == family for n in above):
            return None  # it follows from the row above
        if isinstance(meaning, L.Term):
            context.give(family, meaning)
        else:
            context.functions[family] = meaning
            context.own.add(family)
        context.fog.pop(family, None)
        return replace(self._definition(), defines=family), told.m.term(self.thread.node)

    # -----------------------------------------------------------------------------------------------------------------
    # functions

    def _function(self, head: str, arguments: tuple[Syntax, ...]) -> Named | None:
        context, m, right = self.told.context, self.told.m, self.right
        written: Syntax | None = say.law_at_point(right, arguments[0]) if len(arguments) == 1 else None
        if written is None and len(arguments) == 1 and say.law_written(right):
            written = right
        if written is not None and len(m.densities.variables.get(stem(head), ())) > 1:
            m.term(right)  # one of several densities that have this letter: the others are not known by it
            context.fog.setdefault(head, f"which of the densities {head} this is the law of")
            return self._definition(), None
        if written is not None:
            if written is right:
                m.remarks.append("a density at a point is set equal to a distribution")
            say.declare_law(m, [Symbol(head)], written)
            return self._definition(), None
        if len(arguments) == 1 and (formula := put_in.of_map(m, head, name_of(arguments[0]) or "", right)) is not None:
            return self._map(head, formula)
        if self._means_something(head, arguments):
            return None
        if (variable := generated(m, head)) is not None:
            return self._generating_function(head, variable, arguments)
        before = context.functions.get(head)
        again = prose.lets_be(self.formula.words)
        if self._is_another_case(head) and not again:
            context.functions.pop(head, None)
            context.fog[head] = "it is given by cases"
            return self._definition(), None
        if before is not None and self._is_value(arguments) and (again or not self._says_so):
            return None  # f(x) = 9, of an f that is known, asks for an x or says a value
        body = say.define_function(m, head, arguments, right)
        if self.told.partial and before is None:
            context.partly[head] = self.told.under
        if before is not None and len(before.arguments) == len(arguments) and not again:
            old = L.substitute(before.body, dict(zip(before.arguments, context.functions[head].arguments, strict=True)))
            line = self._claim(context.unfolded(old), context.unfolded(body))
            line = replace(line, again=self._again(head))
        else:
            line = self._density(head) or self._definition()
        context.own.add(head)
        return line, body

    def _density(self, head: str) -> Line | None:
        """The claim that a function, just written out, is the density that words say it is, of a variable whose law is
        known; None where they do not."""
        context = self.told.context
        defined = context.functions[head]
        law = context.laws.get(defined.arguments[0].name.upper()) if len(defined.arguments) == 1 else None
        if law is None or not prose.calls_density(self.formula.words) or not L.is_scalar_space(L.support(law)):
            return None
        point = L.Var(defined.arguments[0].name, L.support(law))
        return self._claim(law(point), context.unfolded(L.substitute(defined.body, {defined.arguments[0]: point})))

    def _is_another_case(self, head: str) -> bool:
        """Whether a formula for a function holds where the one before it was not said to: f(x) = -x for x < 0."""
        told = self.told
        if head not in told.context.partly or not told.partial:
            return False
        facts = Facts(told.under)
        within = (isinstance(each, L.Relation) and facts.proves(each) for each in told.context.partly[head])
        return not (told.under and all(within))

    def _is_value(self, arguments: tuple[Syntax, ...]) -> bool:
        """Whether the right side has none of the arguments in it."""
        written = {name_of(n) for n in self.right.walk()}
        return written.isdisjoint(name_of(a) for a in arguments)

    def _map(self, head: str, formula: L.Lambda) -> Named:
        """What a declared map is from here on; a second formula for it is a claim about the first."""
        context, before = self.told.context, self.told.context.formulas.get(head)
        line = self._definition()
        if before is not None:
            first = L.substitute(before.body, {before.var: formula.var})
            line = self._claim(*arrays.alike([context.unfolded(first), context.unfolded(formula.body)], self.right))
            line = replace(line, again=self._again(head))
        context.formulas[head] = formula
        context.own.add(head)
        return line, formula.body

    def _generating_function(self, head: str, variable: Symbol, arguments: tuple[Syntax, ...]) -> Named:
        """The claim about M_X(t), which is used from then on: for its derivatives, and where M_X stands in others."""
        m = self.told.m
        start, target = generating_function(m, head, variable, arguments[0]), m.scalar(self.right)
        if not any(operator_of(n) is not None for n in self.right.walk()):
            say.define_function(m, head, arguments, self.right)
        return self._claim(start, target), target

    def goes_on(self) -> Named | None:
        """The second relation of y = g(x) = body: g, of which nothing is said yet, is that function."""
        context, named = self.told.context, self.thread.named
        written = say.function_written(self.told.m, self.thread.node, self.right)
        if named is None or written is None or written[0] in context.functions:
            return None
        value = context.values.get(named)
        if value is None or written[0] not in {n.name for n in value.free if isinstance(n, L.Function)}:
            return None
        made = self._function(*written)
        if made is not None and made[1] is not None:
            context.give(named, made[1])
        return made

    def _means_something(self, head: str, arguments: tuple[Syntax, ...]) -> bool:
        """Whether a value f(x) means something already: of a random variable's density, of Gamma."""
        context = self.told.context
        if head in ("Gamma", "B", "psi") or distribution_function(self.told.m, head) is not None:
            return True
        if events.are_events(context, head, arguments):
            return True
        if context.is_density(head):
            below = head.partition("_")[2].strip("{}")
            name = name_of(arguments[0]) or ""
            known = below in context.laws or below in context.random  # of a variable that is made of others, too
            return known or name.upper() in context.laws or len(arguments) > 1
        return head in context.survey.numeric and head not in context.functions


# ---------------------------------------------------------------------------------------------------------------------


def introduces(told: Assertions, words: str, start: L.Term, target: L.Term) -> bool:
    r"""Whether an equation between these terms says what its left side is: a name of which nothing is claimed so far.

    A member of a family, U_i or n_{i \bullet}, stands for all of them.  A parameter of a law, and a name that was used
    before, are introduced only by words: where a_n = a_0 + n/2.
    """
    context, name = told.context, _introduced(start)
    if name is None or name in target.free or name.name in context.solved_for or context.in_fog(name):
        return False
    if name.name in context.values or name.name in context.laws or told.moments.is_mean(name):
        return False
    if prose.is_definition(words):
        return True
    member = isinstance(start, L.Coord | L.Entry | L.Apply)
    return member and name not in context.claimed_of and not any(name in h.free for h in context.stated())


def _introduced(start: L.Term) -> L.Var | L.Function | None:
    """The name that a left side is, or is the square or a member of."""
    match start:
        case L.Var():
            return start
        case L.Power(L.Var() as base, L.Number()):
            return base
        case L.Coord(L.Var() as family, L.Var()) | L.Entry(L.Var() as family, L.Var(), L.Var()):
            return family
        case L.Apply(L.Function() as family, places) if set(family.domain) == {L.Z_INTEGERS}:
            return family if all(isinstance(place, L.Var) for place in places) else None
    return None


__all__ = ["Naming", "introduces"]
