r"""Names with a value: x = 3, \sigma^2 = 4; one that is known already is claimed of, by what is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ... import language as L
from ...language.facts import Facts
from ..claims import solved_anew
from ..laws.noise import has_error
from ..names import name_of, to_latex
from ..shapes import told_shapes
from ..shapes.shapes import estimated
from ..syntax import Unread
from ..terms import arrays, implicit, partials, put_in, shifts
from ..words import cases_in_words, claiming, giving, prose, wanting
from . import declarations as say
from . import left_sides, set_aside
from .naming_equation import Named, NamingEquation

_DIVERGENCE = re.compile(r"(D_?)?\W*(\\?(mathrm|text)\W*)?(KL|JS)\W*")


@dataclass(frozen=True)
class NamedValue:
    """Gives a name the value that an equation says."""

    equation: NamingEquation

    def read(self, name: str) -> Named | None:
        """The line of x = 3; None where the equation says nothing of what x is."""
        equation, formula = self.equation, self.equation.formula
        context, m, right = equation.context, equation.m, equation.right
        if left_sides.law_written(right) or m.is_law(right):
            if name in context.values:
                return None
            say.declare_law(m, [equation.thread.node], right)
            return equation.definition(), None
        if (path := left_sides.path(name, right)) is not None and name not in context.values:
            term = told_shapes.function(context, name)(m.scalar(path))
            context.give(name, term)
            context.made_as[name] = right
            return replace(equation.definition(), defines=name), term
        with m.at_outcomes():
            term = put_in.value(m, right, context.spaces.get(name))
        place = shifts.place_of(name)
        if place is not None and shifts.members_in(term, place):
            context.recursive.add(place.stem)
        if isinstance(term, L.Column) and any(name_of(n) in (f"{name}_0", f"{name}_{{0}}") for n in right.walk()):
            raise Unread("a vector whose entries are counted from 0", right.span)
        if any(isinstance(n, L.Var) and n.name == name for n in term.free):
            return None
        if context.is_parameter(name) and (term.free or equation.is_settled(name)):
            return None  # an equation about a parameter, not its value
        before = self._as_it_was(name)
        if before is None and (member := self._member(name, term)) is not None:
            return equation.claim(*arrays.alike([member, term], right)), term
        if (solved := shifts.solution(context, name, term)) is not None:
            m.remarks.append("it is put into the recursion, and its first members are compared with those given")
            line = equation.claim(solved.left, solved.right, where=(solved.where,))
            context.give(name, term)
            return replace(line, sides=None, instead=(), restated=False, defines=name), term
        if not equation.says_so and (found := self.by_recursion(name)) is not None:
            return found
        if before is None and term.free and self._is_bare_divergence(name):
            raise Unread(f"{name}, a divergence, and between which laws is not said", right.span)
        if before is None and self._is_among_members(name):
            raise Unread(f"{name} by other members of its sequence, which has a recursion", right.span)
        if before is None and has_error(term, equation.context.said):
            data = L.Var(name, L.space_of(term) or L.R)
            if any(isinstance(h, L.Relation) and h.left is data for h in context.stated()):
                context.fog.setdefault(name, "it has several values")
            else:
                context.assume(L.Relation(data, "=", term))
            return equation.definition(), term
        if before is not None and name in context.instead and not term.free:  # the value of a parameter after all
            context.assume(L.Relation(before, "=", term))
            return equation.definition(), term
        sought = self._sought(name, term) if before is None else None
        if sought is not None:
            line = replace(equation.claim(*arrays.alike([sought, term], right)), sides=None)
            context.give(name, term)
            return replace(line, defines=name), term
        if before is None and (slope := self._slope(name)) is not None:  # here: elsewhere it has another value
            return replace(equation.claim(slope, term), sides=None), term
        known = self._known(name, term) if before is None else None
        if known is not None:
            line = replace(equation.claim(known, term), sides=None)
            context.give(name, term)
            return replace(line, defines=name), term
        solves = before is not None and bool(before.free) and not term.free  # of y = 3 x, "Setting $y = 6$"
        lets = giving.lets_be(formula.words)
        anew = before is not None and (lets or (equation.tells_anew(name) and not solves))
        of_another = equation.is_of_another(name)
        open_to_say = not equation.is_chosen if before is None else equation.is_bound(name) and not anew
        unknown = self._unknown(name) if open_to_say or (before is None and equation.is_bound(name)) else None
        if unknown is not None:
            start, end = arrays.alike([unknown, term], right)
            line = equation.claim(start, end)
        elif before is None or anew or self._is_of_another_case(name):
            line = equation.definition()
            context.chosen.add(name)
            if before is not None:
                equation.set_aside(name)
                given_up = solved_anew.by_value(context, name, equation.claims.earlier.claimed)
                line = replace(line, gives_up=given_up.names)
            spoken_of = next((n for n in context.claimed_of if isinstance(n, L.Var) and n.name == name), None)
            if spoken_of is not None and L.space_of(spoken_of) is L.space_of(term):  # it ties what was said before
                line = replace(line, claim=L.Claim(context.stated(), spoken_of.eq(term)))
        elif self._is_another_value(name):
            context.fog.setdefault(name, "it has several values")
            context.values.pop(name, None)
            return equation.definition(), term
        else:
            context.chosen.discard(name)
            start, end = arrays.alike([context.unfolded(before), term], right)
            line = replace(equation.claim(start, end), again=equation.again(name))
            line = replace(line, again="before") if of_another else line
            if name in context.needed:  # for one end; whether it is now for another is not said
                line = replace(line, fog=(*line.fog, name))
            if before.free and not term.free and cases_in_words.is_conditional_sentence(formula.words):
                return line, term  # for $m = 2$ we have $E = 4$: else it is what it was
            if before.free and not term.free:
                context.formula_of[name] = (before, self._circumstances(before))
        context.give(name, term)
        context.needed.discard(name)
        if wanting.is_condition(formula.words):
            context.needed.add(name)
        set_aside.form(context, name, None, right)
        if before is not None and line.kind == "definition":
            set_aside.make_anew(m, name)
        context.made_as.pop(name, None)  # the last of several formulas is also the last in the order of reading
        context.made_as[name] = right
        if cases_in_words.is_conditional_sentence(formula.words):
            context.in_case[name] = (prose.sentence(formula.words), tuple(context.assumed))
        if isinstance(term, L.Column):
            self._coordinates(name, term)
        return replace(line, defines=name), term

    def by_recursion(self, name: str) -> Named | None:
        r"""The line of x_3 = 1.41, or x_3 \approx 1.41, where a recursion says what x_3 is; else None.

        The members before it may be rounded: they are taken as they are written, or as the first ones make them."""
        context, m = self.equation.context, self.equation.m
        found = None if name in context.values else shifts.unrolled(context, name)
        if found is not None:
            found = shifts.Unrolled(context.unfolded(found.exact), context.unfolded(found.as_written))
        if found is None or giving.lets_be(self.equation.formula.words):
            return None
        term = m.term(self.equation.right)
        start, end = arrays.alike([found.exact, term], self.equation.right)
        line = self.equation.claim(start, end)
        assert line.claim is not None
        other = L.Claim(line.claim.hypotheses, L.Relation(found.as_written, "=", end))
        context.give(name, term)
        context.unrolled[name] = found.exact
        return replace(line, sides=None, instead=() if other == line.claim else (other,), defines=name), term

    def _is_bare_divergence(self, name: str) -> bool:
        """Whether it is D_{KL} = ... where no distance was spoken of that it may be."""
        spoken_of = self.equation.context.measured
        return not spoken_of and not self.equation.says_so and _DIVERGENCE.fullmatch(name) is not None

    def _is_among_members(self, name: str) -> bool:
        """Whether it is x_2 = a^2 x_0 of a sequence with a recursion, by which that is so or is not."""
        context, (stem, _, _) = self.equation.context, name.rpartition("_")
        stem = to_latex(stem)
        if shifts.number_of(name, stem) is None or giving.lets_be(self.equation.formula.words) or self.equation.says_so:
            return False
        others = (written for n in self.equation.right.walk() if (written := name_of(n)) is not None)
        return shifts.is_recursive(context, stem) and any(shifts.number_of(n, stem) is not None for n in others)

    def of_square(self, square: str, inverted: bool = False) -> Named | None:
        r"""The line of \sigma^2 = 4, or ``inverted`` of 1/\sigma^2 = 4, which says what \sigma is; None where it may
        have two roots."""
        context, m = self.equation.context, self.equation.m
        words = self.equation.formula.words
        if f"{square}^2" in context.needed and square in context.values and not inverted:
            start, end = context.unfolded(context.values[square] ** 2), m.term(self.equation.right)
            return replace(self.equation.claim(start, end), fog=(square,)), end
        if square in context.values or not self._is_deviation(square) or self.equation.is_settled(square):
            return None
        if not square.startswith("sigma") and claiming.is_concluded(words) and not giving.is_let(words):
            return None  # "Let $x > 0$. Then $x^2 = 25$."
        term = m.term(self.equation.right)
        if not L.is_scalar(term) or (term.free and not self._is_new(square, term)):
            return None
        sought = None if term.free else self.equation.follows_for(square)
        line = self.equation.definition()
        if sought is not None:
            line = self.equation.claim(1 / sought**2 if inverted else sought**2, term)
        context.give(square, 1 / L.sqrt(term) if inverted else L.sqrt(term))
        if wanting.is_condition(words):
            context.needed.add(f"{square}^2")
        return replace(line, defines=square) if term.free else line, term

    def of_inverse(self, name: str) -> Named | None:
        r"""The line of S^{-1} = A + X^\top X, which says what the matrix S is; None where something is said of it."""
        context, term = self.equation.context, self.equation.m.term(self.equation.right)
        if name in context.values or not self._is_new(name, term):
            return None
        match L.space_of(term):
            case L.Matrices(rows, columns) if rows is columns:
                context.give(name, L.Inverse(term))
                return replace(self.equation.definition(), defines=name), term
        return None

    def _as_it_was(self, name: str) -> L.Term | None:
        """The value of a name; its formula again, where the numbers in that are others by now: Suppose $x = 4$."""
        context = self.equation.context
        formula, then = context.formula_of.get(name, (None, frozenset()))
        if formula is not None and name in context.values and self._circumstances(formula) != then:
            context.values[name] = formula
            del context.formula_of[name]
        return context.values.get(name)

    def _circumstances(self, formula: L.Term) -> frozenset[object]:
        """What is supposed, and what values the names in a formula have."""
        context = self.equation.context
        names = {n.name for n in formula.free if isinstance(n, L.Var)}
        return frozenset((*context.assumed, *((n, context.values.get(n)) for n in names)))

    def _is_another_value(self, name: str) -> bool:
        """Whether it is a second value right behind the first: x = 1 and x = 2."""
        formula = self.equation.formula
        another = cases_in_words.is_another_case(formula.words, formula.rest)
        another |= cases_in_words.is_another_value(formula.words) and not self.equation.says_so
        if formula.display or not another:
            return False
        rows = formula.previous.statements if formula.previous is not None else ()
        return any(name_of(statement.expressions[0]) == name for statement in rows)

    def _is_of_another_case(self, name: str) -> bool:
        """Whether a name has its value in a case that a sentence was headed by, and here is another: If $n$ is odd."""
        context, sentence = self.equation.context, prose.sentence(self.equation.formula.words)
        before, supposed = context.in_case.get(name, ("", ()))
        another = bool(before) and (not sentence.startswith(before) or supposed != tuple(context.assumed))
        return another and cases_in_words.is_conditional_sentence(self.equation.formula.words)

    def _member(self, name: str, value: L.Term) -> L.Term | None:
        """What a member of a sequence is, as another one tells: by a recursion, where the value is in members, too."""
        place, known = shifts.place_of(name), shifts.value(self.equation.context, name, in_members=True)
        if place is None or known is None:
            return known
        return known if shifts.members_in(known, place) <= shifts.members_in(value, place) else None

    def _unknown(self, name: str) -> L.Var | None:
        """The name as something that equations before this one are about, so that this one says what follows."""
        above = self.equation.claims.above
        words = self.equation.formula.words
        both = not self.equation.formula.display and claiming.stands_beside(words)  # hence $x = 2$ and $y = 1$
        equations = (each for each in (above.equation, above.beside if both else None) if each is not None)
        found = next((n for e in equations for n in e.free if isinstance(n, L.Var) and n.name == name), None)
        if found is None and both and above.claims and claiming.is_concluded(words):  # of all that was claimed before
            claimed = self.equation.context.claimed_of
            found = next((n for n in claimed if isinstance(n, L.Var) and n.name == name), None)
        if found is None:
            found = self._concluded(name)
        if found is not None:
            chosen = self.equation.is_bound(name) or self.equation.claims.moments.is_mean(found)
            return None if self.equation.says_so and not chosen else found
        return L.Var(name, self.equation.context.space_of_number(name)) if self.equation.is_bound(name) else None

    def _concluded(self, name: str) -> L.Var | None:
        """The number of which a sentence concludes what it is, where equations are about it: so $a = 5 - b$; how many
        there are of something is told by what was not read."""
        equation = self.equation
        words = equation.formula.words
        if equation.formula.display or equation.says_so or giving.is_let(words) or not claiming.is_concluded(words):
            return None
        about = (n for n in equation.context.claimed_of if isinstance(n, L.Var) and isinstance(n.space, L.Reals))
        return None if name in equation.context.recursive else next((n for n in about if n.name == name), None)

    def _slope(self, name: str) -> L.Term | None:
        """The derivative that f_x or y' is, of a function or on a curve that is known."""
        if self.equation.says_so:
            return None
        rate = partials.value(self.equation.context, name)
        return implicit.primed(self.equation.m, name) if rate is None else rate

    def _known(self, name: str, value: L.Term) -> L.Term | None:
        """What a name that was given no value stands for all the same."""
        vector = self._assembled(name, value)
        return self._distance(name) if vector is None else vector

    def _distance(self, name: str) -> L.Term | None:
        """The distance that its letter alone stands for: W_2 = 1.08, where it was said of which known laws it is."""
        measured = self.equation.context.measured.get(name)
        if measured is None or self.equation.says_so:
            return None
        distance = self.equation.context.unfolded(measured)
        return None if any(isinstance(n, L.Density) for n in distance.free) else distance

    def _sought(self, name: str, value: L.Term) -> L.Var | None:
        r"""What a row was solved for, where this one says which value that has: \hat{p} = k/n, after \ell'(p) = 0."""
        plain, above = estimated(name), self.equation.claims.above
        solves = above.solves or above.is_set_to_zero(self.equation.formula)
        if plain is None or not (solves or self.equation.is_bound(plain)):
            return None
        found = self.equation.follows_for(plain)
        return None if found in value.free else found

    def _coordinates(self, name: str, vector: L.Column) -> None:
        r"""\mathbf{x} = (1, 1) also says what x_1 and x_2 are."""
        letter = name.removeprefix("\\mathbf{").removesuffix("}")
        if letter != name:
            for k, entry in enumerate(vector.entries, 1):
                if not entry.free:
                    self.equation.context.values[f"{letter}_{k}"] = entry

    def _assembled(self, name: str, vector: L.Term) -> L.Column | None:
        r"""The vector of y_1 and y_2, where these have values: \mathbf{y} = (1, 3) is then claimed."""
        letter = name.removeprefix("\\mathbf{").removesuffix("}")
        if letter == name or not isinstance(vector, L.Column) or self.equation.says_so:
            return None
        values = self.equation.context.values
        entries = [values.get(f"{letter}_{k}") for k in range(1, len(vector.entries) + 1)]
        known = tuple(e for e in entries if e is not None and not e.free)
        return L.Column(known) if len(known) == len(entries) else None

    def _is_deviation(self, name: str) -> bool:
        """Whether a number whose square is given is the positive root: sigma^2 = 4 says that sigma is 2, and so does
        tau^2 = 4 of tau where there are laws that it may be a deviation of."""
        context = self.equation.context
        positive = Facts(context.stated()).positive(L.Var(name, context.space_of_number(name)))
        random = bool(context.laws or context.data or context.factors)
        return positive or name.startswith("sigma") or (random and name.startswith("tau"))

    def _is_new(self, name: str, value: L.Term) -> bool:
        r"""Whether \sigma^2 = \frac1n \sum_i (x_i - \bar x)^2 says what \sigma is: nothing was said of it before."""
        context = self.equation.context
        spoken_of = {n.name for n in (*context.claimed_of, *value.free) if isinstance(n, L.Var)}
        told = any(n.name == name for law in context.laws.values() for n in law.free if isinstance(n, L.Var))
        formula, partial = self.equation.formula, self.equation.claims.conditions.partial
        shown = formula.shown or claiming.is_shown(formula.words) or partial
        return not (told or shown or name in spoken_of or context.is_parameter(name) or name in context.fog)


__all__ = ["NamedValue"]
