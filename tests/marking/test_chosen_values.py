"""What is said "with this choice", "and with it", is said at the value that was just found."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

FOUND = r"Let $f(c) = c^2 - 4c$. Setting the derivative to zero gives $c^* = 2$. %s $c^2 - 4c = %s$."
CONTROL = (
    r"Let $Z = X - c (Y - E[Y])$ and $\rho = \frac{\operatorname{Cov}(X, Y)}{\sqrt{\operatorname{Var}(X) "
    r"\operatorname{Var}(Y)}}$. The best is $$c^* = \frac{\operatorname{Cov}(X, Y)}{\operatorname{Var}(Y)}.$$ "
    r"With this choice, $$\operatorname{Var}(Z) = (1 %s \rho^2) \operatorname{Var}(X)$$"
)


@pytest.mark.parametrize("words", ["With it,", "For this choice we have", "Then, at this point,"])
def test_it_is_read_at_that_value(words):
    assert last(FOUND % (words, "-4")) == "proved"
    assert last(FOUND % (words, "-3")) != "proved"


def test_a_control_variate():
    assert last(CONTROL % "-") == "supported"
    assert last(CONTROL % "+") == "refuted"
