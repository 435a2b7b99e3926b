r"""The loss of a variational autoencoder for one observation: reconstruction plus divergence, from the log-variance.

The encoder gives the mean mu and the log-variance s of the law of the latent variable, the decoder the mean y of a
Gaussian with variance one: its negative log-density is the squared error but for a constant, which the loss leaves out.
"""

from proofs import Proof, by
from proofs.language import KL, Normal, Number, exp, half, log, pi, sqrt, symbols
from proofs.rules import log_of_density

from ..gaussians import gaussian_kl as gaussians

x, y, mu, sigma, s = symbols("x y mu sigma s")
decoder, prior = Normal(y, 1, "p"), Normal(0, 1)
encoder, by_log_variance = Normal(mu, sigma, "q"), Normal(mu, sqrt(exp(s)))
error, divergence = (x - y) ** 2 / 2, KL(by_log_variance, prior)

SOURCE = "Kingma and Welling (2014), Auto-encoding variational Bayes, section 3 and appendix B"


def vae_loss() -> Proof:
    """(x - y)^2/2 + KL(N(mu, e^s) || N(0, 1)) = (x - y)^2/2 - (1 + s - mu^2 - e^s)/2."""
    standard = {gaussians.mu_1: mu, gaussians.sigma_1: sigma, gaussians.mu_2: Number(0), gaussians.sigma_2: Number(1)}
    return (
        Proof(
            -log(decoder(x)),
            name="vae_loss",
            title="The loss of a variational autoencoder",
            source=SOURCE,
            chain="The reconstruction: the squared error, and a constant that is left out",
        )
        .using(general=gaussians.gaussian_kl())
        .eq(error + log(2 * pi) / 2, by=log_of_density)
        .have(
            KL(encoder, prior),
            "The divergence of the encoder from the prior",
            label="latent",
            suppose=(sigma > 0,),
        )
        .eq(
            log(1 / sigma) - half + (sigma**2 + (mu - 0) ** 2) / (2 * Number(1) ** 2),
            by=by("general", standard, phrase="by the general formula"),
        )
        .eq(-half * (1 + log(sigma**2) - mu**2 - sigma**2))
        .have(divergence, "The same, with the log-variance $s$", label="divergence")
        .eq(
            -half * (1 + log(exp(s)) - mu**2 - exp(s)),
            by=by("latent", {sigma: sqrt(exp(s))}, phrase="by the formula just found"),
        )
        .eq(-half * (1 + s - mu**2 - exp(s)))
        .have(error + divergence, "The loss")
        .eq(error - half * (1 + s - mu**2 - exp(s)), by=by("divergence", phrase="by the formula just found"))
    )


def vae_loss_example() -> Proof:
    """The loss at x = 1, y = 0.8, mu = 1, s = -0.5: 0.02 + 0.5533 = 0.5733."""
    loss = vae_loss().at(x=1, y=Number("4/5"), mu=1, s=Number("-1/2"))
    reconstruction, latent = Number(1) / 50, (half + exp(-half)) / 2
    return (
        loss.named("vae_loss_example", "The loss of a variational autoencoder, with numbers")
        .have(loss.put(error), "The loss of the reconstruction")
        .eq(reconstruction)
        .have(loss.put(divergence), "The loss of the divergence", label="divergence in numbers")
        .eq(loss.put(-half * (1 + s - mu**2 - exp(s))), by=by("divergence", phrase="by the formula above"))
        .eq(latent)
        .have(loss.put(error + divergence), "The sum of the two")
        .eq(reconstruction + loss.put(divergence))
        .eq(reconstruction + latent, by=by("divergence in numbers", phrase="as just computed"))
        .shows(loss.put(error + divergence).eq(reconstruction + latent))
    )
