r"""The reparameterization trick: the gradient of a mean by the parameters of its law, as the mean of a gradient.

The law of z = mu + sigma epsilon moves with mu and sigma, while that of epsilon stays what it is: for a Gaussian, and
for the family of location and scale of any density r on the line.  What must be supposed is that f has a continuous
derivative, and that f'(mu + sigma epsilon) and epsilon f'(mu + sigma epsilon) are dominated near mu and sigma.
"""

from proofs import Proof
from proofs.language import (
    Density,
    E,
    Function,
    Lambda,
    Normal,
    Pushforward,
    R,
    density,
    diff,
    differentiable,
    differentiable_under,
    symbols,
)
from proofs.rules import differentiation, differentiation_under_the_mean, location_and_scale, mean_of_image

mu, sigma, z, u, epsilon = symbols("mu sigma z u epsilon")
f, r = Function("f"), Density("r", R)
unit = Normal(0, 1)
image = mu + sigma * epsilon

SOURCE = "Kingma and Welling (2014), Auto-encoding variational Bayes, section 2.4; Folland (1999), theorem 2.27"


def reparameterization() -> Proof:
    """For z = mu + sigma epsilon, epsilon ~ r, the gradient of E[f(z)] is (E[f'(z)], E[epsilon f'(z)])."""
    q = Pushforward(Lambda(image, epsilon), r, "q")
    mean, slope = E(f(image), epsilon, r), diff(f(u), u, image)
    return (
        Proof(
            diff(E(f(z), z, q), mu),
            name="reparameterization",
            title="The gradient of a mean by the location and the scale of its law",
            source=SOURCE,
            chain=r"The derivative by $\mu$, where $f'(\mu + \sigma \epsilon)$ is dominated near $\mu$",
            suppose=(differentiable_under(Lambda(mean, mu), mu),),
        )
        .given(density(r), differentiable(f))
        .eq(diff(mean, mu), by=mean_of_image)
        .eq(E(diff(f(image), mu), epsilon, r), by=differentiation_under_the_mean)
        .eq(E(slope, epsilon, r), by=differentiation)
        .have(
            diff(E(f(z), z, q), sigma),
            r"The derivative by $\sigma$, where $\epsilon\, f'(\mu + \sigma \epsilon)$ is dominated near $\sigma$",
            suppose=(differentiable_under(Lambda(mean, sigma), sigma),),
        )
        .eq(diff(mean, sigma), by=mean_of_image)
        .eq(E(diff(f(image), sigma), epsilon, r), by=differentiation_under_the_mean)
        .eq(E(epsilon * slope, epsilon, r), by=differentiation)
    )


def reparameterization_of_gaussian() -> Proof:
    """For z ~ N(mu, sigma^2) the gradient of E[f(z)] by mu and sigma is (E[f'(z)], E[epsilon f'(z)])."""
    q = Normal(mu, sigma, "q")
    mean, slope = E(f(image), epsilon, unit), diff(f(u), u, image)
    return (
        Proof(
            diff(E(f(z), z, q), mu),
            name="reparameterization_of_gaussian",
            title="The gradient of a mean by the parameters of its Gaussian law",
            source=SOURCE,
            chain=r"The derivative by $\mu$, where $f'(\mu + \sigma \epsilon)$ is dominated near $\mu$",
            suppose=(differentiable_under(Lambda(mean, mu), mu),),
        )
        .given(sigma > 0, differentiable(f))
        .eq(diff(mean, mu), by=location_and_scale)
        .eq(E(diff(f(image), mu), epsilon, unit), by=differentiation_under_the_mean)
        .eq(E(slope, epsilon, unit), by=differentiation)
        .have(
            diff(E(f(z), z, q), sigma),
            r"The derivative by $\sigma$, where $\epsilon\, f'(\mu + \sigma \epsilon)$ is dominated near $\sigma$",
            suppose=(differentiable_under(Lambda(mean, sigma), sigma),),
        )
        .eq(diff(mean, sigma), by=location_and_scale)
        .eq(E(diff(f(image), sigma), epsilon, unit), by=differentiation_under_the_mean)
        .eq(E(epsilon * slope, epsilon, unit), by=differentiation)
    )
