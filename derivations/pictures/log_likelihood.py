"""The log-likelihood of a success probability, for nine successes in sixteen trials, and its maximum."""

from proofs import Curve, Mark, Panel, Picture
from proofs.language import Relation, Var, half, substitute

from ..estimation import bernoulli_mle as page

LOW, HIGH = half / 10, 1 - half / 10  # it tends to minus infinity at 0 and at 1


def picture() -> Picture:
    """The curve, the horizontal tangent that it lies below, and the point where they meet."""
    proof = page.bernoulli_mle_example()
    p, estimate = proof.statement.left, proof.statement.right
    bound = next(c.concluded for c in proof.chains if isinstance(c.concluded, Relation) and c.concluded.symbol == "<=")
    assert isinstance(p, Var)
    return Picture(
        "The log-likelihood of nine successes in sixteen trials: it lies below its horizontal tangent, which it meets"
        " at the estimate.",
        (
            Panel(
                (
                    Curve(bound.left, p, LOW, HIGH, bound.left, 0),
                    Curve(bound.right, p, LOW, HIGH, "its tangent at the estimate", 1),
                ),
                across=p,
                up="log-likelihood",
                marks=(
                    Mark(
                        estimate, substitute(bound.left, {p: estimate}), "the estimate", estimate, style=2, dropped=True
                    ),
                ),
            ),
        ),
    )
