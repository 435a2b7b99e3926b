r"""Densities where laws are meant, KL(q(z|x) \| p(z|x)), and what else notes on machine learning write without saying."""

import pytest

from tests.marking.verdicts import judged


def last(text):
    return judged(text).steps[-1].verdict


HELD = ("proved", "supported")

RIGHT_AND_WRONG = [
    # divergences and entropies of conditional, joint and marginal densities
    (r"D_{KL}(q(z|x)\|p(z)) = \mathbb{E}_{q(z|x)}[\log q(z|x)] - \mathbb{E}_{q(z|x)}[\log p(z)]",
     r"D_{KL}(q(z|x)\|p(z)) = \mathbb{E}_{q(z|x)}[\log q(z|x)] + \mathbb{E}_{q(z|x)}[\log p(z)]"),
    (r"D_{KL}(q(z)\|p(z|x)) = \log p(x) - E_q[\log p(x,z) - \log q(z)]",
     r"D_{KL}(q(z)\|p(z|x)) = \log p(x) + E_q[\log p(x,z) - \log q(z)]"),
    (r"\mathrm{KL}(p(x,y)\|p(x)p(y)) = \sum_x\sum_y p(x,y)\log\frac{p(x,y)}{p(x)p(y)}",
     r"\mathrm{KL}(p(x)p(y)\|p(x,y)) = \sum_x\sum_y p(x,y)\log\frac{p(x,y)}{p(x)p(y)}"),
    (r"\mathcal{H}(q(z|x)) = -\mathbb E_{q(z|x)}[\log q(z|x)]",
     r"\mathcal{H}(q(z|x)) = \mathbb E_{q(z|x)}[\log q(z|x)]"),
    # means under them, and means without brackets
    (r"E_{z \sim q(z|x)}[\log p(x, z)] = \int q(z|x) \log p(x, z) dz",
     r"E_{z \sim q(z|x)}[\log p(x, z)] = 1 + \int q(z|x) \log p(x, z) dz"),
    (r"\mathbb{E}_{x\sim p} f(x) + 1 = 1 + \int p(x) f(x) dx",
     r"\mathbb{E}_{x\sim p} f(x) + 1 = \int p(x) (f(x) + 2) dx"),
    (r"\int_x p(x) f(x)\,dx = \mathbb E_{x \sim p}[f(x)]", r"\int_x p(x) f(x)\,dx = 2\mathbb E_{x \sim p}[f(x)]"),
    # a lower bound as a function of a density
    (r"\mathcal L(q) = \int q(z)\log\frac{p(x, z)}{q(z)} dz = \log p(x) - D_{KL}(q(z)\|p(z|x))",
     r"\mathcal L(q) = \int q(z)\log\frac{p(x, z)}{q(z)} dz = \log p(x) + D_{KL}(q(z)\|p(z|x))"),
    (r"F(q) = q(1 - q) = q - q^2", r"F(q) = q(1 - q) = q + q^2"),  # of a number
    # laws that are written at a point
    (r"\mathrm{KL}(\mathcal N(x|\mu, 1)\|\mathcal N(x|\nu, 1)) = \frac{(\mu-\nu)^2}{2}",
     r"\mathrm{KL}(\mathcal N(x|\mu, 1)\|\mathcal N(x|\nu, 1)) = (\mu-\nu)^2"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong"), RIGHT_AND_WRONG)
def test_what_is_right_holds_and_what_is_wrong_is_refuted(right, wrong):
    assert last(f"$${right}$$") in HELD
    assert last(f"$${wrong}$$") == "refuted"


def test_a_divergence_of_densities_of_different_variables_is_not_read():
    assert last(r"$$\mathrm{KL}(q(z|x)\|p(y|x)) = p(x, y, z) q(z, x)$$") == "unread"


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        (r"D^*(x) = 1 - \frac{q(x)}{p(x) + q(x)}", "holds"),
        (r"D^*(x) = \frac{q(x)}{p(x) + q(x)}", "refuted"),
        (r"\mathbb E_{x\sim q}[\log(1 - D^*(x))] = \mathbb E_{x\sim q}[\log \frac{q(x)}{p(x) + q(x)}]", "holds"),
        (r"\mathbb E_{x\sim q}[\log(1 - D^*(x))] = \mathbb E_{x\sim q}[\log \frac{p(x)}{p(x) + q(x)}]", "refuted"),
    ],
)
def test_a_function_made_of_densities(right, verdict):
    found = last(rf"$$D^*(x) = \frac{{p(x)}}{{p(x) + q(x)}}$$ $${right}$$")
    assert (found in HELD) if verdict == "holds" else found == verdict


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (r"\theta^{a+k-1}(1-\theta)^{b+n-k-1}", "proved"),
        (r"\theta^{a+k}(1-\theta)^{b+n-k-1}", "refuted"),
    ],
)
@pytest.mark.parametrize("sign", ["=", r"\propto"])
def test_a_chain_goes_on_from_what_an_unknown_density_is_proportional_to(sign, row, verdict):
    chain = rf"p(\theta|k) \propto \theta^k(1-\theta)^{{n-k}}\theta^{{a-1}}(1-\theta)^{{b-1}} {sign} {row}"
    steps = judged(f"$${chain}$$").steps
    assert [step.verdict for step in steps] == ["unread", verdict]


@pytest.mark.parametrize("rate", [r"\frac{\partial}{\partial\theta}", r"\nabla_\theta"])
@pytest.mark.parametrize("density", [r"p_\theta(x)", r"p(x|\theta)"])
@pytest.mark.parametrize(("factor", "verdict"), [("", "supported"), ("2", "refuted")])
def test_a_density_moves_with_the_parameter_that_it_is_differentiated_by(rate, density, factor, verdict):
    """By a name that stands in it as a label only, its derivative would be zero, whatever is claimed of it."""
    claim = rf"{rate} \log {density} = \frac{{{factor} {rate} {density}}}{{{density}}}"
    assert last(f"Let this be a density. $${claim}$$") == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\nabla_\mu (\mu - a)^2 = 2(\mu - a)", "proved"),
        (r"\nabla_\mu (\mu - a)^2 = 2(a - \mu)", "refuted"),
        (r"\nabla_\mu^2 (\mu - a)^3 = 6(\mu - a)", "proved"),
        (r"\nabla_\mu^2 (\mu - a)^3 = 3(\mu - a)^2", "refuted"),
        (r"\nabla_\mu (a - b)^2 = 0", "unread"),
    ],
)
def test_the_gradient_by_a_number_is_its_derivative(line, verdict):
    assert last(f"$${line}$$") == verdict


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (r"$$2a + 3a = 5a =: b$$ $$b^2 = 25 a^2$$", ["proved", "given", "proved"]),
        (r"$$2a + 3a = 5a =: b$$ $$b^2 = 24 a^2$$", ["proved", "given", "refuted"]),
        (r"$$2a + 3a = 6a \eqqcolon b$$", ["refuted", "given"]),
        (r"$$2 + 2 =: 5$$", ["refuted"]),
    ],
)
def test_what_stands_before_a_reversed_colon_is_the_value_of_the_name_behind(text, verdicts):
    assert [step.verdict for step in judged(text).steps] == verdicts


DATA = r"Let $\bar x = \frac1n \sum_{i=1}^n x_i$. "


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\sum (x_i - \bar x)^2 = \sum x_i^2 - n \bar x^2", "proved"),
        (r"\sum (x_i - \bar x)^2 = \sum x_i^2 - \bar x^2", "refuted"),
        (r"\sum x_i y_j = n \bar x y_j", "unread"),  # over which of the two
        (r"\sum \bar x = n \bar x", "unread"),
    ],
)
def test_a_sum_without_an_index_is_over_the_only_one(line, verdict):
    assert last(f"{DATA}$${line}$$") == verdict


BITS = r"$$H(X) = -\sum_x p(x)\log_2 p(x)$$ $$H(X,Y) = -\sum_x \sum_y p(x,y)\log_2 p(x,y)$$ "


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"H(X,Y) = H(X)+H(Y|X)", "holds"),
        (r"H(X,Y) = H(X)-H(Y|X)", "refuted"),
        (r"H(Y) = -\sum_y p(y)\log_2 p(y)", "holds"),
        (r"H(Y) = \sum_y p(y)\log_2 p(y)", "refuted"),
        (r"H(X) = -\sum_x p(x)\log p(x)", "unread"),  # in bits, or by this logarithm?
    ],
)
def test_entropies_are_to_the_base_of_all_logarithms_around(line, verdict):
    found = last(f"{BITS}$${line}$$")
    assert (found in HELD) if verdict == "holds" else found == verdict


def test_a_number_that_is_raised_to_a_power_beside_its_family():
    text = r"$$a = \sum_{j=1}^n (1 + \sigma_j^2)$$ $$(\sigma^2 + 1)^2 = \sigma^4 + {} \sigma^2 + 1$$"
    assert last(text.replace("{}", "2")) == "proved"
    assert last(text.replace("{}", "3")) == "refuted"
    assert last(r"$$a = \sum_{j=1}^n x_j^2$$ $$x^2 = \sum_{j=1}^n x_j^2$$") in ("undecided", "unread")


def test_what_plain_text_says_a_density_is_was_not_read():
    text = r"p(x) = $e^{-x}$ for x > 0. $$\int_0^\infty p(x) g(x) dx = \int_0^\infty e^{-x} g(x) dx$$"
    assert last(text) in ("undecided", "unread")


@pytest.mark.parametrize(("line", "verdicts"), [(r"H(X) \geq 0", HELD), (r"H(X) \leq 0", ("refuted",))])
def test_information_is_measured_to_a_base_above_one(line, verdicts):
    assert last(rf"$$H(X) = -\sum_x p(x)\log_b p(x)$$ $${line}$$") in verdicts
