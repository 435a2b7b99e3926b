r"""Estimators by the method of moments: $\tilde\theta = 2 \bar X$ is where the law of the data has the mean \bar X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ...language.beneath import interior
from ..laws import likelihoods
from ..names import name_of
from ..shapes.shapes import without_accent

if TYPE_CHECKING:
    from ..told.naming_equation import NamingEquation

_METHOD = re.compile(r"\b(method[- ]of[- ]moments?|moments? estimat\w+|match(ing)?( the)?( first)? moments?|mome?)\b")
_OTHER = re.compile(r"\b(maximum|likelihood|mle|second|generali[sz]ed|bayes\w*|not|instead|other|different|bias\w*)\b")
_LABEL = re.compile(r"_\{?(\\mathrm\{)?(MM|MOM|MoM|MME|mm|mom)\}*$")


def sides(equation: NamingEquation, said: str) -> tuple[L.Term, L.Term, tuple[L.Node, ...]] | None:
    r"""The mean of the law at the estimate, and \bar X, where the estimate is made of that alone; and what is taken
    for granted of them."""
    if not _METHOD.search(said) or _OTHER.search(said):
        return None
    name = _LABEL.sub("", name_of(equation.thread.node) or "")
    parameter = without_accent(name)
    samples = [each for each in likelihoods.of_data(equation.m) if each.index is not None and each.equation is None]
    if parameter is None or len(samples) != 1 or samples[0].parts:
        return None
    (sample,) = samples
    value = equation.m.scalar(equation.right)
    means = [n for n in value.free if isinstance(n, L.Var) and n.name.lower() == f"\\bar{{{sample.data.name.lower()}}}"]
    found = [n for n in sample.each.free if isinstance(n, L.Var) and n.name == parameter]
    if len(means) != 1 or len(found) != 1 or sample.index is None or not L.is_scalar_space(sample.home):
        return None
    (mean,) = means
    put: dict[L.Name, L.Node] = {found[0]: value}
    law = sample.each.head if isinstance(sample.each, L.Apply) else None
    others = sample.each.free - {found[0], sample.data, sample.index, *sample.index.space.free}
    plain = isinstance(law, L.Normal) and law.mean is found[0]
    if (isinstance(law, L.Law) and sample.index in law.free) or not (plain or others <= value.free):
        return None
    if isinstance(law, L.Family):
        estimated = L.substitute(law, put)
        x = L.fresh_beside(L.Var("x", L.support(estimated)), estimated)
        return L.Expectation(x, x, estimated), mean, (*estimated.conditions(), *_within(mean, L.support(estimated)))
    if not sample.home.free.isdisjoint(put):
        return None
    x = L.fresh_beside(L.Var("x", sample.home), sample.each, value)
    density = L.substitute(likelihoods.at_point(sample.each, sample, x), put)
    return L.Int(density * x, x), mean, (L.Int(density, x).eq(1), *_within(mean, sample.home))


def _within(mean: L.Var, home: L.Space) -> list[L.Relation]:
    """That a mean lies where the data do, where that does not depend on it."""
    return [] if L.is_counted(home) or mean in home.free else interior(mean, home)


__all__ = ["sides"]
