r"""Named laws: how each is read from the parameters that authors write, and what is assumed of these."""

from __future__ import annotations

import pytest

from proofs import language as L
from proofs.marking.verify import verify
from proofs.reading.laws.families import family

a, b = L.Var("a", L.R), L.Var("b", L.R)
LAWS = [
    ("N", "cal", (a, b**2), L.Normal(a, b)),
    ("N", "cal", (a, b), L.Normal(a, L.sqrt(b))),
    ("N", "cal", (L.Number(0), L.Number(4)), L.Normal(L.Number(0), L.Number(2))),
    ("Gam", "rm", (a, b), L.Gamma(a, b)),
    ("Bet", "rm", (a, b), L.Beta(a, b)),
    ("Exp", "rm", (a,), L.Exponential(a)),
    ("U", "cal", (a, b), L.Uniform(a, b)),
    ("Bern", "rm", (a,), L.Bernoulli(a)),
    ("Poiss", "rm", (a,), L.Poisson(a)),
    ("Bin", "rm", (a, b), L.Binomial(a, b)),
    ("chi^2", "", (a,), L.ChiSquared(a)),
    ("t", "", (a,), L.StudentT(a, L.Number(0), L.Number(1))),
    ("lnN", "", (a, b**2), L.LogNormal(a, b)),
]


def meant(name, font="", words="", letters="a b"):
    found = family(name, font)
    assert found is not None
    return found.meant(words, letters, ())


@pytest.mark.parametrize(("name", "font", "parameters", "law"), LAWS, ids=[str(row[0]) for row in LAWS])
def test_a_law_is_made_of_its_parameters(name, font, parameters, law):
    assert meant(name, font).law(parameters) is law


REQUIRED = [
    ("N", "cal", (a, b**2), (b > 0,)),
    ("Gam", "rm", (a, b), (a > 0, b > 0)),
    ("U", "cal", (a, b), (a < b,)),
    ("U", "cal", (L.Number(0), L.Number(1)), ()),
    ("Bern", "rm", (a,), (a > 0, a < 1)),
    ("Bin", "rm", (a, b), (a >= 1, b > 0, b < 1)),
]


@pytest.mark.parametrize(("name", "font", "parameters", "conditions"), REQUIRED)
def test_what_must_hold_of_parameters(name, font, parameters, conditions):
    assert meant(name, font).requires(parameters) == conditions


@pytest.mark.parametrize(
    ("name", "font"), [("N", "bb"), ("U", "bb"), ("Gamma", ""), ("t", "bf"), ("Foo", "rm"), ("X", "")]
)
def test_other_letters_name_no_law(name, font):
    assert family(name, font) is None


USES = [  # a name, the prose, the letters of the parameters, and the law that is meant
    ("U", "a discrete uniform distribution", "a b", L.DiscreteUniform(a, b)),
    ("U", "the continuous uniform distribution", "a b", L.Uniform(a, b)),
    ("U", "nothing is said", "a b", L.Uniform(a, b)),
    ("U", "discrete uniform and continuous uniform laws", "a b", None),
    ("Gam", "discrete uniform, continuous uniform", "a b", L.Gamma(a, b)),
    ("Gam", "with shape $k$ and scale $b$", "k b", L.Gamma(a, 1 / b)),
    ("Gam", "an inverse gamma law with shape $a$ and scale $b$", "a b", L.Gamma(a, b)),
    ("Gam", "a weibull law with shape $k$ and scale $b$", "a b", L.Gamma(a, b)),
    ("Gam", "a weibull law; a gamma law with shape $k$ and scale $b$", "a b", L.Gamma(a, 1 / b)),
    ("Gam", "", "k theta", L.Gamma(a, 1 / b)),
    ("Gam", "a gamma law with some scale; a gamma law with some rate", "a b", None),
    ("Exp", "exponential with scale parameter $b$", "b", L.Exponential(1 / a)),
    ("Exp", "a cauchy law with scale parameter $b$", "b", L.Exponential(a)),
    ("IG", "an inverse gamma law", "u v", L.InverseGamma(a, b)),
    ("IG", "an inverse gaussian law", "u v", L.InverseGaussian(a, b)),
    ("IG", "", "alpha beta", L.InverseGamma(a, b)),
    ("IG", "", "mu lambda", L.InverseGaussian(a, b)),
    ("IG", "", "u v", None),
    ("Wald", "drift rate and threshold", "u v", L.InverseGaussian(b / a, b**2)),
    ("Wald", "", "gamma alpha", L.InverseGaussian(b / a, b**2)),
    ("Wald", "", "mu lambda", L.InverseGaussian(a, b)),
    ("Wald", "", "u v", None),
    ("Weibull", "", "k lambda", L.Weibull(a, b)),
    ("Weibull", "", "lambda k", L.Weibull(b, a)),
    ("Pareto", "", "x_m alpha", L.Pareto(b, a)),
    ("Pareto", "", "u v", None),
    ("Geom", "the number of failures", "p", L.Geometric(a)),
    ("Geom", "the number of trials until the first success", "p", None),
    ("Geom", "", "p", None),
    ("F", "", "m n", L.FisherF(a, b)),
    ("Rayleigh", "", "sigma", L.Rayleigh(a)),
]


@pytest.mark.parametrize(("name", "words", "letters", "law"), USES)
def test_words_and_letters_say_which_use_of_a_name_is_meant(name, words, letters, law):
    found = meant(name, "", words, letters)
    assert (None if found is None else found.law((a, b)[: found.counts[0]])) is law


JUDGED = [  # what a document says of a law, and the verdict on its last step
    (r"Let $X \sim \mathrm{Wald}(\gamma, \alpha)$. Then $$ \mathrm{E}(X) = \frac{\alpha}{\gamma} $$", "proved"),
    (r"Let $X \sim \mathrm{Wald}(\gamma, \alpha)$. Then $$ \mathrm{Var}(X) = \frac{\alpha}{\gamma^2} $$", "refuted"),
    (r"Let $X \sim \mathrm{Wald}(u, v)$. Then $$ \mathrm{E}(X) = \frac{v}{u} $$", "undecided"),
    (r"Let $X \sim \mathrm{F}(m, n)$ with $n > 2$. Then $$ \mathrm{E}(X) = \frac{n}{n-2} $$", "proved"),
    (r"Let $X \sim F_{m, n}$ with $n > 2$. Then $$ \mathrm{E}(X) = \frac{m}{m-2} $$", "refuted"),
    (r"Let $X \sim t_{\nu}$ with $\nu > 2$. Then $$ \mathrm{Var}(X) = \frac{\nu}{\nu-2} $$", "proved"),
    (r"Let $X \sim t_{\nu}(\mu, \sigma^2)$ with $\nu > 1$. Then $$ \mathrm{E}(X) = \mu $$", "proved"),
    (r"Let $X \sim \chi^2_k$. Then $$ \mathrm{Var}(X) = k $$", "refuted"),
    (r"$X \sim \text{ex-Gaussian}(\mu, \sigma, \lambda)$. $$ \mathrm{E}(X) = \mu + \frac{1}{\lambda} $$", "proved"),
    (r"$X \sim \text{ex-Gaussian}(\mu, \sigma, \tau)$. $$ \mathrm{E}(X) = \mu + \frac{1}{\tau} $$", "refuted"),
    (r"$X \sim \mathrm{BetBin}(n, a, b)$. $$ \mathrm{E}(X) = \frac{n a}{a + b} $$", "proved"),
    (r"$X \sim \mathrm{HN}(\sigma^2)$. $$ \mathrm{E}(X) = \sigma \sqrt{\frac{2}{\pi}} $$", "proved"),
    (r"Let $X$ have a gamma distribution with shape $a$ and scale $b$. $$ \mathrm{E}(X) = a b $$", "proved"),
    (r"Let $X$ have a gamma distribution with shape $k$ and rate $\theta$. $$ \mathrm{E}(X) = k \theta $$", "refuted"),
    (r"Let $X \sim \mathrm{Gam}(a, b)$ have shape $a$ and scale $b$. $$ \mathrm{E}(X) = a b $$", "proved"),
    (
        r"Let $W \sim \mathrm{Weibull}(k, s)$ have shape $k$ and scale $s$, and let $X \sim \mathrm{Gam}(a, b)$."
        r" $$ \mathrm{E}(X) = \frac{a}{b} $$",
        "proved",
    ),
    (
        r"Let $y \sim \mathrm{Bin}(n, p)$ and $p \sim \mathrm{Bet}(a, b)$."  # p is a number, and a density
        r" $$ p(y) = {n \choose y} \frac{B(a + y, b + n - y)}{B(a, b)} $$",
        "unread",
    ),
    (r"Let $X$ be exponentially distributed with scale $b$. $$ \mathrm{E}(X) = b $$", "proved"),
    (r"Let $X$ be exponentially distributed with rate $b$. $$ \mathrm{E}(X) = b $$", "refuted"),
    (
        r"Let $X \sim \mathrm{F}(u, v)$. Then for $x > 0$ $$ f_X(x) = \frac{\Gamma(\frac{u+v}{2})}{\Gamma(\frac{u}{2})"
        r"\Gamma(\frac{v}{2})} \left(\frac{u}{v}\right)^{\frac{u}{2}} x^{\frac{u}{2}-1}"
        r"\left(\frac{u}{v} x + 1\right)^{-\frac{u+v}{2}} $$",
        "proved",
    ),
    (
        r"Let $X \sim \mathrm{F}(u, v)$. Then for $x > 0$ $$ f_X(x) = \frac{\Gamma(\frac{u+v}{2})}{\Gamma(\frac{u}{2})"
        r"\Gamma(\frac{v}{2})} \left(\frac{v}{u}\right)^{\frac{u}{2}} x^{\frac{u}{2}-1}"
        r"\left(\frac{u}{v} x + 1\right)^{-\frac{u+v}{2}} $$",
        "refuted",
    ),
]


@pytest.mark.parametrize(("text", "verdict"), JUDGED)
def test_what_is_said_of_a_law_is_judged_by_its_density(text, verdict):
    report = verify(text, jobs=0, second_reader=False)
    assert list(report.steps)[-1].verdict == verdict


OF_VECTORS = [  # a law of vectors or matrices, and what it makes of the step behind it
    (
        r"Let $E \sim \mathcal{MN}(0, V, \Sigma)$ be an $n \times v$ matrix. Then"
        r" $$ \mathrm{tr}(\Sigma^{-1} E^\mathrm{T} V^{-1} E) = \mathrm{tr}(E \Sigma^{-1} E^\mathrm{T} V^{-1}) $$",
        "proved",
    ),
    (
        r"$$ \mathcal{MN}(X; M, U, V) = \frac{1}{\sqrt{(2\pi)^{np} |V|^n |U|^p}}"
        r" \exp\left[-\frac{1}{2} \mathrm{tr}\left(V^{-1} (X-M)^\mathrm{T} U^{-1} (X-M)\right)\right] $$"
        r" where $X \in \mathbb{R}^{n \times p}$.",
        ("proved", "supported"),
    ),
    (
        r"$$ \mathcal{MN}(X; M, U, V) = \frac{1}{\sqrt{(2\pi)^{np} |V|^p |U|^n}}"
        r" \exp\left[-\frac{1}{2} \mathrm{tr}\left(V^{-1} (X-M)^\mathrm{T} U^{-1} (X-M)\right)\right] $$"
        r" where $X \in \mathbb{R}^{n \times p}$.",
        "refuted",
    ),
    (r"Let $X \sim \mathcal{MN}(M, 2, 3)$. Then $$ 1 + 1 = 2 $$", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), OF_VECTORS)
def test_laws_of_matrices(text, verdict):
    last = list(verify(text, jobs=0, second_reader=False).steps)[-1]
    assert last.verdict in ((verdict,) if isinstance(verdict, str) else verdict), last
