r"""What words call the quantity that an equation gives a name: "the mean is $m = 1/\lambda$", "the derivative is
$g(x) = 2x$", "the eigenvalues are $\lambda_1 = 1$".

Of a law, a function or a matrix that is known these quantities are what they are: such an equation is a claim, and no
definition.  A claim is written for those that a formula says; of all others nothing is compared, and the line is not
read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ...language.beneath import interior
from ...language.facts import Facts
from .. import syntax
from ..grammar.parser import parse_row
from ..laws import stated
from ..names import name_of
from ..probability import quantiles
from ..probability.means import operator_of
from ..syntax import Add, Big, Bracket, Differential, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..uses.superscripts import is_minus_one
from ..words import claiming, giving, prose
from . import stationary_points, taylor_in_words
from .named_quantities import FURTHER, NAMED, Quantity, Spoken, arguments, is_known, quantities, where_vanishes
from .quantities import NONE, Parts
from .results_in_words import is_result

if TYPE_CHECKING:
    from ..lines import Line
    from ..meaning import Meaning
    from ..threads import Formula
    from ..told.naming_equation import Named, NamingEquation

_FOLLOWS = re.compile(
    r"\b(hence|therefore|thus|consequently|it follows that|we (obtain|find|get|conclude)( that)?)[\s,:]*$"
)
_CONCLUDES_THAT = re.compile(
    r"\b(so|then|gives|yields|implies|(we|one) (get|obtain|find)|(because|since)\b[^.;]*?, (we|one) (have|see)|"
    r"normali[sz]ing constant( must be| is)?|"
    rf"sum(s|ming)? to (1|one)|integrates? to (1|one))( that)?[\s,:]*({prose.ONE}\s*(,|and|,\s*and)\s*)*$"
)
_CURVE = re.compile(
    r"\b((the|its|our|a) ((tangent|secant|normal|straight|regression|best fit) )?(line|plane|parabola|tangent|secant|"
    r"circle|curve|normal)|(its|the|an) equation( of the \w+( line)?)?)"
    r"( (is|has (the )?equation|reads|becomes))( then)?[\s:,]*$"
)
_TAKEN = re.compile(r"\s*(gives|yields|implies|leads|would|is|are|was|will|makes?|means|be)\b")  # "Then $x = 2$ gives"
_OPTIMAL = re.compile(
    r"\b(minimi[sz]ing|maximi[sz]ing|optimi[sz]ing|method of moments|matching( the)? moments)\b[^.;]*"
    r"\b(gives?|yields?|leads to|results in|(we|one) (get|gets|obtain|obtains|find|finds))[\s,:]*$|"
    r"\b(the|its|unique|global|optimal) (minimi[sz]er|maximi[sz]er|optimum|optimal \w+|solution)s?\b[^.;,]*"
    r"\b(is|are)( (then|thus|therefore|given by))?[\s,:]*$|"
    r"\b(is|are) (minimi[sz]ed|maximi[sz]ed|smallest|largest|least|greatest) (by|at|for|when|if)[\s,:]*$"
)
_EXTREMES = frozenset(("max", "min", "argmax", "argmin", "sup", "inf"))
_DENSITY_OF = re.compile(rf"\b(density|pdf)( function)? of( the)?( \w+)?\s*{prose.ONE}\s*(is|equals|is given by)\s*$")
NOT_COMPUTED = "was not computed"
_FOR = re.compile(rf"\bfor( all| any| every)?\s*{prose.ONE}\s*,?")


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
    if (expanded := _expanded(equation, made)) is not None:
        return expanded
    if (stationary := stationary_points.claimed(equation, made)) is not None:
        return stationary
    if _OPTIMAL.search(said) and not any(isinstance(n, Big) and n.operator in _EXTREMES for n in equation.right.walk()):
        return _unread_ground(equation), made[1]
    if _is_its_own_definition(equation.right):
        made_of_others = isinstance(equation.formula.beside, Add | Multiply) and _DENSITY_OF.search(said)
        return _not_computed(equation, "density", made[1]) if made_of_others else made
    if is_result(said, equation.formula.ahead) or (_CURVE.search(said) and claiming.is_concluded(words)):
        return _unread_ground(equation), made[1]
    if _FOLLOWS.search(said) and (concluded := _concluded(equation, made)) is not None:
        return concluded
    further = FURTHER.search(said)
    ahead = said if further is None or not further["verb"] else said[: further.start()]  # "the area from 0 to 1 is"
    if claiming.introduces(ahead) and not where_vanishes(said):
        return made
    found = next(quantities(Spoken(equation.m, equation.formula, equation.thread.node), said), None)
    if found is None:
        follows = in_use and _CONCLUDES_THAT.search(said) and not _TAKEN.match(equation.formula.rest)
        if in_use and claiming.is_concluded(words) and _is_of_unread(equation):
            return _unread_ground(equation), made[1]
        return (
            _concluded(equation, made) if follows or claiming.is_solution(words) else _instance(equation, made)
        ) or made
    line, value = made
    assert value is not None
    if found.kind == "matrix" and any(isinstance(n, syntax.Named) for n in equation.right.walk()):
        return made  # "the determinant is $d = \\det A$"
    try:
        start, target, where = _compared(equation, found, value)
    except Unread as reason:
        return equation.thread.unread(equation.sign, equation.right, equation.formula, reason), value
    claim = equation.claim(start, target, where=where)
    if found.doubtful:  # it may be of something else: then it is not so
        claim = replace(claim, fog=(*claim.fog, found.of))
    return replace(claim, sides=None, instead=(), restated=False, inline=False, defines=line.defines), value


def _expanded(equation: NamingEquation, made: Named) -> Named | None:
    """The claim of a Taylor polynomial, or of a tangent; None of anything else."""
    line, value = made
    assert value is not None
    try:
        polynomial = taylor_in_words.polynomial(equation)
    except Unread as reason:
        return equation.thread.unread(equation.sign, equation.right, equation.formula, reason), value
    if polynomial is None:
        return None
    claim = equation.claim(polynomial, equation.context.unfolded(value)).of_all_values(equation.context.in_fog)
    return replace(claim, sides=None, instead=(), restated=False, inline=False, defines=line.defines), value


def _not_computed(equation: NamingEquation, noun: str, value: L.Term) -> Named:
    """The line of what words say that it is, of which there is no other formula."""
    why = Unread(f"what words say that it is, the {noun}, {NOT_COMPUTED}", equation.right.span)
    return equation.thread.unread(equation.sign, equation.right, equation.formula, why), value


def _concluded(equation: NamingEquation, made: Named) -> Named | None:
    """A number that a name is concluded to be follows from something that was not read: it is not only named."""
    value = made[1]
    if value is None or value.free or not L.is_scalar(value):
        return None
    return _unread_ground(equation), value


def _is_of_unread(equation: NamingEquation) -> bool:
    """Whether the formula right before it relates its name to others, and was not read: $2x + 2yy' = 0$, so $y' = $."""
    name, row = name_of(equation.thread.node), equation.formula.previous
    if row is None or equation.formula.display or not claiming.goes_on(equation.formula.words):
        return False
    known = {n.name for n in equation.context.claimed_of}
    return name not in known and any(s.relations and any(name_of(n) == name for n in s.walk()) for s in row.statements)


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
    stem, _, number = (name or "").partition("_")
    others = (each.removeprefix(f"{stem}_") for each in context.values if each.startswith(f"{stem}_"))
    return name is not None and (
        (number.isdigit() and any(map(str.isdigit, others)))  # $a_1 = 3$, so $a_{10} = 39$
        or any(isinstance(n, L.Var) and n.name == name for each in known for n in each.free)
        or any(name_of(n) == name for row in rows for n in row.walk())
        or any(isinstance(n, L.Var) and n.name == name for n in context.claimed_of)
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
    solves = claiming.is_solution(formula.lead if formula.display else formula.words)
    if solves or any(pattern.search(said) for pattern in (_FOLLOWS, _OPTIMAL)) or where_vanishes(said):
        return True
    named = NAMED.search(said) or FURTHER.search(said)
    return named is not None and bool(named["verb"]) and is_known(named["noun"].strip())


def _compared(equation: NamingEquation, found: Quantity, value: L.Term) -> tuple[L.Term, L.Term, tuple[L.Node, ...]]:
    """What a quantity is, what the page says it is, and where that is meant.  Raises ``Unread``."""
    unknown = Unread(f"what words say that it is, the {found.noun}, {NOT_COMPUTED}", equation.right.span)
    left = equation.thread.node
    bracket = left.factors[1] if isinstance(left, Multiply) and len(left.factors) == 2 else None
    items = bracket.items if isinstance(bracket, Bracket) else ()
    of = found.subject
    if found.noun == "median" and not items and not is_rounded(equation.right):
        return _median(equation, of, value, unknown)
    if found.sides is None or (len(items) > 1 and found.kind != "several"):
        raise unknown
    one: str | None = ""
    if found.kind == "matrix":
        one = unit_matrix(equation.m, found)
    elif found.kind in ("function", "several"):
        one = arguments(equation.context, found.of)
    if one is None:
        raise unknown
    point = ", ".join(equation.formula.written(item) for item in items) if items else NONE
    head = equation.formula.written(left.factors[0]) if items and isinstance(left, Multiply) else NONE
    given = rf"\left({equation.formula.written(equation.right)}\right)"
    texts = found.sides(Parts(of, point, given, one, head, found.aim))
    used = "".join(found.sides(Parts("", "\1", "", one, f"{head}\1", "")))
    if NONE in "".join(texts) or (items and "\1" not in used):
        raise unknown  # a function without its argument, a number with one
    if given not in texts and is_rounded(equation.right):
        raise unknown  # put into a formula it is off by more than its last digit
    start, target = (read_text(equation.m, text) for text in texts)
    at = L.Var(name_of(items[0]) or "", L.R) if items else None
    law = equation.context.laws.get(found.of)
    of_points = re.search(r"mass|density|pmf|pdf", found.noun) is not None
    if of_points and at is not None and law is not None and L.is_index_space(L.support(law)):
        place = L.Var(at.name, L.support(law))
        start, target = (L.substitute(side, {at: place}) for side in (start, target))
        return start, target, tuple(interior(place, L.support(law)))
    home = stated.home_of(equation.context, found.of)
    if at is not None and found.noun.startswith("quantile"):
        home = L.Interval(L.Number(0), L.Number(1))
    return start, target, () if at is None or home is None else tuple(interior(at, home))


def unit_matrix(m: Meaning, found: Quantity) -> str | None:
    """The unit matrix of the size of a square matrix that a quantity is of, as text; None where that is no number."""
    matrix = m.context.values[found.of] if found.has_name else read_text(m, found.of)
    space = L.space_of(matrix)
    if not isinstance(space, L.Matrices) or space.rows is not space.columns or not isinstance(space.rows, L.Number):
        return None
    size = int(space.rows.value)
    rows = ("&".join("1" if i == j else "0" for j in range(size)) for i in range(size))
    return r"\begin{pmatrix}" + r"\\".join(rows) + r"\end{pmatrix}"


def read_text(m: Meaning, text: str) -> L.Term:
    """The term of a formula that is written for the page."""
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
    return quantile.claim_at(value, Facts(equation.context.stated()))


def is_rounded(node: Syntax) -> bool:
    """Whether a formula has decimals, which may be rounded."""
    return any(isinstance(n, Numeral) and "." in n.text for n in node.walk())


def _is_its_own_definition(right: Syntax) -> bool:
    """Whether the right side is what the quantity is by definition: a mean, a probability, a derivative, an integral,
    an inverse."""
    for n in right.walk():
        match n:
            case Big() | Differential():
                return True
            case Multiply((Symbol("P" | "Pr"), Bracket(_, (Statement(), *_))), ("", "")):
                return True
            case Script(base, _, above, primes) if primes or (is_minus_one(above) and name_of(base) != "e"):
                return True
        if operator_of(n) is not None:
            return True
    return False


__all__ = ["NOT_COMPUTED", "claimed", "is_in_use", "is_named", "is_rounded", "read_text", "unit_matrix"]
