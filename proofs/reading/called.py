r"""What words call the quantity that an equation gives a name: "the mean is $m = 1/\lambda$", "the derivative is
$g(x) = 2x$", "the eigenvalues are $\lambda_1 = 1$".

Of a law, a function or a matrix that is known these quantities are what they are: such an equation is a claim, and no
definition.  A claim is written for those that a formula says; of all others nothing is compared, and the line is not
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import language as L
from ..language.beneath import interior
from . import claiming, giving, prose, quantiles, syntax
from .means import operator_of
from .names import name_of, to_latex
from .parser import parse_row
from .quantities import KINDS, NONE, NOUNS, Parts, Sides
from .superscripts import is_minus_one
from .syntax import Big, Bracket, Differential, Multiply, Numeral, RowSyntax, Script, Syntax, Unread

if TYPE_CHECKING:
    from .lines import Line
    from .naming_equation import Named, NamingEquation
    from .threads import Formula

_VERB = (
    r"(is|are|equals?|becomes?|reads|is given by|are given by|is equal to|is (thus|then|hence|therefore|also)|"
    r"(thus|then|hence|therefore) (is|equals))?"
)
_NAMED = re.compile(
    rf"(?P<lead>\b\w+\s+)?\b(the|its|their|has|have|an?)\s+(?P<noun>[a-z][a-z -]*?)"
    rf"(?P<of>\s+of( the (random variable|function|matrix|parameter))?\s*{prose.ONE})?\s*(?P<verb>{_VERB})[\s:,]*$"
)
_FURTHER = re.compile(  # the Taylor polynomial of degree 2 around 0
    rf"\b(the|its|their|an?)\s+(?P<noun>[a-z][a-z -]*?)\s+"
    rf"(of|at|around|about|near|for|with respect to|under|between|from|that)\b[^.;:,]*?"
    rf"(?P<verb>{_VERB})[\s:,]*$"
)
_VANISHES = re.compile(
    r"\bset(ting)? (the|its|this) (first )?(derivative|gradient) (equal )?to (zero|0)\W*"
    r"((we|this) )?(gives?|yields?|get|obtain|find)?[\s:,]*$"
)
_FOLLOWS = re.compile(
    r"\b(hence|therefore|thus|consequently|it follows that|we (obtain|find|get|conclude)( that)?)[\s,:]*$"
)
_CONCLUDES_THAT = re.compile(
    r"\b(so|then|gives|yields|implies|(we|one) (get|obtain|find)|(because|since)\b[^.;]*?, (we|one) (have|see)|"
    r"normali[sz]ing constant( must be| is)?|"
    rf"sum(s|ming)? to (1|one)|integrates? to (1|one))( that)?[\s,:]*({prose.ONE}\s*(,|and|,\s*and)\s*)*$"
)
_TAKEN = re.compile(r"\s*(gives|yields|implies|leads|would|is|are|was|will|makes?|means|be)\b")  # "Then $x = 2$ gives"
_SOLVED = re.compile(
    r"\b(the|its) ((general|particular|unique|only|exact) )?(solution|answer|optimum|optimal value|minimum|maximum)s? "
    rf"(of( the \w+)?\s*{prose.ONE}\s*)?(is|are)( (then|thus|therefore|given by))?[\s:,]*$"
)
_OPTIMAL = re.compile(
    r"\b(minimi[sz]ing|maximi[sz]ing|optimi[sz]ing|method of moments|matching( the)? moments)\b[^.;]*"
    r"\b(gives?|yields?|leads to|results in|(we|one) (get|gets|obtain|obtains|find|finds))[\s,:]*$|"
    r"\b(the|its|unique|global|optimal) (minimi[sz]er|maximi[sz]er|optimum|optimal \w+|solution)s?\b[^.;,]*"
    r"\b(is|are)( (then|thus|therefore|given by))?[\s,:]*$"
)
_EXTREMES = frozenset(("max", "min", "argmax", "argmin", "sup", "inf"))
_BESIDE = re.compile(rf"{prose.ONE}\s*(,|and|,\s*and)\s*$")  # "the roots are $x_1 = 0$ and"
_CONCLUDES = ("hence", "so", "thus", "therefore", "then", "obtain", "get", "find", "have", "compute", "has")
_OPENS = re.compile(  # what may stand before it in a sentence that is about all that is known
    rf"\W*((hence|so|thus|therefore|then|now|and|finally|here|moreover|also|consequently|we|it|one|obtain|get|find|have|"
    rf"has|compute|that|see|{prose.ONE})\b\W*|{prose.ONE}\W*)*"
)
_SENTENCES = re.compile(rf"(?<=[.!?;])\s+(?=[A-Z({prose.ONE}])")
_LETS = re.compile(r"\b(let|suppose|assume|consider|take)\b")
_CUT = re.compile(r"\b(given|condition\w*|truncat\w*|restrict\w*|censor\w*|survived|known)\b")
_QUANTITY = re.compile(
    rf"\W*((moreover|also|hence|thus|so|and|then|for\s*{prose.ONE}),?\s+)?(the|its|their)\s+({NOUNS})\b"
)
_FOR = re.compile(rf"\bfor( all| any| every)?\s*{prose.ONE}\s*,?")
_OF_DATA = re.compile(r"\b(data|samples?|observations?|measurements?|empirical)\b")


def claimed(equation: NamingEquation, made: Named | None, in_use: bool) -> Named | None:
    """The line of an equation that gives its left side a value: a claim, where words say that this is a quantity of
    something known.  Of a number that is ``in_use`` "Then $c = 2$" says what follows, and names nothing."""
    if made is None or made[0].kind != "definition" or made[1] is None:
        return made
    words = equation.formula.lead if equation.formula.display else equation.formula.words
    said = _FOR.sub("", prose.sentence(words))
    if giving.is_definition(words) or giving.is_supposed(words) or giving.is_let(words) or claiming.is_shown(words):
        return made
    if claiming.is_no_claim(words):
        return made
    if _OPTIMAL.search(said) and not any(isinstance(n, Big) and n.operator in _EXTREMES for n in equation.right.walk()):
        return _unread_ground(equation), made[1]
    if _is_its_own_definition(equation.right):
        return made
    if _FOLLOWS.search(said) and (concluded := _concluded(equation, made)) is not None:
        return concluded
    further = _FURTHER.search(said)
    ahead = said if further is None or not further["verb"] else said[: further.start()]  # "the area from 0 to 1 is"
    if claiming.introduces(ahead) and not _VANISHES.search(said):
        return made
    found = next(_quantities(equation, said), None)
    if found is None:
        follows = in_use and _CONCLUDES_THAT.search(said) and not _TAKEN.match(equation.formula.rest)
        return (_concluded(equation, made) if follows or _SOLVED.search(said) else _instance(equation, made)) or made
    line, value = made
    assert value is not None
    if found.kind == "matrix" and any(isinstance(n, syntax.Named) for n in equation.right.walk()):
        return made  # "the determinant is $d = \\det A$"
    try:
        start, target, where = _compared(equation, found, value)
    except Unread as reason:
        return equation.thread.unread(equation.sign, equation.right, equation.formula, reason), value
    claim = equation.claim(start, target, where=where)
    return replace(claim, sides=None, instead=(), restated=False, inline=False, defines=line.defines), value


def _concluded(equation: NamingEquation, made: Named) -> Named | None:
    """A number that a name is concluded to be follows from something that was not read: it is not only named."""
    value = made[1]
    if value is None or value.free or not L.is_scalar(value):
        return None
    return _unread_ground(equation), value


def _unread_ground(equation: NamingEquation) -> Line:
    why = Unread(f"what it follows from that {equation.thread.text} is this was not read", equation.right.span)
    return equation.thread.unread(equation.sign, equation.right, equation.formula, why)


def is_in_use(equation: NamingEquation) -> bool:
    """Whether a number of the name on the left stands in what is known of others, a function, a law, a formula, or in
    the formulas just before it: to be asked before it has its value."""
    context, name = equation.context, name_of(equation.thread.node)
    known = (*context.values.values(), *(f.body for f in context.functions.values()), *context.laws.values())
    rows = [row for row in equation.formula.ahead if row is not None]
    whole = {name_of(e) for row in rows for s in row.statements if not s.relations for e in s.expressions if e}
    return name is not None and (
        any(isinstance(n, L.Var) and n.name == name for each in known for n in each.free)
        or any(name_of(n) == name for row in rows for n in row.walk())
        or name.partition("_")[0] in whole  # "let $\\pi$ be ..., then $\\pi_1 = 1$"
    )


def _instance(equation: NamingEquation, made: Named) -> Named | None:
    """The claim that e_9 is what the formula for e_n says; None for a name that is no such member."""
    name, value = name_of(equation.thread.node) or "", made[1]
    stem, _, place = name.partition("_")
    if value is None or not place.isdigit() or not L.is_scalar(value):
        return None
    for letter in "nkmij":
        formula = equation.context.values.get(f"{stem}_{letter}")
        if formula is None or not all(isinstance(n, L.Var) and L.is_scalar(n) for n in formula.free):
            continue
        index = next((n for n in formula.free if isinstance(n, L.Var) and n.name == letter), None)
        if index is not None:
            at_place = equation.context.unfolded(L.substitute(formula, {index: L.Number(int(place))}))
            line = equation.claim(at_place, value)
            # "For $a = 0$, $b = 1$ and $n = 9$ this is": what these are may be said of it alone
            others = tuple(sorted(n.name for n in at_place.free if n not in value.free))
            found = replace(line, sides=None, instead=(), restated=False, inline=False, fog=(*line.fog, *others))
            return replace(found, defines=made[0].defines), value
    return None


def is_named(formula: Formula) -> bool:
    """Whether words call what follows by the name of such a quantity, of whatever it is."""
    said = prose.sentence(formula.lead if formula.display else formula.words)
    if any(pattern.search(said) for pattern in (_SOLVED, _FOLLOWS, _VANISHES, _OPTIMAL)):
        return True
    named = _NAMED.search(said) or _FURTHER.search(said)
    return named is not None and bool(named["verb"]) and _is_known(named["noun"].strip())


def _is_known(noun: str) -> bool:
    """Whether some kind of object has a quantity of this name."""
    return any(re.fullmatch(pattern, noun) for kind in KINDS.values() for pattern, _ in kind)


@dataclass(frozen=True)
class _Quantity:
    """A quantity of something known: how words call it, and its formulas, where there are some."""

    noun: str
    kind: str
    of: str
    sides: Sides | None


def _quantities(equation: NamingEquation, said: str) -> Iterator[_Quantity]:
    """The quantities of something known that the end of a sentence may name."""
    while beside := _BESIDE.search(said):
        said = said[: beside.start()]
    subject = _subject(equation, "function", None, False) if _VANISHES.search(said) else None
    if subject is not None and subject[1] and _is_place_of(equation, subject[0]):
        yield _Quantity("root of the derivative", "function", subject[0], _where_derivative_vanishes)
    named = _NAMED.search(said)
    if named is not None and (named["verb"] or (named["lead"] or "").strip() in _CONCLUDES):
        yield from _called(equation, said, named, bool(named["of"]), True)
        if _is_known(named["noun"].strip()):
            return
    further = _FURTHER.search(said)
    if further is not None and further["verb"]:
        yield from _called(equation, said, further, False, False)


def _called(
    equation: NamingEquation, said: str, named: re.Match[str], of_name: bool, plain: bool
) -> Iterator[_Quantity]:
    """The quantities that a noun may name; formulas are written for it only where it is ``plain`` what is meant."""
    noun = named["noun"].strip()
    ahead = re.split(rf"{prose.ONE}\s*,?\s*(?:and|so|hence|thus)\b", said[: named.start("noun")])[-1]
    opens = bool(_OPENS.fullmatch(re.sub(r"\b(the|its|their|has|have|an?)\s+$", "", ahead)))
    of_data = _OF_DATA.search(equation.context.said) is not None
    for kind, nouns in KINDS.items():
        subject = _subject(equation, kind, equation.formula.beside, of_name)
        if subject is None or (not of_name and kind == "law" and of_data):
            continue
        certain = subject[1] and plain and (of_name or (opens and _is_at_hand(equation, subject[0], kind)))
        of_others = re.match("root|zero|crit|stat", noun) is not None and not _is_place_of(equation, subject[0])
        for pattern, sides in nouns:
            if re.fullmatch(pattern, noun) and not of_others:
                yield _Quantity(noun, kind, subject[0], sides if certain else None)


def _is_at_hand(equation: NamingEquation, subject: str, kind: str) -> bool:
    """Whether a sentence that does not name it is about what is known: its own sentence introduces that, or the one
    before it, with nothing between them but other quantities of it."""
    formula = equation.formula
    words = formula.lead if formula.display else formula.words
    if kind == "law" and _CUT.search(words.lower()):
        return False
    rows = list(formula.ahead)
    for sentence in reversed(_SENTENCES.split(words)):
        marks = sentence.count(prose.ONE)
        here, rows = rows[len(rows) - marks :], rows[: max(len(rows) - marks, 0)]
        if any(_introduces(row, subject, bool(_LETS.search(sentence.lower()))) for row in here):
            return True
        if not _QUANTITY.match(sentence.lower()):
            return False
    return False


def _introduces(row: RowSyntax | None, subject: str, lets: bool) -> bool:
    """Whether a formula gives a name its value or its law, or lists it where a sentence lets it be."""
    for statement in row.statements if row is not None else ():
        left = statement.expressions[0]
        head = left.factors[0] if isinstance(left, Multiply) else left
        relations = [sign.symbol for sign in statement.relations]
        if name_of(head) == subject and (lets if not relations else relations[0] in ("=", ":=", "~")):
            return True
    return False


def _is_place_of(equation: NamingEquation, function: str) -> bool:
    """Whether a name is one for places of a function: x, x_1, x^* of f(x)."""
    name, arguments = name_of(equation.thread.node), equation.context.functions[function].arguments
    return name is not None and re.split(r"[_^]", name)[0] == arguments[0].name


def _where_derivative_vanishes(parts: Parts) -> tuple[str, str]:
    return f"{parts.of}'({parts.value})", "0"


def _compared(equation: NamingEquation, found: _Quantity, value: L.Term) -> tuple[L.Term, L.Term, tuple[L.Node, ...]]:
    """What a quantity is, what the page says it is, and where that is meant.  Raises ``Unread``."""
    unknown = Unread(f"what words say that it is, the {found.noun}, was not computed", equation.right.span)
    left = equation.thread.node
    bracket = left.factors[1] if isinstance(left, Multiply) and len(left.factors) == 2 else None
    items = bracket.items if isinstance(bracket, Bracket) else ()
    of = _written(found.of)
    if found.noun == "median" and not items and not is_rounded(equation.right):
        return _median(equation, of, value, unknown)
    if found.sides is None or len(items) > 1:
        raise unknown
    one: str | None = ""
    if found.kind == "matrix":
        one = _unit_matrix(equation.context.values[found.of])
    elif found.kind == "function":
        one = _written(equation.context.functions[found.of].arguments[0].name)
    if one is None:
        raise unknown
    point = equation.formula.written(items[0]) if items else NONE
    head = equation.formula.written(left.factors[0]) if items and isinstance(left, Multiply) else NONE
    given = rf"\left({equation.formula.written(equation.right)}\right)"
    texts = found.sides(Parts(of, point, given, one, head))
    used = "".join(found.sides(Parts("", "\1", "", "", f"{head}\1")))
    if NONE in "".join(texts) or (items and "\1" not in used):
        raise unknown  # a function without its argument, a number with one
    if given not in texts and is_rounded(equation.right):
        raise unknown  # put into a formula it is off by more than its last digit
    start, target = (read_text(equation, text) for text in texts)
    at = L.Var(name_of(items[0]) or "", L.R) if items else None
    law = equation.context.laws.get(found.of)
    of_points = re.search(r"mass|density|pmf|pdf", found.noun) is not None
    if of_points and at is not None and law is not None and L.is_index_space(L.support(law)):
        place = L.Var(at.name, L.support(law))
        start, target = (L.substitute(side, {at: place}) for side in (start, target))
        return start, target, tuple(interior(place, L.support(law)))
    home = equation.context.density_homes.get(f"f_{found.of}") if found.of in equation.context.extremes else None
    if at is not None and found.noun.startswith("quantile"):
        home = L.Interval(L.Number(0), L.Number(1))
    return start, target, () if at is None or home is None else tuple(interior(at, home))


def _unit_matrix(matrix: L.Term) -> str | None:
    """The unit matrix of the size of a square matrix, as text; None where that is no number."""
    space = L.space_of(matrix)
    if not isinstance(space, L.Matrices) or space.rows is not space.columns or not isinstance(space.rows, L.Number):
        return None
    size = int(space.rows.value)
    rows = ("&".join("1" if i == j else "0" for j in range(size)) for i in range(size))
    return r"\begin{pmatrix}" + r"\\".join(rows) + r"\end{pmatrix}"


def _subject(equation: NamingEquation, kind: str, of: Syntax | None, named: bool) -> tuple[str, bool] | None:
    """What a quantity is one of: what words name, or all that there is of its kind; and whether formulas may be written
    for it."""
    context, m, left = equation.context, equation.m, equation.thread.node
    plain: set[str] = set()
    if kind == "law":
        plain = {n for n in context.laws if n[:1].isupper() or n not in m.densities.variables} - context.survey.heads()
        others = {*context.random, *context.data, *context.moments, *context.density_names}
        others |= {n for n in context.fog if n[:1].isupper()}
    elif kind == "function":
        own = name_of(left.factors[0]) if isinstance(left, Multiply) else None
        known = {n: f for n, f in context.functions.items() if n != own}
        plain = {n for n, f in known.items() if f.is_plain and L.is_scalar_space(f.arguments[0].space)}
        others = known.keys() - plain
    elif kind == "vector":
        plain = {n for n, v in context.values.items() if isinstance(L.space_of(v), L.Vectors)} - {name_of(left)}
        others = set()
    else:
        plain = {n for n, v in context.values.items() if isinstance(L.space_of(v), L.Matrices)} - {name_of(left)}
        others = context.matrices.keys() - plain - {name_of(left)}
    name = name_of(of) if named else None
    argument = left.factors[1].items[:1] if isinstance(left, Multiply) and isinstance(left.factors[1], Bracket) else ()
    if name is not None and name not in map(name_of, argument):  # "the information of $\mu$"
        if kind == "law" and name in context.extremes:
            return name, True
        members = kind == "law" and name.partition("_")[0] in others  # X_1 of data
        return (name, True) if name in plain else (name, False) if name in others or members else None
    everything = sorted({*plain, *others})
    sole = len(everything) == 1 and bool(plain) and (name is not None or not named)  # not "of $A^2$"
    return (everything[0], sole) if everything else None


def _written(name: str) -> str:
    """A name as it can be written in a formula, with its label."""
    stem, _, label = name.partition("_")
    return to_latex(stem) + (f"_{{{label.strip('{}')}}}" if label else "")


def read_text(equation: NamingEquation, text: str) -> L.Term:
    """The term of a formula that is written for the page."""
    m = equation.m
    before, m.text = m.text, text
    try:
        (statement,) = parse_row(text).statements
        (expression,) = statement.expressions
        assert expression is not None
        return m.term(expression)
    finally:
        m.text = before


def _median(
    equation: NamingEquation, of: str, value: L.Term, unknown: Unread
) -> tuple[L.Term, L.Term, tuple[L.Node, ...]]:
    """That half of a law lies below a value."""
    (statement,) = parse_row(rf"\mathrm{{median}}({of})").statements
    (asked,) = statement.expressions
    quantile = None if asked is None else quantiles.asked(equation.m, asked)
    if quantile is None or not L.is_scalar(value):
        raise unknown
    reached, within = quantile.reached_at(value)
    return reached, quantile.level, within


def is_rounded(node: Syntax) -> bool:
    """Whether a formula has decimals, which may be rounded."""
    return any(isinstance(n, Numeral) and "." in n.text for n in node.walk())


def _is_its_own_definition(right: Syntax) -> bool:
    """Whether the right side is what the quantity is by definition: a mean, a derivative, an integral, an inverse."""
    for n in right.walk():
        match n:
            case Big() | Differential():
                return True
            case Script(base, _, above, primes) if primes or (is_minus_one(above) and name_of(base) != "e"):
                return True
        if operator_of(n) is not None:
            return True
    return False


__all__ = ["claimed", "is_in_use", "is_named", "is_rounded", "read_text"]
