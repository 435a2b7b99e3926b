r"""What an equation names: x = 3, f(x) = x^2, c_i = x_i - \bar x, M = \mathrm{LME}(m_1), with a value for a name.

A new name claims nothing, and stands for its value from then on.  A name that has a value already, a density, a
generating function or anything else that is known is claimed of; its new value is used all the same: the lines after
a wrong line are judged from what it says.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace

from ... import language as L
from ...language.facts import Facts
from ..laws import (
    class_models,
    densities_of_models,
    exponential_families,
    factors,
    label_models,
    models,
    parametric,
    random_vectors,
    told_blocks,
    written_models,
)
from ..laws.noise import has_error
from ..laws.reparametrised import take_its_place
from ..names import name_of, names_in, symbol_name
from ..probability import (
    functions_of_variables,
    markov_chains,
    masses,
    modes,
    quantiles,
    quantiles_of_values,
    sums_of_variables,
    values_of_joint_masses,
)
from ..shapes import kinds
from ..syntax import Bracket, Multiply, Numeral, Script, Symbol, Syntax, Unread
from ..terms import arrays, functions_by_coordinates, put_in
from ..terms.defined import Defined
from ..uses import subscripts, tables
from ..uses.superscripts import one_over
from ..uses.uses import Applied
from ..words import claiming, giving, names_in_words, prose, wanting
from . import left_sides, links
from .named_functions import NamedFunction
from .named_values import NamedValue
from .naming_equation import Named, NamingEquation

_E_STEP = re.compile(r"\b[em][- ]step\b|\bresponsibilit|\bexpectation[- ]maximi[sz]ation\b")
_OF_LAWS = frozenset(("E", "V", "Var", "var", "Cov", "P", "Pr", "H", "KL"))  # what these make of x is no formula in x


_LETS = re.compile(r"\W*((now|and|further|moreover)\W+)*(let|suppose|assume|consider)\b")  # what begins a sentence


@dataclass(frozen=True)
class Naming:
    """The first equation of a chain, whose left side may be a name, a function or a quantity that is given a value."""

    equation: NamingEquation

    def read(self) -> Named | None:
        """The line; None where the left side is something known."""
        m, left, values = self.equation.m, self.equation.thread.node, self.equation.context.values
        if left_sides.is_collection(left, self.equation.right):
            return self.equation.definition(), None
        if kinds.is_told_diagonal(name_of(left) or "", values):
            del values[name_of(left) or ""]  # the equation says more than the word did
        if m.factors is not None and factors.is_definition(m, m.factors, left, self.equation.right):
            return self.equation.definition(), None
        if (labelled := self._labelled()) is not None:
            return labelled
        words = self.equation.formula.lead if self.equation.formula.display else self.equation.formula.words
        if (giving.is_let(words) or giving.is_definition(words)) and (linked := self._linked()) is not None:
            return linked
        if (stationary := markov_chains.claimed(m, left, self.equation.right, prose.sentence(words))) is not None:
            return self.equation.claim(*stationary), stationary[1]
        if not giving.lets_be(words) and (entry := subscripts.entry_told(m, left)) is not None:
            value = m.scalar(self.equation.right)
            return self.equation.claim(entry, value), value
        if (quantile := quantiles.asked(m, left)) is not None:
            return self._quantile(quantile)
        if (of_values := quantiles_of_values.value(m, left)) is not None:
            value = m.scalar(self.equation.right)
            return self.equation.claim(of_values, value), value
        if (law := modes.law_asked(m, left)) is not None:
            return self._mode(law)
        exponential_families.leave(m, left, self.equation.right)
        if (family := exponential_families.define(m, left, self.equation.right)) is not None:
            return replace(self.equation.definition(), defines=family[0]), family[1]
        if (by_coordinate := functions_by_coordinates.define(m, left, self.equation.right)) is not None:
            return replace(self.equation.definition(), defines=by_coordinate[0]), by_coordinate[1]
        if self._is_made_at_place(left) and (made := self._family()) is not None:
            return made
        if told_blocks.is_partition(m, self.equation.right):
            return self.equation.definition(), None
        name = left_sides.plain_name(m, left) or random_vectors.named(m, left, self.equation.right)
        if name is not None and (total := written_models.normalising(self.equation.context, name)) is not None:
            return self._constant(name, total, "the density that this is a factor of must integrate to 1")
        if name is not None and (total := masses.normalising(self.equation.context, name)) is not None:
            return self._constant(name, total, "the probabilities that this is a factor of must add up to 1")
        if name is not None and not put_in.is_coordinate(m, left):
            return NamedValue(self.equation).read(name)
        if (told := self._variable()) is not None:
            return told
        density_at = Applied.written(left)
        if density_at is not None and (of_block := told_blocks.density(m, density_at)) is not None:
            if told_blocks.calls(m, density_at, self.equation.right):
                return self.equation.definition(), None
            term = m.term(left_sides.at_its_point(m, self.equation.right, density_at.items))
            return self.equation.claim(of_block, term), term
        if density_at is not None and values_of_joint_masses.known(m, density_at):
            return None
        if density_at is not None and densities_of_models.known(m, density_at):
            stated = written_models.is_stated(m.context, left, self.equation.right)
            return (self.equation.definition(), m.term(left)) if stated else None
        if density_at is not None and sums_of_variables.known(m, density_at):
            return None
        if density_at is not None and functions_of_variables.known(m, density_at):
            return None
        if density_at is not None and (of_made := self._density_of_made(density_at)) is not None:
            return of_made
        if models.known(m, left):
            return None  # it follows from the model: a claim
        if (parametrized := parametric.defined(m, left, self.equation.right)) is not None:
            head, with_parameters = parametrized
            self.equation.context.functions[head] = with_parameters
            self.equation.context.own.add(head)
            return self.equation.definition(), with_parameters.body
        density = models.applied_density(m, left)
        pointed = (
            self.equation.right if density is None else left_sides.at_its_point(m, self.equation.right, density.items)
        )
        if density is not None and models.learn(m, density, pointed):
            return self.equation.definition(), m.term(pointed)
        below = one_over(left)
        square = left_sides.squared_name(m, left if below is None else below)
        if square is not None and (found := NamedValue(self.equation).of_square(square, below is not None)) is not None:
            return found
        inverse = left_sides.inverted_name(m, left)
        if inverse is not None and (found := NamedValue(self.equation).of_inverse(inverse)) is not None:
            return found
        quantity = m.quantity(left)
        if quantity is not None and not self._is_of_numbers(left):
            return None if self._is_of_formula(left) else self._of_quantity(quantity)
        if (recursive := left_sides.within_itself(left, self.equation.right)) is not None:
            self.equation.context.recursive.add(recursive)
        written = left_sides.function_written(m, left, self.equation.right)
        return self._family() if written is None else NamedFunction(self.equation).read(*written)

    def _labelled(self) -> Named | None:
        """The line about the probabilities of a label, or about the density of a class; None of others."""
        m, left, right = self.equation.m, self.equation.thread.node, self.equation.right
        words = self.equation.formula.words
        concluded = claiming.is_concluded(words) and not _LETS.match(prose.sentence(words))
        found = class_models.define(m, left, right, concluded) or label_models.define(m, left, right, concluded)
        if found is None:
            return None
        known, term = found
        if known is None:
            return self.equation.definition(), term
        line = self.equation.claim(known, term)
        asked = not concluded and class_models.asks(m, left, right)
        return (replace(line, kind="condition") if asked else line), term

    def _linked(self) -> Named | None:
        r"""The line of \log \mu = x^\top \beta, which says what a new \mu is; None of others."""
        equation = self.equation
        found = links.inverted(equation.m, equation.thread.node, equation.right)
        if found is None:
            return None
        written = equation.thread.node
        equation.thread.node, value = found
        try:
            made = Naming(replace(equation, right=value)).read()
        finally:
            equation.thread.node = written
        return None if made is None else (made[0], equation.m.term(equation.right))

    def member(self) -> Named | None:
        r"""The line of x_3 \approx 1.41, where a recursion says what x_3 is; else None."""
        name = left_sides.plain_name(self.equation.m, self.equation.thread.node)
        return None if name is None else NamedValue(self.equation).by_recursion(name)

    def _density_of_made(self, density: Applied) -> Named | None:
        """The claim of p(x) about the density of x = g(z), as words conclude it; else p may be a model, or a target."""
        words = self.equation.formula.words
        if not (claiming.is_concluded(words) or names_in_words.calls_density(words)):
            return None
        found = functions_of_variables.density(self.equation.m, density, plain=True)
        if found is None:
            return None
        term = self.equation.m.term(self.equation.right)
        return self.equation.claim(found, term), term

    def _of_quantity(self, quantity: str) -> Named:
        """The line of LME(m_1) = 3, or of ELBO(q), which is claimed of where it has a value."""
        context, term = self.equation.context, self.equation.m.term(self.equation.right)
        told = quantity in context.values
        before = context.values[quantity] if told else self._of_family(quantity)
        made_of = set() if before is None else {n.name for n in before.free if isinstance(n, L.Function)}
        if not (told and made_of & context.functions.keys()):  # D_f(p || q) stays what it is, for each f
            context.values[quantity] = term
        line = self.equation.definition()
        if before is not None and not self.equation.says_so and not self.equation.tells_anew(quantity):
            start, end = arrays.alike([context.unfolded(before), term], self.equation.right)
            line = self.equation.claim(start, end)
            line = replace(line, again=self.equation.again(quantity)) if told else line
        context.own.add(quantity)
        return replace(line, defines=quantity), term

    def _of_family(self, quantity: str) -> L.Term | None:
        r"""D_2(p \| q), where D_\alpha(p \| q) has a value; None for others."""
        match self.equation.thread.node:
            case Multiply((Script(Symbol() as letter, Numeral() as number, None, 0), Bracket() as bracket), ("", "")):
                pass
            case _:
                return None
        m, values = self.equation.m, self.equation.context.values
        for label in self.equation.context.survey.labels.get(symbol_name(letter), ()):
            at = name_of(label)
            member = m.quantity(Multiply((Script(letter, label), bracket), ("", "")))
            if at is not None and member in values and member != quantity:
                own: dict[L.Name, L.Term] = {
                    n: m.term(number) for n in values[member].free if isinstance(n, L.Var) and n.name == at
                }
                return L.substitute(values[member], own) if own else None
        return None

    def _is_of_numbers(self, left: Syntax) -> bool:
        r"""Whether a word before a bracket is a function of the numbers in it, \mathrm{ReLU}(x) = \max(0, x): they
        stand in its formula, where no law is spoken of."""
        right, context = self.equation.right, self.equation.context
        if any(isinstance(n, Bracket) and n.given is not None for n in right.walk()):
            return False
        written = left_sides.function_written(self.equation.m, left, right)
        if written is None or context.is_density(written[0]):
            return False
        if any(isinstance(n, Symbol) and n.name in _OF_LAWS for n in right.walk()):
            return False
        names, inside = {name_of(item) for item in written[1]}, {name_of(n) for n in right.walk()}
        head = left.factors[0] if isinstance(left, Multiply) else left
        upright = isinstance(head, Symbol) and head.font in ("rm", "text", "sf") and len(head.name) > 1
        known = context.laws.keys() | context.random.keys() | context.values.keys() | context.survey.averaged
        return upright and names <= inside and None not in names and names.isdisjoint(known)

    @staticmethod
    def _is_of_formula(left: Syntax) -> bool:
        r"""Whether what an upright word is before is a formula, and no name: \mathrm{softmax}(z + c)."""
        match left:
            case Multiply((Symbol(_, "rm" | "text" | "sf"), Bracket("(", items, ")", None)), ("", "")):
                return not any(name_of(item) is not None for item in items)
        return False

    def _quantile(self, quantile: quantiles.Quantile) -> Named:
        """The claim that a value is a quantile of a known law: the distribution function reaches the level there."""
        m = self.equation.m
        value = m.scalar(self.equation.right)
        reached, level, within = quantile.claim_at(value, Facts(m.context.stated()))
        m.remarks.append("the distribution function at this value is compared with the level of the quantile")
        line = self.equation.claim(reached, level, where=within)
        if (quantity := m.quantity(self.equation.thread.node)) is not None:
            self.equation.context.values[quantity] = value
        return replace(line, sides=None, instead=(), restated=False), value

    def _mode(self, law: L.Family) -> Named:
        """The claim that a value is the mode of a known law: the density is flat there."""
        m = self.equation.m
        value = m.scalar(self.equation.right)
        slope, within = modes.slope_at(law, value)
        m.remarks.append("the slope of the log-density at this value is compared with zero")
        line = self.equation.claim(slope, L.Number(0), where=within)
        if (quantity := m.quantity(self.equation.thread.node)) is not None:
            self.equation.context.values[quantity] = value
        kind = "goal" if self.equation.formula.shown else "step"  # no condition that is to be solved
        return replace(line, kind=kind, sides=None, instead=(), restated=False, loose=(), as_written=False), value

    def _constant(self, name: str, total: L.Term, why: str) -> Named | None:
        """The claim that a constant makes a density integrate to 1, or probabilities add up to 1."""
        value = self.equation.m.scalar(self.equation.right)
        (constant,) = (n for n in total.free if isinstance(n, L.Var) and n.name == name)
        self.equation.m.remarks.append(why)
        line = self.equation.claim(L.substitute(total, {constant: value}), L.Number(1))
        self.equation.context.give(name, value)
        return replace(line, sides=None, instead=(), restated=False), value

    def _variable(self) -> Named | None:
        r"""What data of a model are made of, y = X b + e, and a parameter \tau = 1/\sigma^2 in the place of another."""
        m, name = self.equation.m, name_of(self.equation.thread.node)
        if name is None or not m.densities.is_variable(name):
            return None
        functions_of_variables.learn(m, name, self.equation.right)
        term = m.term(self.equation.right)
        if has_error(term, self.equation.context.said) and name not in self.equation.context.made:
            self.equation.context.made[name] = term
            return self.equation.definition(), term
        if take_its_place(self.equation.context, name, term):
            return self.equation.definition(), term
        return None

    def _family(self) -> Named | None:
        r"""c_i = x_i - \bar x says what c is, at all places, unless it is to be shown or holds at some of them only."""
        claims, formula, context = self.equation.claims, self.equation.formula, self.equation.context
        doubt = (
            claiming.is_shown(formula.words) or wanting.is_condition(formula.words) or wanting.is_sought(formula.words)
        )
        if claims.conditions.partial or formula.shown or doubt or claims.conditions.unread_behind:
            return None
        drawn = context.survey.distributed
        random = bool(drawn) and any(name.split("_")[0] in drawn for name in names_in(self.equation.right))
        if random and not tables.is_mean(self.equation.thread.node):
            self._come_about()
            return None  # y_i = w x_i + e_i with random e_i says how the data come about, and stands for none of them
        found = tables.defined_for_all(claims.m, self.equation.thread.node, self.equation.right)
        if found is None:
            self._come_about()
            return None
        family, meaning = found
        each = meaning.body if isinstance(meaning, Defined | L.VectorOf) else meaning
        if has_error(each, context.said) or any(n.name == family for n in each.free if isinstance(n, L.Function)):
            if isinstance(meaning, L.VectorOf):
                context.made_each.setdefault(family, meaning)
            return None  # how the data come about, and a recursion
        follows = formula.display or claiming.goes_on(formula.words)
        above = frozenset() if claims.above.equation is None or not follows else claims.above.equation.free
        if not self.equation.says_so and any(isinstance(n, L.Var | L.Function) and n.name == family for n in above):
            return None  # it follows from the row above
        if not self.equation.says_so and family in context.told_each:
            return None  # what each is was found before: this says what that comes to
        if _is_held(each, f"{context.said} {formula.words}".lower()):
            return self.equation.definition(), None
        if isinstance(meaning, L.Term):
            context.give(family, meaning)
        else:
            context.functions[family] = meaning
            context.own.add(family)
        context.fog.pop(family, None)
        return replace(self.equation.definition(), defines=family), claims.m.term(self.equation.thread.node)

    def _is_made_at_place(self, left: Syntax) -> bool:
        r"""Whether it is \alpha_t of \alpha_t = 1 - \beta_t, which says what each \alpha_s is."""
        match left:
            case Script(Symbol() as base, Symbol() as at, None, 0):
                words = self.equation.formula.words
                said = giving.is_let(words) or giving.is_from(words) or self.equation.says_so
                return said and (symbol_name(base), symbol_name(at)) in self.equation.context.survey.made_at
        return False

    def _come_about(self) -> None:
        """Keep how each of the data is made of an error, y_i = w x_i + e_i."""
        context = self.equation.context
        with suppress(Unread):
            match tables.defined_for_all(self.equation.m, self.equation.thread.node, self.equation.right, data=True):
                case (family, L.VectorOf() as each) if has_error(each.body, context.said):
                    context.made_each.setdefault(family, each)


def _is_held(each: L.Term, said: str) -> bool:
    r"""Whether a family are the responsibilities of an E step, \gamma_{nk} = w_k / \sum_j w_j: the M step varies the
    parameters that they were computed by, and holds them."""
    shares = isinstance(each, L.Quotient) and isinstance(each.den, L.Sum)
    return shares and _E_STEP.search(said) is not None


__all__ = ["Naming"]
