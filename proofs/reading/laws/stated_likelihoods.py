r"""Likelihoods that a page writes out: "the log-likelihood is" \ell(\lambda) = n \log\lambda - \lambda \sum_i x_i.

Where the page tells the law of the data this is a claim.  A likelihood is one up to a factor without its parameters: if
the two sides differ, their slopes are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..faults import FAULTS, reason_of
from ..names import name_of
from ..syntax import Bracket, Multiply, Named, Script, Symbol, Syntax, Unread
from ..terms import up_to_constant
from ..uses.arguments import argument
from ..uses.heads import head_of
from ..words import prose
from . import likelihoods

if TYPE_CHECKING:
    from ..lines import Line
    from ..meaning import Meaning
    from ..probability.sample_moments import SampleMoments

_CALLED = re.compile(
    r"\b(?P<sign>negative )?(?P<log>(natural )?log(arithm of the|arithmic)?[-\s]*)?likelihoods?\b"
    r"(?![^.;]*\blikelihood)"
    rf"(?![^.;]*\b(is|are|by|reads|equals)\W*{prose.ONE}\W*(and )?(so|hence|thus|therefore|then|taking)\b)"  # it was
    r"[^.;]*$"
)
_OTHER = re.compile(  # what is said of a likelihood is no likelihood, and one of other data is another
    r"\b(derivatives?|differentiat\w*|gradients?|score|hessian|slope|ratio|expect\w*|averaged?|mean|normali[sz]\w*|"
    r"scaled|per|difference|deviance|information|maximi[sz]\w*|maximum|maxima|minimi[sz]\w*|penali[sz]\w*|"
    r"regulari[sz]\w*|complete|incomplete|conditional\w*|marginal\w*|profile|partial|pseudo\S*|quasi\S*|weighted|null|"
    r"under|proportional|prior|posterior|bound|approximat\w*|not|one|single|each|i-th|ith)\b"
)
_UP_TO = re.compile(  # a likelihood is one up to a factor anyhow
    r"\b(that|which) (do(es)?|is|are) not depend\w* on \S+|\b(not|in)-?\s?depend\w* (on|of) \S+|"
    r"\b(is|are) proportional to\b"
)
_OF_A_LAW = re.compile(r"\b(i\.?i\.?d\b|(independent and )?identically distributed|random sample|sample (of|from))")
REMARK = "judged by the law of the data, as a likelihood: up to a factor that its parameters are not in"


@dataclass(frozen=True)
class Stated:
    """What a page writes a likelihood out as."""

    value: L.Term
    log: bool
    negative: bool
    arguments: frozenset[str]
    proportional: bool = False


def written(left: Syntax, value: L.Term, words: str, *, proportional: bool = False) -> Stated | None:
    """The likelihood that the words before an equation say its left side is; None where they do not."""
    sentence = _UP_TO.sub("", prose.sentence(words))
    said = _CALLED.search(sentence)
    if said is None or not L.is_scalar(value) or _OTHER.search(sentence):
        return None
    match left:
        case Named("log" | "ln", inner):
            log, plain = True, inner
        case _:
            log, plain = bool(said["log"]), left
    match plain:
        case Symbol() | Script(Symbol(), _, None, 0):
            arguments: frozenset[str | None] = frozenset()
        case Multiply((head, Bracket("(" | "[", items)), ("", "")) if (
            of := head_of(head)
        ) is not None and not of.primes:
            arguments = frozenset(map(argument, items))
        case _:
            return None
    letter = plain.factors[0] if isinstance(plain, Multiply) else plain
    if not log and name_of(letter) in likelihoods.LETTERS_OF_LOGARITHMS and prose.FORMULA in sentence[said.start() :]:
        log = True  # the likelihood is L(\theta) = ..., and \ell(\theta) = ...
    names = frozenset(name for name in arguments if name is not None)
    if len(names) < len(arguments) or (proportional and log):
        return None
    return Stated(value, log, bool(said["sign"]), names, proportional)


def judged(m: Meaning, moments: SampleMoments, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those that write a likelihood out with what that claims, now that all of the stretch has been read."""
    for line in lines:
        try:
            claims = () if line.likelihood is None else tuple(_claims(m, moments, line.likelihood))
        except Unread as reason:
            yield replace(line, kind="unread", claim=None, why=reason.reason)
            continue
        except FAULTS as fault:
            yield replace(line, kind="unread", claim=None, why=reason_of(fault))
            continue
        if not claims:
            yield _of_unread_data(m, line)
            continue
        yield replace(
            line, kind="step", why=None, claim=claims[0], instead=claims[1:], of_data=None, premise=None, sides=None,
            loose=(),
            inline=False, fog=tuple(sorted(n.name for n in claims[0].statement.free if m.context.in_fog(n))),
            as_written=False, remarks=(*line.remarks, REMARK),
        )  # fmt: skip


def _of_unread_data(m: Meaning, line: Line) -> Line:
    """A likelihood that no data are known to have: it may say what the model is, or be of other data, but not where
    words tell of which law its data are, and that was not read, or where it is in the names of that alone."""
    stated = line.likelihood
    if stated is None or line.kind != "definition" or not _OF_A_LAW.search(m.context.said):
        return line
    if any(isinstance(n, L.Density | L.Function | L.MemberDensity) for n in stated.value.free):
        return line
    known = tuple(likelihoods.of_data(m))
    if known and not any(stated.value.free <= each.names for each in known):
        return line
    return replace(line, kind="unread", why="of which data this is the likelihood was not read")


def _claims(m: Meaning, moments: SampleMoments, stated: Stated) -> Iterator[L.Claim]:
    """That it is the likelihood of the data, or that its slopes are; none where it is of other data."""
    value = m.context.unfolded(stated.value)
    put = moments.put_in(value.eq(0))
    value, needed = (value, ()) if put is None else (put[0].left, put[1])
    for likelihood in likelihoods.of_data(m):
        likelihood = _unfolded(m, likelihood)
        body = L.substitute(value, likelihoods.as_data(value, likelihood) | likelihoods.sizes(m, likelihood, [value]))
        body, constant = _without_constant(body, likelihood, stated.log)
        parameters = _parameters(likelihood, body, stated.arguments)
        if not (_is_of_all(body, likelihood) and body.free <= likelihood.names and parameters):
            continue
        if (constant or stated.proportional) and not stated.arguments and len(parameters) > 1:
            raise Unread("a constant, and in what it is constant is not said", (0, 0))
        whole = m.context.unfolded(likelihood.log if stated.log else likelihood.whole)
        held = (*(h for h in m.context.stated() if h is not likelihood.equation), *needed, *_within(likelihood))
        if not constant and not stated.proportional:
            yield L.Claim(held, body.eq(L.Neg(whole) if stated.negative else whole))
        log = m.context.unfolded(likelihood.log)
        written = body if stated.log else L.log(L.Neg(body) if stated.negative else body)
        slopes = [
            (_slope(written, p), _slope(L.Neg(log) if stated.negative and stated.log else log, p)) for p in parameters
        ]
        yield L.Claim(held, _together(slopes, parameters))
        return


def _unfolded(m: Meaning, likelihood: likelihoods.Likelihood) -> likelihoods.Likelihood:
    """The likelihood with what its names have been given: p_i is that of a formula."""
    known = m.context.unfolded
    return replace(likelihood, each=known(likelihood.each), log_each=known(likelihood.log_each))


def _without_constant(body: L.Term, likelihood: likelihoods.Likelihood, log: bool) -> tuple[L.Term, bool]:
    """A likelihood without the letter of a factor, or a log-likelihood without that of a summand, of which nothing is
    known; and whether it has one."""
    letters = {n for n in body.free - likelihood.names if up_to_constant.is_constant(n)}
    match body:
        case L.Plus(parts) if log:
            found = [part.arg if isinstance(part, L.Neg) else part for part in parts]
        case L.Times(parts) if not log:
            found = [*parts]
        case _:
            return body, False
    apart = {n for n in letters if n in found and sum(n in part.free for part in found) == 1}
    return L.substitute(body, {n: L.Number(0 if log else 1) for n in apart}), bool(apart)


def _parameters(likelihood: likelihoods.Likelihood, body: L.Term, arguments: frozenset[str]) -> list[L.Var]:
    """The parameters that a likelihood is written as a function of; none where it is one of other things, too."""
    known = {p.name: p for p in likelihood.parameters if p in body.free}
    if not arguments:
        return sorted((p for p in known.values() if L.is_scalar(p)), key=lambda p: p.name)
    found = [known[name] for name in sorted(arguments) if name in known]
    if len(found) < len(arguments):
        return []
    if len(found) > 1 and not all(map(L.is_scalar, found)):
        raise Unread("a likelihood as a function of vectors and of other parameters", (0, 0))
    return found


def _slope(value: L.Term, parameter: L.Var) -> L.Term:
    if L.is_scalar(parameter):
        return L.Derivative(value, parameter, parameter)
    return L.Gradient(value, parameter, parameter)


def _together(slopes: list[tuple[L.Term, L.Term]], parameters: list[L.Var]) -> L.Relation:
    """That the slopes in several parameters agree: so they do in every direction."""
    if len(slopes) == 1:
        ((one, other),) = slopes
        return one.eq(other)
    taken = {p.name for p in parameters}
    ways = [L.Var(f"t_{{{p.name}}}", L.R) for p in parameters]
    assert taken.isdisjoint(way.name for way in ways)
    left, right = (L.Plus(tuple(w * pair[k] for w, pair in zip(ways, slopes, strict=True))) for k in (0, 1))
    return left.eq(right)


def _is_of_all(value: L.Term, likelihood: likelihoods.Likelihood) -> bool:
    """Whether all of the data are in it, and not one of them."""
    for sample in likelihood.samples:
        summed = [n for n in value.walk() if isinstance(n, L.Sum | L.Prod) and sample.data in n.free]
        if sample.data not in value.free or (sample.index is not None and not summed):
            return False
    return True


def _within(likelihood: likelihoods.Likelihood) -> Iterator[L.Node]:
    """That each of the data lies where its law has its mass."""
    if likelihood.parts:
        for sample in likelihood.parts:
            yield from _within(sample)
        return
    index, data = likelihood.index, likelihood.data
    if isinstance(data, L.Var) and index is None and L.is_scalar(data):
        match likelihood.home:
            case L.Range(low, high) | L.Interval(low, high):
                yield from (data >= low, *(() if high is L.oo else (data <= high,)))
            case L.PositiveReals():
                yield data > 0
            case L.Integers():
                yield data >= 0
    if not isinstance(data, L.Var) or index is None:
        return
    one = L.Coord(data, index)
    if index.space.high.free:
        yield index.space.high >= 1
    match likelihood.home:
        case L.PositiveReals():
            yield L.ForAll(one > 0, index)
        case L.Interval(low, high):
            yield from (L.ForAll(each, index) for each in (one > low, one < high))


__all__ = ["Stated", "judged", "written"]
