"""The evidence is the lower bound and a divergence, in the ways in which books write it."""

from __future__ import annotations

import pytest

from .verdicts import last, verdicts

BOUND = r"\int q(z) \log \frac{p(x, z)}{q(z)} \, dz"
MEAN = r"\mathbb E_{q(z)}\left[\log \frac{p(x, z)}{q(z)}\right]"
DIVERGENCE = r"\mathrm{KL}(q(z) \| p(z \mid x))"


@pytest.mark.parametrize("bound", [BOUND, MEAN])
@pytest.mark.parametrize(
    "rest",
    [
        DIVERGENCE,
        r"\mathbb E_{q(z)}\left[\log \frac{q(z)}{p(z \mid x)}\right]",
        r"\int q(z) \log \frac{q(z)}{p(z \mid x)} \, dz",
    ],
)
def test_the_evidence(bound, rest):
    assert last(rf"$$\log p(x) = {bound} + {rest}$$") == "proved"
    assert last(rf"$$\log p(x) = {bound} - {rest}$$") in {"refuted", "undecided"}


def test_letters_for_the_posterior():
    """The divergence between q and p, where p is a model of x and z, and what is defined behind the equation."""
    text = (
        "$$\\ln p(\\mathbf{X}) = \\mathcal{L}(q) + \\mathrm{KL}(q \\| p)$$\nwhere we have defined\n"
        "$$\\mathcal{L}(q) = \\int q(\\mathbf{Z}) \\ln \\frac{p(\\mathbf{X}, \\mathbf{Z})}{q(\\mathbf{Z})} d\\mathbf{Z}$$\n"
        "$$\\mathrm{KL}(q \\| p) = %s \\int q(\\mathbf{Z}) \\ln \\frac{p(\\mathbf{Z} | \\mathbf{X})}{q(\\mathbf{Z})} d\\mathbf{Z}.$$"
    )
    assert sorted(verdicts(text % "-")) == ["given", "proved", "proved"]
    assert "refuted" in verdicts(text % "")


def test_letters_of_which_more_than_one_density_may_be_meant():
    text = r"Let $p(x, z) = p(x \mid z) p(z)$ with $\log p(x) = \int q(z) \log \frac{p(z \mid x)}{q(z)} dz$. "
    assert last(text + r"Then $$\mathrm{KL}(q \| p) = -\int q(z) \log \frac{p(z)}{q(z)} dz$$") != "refuted"


@pytest.mark.parametrize("bound", [r"\mathbb E_{q(z)}[\log p(x, z)] - \mathbb E_{q(z)}[\log q(z)]", MEAN])
def test_reconstruction_and_divergence_from_the_prior(bound):
    """What neither mean says by itself: log p(z) in both of them cancels, and need not have a mean."""
    reconstruction = r"\mathbb E_{q(z)}[\log p(x \mid z)]"
    assert last(rf"$${bound} = {reconstruction} - \mathrm{{KL}}(q(z) \| p(z))$$") == "proved"
    assert last(rf"$${bound} = {reconstruction} + \mathrm{{KL}}(q(z) \| p(z))$$") == "refuted"
    assert last(rf"$${bound} = {reconstruction} - \mathrm{{KL}}(q(z) \| p(z \mid x))$$") == "refuted"


BOUNDS = [
    (r"\mathbb E_{q(z)}\left[\log \frac{p(x, z)}{q(z)}\right]", "proved"),
    (r"\mathbb E_{q(z)}[\log p(x, z) - \log q(z)]", "proved"),
    (r"\mathbb E_{q(z)}[\log p(x, z)] + H(q)", "proved"),
    (r"\mathbb E_{q(z)}[\log p(x, z)] - H(q)", "refuted"),
    (r"\mathbb E_{q(z)}[\log p(x \mid z)] - \mathrm{KL}(q(z) \| p(z))", "proved"),
    (r"\mathbb E_{q(z)}[\log p(x \mid z)] + \mathrm{KL}(q(z) \| p(z))", "refuted"),
    (r"\mathbb E_{q(z)}[\log p(x, z)]", "refuted"),
]


def test_the_bound_in_one_step():
    for bound, verdict in BOUNDS:
        assert last(rf"$$\log p(x) \ge {bound}.$$") == verdict, bound


def test_latent_vectors_of_which_nothing_is_used():
    """What is so of densities on any space is so of those on R^d."""
    told = r"The bound, for $z \in \mathbb R^d$ with $\|z\| < \infty$, is "
    bound = r"\mathbb E_{q_\phi(z|x)}\left[\log \frac{p_\theta(x, z)}{q_\phi(z|x)}\right]"
    rest = r"\mathbb E_{q_\phi(z|x)}[\log p_\theta(x|z)] %s D_{KL}(q_\phi(z|x) \| p(z))"
    assert last(told + rf"$${bound} = {rest % '-'}.$$") == "proved"
    assert last(told + rf"$${bound} = {rest % '+'}.$$") in {"refuted", "undecided"}
