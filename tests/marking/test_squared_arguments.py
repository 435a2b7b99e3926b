r"""\ell(\mu, \sigma^2): a function of a variance, its values, and its derivatives by \sigma^2 and by \sigma."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

SAID = r"Let $\ell(\mu, \sigma^2) = -\frac n2\log(2\pi\sigma^2) - \frac{1}{2\sigma^2}\sum_{i=1}^n (x_i - \mu)^2$."
PROFILE = r"Let $\ell(\sigma^2) = -\frac n2 \log \sigma^2 - \frac{S}{2\sigma^2}$."


@pytest.mark.parametrize(
    ("said", "left", "right", "wrong"),
    [
        (SAID, r"\frac{\partial\ell}{\partial\sigma^2}", r"-\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4}\sum_{i=1}^n (x_i - \mu)^2",
         r"-\frac{n}{2\sigma^2} + \frac{1}{\sigma^4}\sum_{i=1}^n (x_i - \mu)^2"),
        (SAID, r"\frac{\partial\ell}{\partial\sigma}", r"-\frac{n}{\sigma} + \frac{1}{\sigma^3}\sum_{i=1}^n (x_i - \mu)^2",
         r"-\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4}\sum_{i=1}^n (x_i - \mu)^2"),
        (SAID, r"\frac{\partial^2\ell}{\partial\mu\partial\sigma^2}", r"-\frac{1}{\sigma^4}\sum_{i=1}^n (x_i - \mu)",
         r"\frac{1}{\sigma^4}\sum_{i=1}^n (x_i - \mu)"),
        (SAID, r"\ell(0, 4)", r"-\frac n2 \log(8\pi) - \frac18 \sum_{i=1}^n x_i^2",
         r"-\frac n2 \log(32\pi) - \frac{1}{32} \sum_{i=1}^n x_i^2"),
        (PROFILE, r"\frac{d\ell}{d\sigma^2}", r"-\frac{n}{2\sigma^2} + \frac{S}{2\sigma^4}",
         r"-\frac{n}{\sigma} + \frac{S}{\sigma^3}"),
        (PROFILE, r"\frac{d\ell}{d\sigma}", r"-\frac{n}{\sigma} + \frac{S}{\sigma^3}",
         r"-\frac{n}{2\sigma^2} + \frac{S}{2\sigma^4}"),
        (PROFILE, r"\ell'(\sigma^2)", r"-\frac{n}{2\sigma^2} + \frac{S}{2\sigma^4}", r"-\frac{n}{\sigma} + \frac{S}{\sigma^3}"),
        ("", r"\frac{d}{d\sigma^2} \sigma^4", r"2\sigma^2", r"4\sigma^3"),
        (PROFILE + r" Write $v = \sigma^2$.", r"\frac{d\ell}{dv}", r"-\frac{n}{2v} + \frac{S}{2v^2}",
         r"-\frac{n}{2v} - \frac{S}{2v^2}"),
        (r"Let $\sigma > 0$.", r"\frac{d}{d\sigma^2} \log\frac{1}{\sigma}", r"-\frac{1}{2\sigma^2}", r"-\frac{1}{\sigma}"),
    ],
)  # fmt: skip
def test_values_and_derivatives(said, left, right, wrong):
    assert last(f"{said} $$ {left} = {right} $$") in ("proved", "supported")
    assert last(f"{said} $$ {left} = {wrong} $$") == "refuted"


def test_of_odd_powers_of_what_may_be_negative_the_derivative_by_a_square_is_not_read():
    assert last(r"$$ \frac{d}{d\sigma^2} \sigma^3 = \frac32 \sigma $$") == "unread"
