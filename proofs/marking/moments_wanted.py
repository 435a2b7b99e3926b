"""Second moments that a claim takes for finite: of random variables of which a variance is spoken of."""

from __future__ import annotations

from ..integrability import is_finite
from ..known_moments import known
from ..language import Apply, Claim, Density, Expectation, Function, Number, Power, Statement, finite, is_scalar
from ..language.facts import Facts


def moments_wanted(claim: Claim) -> tuple[Statement, ...]:
    """That E[X^2] is finite, for each of several random variables of which the mean of a square is taken together."""
    facts, found = Facts(claim.hypotheses), dict[Statement, None]()
    for node in claim.statement.walk():
        match node:
            case Expectation(Power(base, Number(n)), x, Density() as law) if n == 2:
                values = {part for part in base.walk() if isinstance(part, Apply) and part.args == (x,)}
                variables = sorted(
                    {v.head for v in values if isinstance(v.head, Function) and is_scalar(v)}, key=lambda f: f.name
                )
                if len(variables) > 1:
                    squares = (Expectation(f(x) ** 2, x, law) for f in variables if known(law, f, facts).order < 2)
                    found.update(dict.fromkeys(finite(t) for t in squares if not is_finite(t, facts)))
    return tuple(found)


__all__ = ["moments_wanted"]
