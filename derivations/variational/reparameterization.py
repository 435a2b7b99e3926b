r"""The reparameterization trick: the gradient of a mean by the parameters of its law, as the mean of a gradient.

The law of z = mu + sigma epsilon moves with mu and sigma, while that of epsilon stays what it is: for a Gaussian, and
for the family of location and scale of any density r on the line.  What must be supposed is that f has a continuous
derivative, and that f'(mu + sigma epsilon) and epsilon f'(mu + sigma epsilon) are dominated near mu and sigma.
A step function has a derivative almost everywhere, and the trick fails for it.
"""

from proofs import Proof, by
from proofs.language import (
    Cases,
    Density,
    Derivative,
    E,
    Function,
    Int,
    Lambda,
    Normal,
    Number,
    PositiveReals,
    Pushforward,
    R,
    Term,
    Var,
    density,
    diff,
    differentiable,
    differentiable_under,
    erf,
    exp,
    half,
    pi,
    sqrt,
    symbols,
)
from proofs.rules import (
    density_written_out,
    derivative_by_cases,
    differentiation,
    differentiation_under_the_mean,
    gaussian_tail,
    location_and_scale,
    mean_of_image,
    mean_of_indicator,
)

mu, sigma, z, u, epsilon = symbols("mu sigma z u epsilon")
f, r = Function("f"), Density("r", R)
unit = Normal(0, 1)
image = mu + sigma * epsilon

SOURCE = "Kingma and Welling (2014), Auto-encoding variational Bayes, section 2.4; Folland (1999), theorem 2.27"


PATHWISE = "Mohamed, Rosca, Figurnov and Mnih (2020), Monte Carlo gradient estimation in machine learning, section 5"


def step(t: Term) -> Term:
    """1 where t > 0, and 0 elsewhere."""
    return Cases((Number(1),), (t > 0,), Number(0))


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


def reparameterization_of_a_step() -> Proof:
    """For a step function the mean of the gradient is 0, while the gradient of the mean is the density at the step."""
    q = Normal(mu, sigma, "q")
    chance, rises = half + half * erf(mu / (sigma * sqrt(Number(2)))), Derivative(step(image), mu, mu)
    beyond = Var("z", PositiveReals())
    return (
        Proof(
            E(step(z), z, q),
            name="reparameterization_of_a_step",
            title="For a step function the reparameterization trick fails",
            source=PATHWISE,
            chain=r"The mean of the step is a smooth function of $\mu$",
        )
        .given(sigma > 0)
        .eq(Int(q(beyond), beyond), by=mean_of_indicator)
        .eq(chance, by=gaussian_tail)
        .have(diff(chance, mu), r"Its derivative by $\mu$ is the density at the step, which is positive", label="slope")
        .eq(exp(-(mu**2) / (2 * sigma**2)) / (sigma * sqrt(2 * pi)), by=differentiation)
        .eq(q(Number(0)), by=density_written_out)
        .have(
            E(rises, epsilon, unit),
            "The derivative of the step itself is 0 away from the step, and so almost surely",
        )
        .eq(E(Number(0), epsilon, unit), by=derivative_by_cases)
        .lt(q(Number(0)))
        .eq(diff(chance, mu), by=by("slope", phrase="by the derivative above"))
    )
