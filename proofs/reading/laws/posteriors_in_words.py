r"""Posteriors that words say: "the posterior of $\theta$ given $y$ is $\mathrm{Beta}(a + y, b + n - y)$", "the
posterior mean is $\frac{a + y}{a + b + n}$".

They are read as the statement that an author could have written in their place, \theta \mid y \sim, \mathbb{E}[\theta
\mid y] =, where one model is known that has them, and what stands there is made of its data: for data with numbers, or
in letters of its own, it says more than that model does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ... import language as L
from ..claims.named_quantities import written
from ..grammar.parser import parse_row
from ..meaning import Meaning
from ..names import is_letter, name_of
from ..parts import Piece
from ..probability.means import is_law
from ..syntax import Multiply, Syntax
from ..told.follows import names_in
from ..words import prose
from ..words.inline import ALTERNATIVE, ENDS, SOMETIMES, joined
from . import likelihoods, posteriors
from .drawn import densities_said
from .whole_data import given_said

_SAID = re.compile(
    r"\b(?:the|our|this|its)\s+(?P<map>map\b|maximum a posteriori\b)?(?:posterior\b)?\s*"
    r"(?P<noun>distribution|law|density|mean|expectation|expected value|variance|mode|estimat(?:e|or))?\s*"
    rf"(?P<of>(?:of|for|on)\s+{prose.ONE})?\s*(?P<given>(?:given|after observing)\s+{prose.ONE})?,?\s*"
    r"\b(?:is|becomes|equals)(?: (?:then|thus|therefore|hence|again|also|given by|just|simply))?"
    r"(?P<kernel> proportional to)?(?: an?| the)?\W*$"
)
_HAS = r"(?:mean|expectation|variance|mode)"
_WITH = re.compile(  # "the posterior is $\\mathrm{Beta}(a, b)$ with mean $m$ and mode"
    rf"\b(?P<map>)posterior\b[^.;]*?{prose.ONE}\s*(?:distribution|law)?\s*,?\s*"
    r"(?:and |which |so it )?(?:with|has|having)\s+(?:an? |the )?(?:posterior )?"
    rf"(?:{_HAS}\s*{prose.ONE}\s*(?:,|and|,\s*and)\s*(?:posterior )?)*(?P<noun>{_HAS})"
    r"(?P<of>(?!))?(?P<given>(?!))?(?P<kernel>(?!))?\s*$"
)
_OTHER = re.compile(  # of another model, or of more or fewer than its data
    r"^\W*(for|with|at|in|as)\b|\b(another|next|second|further|more|new|approximat\w*|instead|if|under|when|whenever|improper|jeffreys|flat|"
    r"suppose|assume|let|marginal|joint|predictive|variational|whether|not|limit\w*|asymptotic\w*|claims?|wrong|first)\b"
)
_GIVEN = re.compile(
    r"\b(posterior|distribution|law|density|mean|expectation|expected value|variance)\b"
    rf"(\s+(distribution|law|density|mean|variance))?\s+(of|for)\s*{prose.ONE}\s*,?\s*"
    r"(given|conditional(ly)? on|conditioned on)( that| the event)?\s*$"
)
_CONCLUDES = "Then "
_BEHIND = re.compile(r"^\s*(distribution|law|density|random variable)?\b")
# What words say of the parameter and the data.
_WRITTEN: dict[str, Callable[[str, str], str]] = {
    "law": lambda theta, data: rf"{theta} \mid {data} \sim ",
    "kernel": lambda theta, data: rf"p({theta} \mid {data}) \propto ",
    "density": lambda theta, data: rf"p({theta} \mid {data}) = ",
    "mean": lambda theta, data: rf"\mathbb{{E}}[{theta} \mid {data}] = ",
    "variance": lambda theta, data: rf"\mathrm{{Var}}({theta} \mid {data}) = ",
    "mode": lambda theta, _: rf"\hat{{{theta}}}_{{\mathrm{{MAP}}}} = ",
}


def is_condition(piece: Piece) -> bool:
    """Whether an equation is what a law, or a mean, is said to be given: "the law of $Z$ given $X = x$ is"."""
    return not piece.formula.display and _GIVEN.search(prose.sentence(piece.formula.words)) is not None


def as_statement(m: Meaning, pieces: Sequence[Piece], at: int) -> Piece:
    """A piece of a sentence with the statement that it makes of a posterior; any other piece as it is."""
    piece = pieces[at]
    formula, value = piece.formula, piece.sole
    found = _found(piece)
    if found is None or value is None:
        return piece
    kind = _kind(found, value)
    names = _model(m, found, pieces[max(at - 2, 0) : at], value) if kind is not None and _ends(formula.rest) else None
    if kind is None or names is None:
        return piece
    whole = joined(_WRITTEN[kind](*names), formula.maths)
    row = densities_said(given_said(parse_row(whole.text)))
    return replace(piece, row=row, formula=replace(formula, maths=whole, words=_CONCLUDES, lead=_CONCLUDES))


def is_said(piece: Piece) -> bool:
    """Whether words may say of a posterior what stands alone in a piece."""
    return _found(piece) is not None


def _found(piece: Piece) -> re.Match[str] | None:
    """How the words before a piece of a sentence say of a posterior that it is what stands there."""
    if piece.formula.display or piece.sole is None:
        return None
    said = prose.sentence(piece.formula.words)
    found = _SAID.search(said) or _WITH.search(said)
    if found is None or not ("posterior" in found[0] or found["map"]) or _OTHER.search(said):
        return None
    return found


def _kind(found: re.Match[str], value: Syntax) -> str | None:
    """What is said to be what stands there; None where that is of another kind."""
    noun = found["noun"] or ""
    if found["map"] or noun == "mode":
        return "mode"
    if found["kernel"]:
        return "kernel" if not is_law(value) and noun in ("", "distribution", "density", "law") else None
    if is_law(value):
        return "law" if noun in ("", "distribution", "law") else None
    noun = "mean" if noun.startswith("expect") else noun
    return noun if noun in ("mean", "variance", "density") else None


def _ends(rest: str) -> bool:
    """Whether what follows does not go on with the value."""
    behind = _BEHIND.sub("", rest)
    return bool(ENDS.match(behind)) and not ALTERNATIVE.match(behind) and not SOMETIMES.match(behind)


def _model(m: Meaning, found: re.Match[str], before: Sequence[Piece], value: Syntax) -> tuple[str, str] | None:
    """The parameter and the data of the one model that has the posterior, as they can be written."""
    spoken = [*before][len(before) - found[0].count(prose.ONE) :]
    theta = name_of(spoken[0].sole) if found["of"] and spoken and spoken[0].sole is not None else None
    priors = {parameter: law for parameter, law in posteriors.priors(m) if theta in (None, parameter.name)}
    if found["of"] and theta is None:
        return None
    if not priors:
        return _of_variables(
            m, theta, spoken[-1].formula.maths.text.strip() if found["given"] and spoken else None, value
        )
    if len(priors) != 1:
        return None
    ((parameter, prior),) = priors.items()
    samples = [each for each in likelihoods.of_data(m, parameter.name) if parameter in each.parameters]
    if len(samples) != 1 or not _is_of_data(m, samples[0], prior, value):
        return None
    if found["given"] and spoken:
        return written(parameter.name), spoken[-1].formula.maths.text.strip()
    name = samples[0].data.name  # X_1, ..., X_n are x_1, ..., x_n once they have been observed
    observed = name.lower() in {each.partition("_")[0] for each in map(_plain, names_in(value))}
    return written(parameter.name), written(name.lower() if observed else name)


def _of_variables(m: Meaning, theta: str | None, given: str | None, value: Syntax) -> tuple[str, str] | None:
    r"""The same of random variables, X \sim \mathrm{Bin}(n, \theta) or X \mid \theta \sim, where \theta has a law."""
    context = m.context
    pairs: list[tuple[str, str, L.Law]] = [(drawn.parent, name, drawn.law) for name, drawn in context.drawn.items()]
    for name, law in context.laws.items():
        inside = [n.name for n in law.free if n.name in context.laws] if isinstance(law, L.Family) else []
        pairs += [(inside[0], name, law)] if len(inside) == 1 and name not in context.data else []
    pairs = [pair for pair in pairs if theta in (None, pair[0])]
    if len(pairs) != 1 or pairs[0][0] not in context.laws:
        return None
    ((parent, child, law),) = pairs
    inside_value = names_in(value.factors[-1] if is_law(value) and isinstance(value, Multiply) else value)
    known = {n.name for n in law.free | context.laws[parent].free} | {child, child.lower()} | context.values.keys()
    if inside_value.isdisjoint({child, child.lower()}) or any(map(is_letter, inside_value - known)):
        return None
    observed = f"{child} = {child.lower()}" if child not in inside_value and child != child.lower() else child
    return written(parent), given or observed


def _is_of_data(m: Meaning, sample: likelihoods.Likelihood, prior: L.Law, value: Syntax) -> bool:
    """Whether a value is made of the data, and of nothing else that is not known."""
    inside = names_in(value.factors[-1] if is_law(value) and isinstance(value, Multiply) else value)
    values = {name: m.context.values[name] for name in inside & m.context.values.keys()}
    names = inside.union(*({n.name for n in each.free} for each in values.values()))
    known = {n.name for n in sample.names | prior.free} | {n.name for n in _sizes(sample)} | values.keys()
    of_data = {name for name in names if _stem(name) == _stem(sample.data.name)}
    running = {n for name in of_data if (n := name.partition("_")[2])} | {"n", "N", "i"}
    sized = {n.name for n in _sizes(sample)} & names  # the variance of a mean is made of n alone
    return bool(of_data or sized) and not any(
        is_letter(n) and not m.context.is_parameter(n) for n in inside - known - of_data - running
    )


def _stem(name: str) -> str:
    return _plain(name).partition("_")[0].lower()


def _plain(name: str) -> str:
    """The name of data, without the bar over it."""
    return name.removeprefix("\\bar{").removesuffix("}") if name.startswith("\\bar{") else name


def _sizes(sample: likelihoods.Likelihood) -> frozenset[L.Name]:
    return frozenset() if sample.index is None else sample.index.space.free


__all__ = ["as_statement", "is_condition", "is_said"]
