"""Integrals against densities: they are means, and what counts is what holds almost surely."""

from __future__ import annotations

from .language import Apply, Expectation, Int, Law, Neg, Plus, Term, Times, Var, alpha_equal, support


def weighted_means(t: Int) -> tuple[Expectation, ...]:
    """The means that an integral is the sum of whose integrand has a density as factor; none for other integrands.

    Where the density is 0, so is the product, whatever stands beside it (0 log 0 = 0).
    """
    summands = t.body.args if isinstance(t.body, Plus) else (t.body,)
    found = [m for s in summands if (m := _as_mean(s, t.var)) is not None]
    return tuple(found) if len(found) == len(summands) else ()


def _as_mean(t: Term, x: Var) -> Expectation | None:
    """p(x) f as the mean of f under p, up to a sign."""
    match t:
        case Neg(a):
            return _as_mean(a, x)
        case Times(args):
            for k, a in enumerate(args):
                match a:
                    case Apply(Law() as law, (at,)) if (
                        at is x and x not in law.free and alpha_equal(support(law), x.space)
                    ):
                        rest = args[:k] + args[k + 1 :]
                        return Expectation(rest[0] if len(rest) == 1 else Times(rest), x, law)
    return None
