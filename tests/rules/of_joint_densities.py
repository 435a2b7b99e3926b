"""The rules for densities of several things, each with a variable of its own."""

from __future__ import annotations

from proofs.language import (
    Abstract,
    Cartesian,
    Density,
    E,
    Function,
    Int,
    R,
    Tuple,
    Var,
    density,
    dominated,
    finite,
    log,
)
from proofs.rules import mean_under_joint_density
from tests.rules.examples import Example

X, Y = Abstract("X"), Abstract("Y")
PAIRS, PLANE = Cartesian((X, Y)), Cartesian((R, R))
x, y, w = Var("x", X), Var("y", Y), Var("w", PAIRS)
s, t, v = Var("s", R), Var("t", R), Var("v", PLANE)
p, q, r = Density("p", PAIRS), Density("q", PAIRS), Density("r", PLANE)
f, g, h = Function("f", X), Function("g", Y), Function("h", R)
LAWS = (density(p), density(q))
ratio = log(p(w) / q(w))


def at(*entries):
    return Tuple(entries)


def both(integrand, inner=y, outer=x):
    return Int(Int(integrand, inner), outer)


log_ratio = p(at(x, y)) * log(p(at(x, y)) / q(at(x, y)))
mean = E(f(w[1]) * g(w[2]), w, p)

EXAMPLES = [
    Example(mean_under_joint_density, both(log_ratio), E(ratio, w, p), (*LAWS, dominated(p, q))),
    Example(mean_under_joint_density, both(log_ratio, x, y), E(ratio, w, p), (*LAWS, dominated(p, q))),
    Example(mean_under_joint_density, both(f(x) * p(at(x, y)) * g(y)), mean, (density(p), finite(mean))),
    Example(mean_under_joint_density, both(p(at(x, y)) * f(x) ** 2), E(f(w[1]) ** 2, w, p), (density(p),)),
]
crossed = E(h(v[2]), v, r)
REFUSED = [
    Example(mean_under_joint_density, both(log_ratio), E(ratio, w, p), LAWS),
    Example(mean_under_joint_density, both(log_ratio), E(ratio, w, q), (*LAWS, dominated(p, q))),
    # an iterated integral may have a value where the mean has none
    Example(mean_under_joint_density, both(p(at(x, y)) * f(x) * g(y)), mean, (density(p),)),
    Example(mean_under_joint_density, both(p(at(x, y)) * f(x) * g(y)), mean,
            (density(p), finite(both(p(at(x, y)) * f(x) * g(y))))),
    Example(mean_under_joint_density, Int(Int(r(at(s, s)) * h(s) ** 2, t), s), E(h(v[1]) ** 2, v, r), (density(r),)),
    Example(mean_under_joint_density, Int(Int(r(at(t, s)) * h(s), t), s), E(h(v[1]), v, r),
            (density(r), finite(E(h(v[1]), v, r)))),
    Example(mean_under_joint_density, Int(r(at(s, t)) * h(t), t), crossed, (density(r), finite(crossed))),
    Example(mean_under_joint_density, both(q(at(x, y)) * f(x) ** 2), E(f(w[1]) ** 2, w, q), (density(p),)),
]  # fmt: skip
