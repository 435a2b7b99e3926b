"""The divergence between two Gaussians as an area: that of N(3, 2) from N(4, 1)."""

from proofs import Area, Curve, Panel, Picture
from proofs.language import Expectation, log, sqrt

from ..gaussians import gaussian_kl as page

LOW, HIGH = -2, 8


def picture() -> Picture:
    """Two densities, and the integrand p log(p/q), whose area is their divergence."""
    proof = page.gaussian_kl().at(mu_1=3, sigma_1=sqrt(2), mu_2=4, sigma_2=1)
    divergence, mean = proof.statement.left, proof.chains[0].steps[0].right
    assert isinstance(mean, Expectation)
    p, q, x = divergence.p, divergence.q, mean.var
    integrand = Curve(p(x) * mean.body, x, LOW, HIGH, page.p(x) * log(page.p(x) / page.q(x)))
    return Picture(
        "Two normal densities, and the integrand of their divergence: its area, counted negative below the axis.",
        (
            Panel(
                (Curve(p(x), x, LOW, HIGH, page.p(x), 0), Curve(q(x), x, LOW, HIGH, page.q(x), 1)),
                across=x,
                up="density",
            ),
            Panel(
                (integrand,),
                across=x,
                up="integrand",
                areas=(Area(integrand, page.gaussian_kl().statement.left, proof.statement.right),),
            ),
        ),
    )
