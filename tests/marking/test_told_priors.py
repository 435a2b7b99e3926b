r"""The law of one variable of a model is told, p(z) = N(0, 1), and how the others depend on it is not."""

from __future__ import annotations

from .verdicts import last, verdicts

TOLD = r"Let $q_\phi(z|x) = \mathcal N(\mu, \sigma^2)$ and $p(z) = \mathcal N(0, 1)$. "
BOUND = r"\mathbb E_{q_\phi(z|x)}\left[\log \frac{p_\theta(x, z)}{q_\phi(z|x)}\right]"
REST = r"\mathbb E_{q_\phi(z|x)}[\log p_\theta(x|z)] %s \mathrm{KL}(q_\phi(z|x) \| p(z))"


def test_the_joint_density_is_made_of_what_is_told():
    told = r"Let $p(z) = \mathcal N(0, 1)$. Then $p(x, z) = p(x | z) p(z)"
    assert last(told + "$.") == "proved"
    assert last(told + "^2$.") in {"refuted", "undecided"}
    assert verdicts(TOLD + rf"Then $${BOUND} = {REST % '-'}.$$")[2:] == ["proved"]
    assert verdicts(TOLD + rf"Then $${BOUND} = {REST % '+'}.$$")[2:][0] in {"refuted", "undecided"}


def test_the_divergence_of_an_encoder_behind_the_bound():
    """What is told of q and p stands below a bound about any q and p, as on the pages of a sheet."""
    text = (
        rf"The bound is $${BOUND} = {REST % '-'}.$$ For $q_\phi(z|x) = \mathcal N(\mu, \operatorname{{diag}}(\sigma^2))$"
        r" and $p(z) = \mathcal N(0, I)$ with $z \in \mathbb R^d$, "
        r"$$\mathrm{KL}(q_\phi(z|x) \| p(z)) = \frac12 \sum_{j=1}^d (\sigma_j^2 + \mu_j^2 - 1 - \log %s).$$"
    )
    assert verdicts(text % r"\sigma_j^2") == ["proved", "given", "given", "proved"]
    assert verdicts(text % r"\sigma_j") == ["proved", "given", "given", "refuted"]
    alone = (
        r"Let $q = \mathcal N(\mu, \mathrm{diag}(\sigma_1^2, \dots, \sigma_d^2))$ and $p = \mathcal N(0, I)$. "
        r"Then $$\mathrm{KL}(q \| p) = \frac12 \sum_{i=1}^d (\sigma_i^2 + \mu_i^2 - 1 - \log \sigma_i^2).$$"
    )
    assert last(alone) == "proved"
