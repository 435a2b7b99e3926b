r"""Formulas that a page recalls by their name: "the optimal discriminator is $D^*(x) = \dots$", "the KL loss is
$L_{KL} = \dots$", "the normalized density is $p(x) = \dots$", "the Jacobian is $J = \dots$".

What such a formula is follows from its name and from the names in it, so that an equation which gives it a letter is a
claim, and no definition.  Where its name may mean several things it is one of them; where it may mean something that is
not known, it is only said whether it is what it is taken for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import informations, stated
from ..laws.likelihoods import LETTERS_OF_LOGARITHMS
from ..names import name_of
from ..probability import moments_matched
from ..shapes.shapes import without_accent
from ..syntax import Bracket, Multiply, Script, Symbol, Unread
from ..terms import jacobians
from ..words import claiming, giving, prose
from . import estimates, least_squares
from .called import read_text

if TYPE_CHECKING:
    from ..lines import Line
    from ..told.naming_equation import Named, NamingEquation

_TRUNCATED = re.compile(r"\b(truncat\w*|restrict\w*|censor\w*|conditional|half|interval|on|over|where|if|given)\b")
_NORMALISED = re.compile(r"\bnormali[sz]ed (version|density|probability|distribution|form|pdf)\b[^.;]*$")
_PARTITION = re.compile(r"\b(partition function|normali[sz](ing|ation) (constant|integral))\b[^.;]*$")
_DISCRIMINATOR = re.compile(r"\b(optimal|best|ideal) (\w+ )?discriminators?\b")
_DIVERGENCE = re.compile(r"\b(kl|kullback\S*(leibler)?)\b[\s-]*(divergence|loss|term|regulari[sz]\w+)")
_LOG_LIKELIHOOD = re.compile(r"\b(log|logarithmic)[- ]?likelihood\b[^.;]*$")
_OF_OTHERS = re.compile(
    r"\b(negative|average|mean|expected|penali[sz]ed|maximi[sz]ed|maximum|ratio|of (a|one|each)|conditional)\b"
)
_ONLY_CONCLUDES = re.compile(  # and says nothing else of what follows
    r"\W*((and|so|hence|thus|therefore|then|consequently|it follows that|this gives|which gives|"
    r"(we|one) (get|obtain|have|find)s?( that)?|taking (the )?(natural )?log(arithm)?s?( of both sides)?|"
    r"(its|the) (natural )?log(arithm)? is)\W+)+"
)
_OF_ANOTHER_KIND = re.compile(r"\b(negative|average|mean|expected|penali[sz]ed|conditional)\b[^.;]{0,20}\blikelihood")
_LIKELIHOODS = frozenset(("L", "\\mathcal{L}", "Lik", "lik"))
_SET_TO_ZERO = re.compile(
    r"\bset(ting)? (the|its|this) (first )?(derivative|gradient|score) (equal )?to (zero|0)\b[^.;]*$|"
    rf"\bset(ting)? {prose.ONE}[^.;]*$"
)
_VANISHES = re.compile(r"\b(mle|maximum[- ]likelihood|maximi[sz]\w+|log-?likelihood)\b[^.;]*$")
_OF_ANOTHER = re.compile(r"\b(other|another|different|instead)\b")
_AT_AN_END = re.compile(r"\b((in|de)creas\w+|monoton\w+|boundary|end ?points?|constraint\w*|moments?)\b")
_CHANGED = re.compile(
    r"\b(change[- ]of[- ]variables?|transformation|jacobian)( (formula|theorem|rule|method))?\W*"
    r"(,|:|(it )?(then )?(gives?|yields?|says|implies)|(we|one) (get|obtain|have|find)s?)?( that)?[\s:,]*$"
)
REMARK = "it is compared with what its name says that it is"


@dataclass(frozen=True)
class Recalled:
    """What a formula is by its name, each pair of sides one meaning that it may have; ``where`` it is meant."""

    sides: tuple[tuple[L.Term, L.Term], ...]
    where: tuple[L.Node, ...] = ()


def claimed(equation: NamingEquation, made: Named | None) -> Named | None:
    """The claim of an equation that words, or its own form, call a formula with a name; None where nothing does."""
    formula = equation.formula
    words = formula.lead if formula.display else formula.words
    if giving.is_let(words) or giving.is_supposed(words) or claiming.is_shown(words) or claiming.is_no_claim(words):
        return None
    said = prose.sentence(words)
    if made is None and (found := _of_no_name(equation, said)) is not None:
        return _line(equation, found), found.sides[0][1]
    if made is None or made[1] is None:
        return None
    line, value = made[0], made[1]
    assert value is not None
    # What a display concludes follows from the row above, and is judged by that.
    for meaning in _MEANINGS if line.kind == "definition" else () if formula.display else (_vanishing,):
        try:
            found = _apart(equation, partial(meaning, equation, said, value))
        except Unread as reason:
            return equation.thread.unread(equation.sign, equation.right, formula, reason), value
        if found is not None:
            return replace(_line(equation, found), defines=line.defines), value
    return None


def _of_no_name(equation: NamingEquation, said: str) -> Recalled | None:
    r"""What is said of the size or the determinant of something that has no value so far, \det J = r."""
    if not jacobians.is_of_unknown(equation):
        return None
    try:
        return _jacobian(equation, said, equation.m.scalar(equation.right))
    except Unread:
        return None


def _apart(equation: NamingEquation, compare: Callable[[], Recalled | None]) -> Recalled | None:
    """What a comparison finds; what it takes for granted, as that a deviation is positive, is supposed in it alone."""
    context = equation.context
    before = list(context.hypotheses)
    try:
        found = compare()
        taken = tuple(h for h in context.hypotheses if h not in before)
    finally:
        context.hypotheses = before
    return None if found is None else replace(found, where=(*found.where, *taken))


def _line(equation: NamingEquation, found: Recalled) -> Line:
    """The line that claims it, for whatever its names stand for."""
    first, *others = found.sides
    claim = equation.claim(*first, where=found.where)
    assert claim.claim is not None
    instead = tuple(L.Claim(claim.claim.hypotheses, start.eq(target)) for start, target in others)
    elsewhere = equation.context.elsewhere.known(L.Relation(first[0], "=", first[1]))  # it holds for all values
    fog = tuple(name for name in claim.fog if name not in elsewhere or name in equation.context.fog)
    equation.m.remarks.append(REMARK)
    return replace(
        claim, kind="goal" if claim.kind == "goal" else "step", posed=False, sides=None, premise=None, instead=instead,
        restated=False, inline=False, fog=fog, loose=(), as_written=False,
    )  # fmt: skip


def _about(equation: NamingEquation, said: str) -> str:
    """The words before a formula, or where it stands without any those of the stretch that it stands in."""
    return said if re.search(r"\w", said) else equation.context.words.lower()


def _applied(equation: NamingEquation) -> tuple[str, str] | None:
    """The D and the x of D(x) = ..., as they are written."""
    match equation.thread.node:
        case Multiply((head, Bracket("(", (argument,), ")", None)), ("", "")):
            return equation.formula.written(head), equation.formula.written(argument)
    return None


def _discriminator(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    r"""The best discriminator between two densities is where a \log D + b \log(1 - D) has slope zero, a of the data."""
    applied = _applied(equation)
    if applied is None or "D" not in applied[0] or not _DISCRIMINATOR.search(_about(equation, said)):
        return None
    written = equation.formula.written
    found = {
        written(node): written(node.factors[0])
        for node in equation.right.walk()
        if isinstance(node, Multiply)
        and len(node.factors) == 2
        and isinstance(node.factors[1], Bracket)
        and isinstance(node.factors[0], Symbol | Script)
        and [written(item) for item in node.factors[1].items] == [applied[1]]
    }
    if len(found) != 2:
        return None
    (one, first), (other, second) = found.items()
    pairs = [(one, other)] * _is_of_data(first, second) + [(other, one)] * _is_of_data(second, first)
    slopes = [_slope_of_gain(equation, a, b, value) for a, b in pairs or [(one, other), (other, one)]]
    return Recalled(
        tuple((slope, L.Number(0)) for slope in slopes),
        (*(read_text(equation.m, density) > 0 for density in found), value > 0, 1 - value > 0),
    )


def _slope_of_gain(equation: NamingEquation, data: str, model: str, at: L.Term) -> L.Term:
    """The slope, where a discriminator has a value, of what it gains at a point."""
    d = L.fresh_beside(L.Var("D", L.R), at)
    gain = read_text(equation.m, data) * L.log(d) + read_text(equation.m, model) * L.log(1 - d)
    return L.Derivative(gain, d, at)


def _is_of_data(letter: str, other: str) -> bool:
    r"""Whether of two letters for densities this is the one of the data: p_{\text{data}}, p_r beside p_g, p beside
    q."""
    if re.search(r"data|real|_\{?r\b|_\{?d\b|_\{?\\(mathrm|text)\{r\}", letter):
        return True
    return re.fullmatch(r"[pP]", letter) is not None and re.match(r"[pPqQgG]", other) is not None


def _divergence(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    r"""L_{KL}, in \mu and \sigma alone, is the divergence of a normal law from the standard one, or of that from it."""
    if not _DIVERGENCE.search(_about(equation, said)) or "KL" not in equation.thread.text.upper():
        return None
    names = {name_of(n) for n in equation.right.walk() if isinstance(n, Symbol | Script)} - {None}
    means, spreads = ({n for n in names if n and n.startswith(letter)} for letter in ("mu", "sigma"))
    if len(means) != 1 or len(spreads) != 1 or names - means - spreads - {"e", "log", "ln", "pi"}:
        return None
    written = {name_of(n): equation.formula.written(n) for n in equation.right.walk() if isinstance(n, Symbol | Script)}
    law = rf"\mathcal{{N}}({written[means.pop()]}, {written[spreads.pop()]}^2)"
    texts = (rf"D_{{KL}}({law} \| \mathcal{{N}}(0, 1))", rf"D_{{KL}}(\mathcal{{N}}(0, 1) \| {law})")
    return Recalled(tuple((read_text(equation.m, text), value) for text in texts))


def _normalised(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    """A density that is normalised integrates to 1."""
    applied = _applied(equation)
    if applied is None or not _NORMALISED.search(said) or _TRUNCATED.search(said):
        return None
    place = L.Var(applied[1], L.R)
    if place not in value.free or any(not isinstance(n, L.Var) for n in value.free):
        return None
    return Recalled(tuple((whole, L.Number(1)) for whole in _over_home(equation, value, place)))


def _partition(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    """A partition function is the integral of the one function that is known; a constant that normalises it may be one
    over that."""
    known = [f for f in equation.context.functions.values() if f.is_plain]
    found = _PARTITION.search(said)
    if name_of(equation.thread.node) is None or found is None or len(known) != 1 or _TRUNCATED.search(said):
        return None
    (place,) = known[0].arguments
    body = equation.context.unfolded(known[0].body)
    if place.space is not L.R or any(not isinstance(n, L.Var) for n in body.free):
        return None
    whole = _over_home(equation, body, place)
    shares = [] if found[1].startswith("partition") else [(each * value, L.Number(1)) for each in whole]
    return Recalled((*((each, value) for each in whole), *shares))


def _over_home(equation: NamingEquation, body: L.Term, place: L.Var) -> list[L.Term]:
    """The integral of a formula over what is said of its variable; where nothing is, over the line, or over the half
    line or the interval from 0 to 1 where it may be meant there."""
    context = equation.context
    told = (*equation.claims.conditions.under, *context.assumed, *(h for each in context.partly.values() for h in each))
    home = stated.between(told, place) or next(iter(context.density_homes.values()), None)
    half = L.Interval(L.Number(0), L.oo)
    homes = (L.R, half, L.Interval(L.Number(0), L.Number(1))) if home is None else (home,)
    places = [L.Var(place.name, each) for each in homes]
    return [L.Int(L.substitute(body, {place: each}), each) for each in places]


def _changed(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    """What a change of variables gives for g(y) is the density of Y, which is made of another variable."""
    applied = _applied(equation)
    if applied is None or not _CHANGED.search(said) or not re.fullmatch("[a-z]", applied[1]):
        return None
    variable = applied[1].upper()
    if variable not in equation.context.random:
        return None
    density = read_text(equation.m, rf"f_{{{variable}}}({applied[1]})")
    return Recalled(((density, value),))


def _log_likelihood(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    """A log-likelihood is the logarithm of the likelihood that is written out, but for a constant."""
    applied = _applied(equation)
    if applied is None or _OF_OTHERS.search(said):
        return None
    if not _LOG_LIKELIHOOD.search(said) and not _is_called_by_its_letter(equation, said):
        return None
    found = [(place, body) for head, place, body in _functions(equation) if head in _LIKELIHOODS]
    if len(found) != 1 or not isinstance(found[0][0], L.Var) or found[0][0].name != applied[1].lstrip("\\"):
        return None
    ((place, body),) = found
    whole = L.log(body)
    return Recalled(
        ((whole, value), (L.Derivative(whole, place, place), L.Derivative(value, place, place))), (body > 0,)
    )


def _is_called_by_its_letter(equation: NamingEquation, said: str) -> bool:
    r"""Whether it is the \ell(\lambda) that a page concludes from a likelihood L(\lambda), and none of another kind."""
    node, page = equation.thread.node, equation.context.words.lower()
    assert isinstance(node, Multiply)
    words = prose.since(said)
    before = said.removesuffix(words).strip()  # "The likelihood is $L(a) = a^n e^{-as}$", or nothing
    follows = _ONLY_CONCLUDES.fullmatch(f"{words} ") is not None and (not before or "likelihood" in before)
    called = name_of(node.factors[0]) in LETTERS_OF_LOGARITHMS and follows
    return called and "likelihood" in page and _OF_ANOTHER_KIND.search(page) is None


def _vanishing(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    r"""An estimate \hat p that setting a derivative to zero gives is where the function of p that is known has slope
    zero."""
    name = name_of(equation.thread.node) or ""
    plain = without_accent(name) if name.startswith("\\hat") else None
    if plain is None or not L.is_scalar(value) or giving.is_definition(said):
        return None
    found = [each for each in _functions(equation) if each[1].name == plain.strip("{}\\")]
    likely = [each for each in found if each[0] in _LIKELIHOODS | LETTERS_OF_LOGARITHMS]
    logs = [each for each in likely if each[0] in LETTERS_OF_LOGARITHMS]
    if not _SET_TO_ZERO.search(said):  # else it may be found at an end of where the function is looked at
        found = likely if _VANISHES.search(said) or claiming.is_concluded(said) else []
    found = found if len(found) == 1 else logs
    if len(found) != 1 or _AT_AN_END.search(said):
        return None
    ((head, place, body),) = found
    likelihood = head in _LIKELIHOODS | LETTERS_OF_LOGARITHMS
    if _OF_ANOTHER.search(said) or (likelihood and estimates.is_of_another_kind(said)):
        return None
    bounds = {
        n for h in equation.context.stated() if isinstance(h, L.Relation) and h.symbol in ("<=", ">=") for n in h.free
    }
    if place in bounds or head in equation.context.partly or not value.free <= body.free:
        return None
    equation.m.remarks.append("judged inside of where the function is defined")
    within = (L.substitute(each, {place: value}) > 0 for each in _kept_positive(body))
    return Recalled(((L.Derivative(body, place, value), L.Number(0)),), tuple(dict.fromkeys(within)))


def _kept_positive(body: L.Term) -> Iterator[L.Term]:
    """What logarithms are taken of in a formula, and what is raised to powers that are no numbers."""
    for node in body.walk():
        match node:
            case L.Apply(L.Elementary("log"), (inside,)) | L.Power(
                inside, L.Var() | L.Plus() | L.Times() | L.Quotient()
            ):
                if inside.free:
                    yield inside


def _functions(equation: NamingEquation) -> list[tuple[str, L.Var, L.Term]]:
    """The functions of one number that are written out, but for the one at hand: letter, argument and formula."""
    applied, context = equation.thread.node, equation.context
    own = name_of(applied.factors[0]) if isinstance(applied, Multiply) else None
    plain = {name: f for name, f in context.functions.items() if f.is_plain and name != own}
    return [
        (name, f.arguments[0], context.unfolded(f.body)) for name, f in plain.items() if L.is_scalar(f.arguments[0])
    ]


def _jacobian(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    sides = jacobians.sides(equation, said, value)
    return None if sides is None else Recalled(sides)


def _least_squares(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    sides = least_squares.sides(equation, said)
    return None if sides is None else Recalled(sides)


def _information(equation: NamingEquation, said: str, value: L.Term) -> Recalled | None:
    sides = informations.sides(equation, said, value)
    return None if sides is None else Recalled(sides)


def _matched(equation: NamingEquation, said: str, _: L.Term) -> Recalled | None:
    found = moments_matched.sides(equation, said)
    return None if found is None else Recalled((found[:2],), found[2])


_Meaning = Callable[["NamingEquation", str, L.Term], Recalled | None]
_MEANINGS: tuple[_Meaning, ...] = (
    _discriminator, _divergence, _normalised, _partition, _changed, _jacobian, _least_squares, _information, _matched,
    _log_likelihood, _vanishing,
)  # fmt: skip

__all__ = ["Recalled", "claimed"]
