"""The optimal discriminator between N(3, 2) and N(4, 1): a sigmoid of a quadratic, and no sigmoid-like function."""

from proofs import Curve, Mark, Panel, Picture
from proofs.language import Number, substitute

from ..adversarial import optimal_discriminator as page

LOW, HIGH = 0, 10
CENTRE = Number(5)  # of its symmetry, where it is least


def picture() -> Picture:
    """The two densities, and the share of the first among them."""
    proof = page.gaussian_discriminator_example()
    x, best = page.y, proof.statement.left
    p, g = best.num, best.den.args[1]
    least = substitute(best, {x: CENTRE})
    return Picture(
        "The densities of the data and of what is generated, and the optimal discriminator: it falls, then grows, and"
        " tends to one at both ends.",
        (
            Panel((Curve(p, x, LOW, HIGH, p, 0), Curve(g, x, LOW, HIGH, g, 1)), across=x, up="density"),
            Panel(
                (Curve(best, x, LOW, HIGH, best, 2),),
                across=x,
                up="optimal discriminator",
                marks=(Mark(CENTRE, least, "least value", least, style=0, dropped=True),),
            ),
        ),
    )
