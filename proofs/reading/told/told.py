r"""What words tell of names is put into the context, as if it had been written: the law of X, of each \mathcal N_i."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from typing import Any

from ... import language as L
from ..documents import read_document
from ..laws import class_models, given_another, letter_z, moments_said, stating_laws, told_moments
from ..laws.densities import count_arguments, presume_inside, stem
from ..laws.law_clauses import Told
from ..laws.law_phrases import density_letter
from ..laws.laws import law_of
from ..meaning import Meaning
from ..names import name_of
from ..parts import Part, parts
from ..pieces import Piece
from ..probability import counts_of_data, independence, laws_by_joint_masses, laws_by_masses, made_of_others
from ..probability.conditional_masses_written import ConditionalTold
from ..probability.joint_masses_written import JointTold
from ..probability.markov_chains import learn_states
from ..probability.masses_written import MassesTold
from ..probability.states_written import StatesTold
from ..relations import ORDERS
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..uses.running import INDICES
from ..uses.uses import Survey
from ..words import giving, prose, retelling
from . import declarations as say
from . import left_sides, set_aside
from .orders import order

LET_ANEW = "what words let it be was not read"
_ANOTHER = re.compile(r"\b(now|instead|next|this time|again)\b")
_HAS_LAW = re.compile(
    r"\s*(now |instead )?(be|is|are|has|have|having|follows?)\b[^.;:]{0,60}?\b(densit|distribut|laws?\b|pmf|pdf|"
    r"probabilit|mass function|gaussian|normal|uniform|exponential|poisson|binomial|bernoulli|geometric|gamma|beta\b)"
)
_CHOOSES = re.compile(
    rf"\b(let|suppose|assume|consider|if)( us)?( now| instead| next)?( that)?\s*({prose.ONE}(\s*,\s*and|,|\s*and)\s*)*$"
)
_IS_LET = re.compile(r"\s*(now |instead )?(be|denote|count) (the|a|an) (?!(same|random|independent|real|fixed)\b)")


class Telling:
    """What the words of a part tell, each at the first formula that it is about; ``before`` are the rows ahead."""

    def __init__(self, part: Part, before: Sequence[Syntax]) -> None:
        self.part = part
        self.before = before
        self._learnt: set[int] = set()  # which of what is told

    def learn(self, piece: Piece, m: Meaning) -> None:
        """Put what is told of the names in a piece into the context; one that is let be random anew has no law yet."""
        self._forget_laws(piece, m)
        letter_z.learn(m, piece, self.part.pieces)
        for count in self.part.said.counts:
            if self.part.pieces[count.place] is piece:
                piece.understood = counts_of_data.learn(m, count) or piece.understood
        for k, told in enumerate(self.part.said.laws):
            places = (told.subjects[0], *told.written)
            if k in self._learnt or all(self.part.pieces[at] is not piece for at in places):
                continue
            if not self._are_new(told):
                _doubt_other_laws(m, told)
                for place in told.subjects if told.statements else ():
                    self.part.pieces[place].understood = True  # it is said again, or in doubt now
                continue
            self._learnt.add(k)
            subjects = [_named(statement.expressions[0]) for statement in told.statements]
            if told.since is not None and any(stating_laws.is_settled(m, each) for each in subjects):
                continue  # a claim
            for place in told.subjects:
                self._forget_laws(self.part.pieces[place], m)
            _set_aside(m, told)
            if told.masses is not None:
                anew = told.conditional or retelling.chooses(piece.formula.words, piece.formula.rest)
                known = _learn_masses_anew(m, told) if anew else _learn_masses(m, told.masses)
                if not self._is_no_law(m, told) and not known:
                    continue
            for statement in told.statements:
                try:
                    _learn(m, statement)
                except Unread as reason:
                    _forget(m, statement, reason)
                    return
            if told.apart:
                independence.tell(m.context, [name_of(each.expressions[0]) or "" for each in told.statements])
            moments_said.learn(m, [*told.statements, *self.part.rows])
            if told.independent:
                moments = [found for s in told.statements if (found := told_moments.moment_told(s)) is not None]
                told_moments.learn_independent(m, list(dict.fromkeys(name_of(each) or "" for _, each, _ in moments)))
            for name in told.unread:
                if name in m.context.laws and retelling.chooses(piece.formula.words, piece.formula.rest):
                    _doubt_law(m, name, "the law that words say it has was not read")
                if name.split("_")[0] in m.context.survey.distributed:
                    continue  # a formula says which law it has
                m.context.fog.setdefault(name, "the law that words say it has was not read")
            for place in told.subjects if told.statements or told.masses is not None else ():
                self.part.pieces[place].understood = True
            for place in told.written:
                self.part.pieces[place].told = True
        self._doubt_what_is_let(piece, m)

    def _is_no_law(self, m: Meaning, told: Told) -> bool:
        """Whether masses that are told cannot be those of a law, which its last formula is then judged by."""
        if not isinstance(told.masses, MassesTold):
            return False
        with suppress(Unread):
            presumed = laws_by_masses.presumed(m, told.masses)
            self.part.pieces[(*told.subjects, *told.written)[-1]].presumes = presumed
            if presumed is not None and not any(name in m.context.masses for name in _names(told.masses)):
                m.context.fog.setdefault(_names(told.masses)[0], "the probabilities told of it are those of no law")
                return True
        return False

    def _doubt_what_is_let(self, piece: Piece, m: Meaning) -> None:
        """Now let $X$ be the last digit of it: what that is was not read, and it is not what it was.  So it is where it
        is let have another law: "let $(X, Y)$ be jointly Gaussian"."""
        if piece.understood or not piece.names_only or piece.row is None:
            return
        words, rest = piece.formula.words, piece.formula.rest.lower()
        another = _ANOTHER.search(f"{prose.sentence(words)}{rest[:20]}") and giving.lets_be(words)
        is_let = _IS_LET.match(rest) and another  # else it is said of the same one: "let $X$ denote the waiting time"
        if not is_let and not (_HAS_LAW.match(rest) and _CHOOSES.search(prose.sentence(words))):
            return
        at = next(k for k, each in enumerate(self.part.pieces) if each is piece)
        if any(at in told.subjects for told in self.part.said.laws):
            return
        for name in (name for statement in piece.row.statements for name in _names_in(statement.expressions[0])):
            if any(name in names for names in (*_laws(m), m.context.random)):
                _doubt_law(m, name, LET_ANEW)

    def _forget_laws(self, piece: Piece, m: Meaning) -> None:
        """Forget, once, what laws the names had that a piece lets be random variables."""
        if piece.row is None or piece.anew or not giving.lets_be_random(piece.formula.words, piece.formula.rest):
            return
        piece.anew = True
        for name in (name_of(s.expressions[0]) for s in piece.row.statements if not s.relations):
            known = [names.pop(name or "", None) for names in (*_laws(m), m.context.random, m.context.drawn)]
            if any(each is not None for each in known) and not prose.speaks_of_independence(piece.formula.rest):
                independence.forget(m.context, name or "")  # of what was said before

    def _are_new(self, told: Told) -> bool:
        """Whether the clause may introduce its subjects: no formula ahead has their names."""
        if told.since is None:
            return True
        rows = [*self.before, *(p.row for p in self.part.pieces[: told.since] if p.row is not None)]
        ahead = {name_of(node) for row in rows for node in row.walk()}
        return all(name_of(_named(s.expressions[0])) not in ahead for s in told.statements)


def _names_in(node: Syntax | None) -> list[str]:
    """The names that a formula is or lists, X or (X, Y)."""
    parts = node.items if isinstance(node, Bracket) else () if node is None else (node,)
    return [name for part in parts if (name := name_of(part)) is not None]


def _learn_masses_anew(m: Meaning, told: Told) -> bool:
    """Put the masses of a random variable into the context, whatever was known of it; whether they are known then."""
    assert told.masses is not None
    names = _names(told.masses)
    together = [other for name in names for other in set_aside.together(m.context, name)]
    was = {name: set_aside.known(m.context, name) for name in (*names, *together)}
    for name in names:
        set_aside.put(m.context, name, {})
    known = _learn_masses(m, told.masses)
    for name, before in was.items():
        if not known:
            set_aside.put(m.context, name, before)
            continue
        if told.conditional:
            set_aside.keep(m.context, name, before)
        m.context.doubted.discard(name)
    return known


def _names(told: MassesTold | JointTold | ConditionalTold | StatesTold) -> list[str]:
    """The random variables of which it is told."""
    return [name_of(each) or "" for each in ((told.variable,) if isinstance(told, MassesTold) else told.variables)]


def _laws(m: Meaning) -> tuple[dict[str, Any], ...]:
    """What is known of the laws of random variables, by kind."""
    return m.context.laws, m.context.masses, m.context.joints, m.context.weights


def _set_aside(m: Meaning, told: Told) -> None:
    """What is told of names, whatever was known of them: if it is the condition of a sentence, that is kept."""
    variables = [s.expressions[0] for s in told.statements if s.relations[-1].symbol == "~"]
    for name in (name for each in variables for name in _names_in(_named(each))):
        if told.conditional:
            set_aside.keep(m.context, name)
        m.context.doubted.discard(name)
        for known in (m.context.random, m.context.masses, m.context.joints, m.context.weights):
            known.pop(name, None)


def _doubt_other_laws(m: Meaning, told: Told) -> None:
    """A sentence says that a random variable has another law than was told before: it speaks of another one, or is
    wrong, and neither law is taken."""
    for statement in told.statements:
        name = name_of(_named(statement.expressions[0]))
        law = m.context.laws.get(name or "")
        known = any(name in names for names in _laws(m))
        if name is None or not known or statement.expressions[1] is None:
            continue
        try:
            reason = "" if law_of(m, statement.expressions[1]) is law else "which of two laws it has"
        except Unread as fault:
            reason = fault.reason
        if reason:
            _doubt_law(m, name, reason)


def _doubt_law(m: Meaning, name: str, reason: str) -> None:
    for known in (*_laws(m), m.context.random, m.context.drawn):
        known.pop(name, None)
    m.context.fog.setdefault(name, reason)


def _learn_masses(m: Meaning, told: MassesTold | JointTold | ConditionalTold | StatesTold) -> bool:
    """Put the masses of a random variable into the context; whether they are known then."""
    try:
        match told:
            case MassesTold():
                (name,) = _names(told)
                known = laws_by_masses.learn(m, told) if told.points else laws_by_joint_masses.make_uniform(m, name)
                if known:
                    laws_by_joint_masses.retell(m, name)
                return known
            case JointTold():
                return laws_by_joint_masses.learn(m, told)
            case StatesTold():
                return learn_states(m, told)
        return laws_by_joint_masses.learn_given(m, told)
    except Unread as reason:
        for name in _names(told):
            m.context.fog.setdefault(name, reason.reason)
        return False


def tell(m: Meaning, sentence: str) -> None:
    """Put what a sentence tells into the context: Let $P$ be the law of ...  Raises ``Unread``."""
    found = [told for part in parts(read_document(sentence, kind="markdown")) for told in part.said.laws]
    if not found:
        raise Unread(f"expected a sentence that says which law a name has, found {sentence!r}", (0, 0))
    for statement in (each for told in found for each in told.statements):
        _learn(m, statement)


def _named(left: Syntax | None) -> Syntax | None:
    """The name that a law is said of."""
    return left if left is None else density_letter(left) or left


def _forget(m: Meaning, statement: Statement, reason: Unread) -> None:
    name = name_of(_named(statement.expressions[0]))
    if name is not None and name not in m.context.values:
        m.context.fog.setdefault(name, reason.reason)


def _learn(m: Meaning, statement: Statement) -> None:
    """Put one statement into the context.  Raises ``Unread``."""
    if {sign.symbol for sign in statement.relations} <= set(ORDERS):
        m.context.assume(*order(m, statement))
        return
    if class_models.learn_law(m, statement):
        return
    if (given := given_another.written(statement)) is not None:
        if not given_another.learn(m, *given):
            raise Unread("a law given another variable", statement.span)
        return
    for each in instances(statement, m.context.survey):
        left, right = each.expressions
        assert left is not None and right is not None
        if each.relations[0].symbol == "~":
            _law(m, left, right)
        elif (written := left_sides.function_written(m, left, right)) is not None:
            _function(m, *written, right)
        elif (moment := told_moments.moment_told(each)) is not None and told_moments.is_open(m, moment[1]):
            told_moments.learn(m, *moment)
        elif (made := made_of_others.definition(m, left, right)) is not None:
            m.context.random[made[0]] = made[1]
            _count(m, *made)
        else:
            _moment(m, left, right)


def _law(m: Meaning, left: Syntax, right: Syntax) -> None:
    context = m.context
    named = _named(left)
    assert named is not None
    name = name_of(named) or ""
    if name in context.values or name in context.functions or name in context.random:
        raise Unread(f"a law of {name}, which has a meaning already", named.span)
    if named is not left and len(m.densities.variables.get(stem(name), ())) > 1:
        raise Unread(f"which of the densities {name} this is the law of", named.span)
    say.declare_law(m, [named], right)
    match left:
        case Multiply((_, Bracket("(", (argument,), ")", None)), ("", "")) if named is not left:
            presume_inside(context, name_of(argument) or "", L.support(context.laws[name]))


def _function(m: Meaning, head: str, arguments: tuple[Syntax, ...], body: Syntax) -> None:
    r"""\sigma is the logistic function, where it has no meaning of its own."""
    context = m.context
    if head in context.functions or head in context.values or context.is_parameter(head):
        raise Unread(f"a function {head}, which has a meaning already", body.span)
    left_sides.define_function(m, head, arguments, body)
    context.own.add(head)


def _count(m: Meaning, name: str, made: Syntax) -> None:
    """Where a random variable is an integer more than one that counts, it is compared with integers too."""
    match made:
        case Add((Symbol() as counted, Numeral(text)), ("", "+" | "-")) if text.isdigit():
            law = m.context.laws.get(name_of(counted) or "")
            if law is not None:
                count_arguments(m.context, name, law)


def _moment(m: Meaning, left: Syntax, right: Syntax) -> None:
    r"""\mu is the mean of an X that has a law, where \mu has no meaning of its own."""
    context = m.context
    square = left_sides.squared_name(m, left)
    name = square or left_sides.plain_name(m, left)
    if name is None or name in context.values or context.is_parameter(name):
        return
    value = m.scalar(right)
    context.values[name] = value if square is None else L.sqrt(value)
    context.own.add(name)


def instances(statement: Statement, survey: Survey) -> Iterator[Statement]:
    r"""What is said of \mathcal N_i holds of each \mathcal N_0, \mathcal N_1 that is spoken of."""
    left = statement.expressions[0]
    if isinstance(left, Script) and isinstance(left.below, Symbol) and left.below.name in INDICES:
        labels = survey.labels.get(name_of(left.base) or "", [])
        numerals = dict.fromkeys(label for label in labels if isinstance(label, Numeral))
        if not survey.is_index(left.below) or left.below.name in survey.places:
            for numeral in numerals:
                yield _substituted(statement, left.below, numeral)
    yield statement


def _substituted(node: Any, old: Syntax, new: Syntax) -> Any:
    """The tree with a node put for another wherever it stands."""
    if node == old:
        return new
    if isinstance(node, tuple):
        return tuple(_substituted(each, old, new) for each in node)
    if isinstance(node, Syntax):
        return replace(node, **{f.name: _substituted(getattr(node, f.name), old, new) for f in fields(node)})
    return node
