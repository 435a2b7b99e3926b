r"""Estimates by maximum likelihood, or a posteriori: what a page says they are is a claim about the law of its data.

\hat{\lambda} = \bar{x}, of data x_i \sim Poisson(\lambda), says that the log-likelihood has derivative zero at \bar{x}
(with what the page gives for the other parameters put for these).  What maximises a smooth likelihood inside of its
range does; a law whose support depends on the parameter claims nothing here.  \hat{\theta}_{MAP} says it of the
log-posterior: the log-likelihood and the logarithm of the prior density.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..faults import FAULTS, reason_of
from ..laws import likelihoods, posteriors
from ..names import name_of
from ..shapes.shapes import without_accent
from ..syntax import Numeral, Script, Syntax
from ..words import claiming, prose

if TYPE_CHECKING:
    from ..lines import Line
    from ..meaning import Meaning
    from ..probability.sample_moments import SampleMoments

_STATED = re.compile(
    r"\b(maximum[- ]likelihood\s+(estimat\w+|solutions?|values?)|mles?)\b[^.;:]*"
    r"\b((is|are|by|as|reads?|equals?)\W*|are\W*\band\W*)$"
)
_STATED_BEHIND = re.compile(r"\s*(be|is|as|denotes?) (the|our|its) (maximum[- ]likelihood estimat\w+|mle)\b")
_OTHER = re.compile(  # what is no maximum of the likelihood itself
    r"\b(regulari[sz]\w*|penali[sz]\w*|constrain\w*|subject to|restricted|asymptotic\w*|(un)?bias\w*|correct\w*|"
    r"adjust\w*|modif\w*|approximat\w*|conditional|marginal|profile|pseudo\S*|quasi\S*|weighted|hypothesis|not|instead)\b"
)
_FOUND = re.compile(
    r"\b(so|hence|thus|therefore|then|gives?|giving|yields?|yielding|obtains?|get|find|found|solv\w+|maximi[sz]\w+|"
    r"maxim(um|a)|implies|leads?|solutions?|root|estimat\w+|mle)\b[^.;:]*$"
)
_ELSEWISE = re.compile(
    r"\b(moments?|bayes\w*|posterior|prior|map|least squares|shrink\w*|ridge|lasso|median|minimax|robust|"
    r"alternative\w*|other|another|different|instead)\b"
)
_SUPPOSES = re.compile(r"\b(suppose|assume|let|if|consider)\b")
_LABEL = re.compile(r"_\{?(\\mathrm\{)?(ML|MLE)\}*$")
_MAP_LABEL = re.compile(r"[_^]\{?(\\(mathrm|text)\{)?MAP\}*$")
_MAP_STATED = re.compile(
    r"\b(map(?![- ]?ped)|maximum[- ]a[- ]posteriori|posterior mode|mode of the posterior)\b[^.;:]*"
    r"\b(is|are|by|as|reads?|equals?|gives?|yields?|obtains?|get|find|at)\W*$"
)
_ESTIMATE = re.compile(r"\\(wide)?hat\b|[_^]\W*(\\(mathrm|text|rm)\W*)?(MAP|MLE?|opt)\b|\^\W*(\*|\\(ast|star)\b)")
_KNOWN = re.compile(
    r"(?<!well )(?<!well-)(?<!it is )\bknown\b(?! (that|as|to|how|from|by)\b)|\bfor( any| each| a)? (given|fixed)\b"
)
_UNKNOWN = re.compile(r"\bunknown\b|\bnot known\b")
REMARK = "judged by the log-likelihood, which has derivative zero at its maximum"
MAP_REMARK = "judged by the log-posterior, which has derivative zero at its maximum"


@dataclass(frozen=True)
class Estimate:
    """What a line says of a parameter if it is an estimate of it by maximum likelihood; ``stated``: if words say so;
    ``prior``: its prior law, where it is one a posteriori."""

    relation: L.Relation
    stated: bool
    prior: L.Law | None = None
    settled: frozenset[str] = frozenset()  # the names that had values where it is stated


def _are_stated(words: str) -> bool:
    """Whether the words before a display say that it gives estimates by maximum likelihood."""
    return bool(_STATED.search(prose.sentence(words))) and not _OTHER.search(prose.sentence(words))


def _are_found(words: str) -> bool:
    """Whether words conclude an estimate, and not another than the one by maximum likelihood."""
    said = prose.sentence(words)
    return bool(_FOUND.search(said)) and not is_of_another_kind(said) and not _SUPPOSES.search(said)


def is_of_another_kind(said: str) -> bool:
    """Whether a sentence is about estimates that do not maximise the likelihood itself, or another one than before."""
    return bool(_OTHER.search(said) or _ELSEWISE.search(said))


def written(m: Meaning, left: Syntax, term: L.Term | None, words: str, rest: str = "") -> Estimate | None:
    """The estimate that an equation behind these words, before the ``rest`` of its sentence, states; None where it
    states none."""
    if term is None:
        return None
    term = m.context.unfolded(term)  # a name in it may stand for something else further down
    if (by_posterior := _by_posterior(m, left, term, words)) is not None:
        return by_posterior
    stated = _are_stated(words) or bool(_STATED_BEHIND.match(rest.lower()) and not _OTHER.search(rest.lower()))
    relation = _estimated(m, left, term) if stated or _are_found(words) else None
    return None if relation is None else Estimate(relation, stated, settled=frozenset(m.context.values))


def _by_posterior(m: Meaning, left: Syntax, term: L.Term, words: str) -> Estimate | None:
    r"""The estimate that \hat{\theta}_{MAP} = ... states, or \hat{\theta} = ... where words say that it is one."""
    name, said = name_of(left), prose.sentence(words)
    if name is None or _OTHER.search(said):
        return None
    plain = _MAP_LABEL.sub("", name)
    labelled = plain != name
    if not labelled and not (_MAP_STATED.search(said) and plain.startswith("\\hat")):
        return None
    parameter = _plain(without_accent(plain) or plain)
    found = {p for p, _ in posteriors.priors(m) if _plain(p.name) == parameter}
    if len(found) != 1:
        return None
    (theta,) = found
    alike = L.is_scalar(theta) and L.is_scalar(term)
    prior = dict(posteriors.priors(m))[theta]
    return (
        Estimate(theta.eq(term), True, prior, frozenset(m.context.values))
        if alike or L.space_of(theta) is L.space_of(term)
        else None
    )


def _estimated(m: Meaning, left: Syntax, term: L.Term) -> L.Relation | None:
    r"""What an equation \hat{\lambda} = ... or \hat{\sigma}^2 = ... says of the parameter; None for any other."""
    square = isinstance(left, Script) and left.above == Numeral("2")
    assert not square or isinstance(left, Script)
    name = name_of(Script(left.base, left.below) if square and isinstance(left, Script) else left)
    parameter = None if name is None else _parameter(name)
    if parameter is None:
        return None
    found = {n for likelihood in likelihoods.of_data(m) for n in likelihood.parameters if _plain(n.name) == parameter}
    if len(found) != 1:
        return None
    (theta,) = found
    if square:
        return theta.eq(L.sqrt(term)) if L.is_scalar(theta) and L.is_scalar(term) else None
    alike = L.is_scalar(theta) and L.is_scalar(term)
    return theta.eq(term) if alike or L.space_of(theta) is L.space_of(term) else None


def judged(m: Meaning, moments: SampleMoments, lines: list[Line]) -> Iterator[Line]:
    """The lines, those that state an estimate with what that claims, now that all of the stretch has been read.

    An estimate is one by maximum likelihood if words say so, or if it is concluded behind a likelihood that is written
    out.
    """
    found: list[L.Relation | None] = []
    upon: list[tuple[L.Node, ...]] = []  # what the likelihoods before a line claim
    after: list[Line] = []
    for line in lines:
        estimate = line.estimate
        found.append(estimate.relation if estimate is not None and (estimate.stated or after) else None)
        upon.append(tuple(each.claim.statement for each in after if each.claim is not None))
        after += [line] if line.likelihood is not None else []
    every = list(dict.fromkeys(relation for relation in found if relation is not None))
    for line, relation, likelihoods_before in zip(lines, found, upon, strict=True):
        try:
            estimate = line.estimate
            prior = None if estimate is None else estimate.prior
            claim = _claim(m, moments, estimate, every) if estimate is not None and relation is not None else None
        except FAULTS as fault:
            yield replace(line, kind="unread", claim=None, why=reason_of(fault))
            continue
        if claim is None:
            known = line.kind != "definition" or not _is_an_estimate(line)
            yield (
                line
                if known
                else replace(line, kind="unread", claim=None, why="what it is estimated from was not read")
            )
            continue
        stated = line.estimate is not None and line.estimate.stated and prior is None
        yield replace(
            line, kind="goal" if stated or line.kind == "goal" else "step", claim=claim, instead=(), of_data=None,
            premise=None, sides=None,
            fog=tuple(sorted(n.name for n in claim.statement.free if m.context.in_fog(n))), loose=(), as_written=False,
            inline=False, rests_on=() if stated else likelihoods_before,
            remarks=(*line.remarks, REMARK if prior is None else MAP_REMARK),
        )  # fmt: skip


def _is_an_estimate(line: Line) -> bool:
    """Whether a line concludes, or words state, what an estimate comes to: that names nothing new."""
    stated = _are_stated(line.words) or bool(_MAP_STATED.search(line.words))
    return bool(_ESTIMATE.search(line.left)) and (stated or claiming.is_concluded(line.words))


def _claim(m: Meaning, moments: SampleMoments, stated: Estimate, every: list[L.Relation]) -> L.Claim | None:
    """That the log-likelihood, or the log-posterior, has derivative zero there; None where that cannot be said, or
    another parameter has more than one estimate."""
    estimate, prior = stated.relation, stated.prior
    theta, context = estimate.left, m.context
    others = {other.left: other.right for other in every if other.left is not theta}
    if len(others) < sum(other.left is not theta for other in every):
        return None
    said = {**others, theta: estimate.right}
    assert isinstance(theta, L.Var)
    known = (likelihoods.of_data(m, given) for given in ([] if prior is not None else [""]) + [theta.name])
    likelihood = next(
        (each for found in known for each in found if theta in each.parameters and _is_of(each, estimate.right)), None
    )
    if likelihood is None:
        return None
    log = likelihood.log if prior is None else posteriors.log_density(likelihood, prior, theta)
    later = {n for n in log.free if n.name not in stated.settled}  # for which it is said in general
    needed: list[L.Node] = []
    places: dict[L.Name, L.Term] = {}
    for parameter, value in said.items():
        assert isinstance(parameter, L.Var)
        if parameter not in likelihood.parameters:
            continue  # of another sample
        value = context.unfolded(value, later)
        put = moments.put_in(value.eq(0)) if L.is_scalar(value) else None
        value = value if put is None else put[0].left
        places[parameter] = L.substitute(value, likelihoods.as_data(value, likelihood))
        needed += () if put is None else put[1]
    size = likelihoods.sizes(m, likelihood, places.values())
    places = {p: L.substitute(value, size) for p, value in places.items()}
    alone = likelihoods.maximal_at(likelihood, theta) is not None  # its estimate is the same whatever the others are
    for other in frozenset() if alone else likelihood.parameters - places.keys():
        if any(_parameter(name) == _plain(other.name) for name in (*context.values, *context.survey.bare)):
            return None  # it is estimated as well, and by what was not read
        own = likelihoods.maximal_at(likelihood, other)
        if own is not None and prior is None and not any(other in value.free for value in places.values()):
            if not _KNOWN.search(context.said):
                places[other] = own  # it is not known either, and the estimate is that of both
            elif _UNKNOWN.search(context.said):
                return None  # in one place
    at = places.pop(theta)
    if any(not value.free <= log.free for value in (at, *places.values())):
        return None
    body = L.substitute(log, places)
    slope = L.Derivative(body, theta, at) if L.is_scalar(theta) else L.Gradient(body, theta, at)
    everywhere = {**places, theta: at}
    held = (L.substitute(h, everywhere) for h in context.stated() if h is not likelihood.equation)
    return L.Claim((*held, *needed), slope.eq(0 if L.is_scalar(theta) else L.Zero(theta.space)))


def _is_of(likelihood: likelihoods.Likelihood, value: L.Term) -> bool:
    """Whether an estimate is one by these data: by all samples of several only if it is made of more than one."""
    names = {n.name.upper() for n in value.free}
    means = {n.removeprefix("\\BAR{").removesuffix("}") for n in names}
    inside = [each for each in likelihood.samples if each.data.name.upper() in names | means]
    return not likelihood.parts or len(inside) > 1


def _parameter(name: str) -> str | None:
    r"""The name of the parameter that \hat{\theta}, \theta_{ML} estimates."""
    below = without_accent(name) if name.startswith("\\hat") else None
    if below is None and _LABEL.search(name):
        below = _LABEL.sub("", name)
    return None if below is None else _plain(below)


def _plain(name: str) -> str:
    return name.replace("{", "").replace("}", "").strip("\\")


__all__ = ["Estimate", "is_of_another_kind", "judged", "written"]
