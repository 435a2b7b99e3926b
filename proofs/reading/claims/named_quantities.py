r"""Which quantity of something known the words before a formula name: "the variance is", "the roots of $f$ are".

Of a law, a function, a matrix or a vector that is known these quantities are what they are: what stands behind the
words is compared with that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ...language.tables import table
from ..laws import stated
from ..names import name_of, to_latex
from ..probability.functions_of_data import of_data
from ..probability.random_names import random_variables
from ..shapes.shapes import without_accent
from ..syntax import Bracket, Multiply, Named, RowSyntax, Script, Statement, Syntax, Unread
from ..uses.superscripts import unsquared
from ..words import cases_in_words, prose
from ..words.zeros_in_words import set_to_zero
from .quantities import KINDS, NONE, OF_ESTIMATORS, Parts, Sides

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning
    from ..threads import Formula

_VERB = (
    r"(is|are|equals?|becomes?|reads|is given by|are given by|is equal to|is (thus|then|hence|therefore|also)|"
    r"(thus|then|hence|therefore) (is|equals))?"
)
NAMED = re.compile(
    rf"(?P<lead>\b\w+\s+)?\b(the|its|their|has|have|an?)\s+(?P<noun>[a-z][a-z -]*?)"
    rf"(?P<of>\s+of( the (random variable|function|matrix|parameter))?\s*{prose.ONE})?\s*(?P<verb>{_VERB})[\s:,]*$"
)
FURTHER = re.compile(  # the Taylor polynomial of degree 2 around 0
    rf"\b(the|its|their|an?)\s+(?P<noun>[a-z][a-z -]*?)\s+"
    rf"(of|at|around|about|near|for|with respect to|under|between|from|that)\b[^.;:,]*?"
    rf"(?P<verb>{_VERB})[\s:,]*$"
)
_AT_POINT = re.compile(  # a derivative at a point, and nothing else before the verb
    rf"\b(the|its)\s+(?P<noun>((first|second) )?derivative|gradient( vector)?|hessian( matrix)?)\s+"
    rf"{cases_in_words.AT}\s*{prose.ONE}\s*(?P<verb>{_VERB})[\s:,]*$"
)
_HAS = re.compile(  # "$X$ has mean $1$ and variance"
    rf"{prose.ONE}\s*((then|also|therefore|thus|hence)\s+)?(has|have)\s+"
    rf"(?P<between>(((an?|the)\s+)?(?:(?!\bwith\b)[a-z -])+{prose.ONE}\s*(,|and|,\s*and)\s*)*)"
    r"((an?|the)\s+)?(?P<noun>[a-z][a-z -]*?)\s*$"
)
_ITS = re.compile(  # "the mean of $2X$ is $2$ and its variance is"
    rf"^.*(\bof( the [a-z]+)*\s*{prose.ONE}|{prose.ONE}(?=\s*(has|have)\b))(?P<between>[^.;]*?)"
    rf"\bits\s+(?P<noun>[a-z][a-z -]*?)\s*(?P<verb>{_VERB})[\s:,]*$"
)
_BESIDE = re.compile(rf"{prose.ONE}\s*(,|and|,\s*and)\s*$")  # "the roots are $x_1 = 0$ and"
_CONCLUDES = ("hence", "so", "thus", "therefore", "then", "obtain", "get", "find", "have", "compute", "has")
_LABEL = r"\W*(\(?([a-h]|[ivx]+|\d+)[.)]\s)?\W*"  # the number of a part, "(b) Hence the eigenvalues are"
_OPENS = re.compile(  # what may stand before it in a sentence that is about all that is known
    rf"{_LABEL}((hence|so|thus|therefore|then|now|and|finally|here|moreover|also|consequently|we|it|one|obtain|get|find|have|"
    rf"has|compute|that|see|{prose.ONE})\b\W*|{prose.ONE}\W*)*"
)
_IN_MORE = re.compile(  # "twice the mean of", "the sum of the mean and the variance of"
    r"\b(twice|thrice|half|double|triple|times|of|minus|plus|than|by|from|over|per|in|on|at|under|with|not|nor|or|and|"
    r"between|against|about|around|to|into|for)\s*$"
)
_NAME = re.compile(r"[a-zA-Z]\w*(\{\w+\})?")
_CLAUSES = re.compile(rf"{prose.ONE}\s*(?:,?\s*(?:and|so|hence|thus|but|while|where)\b|,\s*$)")
_SENTENCES = re.compile(rf"(?<=[.!?;])\s+(?=[A-Z({prose.ONE}])")
_LETS = re.compile(r"\b(let|suppose|assume|consider|take)\b")
_CUT = re.compile(r"\b(given|condition\w*|truncat\w*|restrict\w*|censor\w*|survived|known)\b")
_QUANTITY = {  # a sentence that says what another quantity of the same kind is
    kind: re.compile(
        rf"{_LABEL}((moreover|also|hence|thus|so|and|then|for\s*{prose.ONE}),?\s+)?(the|its|their)\s+"
        rf"({'|'.join(pattern for pattern, _ in nouns)})(?P<of>\s+of\s*{prose.ONE})?"
        rf"(\s+{cases_in_words.AT}\s*{prose.ONE})?\s+(is|are|equals?)\b"
    )
    for kind, nouns in KINDS.items()
}
_OF_DATA = re.compile(r"\b(data|samples?|observations?|measurements?|empirical)\b")


@dataclass(frozen=True)
class Of:
    """What words say that a quantity is of, "of $2X$", and its text where that is known; None for what is not one
    expression."""

    node: Syntax | None
    text: str | None = None


@dataclass(frozen=True)
class Spoken:
    """A formula that words call a quantity; ``left`` is the side of an equation that it gives a name or an argument,
    None of a formula that is only the value."""

    m: Meaning
    formula: Formula
    left: Syntax | None = None
    texts: tuple[str, ...] = ()  # of the formulas before it, to which the places in them belong
    between: int = 0  # the formulas of the same quantity right before it: "the eigenvalues are $2$ and"

    @property
    def context(self) -> Context:
        return self.m.context

    @property
    def rows(self) -> tuple[RowSyntax | None, ...]:
        """The formulas before it and these."""
        return self.formula.ahead[: len(self.formula.ahead) - self.between]

    def of(self, further: int = 0) -> Of:
        """What words speak of by the last formula, or by one that stands so many before it."""
        place = 1 + further
        match self.rows[-place] if place <= len(self.rows) else None:
            case RowSyntax((Statement((node, *_), signs),)) if not signs or signs[0].symbol in ("~", "="):
                place += self.between
                text = self.texts[-place] if node is not None and place <= len(self.texts) else None
                return Of(node, None if node is None or text is None else text[node.span[0] : node.span[1]].strip())
        return Of(None)


@dataclass(frozen=True)
class Quantity:
    """A quantity of something known: how words call it, and its formulas, where there are some."""

    noun: str
    kind: str
    of: str  # its name; its text where it has none
    sides: Sides | None
    has_name: bool = True  # what it is of
    aim: str = NONE  # what that estimates
    doubtful: bool = False  # its sentence does not say of what it is, and that was spoken of before others
    at: str = NONE  # where it is meant: the derivative at $x = 3$

    @property
    def subject(self) -> str:
        """What it is of, as it can be written in a formula."""
        return written(self.of) if self.has_name and _NAME.fullmatch(self.of) else self.of


def is_known(noun: str) -> bool:
    """Whether some kind of object has a quantity of this name."""
    return any(re.fullmatch(pattern, noun) for kind in KINDS.values() for pattern, _ in kind)


def quantities(spoken: Spoken, said: str) -> Iterator[Quantity]:
    """The quantities of something known that the end of a sentence may name."""
    marks = said.count(prose.ONE)
    while beside := _BESIDE.search(said):
        said = said[: beside.start()]
    spoken = replace(spoken, between=marks - said.count(prose.ONE))
    subject = _subject(spoken, "function", None) if where_vanishes(said) else None
    if subject is not None and subject[1] and _is_place_of(spoken, subject[0]):
        yield Quantity("root of the derivative", "function", subject[0], _where_derivative_vanishes)
    if (has := _HAS.search(said)) is not None:
        yield from _called(spoken, said, has, spoken.of(has["between"].count(prose.ONE)), True)
    if (its := _ITS.match(said)) is not None and its["verb"]:
        yield from _called(spoken, said, its, spoken.of(its["between"].count(prose.ONE)), True)
    named = NAMED.search(said)
    if named is not None and (named["verb"] or (named["lead"] or "").strip() in _CONCLUDES):
        yield from _called(spoken, said, named, spoken.of() if named["of"] else None, True)
        if is_known(named["noun"].strip()):
            return
    there, further = _AT_POINT.search(said), FURTHER.search(said)
    if there is not None and there["verb"] and (at := _point(spoken)) is not None:
        yield from (replace(found, at=at) for found in _called(spoken, said, there, None, True))
    elif further is not None and further["verb"]:
        yield from _called(spoken, said, further, None, False)


def _point(spoken: Spoken) -> str | None:
    """The 3 of "at $x = 3$", the 1, 2 of "at $(1, 2)$", as they can be put into a function; None where that is not
    known."""
    place = 1 + spoken.between
    if place > len(spoken.texts):
        return None
    parts = [part.split("=")[-1] for part in spoken.texts[-place].split(",")]
    return ", ".join(part.strip().strip("()") for part in parts)


def where_vanishes(said: str) -> bool:
    """Whether words say that what follows is where a derivative is zero."""
    return set_to_zero(said, "at once") in ("slope", "gradient")


def _called(spoken: Spoken, said: str, named: re.Match[str], of: Of | None, plain: bool) -> Iterator[Quantity]:
    """The quantities that a noun may name; formulas are written for it only where it is ``plain`` what is meant."""
    of_name = of is not None
    noun = named["noun"].strip()
    ahead = re.sub(r"\b(the|its|their|has|have|an?)\s+$", "", said[: named.start("noun")])
    clause = _CLAUSES.split(ahead)[-1]
    opens, in_more = bool(_OPENS.fullmatch(clause)), _IN_MORE.search(clause) is not None
    of_data = _OF_DATA.search(spoken.context.said) is not None
    aim = NONE
    if noun in OF_ESTIMATORS:
        aim = _aim(spoken.context, of.node if of is not None else None)
        if aim == NONE:
            return
    for kind, nouns in KINDS.items():
        subject = _subject(spoken, kind, of)
        if subject is None or (not of_name and kind == "law" and of_data):
            continue
        plainly = subject[1] and plain and not in_more and (of_name or opens)
        certain = plainly and (of_name or _is_at_hand(spoken, subject[0], kind))
        doubtful = plainly and not certain and kind == "law" and not _CUT.search(spoken.context.said.lower())
        of_others = re.match("root|zero|crit|stat", noun) is not None and not _is_place_of(spoken, subject[0])
        for pattern, sides in nouns:
            if re.fullmatch(pattern, noun) and not of_others:
                has_name = of is None or name_of(of.node) is not None
                known = sides if certain or doubtful else None
                yield Quantity(noun, kind, subject[0], known, has_name, aim, doubtful)


def _aim(context: Context, estimator: Syntax | None) -> str:
    r"""What an estimator is one of, as it can be written: \theta of \hat\theta, \sigma^2 of \hat\sigma^2, else the one
    parameter of the data."""
    laws = [law for _, law in context.data.values()]
    parameters = {n.name for law in laws for n in law.free if isinstance(n, L.Var)}
    square = None if estimator is None else unsquared(estimator)
    name = name_of(estimator if square is None else square)
    below = without_accent(name) if name is not None else None
    if square is not None:
        return f"{written(below)}^2" if below is not None and below in parameters else NONE
    named = below if below in parameters else next(iter(parameters)) if len(parameters) == 1 else None
    return NONE if named is None else written(named)


def estimated_by(context: Context, estimator: Syntax) -> str | None:
    """What an estimator is one of; None where that is not said."""
    aim = _aim(context, estimator)
    return None if aim == NONE else aim


def _is_at_hand(spoken: Spoken, subject: str, kind: str) -> bool:
    """Whether a sentence that does not name it is about what is known: its own sentence introduces that, or the one
    before it, with nothing between them but other quantities of it."""
    formula = spoken.formula
    words = formula.lead if formula.display else formula.words
    if kind == "law" and _CUT.search(words.lower()):
        return False
    rows, between = list(spoken.rows), spoken.between
    for sentence in reversed(_SENTENCES.split(words)):
        marks, between = sentence.count(prose.ONE) - between, 0
        here, rows = rows[len(rows) - marks :], rows[: max(len(rows) - marks, 0)]
        if any(_introduces(row, subject, bool(_LETS.search(sentence.lower()))) for row in here):
            return True
        if not _is_of(subject, kind, sentence.lower(), here):
            return False
    return kind in ("matrix", "several")  # a paragraph before this one has it


def _is_of(subject: str, kind: str, sentence: str, rows: Sequence[RowSyntax | None]) -> bool:
    """Whether a sentence tells quantities of what is known, by name or as formulas: of a function these may be others,
    its derivative that has roots of its own."""
    if (quantity := _QUANTITY[kind].match(sentence)) is not None:
        return quantity["of"] is None or (bool(rows) and _is_about(rows[0], subject, kind))
    if kind == "several" and set_to_zero(sentence.rstrip(" .;!"), "in its clause") in ("gradient", "slopes"):
        return True
    plain = kind in ("matrix", "several") and all(_is_about(row, subject, kind) for row in rows)
    return plain and _OPENS.fullmatch(_CLAUSES.split(sentence.rstrip(" .;!"))[0]) is not None


def _is_about(row: RowSyntax | None, subject: str, kind: str) -> bool:
    """Whether a formula begins with something of a name: of a matrix, and no power or inverse of it."""
    left = row.statements[0].expressions[0] if row is not None and row.statements else None
    if kind == "matrix" and row is not None and any(_is_determinant_of(n, subject) for n in row.walk()):
        return True  # p(t) = \det(A - t I)
    if left is None or any(isinstance(n, Script) and n.above is not None and name_of(n.base) == subject
                           for n in left.walk() if kind == "matrix"):  # fmt: skip
        return False
    return name_of(left) == subject if kind == "law" else subject in map(name_of, left.walk())


def _is_determinant_of(node: Syntax, subject: str) -> bool:
    return isinstance(node, Named) and node.name == "det" and any(name_of(n) == subject for n in node.argument.walk())


def _introduces(row: RowSyntax | None, subject: str, lets: bool) -> bool:
    """Whether a formula gives a name its value or its law, or lists it where a sentence lets it be."""
    for statement in row.statements if row is not None else ():
        left = statement.expressions[0]
        head = left.factors[0] if isinstance(left, Multiply) else left
        relations = [sign.symbol for sign in statement.relations]
        if name_of(head) == subject and (lets if not relations else relations[0] in ("=", ":=", "~")):
            return True
    return False


def _is_place_of(spoken: Spoken, function: str) -> bool:
    """Whether a name is one for places of a function: x, x_1, x^* of f(x); a value without a name may be one."""
    if spoken.left is None:
        return True
    name, known = name_of(spoken.left), spoken.context.functions.get(function)  # a law or a matrix has no places
    return name is not None and known is not None and re.split(r"[_^]", name)[0] == known.arguments[0].name


def _where_derivative_vanishes(parts: Parts) -> tuple[str, str]:
    return f"{parts.of}'({parts.value})", "0"


def _subject(spoken: Spoken, kind: str, of: Of | None) -> tuple[str, bool] | None:
    """What a quantity is one of: what words name, or all that there is of its kind; and whether formulas may be written
    for it."""
    context, m, left = spoken.context, spoken.m, spoken.left
    plain: set[str] = set()
    if kind == "law":
        plain = {n for n in context.laws if n[:1].isupper() or n not in m.densities.variables} - context.survey.heads()
        plain |= {*context.masses, *context.joints}
        own = name_of(left.factors[0]) if isinstance(left, Multiply) else None
        dense = {n for n, letter in context.density_names.items() if letter != own}
        plain |= {n for n in dense if stated.stated(context, n) is not None}
        others = {*context.random, *context.data, *context.moments, *dense}
        others |= {n for n in context.fog if n[:1].isupper()}
    elif kind == "function":
        own = name_of(left.factors[0]) if isinstance(left, Multiply) else None
        known = {n: f for n, f in context.functions.items() if n != own}
        plain = {n for n, f in known.items() if f.is_plain and L.is_scalar_space(f.arguments[0].space)}
        others = known.keys() - plain
    elif kind == "several":
        own = name_of(left.factors[0]) if isinstance(left, Multiply) else None
        plain = {n for n in context.functions if n != own and has_gradient(context, n)}
        others = {n for n, f in context.functions.items() if n != own and not f.is_plain} - plain
    elif kind == "vector":
        plain = {n for n, v in context.values.items() if isinstance(L.space_of(v), L.Vectors)} - {name_of(left)}
        others = set()
    else:
        plain = {n for n, v in context.values.items() if isinstance(L.space_of(v), L.Matrices)} - {name_of(left)}
        others = context.matrices.keys() - plain - {name_of(left)}
    unnamed = kind == "law" and of is not None and name_of(of.node) not in plain
    if unnamed and of is not None and of.text is not None and is_of_known(m, of.node):
        return of.text, True
    if kind == "matrix" and of is not None and of.text is not None and _is_made_of_matrices(m, of.node):
        return of.text, True
    named = of is not None
    name = name_of(of.node) if of is not None else None
    argument = left.factors[1].items[:1] if isinstance(left, Multiply) and isinstance(left.factors[1], Bracket) else ()
    if name is not None and name not in map(name_of, argument):  # "the information of $\mu$"
        if kind == "law" and name in context.extremes:
            return name, True
        members = kind == "law" and name.partition("_")[0] in others  # X_1 of data
        return (name, True) if name in plain else (name, False) if name in others or members else None
    everything = sorted({*plain, *others})
    sole = len(everything) == 1 and bool(plain) and (name is not None or not named)  # not "of $A^2$"
    return (everything[0], sole) if everything else None


def is_of_known(m: Meaning, *nodes: Syntax | None) -> bool:
    r"""Whether expressions are made of random variables of which all laws, or moments, are known, or of data: 2X,
    \bar X."""
    try:
        others = [node for node in nodes if node is not None and of_data(m, node) is None]
        names = [name for node in others for name in random_variables(m, node)]
    except Unread:
        return False
    context = m.context
    told = {*context.told, *context.masses, *context.joints}
    known = all(isinstance(context.laws.get(name), L.Family) or name in told for name in names)
    return None not in nodes and known and (bool(names) or len(others) < len(nodes))


def _is_made_of_matrices(m: Meaning, node: Syntax | None) -> bool:
    r"""Whether an expression without a name is a matrix of which all entries are known: A^\top A, or written out."""
    try:
        return (
            node is not None
            and name_of(node) is None
            and table(m.context.unfolded(m.term(node))) is not None
            and (isinstance(L.space_of(m.term(node)), L.Matrices))
        )
    except Unread:
        return False


def written(name: str) -> str:
    """A name as it can be written in a formula, with its label."""
    stem, _, label = name.partition("_")
    return to_latex(stem) + (f"_{{{label.strip('{}')}}}" if label else "")


def is_of_several_numbers(context: Context, function: str) -> bool:
    """Whether the page defines a function of this name, of several numbers."""
    known = context.functions.get(function)
    if known is None or len(known.arguments) < 2 or not L.is_scalar(known.body):  # a Hessian H(x, y) has none
        return False
    return all(L.is_scalar_space(x.space) for x in known.arguments)


def has_gradient(context: Context, function: str) -> bool:
    """Whether the page defines a function of this name, of several numbers or of one vector."""
    known = context.functions.get(function)
    of_vector = known is not None and len(known.arguments) == 1 and isinstance(known.arguments[0].space, L.Vectors)
    return of_vector or is_of_several_numbers(context, function)


def arguments(context: Context, function: str) -> str:
    """The arguments of a function that is defined, as they can be written in a formula."""
    return ", ".join(written(x.name) for x in context.functions[function].arguments)


__all__ = [
    "FURTHER",
    "NAMED",
    "Quantity",
    "Spoken",
    "arguments",
    "estimated_by",
    "has_gradient",
    "is_known",
    "is_of_known",
    "is_of_several_numbers",
    "quantities",
    "where_vanishes",
    "written",
]
