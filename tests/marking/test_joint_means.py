"""Means under a joint density, written as integrals over its variables one after the other."""

import pytest

from proofs.marking.verify import verify

LAWS = r"Let $p(x, y)$ and $q(x, y)$ be joint densities. "


def last(claim, words=LAWS):
    return verify(f"{words}$${claim}$$", jobs=0, second_reader=False).steps[-1]


PROVED = {
    "a divergence": (r"KL(p \| q) = \int \int p(x, y) \log \frac{p(x, y)}{q(x, y)} \, dx \, dy", (r"p \ll q",)),
    "the other order": (r"KL(p \| q) = \int \int p(x, y) \log \frac{p(x, y)}{q(x, y)} \, dy \, dx", (r"p \ll q",)),
    "from a mixture": (
        r"KL(p \| \frac{p + q}{2}) = \int \int p(x, y) \log \frac{p(x, y)}{\frac12 p(x, y) + \frac12 q(x, y)} \, dy \, dx",
        (),
    ),
}
REFUTED = {
    "under the other law": r"KL(p \| q) = \int \int q(x, y) \log \frac{p(x, y)}{q(x, y)} \, dx \, dy",
    "upside down": r"KL(p \| q) = \int \int p(x, y) \log \frac{q(x, y)}{p(x, y)} \, dx \, dy",
    "without its logarithm": r"KL(p \| q) = \int \int p(x, y) \frac{p(x, y)}{q(x, y)} \, dx \, dy",
}


@pytest.mark.parametrize("name", PROVED)
def test_a_mean_is_integrated_over_each_variable(name):
    claim, needs = PROVED[name]
    step = last(claim)
    assert (step.verdict, step.needs) == ("proved", needs) and "mean_under_joint_density" in step.rule


@pytest.mark.parametrize("name", REFUTED)
def test_another_integrand_is_refuted(name):
    assert last(REFUTED[name]).verdict == "refuted"
