"""Formulas that a solution recalls about known objects, and the slips with which they are recalled wrongly."""

from __future__ import annotations

from typing import NamedTuple

TWO_LAWS = r"Let $p$ and $q$ be densities on the line with $p(x) > 0$ and $q(x) > 0$."
TWO_NORMALS = (
    r"Let $p(x) = \mathcal N(x \mid \mu_1, \sigma_1^2)$ and $q(x) = \mathcal N(x \mid \mu_2, \sigma_2^2)$"
    r" with $\sigma_1, \sigma_2 > 0$."
)
VECTOR_NORMALS = (
    r"Let $p(x) = \mathcal N(x \mid \mu_0, \Sigma_0)$ and $q(x) = \mathcal N(x \mid \mu_1, \Sigma_1)$ with"
    r" $\mu_0, \mu_1 \in \mathbb R^d$ and positive definite $\Sigma_0, \Sigma_1 \in \mathbb R^{d \times d}$."
)


class Recalled(NamedTuple):
    """A true formula within its context, and what may be written in place of a part of it."""

    context: str
    formula: str
    slips: tuple[tuple[str, str], ...]

    @property
    def wrong(self) -> list[str]:
        for right, _ in self.slips:
            assert self.formula.count(right) >= 1, right
        return [self.formula.replace(right, slip, 1) for right, slip in self.slips]


RECALLED = {
    "KL": Recalled(
        TWO_LAWS,
        r"D_{KL}(p \| q) = \int p(x) \log \frac{p(x)}{q(x)} \, dx",
        (
            (r"\frac{p(x)}{q(x)}", r"\frac{q(x)}{p(x)}"),
            (r"\int p(x) \log", r"\int q(x) \log"),
            (r"\log \frac{p(x)}{q(x)}", r"\frac{p(x)}{q(x)}"),
            (r"= \int", r"= -\int"),
        ),
    ),
    "KL by entropies": Recalled(
        TWO_LAWS,
        r"D_{KL}(p \| q) = \int p(x) \log p(x) \, dx - \int p(x) \log q(x) \, dx",
        ((r"dx - \int", r"dx + \int"), (r"\int p(x) \log q(x)", r"\int q(x) \log p(x)")),
    ),
    "JS": Recalled(
        TWO_LAWS + r" Let $m = \frac12 (p + q)$.",
        r"D_{JS}(p \| q) = \frac12 D_{KL}(p \| m) + \frac12 D_{KL}(q \| m)",
        (
            (r"\frac12 D_{KL}(p \| m)", r"D_{KL}(p \| m)"),
            (r"D_{KL}(p \| m)", r"D_{KL}(m \| p)"),
            (r"D_{KL}(q \| m)", r"D_{KL}(q \| p)"),
            (r"+ \frac12", r"- \frac12"),
        ),
    ),
    "the density of a Gaussian": Recalled(
        r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with $\sigma > 0$.",
        r"f_X(x) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)",
        (
            (r"{2 \sigma^2}\right", r"{\sigma^2}\right"),
            (r"(x - \mu)^2", r"(x - \mu)"),
            (r"\sqrt{2 \pi \sigma^2}", r"2 \pi \sigma^2"),
            (r"(-\frac", r"(\frac"),
            (r"\sqrt{2 \pi \sigma^2}", r"\sqrt{\pi \sigma^2}"),
        ),
    ),
    "KL of two Gaussians": Recalled(
        TWO_NORMALS,
        r"D_{KL}(p \| q) = \log \frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2 \sigma_2^2}"
        r" - \frac12",
        (
            (r"\frac{\sigma_2}{\sigma_1}", r"\frac{\sigma_1}{\sigma_2}"),
            (r"{2 \sigma_2^2}", r"{2 \sigma_1^2}"),
            (r"{2 \sigma_2^2}", r"{\sigma_2^2}"),
            (r" - \frac12", r" + \frac12"),
            (r" - \frac12", r" - 1"),
            (r"\sigma_1^2 +", r"\sigma_1 +"),
            (r"(\mu_1 - \mu_2)^2", r"(\mu_1 + \mu_2)^2"),
        ),
    ),
    "KL of two vector Gaussians": Recalled(
        VECTOR_NORMALS,
        r"D_{KL}(p \| q) = \frac12 \left( \operatorname{tr}(\Sigma_1^{-1} \Sigma_0)"
        r" + (\mu_1 - \mu_0)^\top \Sigma_1^{-1} (\mu_1 - \mu_0) - d + \ln \frac{\det \Sigma_1}{\det \Sigma_0} \right)",
        (
            (r"\frac{\det \Sigma_1}{\det \Sigma_0}", r"\frac{\det \Sigma_0}{\det \Sigma_1}"),
            (r" - d ", r" "),
            (r"= \frac12", r"="),
            (r"\Sigma_1^{-1} \Sigma_0", r"\Sigma_0^{-1} \Sigma_1"),
            (r"^\top \Sigma_1^{-1}", r"^\top \Sigma_1"),
        ),
    ),
    "W2 of two Gaussians": Recalled(
        TWO_NORMALS,
        r"W_2(p, q) = \sqrt{(\mu_1 - \mu_2)^2 + (\sigma_1 - \sigma_2)^2}",
        (
            (r"(\sigma_1 - \sigma_2)^2", r"(\sigma_1^2 - \sigma_2^2)"),
            (r"(\sigma_1 - \sigma_2)^2", r"(\sigma_1 + \sigma_2)^2"),
            (r"\sqrt{(\mu_1 - \mu_2)^2 + (\sigma_1 - \sigma_2)^2}", r"(\mu_1 - \mu_2)^2 + (\sigma_1 - \sigma_2)^2"),
            (r"(\mu_1 - \mu_2)^2 +", r"(\mu_1 - \mu_2) +"),
        ),
    ),
    "the entropy of a Gaussian": Recalled(
        r"Let $p(x) = \mathcal N(x \mid \mu, \sigma^2)$ with $\sigma > 0$.",
        r"-\int p(x) \log p(x) \, dx = \frac12 \log(2 \pi e \sigma^2)",
        ((r"2 \pi e", r"2 \pi"), (r"\frac12 \log", r"\log"), (r"e \sigma^2", r"e \sigma")),
    ),
    "a Bernoulli likelihood": Recalled(
        r"Let $\ell(p) = k \log p + (n - k) \log(1 - p)$ for $0 < p < 1$ and whole numbers $0 < k < n$.",
        r"\ell'(p) = \frac{k}{p} - \frac{n - k}{1 - p}",
        ((r"- \frac", r"+ \frac"), (r"{n - k}", r"{n}"), (r"\frac{k}{p}", r"\frac{p}{k}")),
    ),
    "the square of a sum": Recalled(
        r"Let $a, b$ be real numbers.",
        r"(a - b)^2 = a^2 - 2 a b + b^2",
        ((r"- 2 a b", r"- a b"), (r"+ b^2", r"- b^2"), (r"- 2 a b", r"+ 2 a b")),
    ),
    "a latent Gaussian against the standard one": Recalled(
        r"Let $q = \mathcal N(\mu, \sigma^2)$ with $\sigma > 0$ and $p = \mathcal N(0, 1)$.",
        r"D_{KL}(q \| p) = \frac12 (\mu^2 + \sigma^2 - 1 - \log \sigma^2)",
        (
            (r"- 1 ", r"+ 1 "),
            (r"- \log \sigma^2", r"+ \log \sigma^2"),
            (r"- \log \sigma^2", r"- \log \sigma"),
            (r"\frac12 (", r"("),
            (r"\mu^2", r"\mu"),
        ),
    ),
    "the slope of a softplus": Recalled(
        r"Let $f(x) = \log(1 + e^x)$.",
        r"f'(x) = \frac{e^x}{1 + e^x}",
        (
            (r"\frac{e^x}", r"\frac{1}"),
            (r"= \frac{e^x}{1 + e^x}", r"= \frac{1 + e^x}{e^x}"),
            (r"{1 + e^x}", r"{1 - e^x}"),
        ),
    ),
    "the slope of a composed exponential": Recalled(
        r"Let $f(x) = e^{x^2}$.",
        r"f'(x) = 2 x e^{x^2}",
        ((r"2 x e", r"x e"), (r"2 x e", r"e"), (r"e^{x^2}", r"e^{x}")),
    ),
    "a bound of the logarithm": Recalled(
        r"Let $t > 0$.",
        r"\log t \le t - 1",
        ((r"\le", r"\ge"), (r"t - 1", r"t - 2"), (r"\log t \le t - 1", r"\log t \le 1 - t")),
    ),
}
