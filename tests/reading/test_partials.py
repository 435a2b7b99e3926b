r"""f_x of a function f(x, y) is a partial derivative; \text{m} behind a numeral is a unit."""

import pytest

from tests.marking.verdicts import last, verdicts

FUNCTION = r"Let $f(x, y) = x^2 y + y^3$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (FUNCTION + r"Then $f_x = 2xy$.", "proved"),
        (FUNCTION + r"Then $f_x = 2xy + x$.", "refuted"),
        (FUNCTION + r"Then $$f_{xy} = 2x, \quad f_{xx} f_{yy} - f_{xy}^2 = 12 y^2 - 4x^2$$", "proved"),
        (FUNCTION + r"Then $f_x = 2x$.", "refuted"),
        (FUNCTION + r"Then $f_{xx}(1, 3) = 6$.", "proved"),
        (FUNCTION + r"Then $f_x(1, 3) = 2$.", "refuted"),
        (FUNCTION + r"Then $f_y(x, y) = x^2 + 3y^2$.", "proved"),
        (FUNCTION + r"Then $f_y(x, y) = x^2 + y^2$.", "refuted"),
        (FUNCTION + r"Let $u = (3, 4)^T$. Then $\nabla f(1, 1)^T u = 22$.", "proved"),
        (FUNCTION + r"Let $f_n = n^2$.", "given"),  # no argument
        (r"The joint density is $f(x, y) = x + y$. $$f_x = x + \frac12$$", "given"),
        (r"Let $f(x, y) = xy$. Define $f_x = 3$.", "given"),
    ],
)
def test_a_subscript_that_is_an_argument_differentiates(text, verdict):
    assert last(text) == verdict


CURVE = r"Let $f(x, y) = x^2 y$ with $x = \cos t$ and $y = \sin t$. "
CHAIN = r"\frac{\partial f}{\partial x}\frac{dx}{dt} + \frac{\partial f}{\partial y}\frac{dy}{dt}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (CURVE + rf"Then $\frac{{df}}{{dt}} = {CHAIN} = -2xy\sin t + x^2\cos t$.", ["proved", "proved"]),
        (CURVE + rf"Then $\frac{{df}}{{dt}} = {CHAIN} = 2xy\sin t + x^2\cos t$.", ["proved", "refuted"]),
        (r"Let $f(u, v) = u^2 + v$ where $u = x + y$ and $v = xy$. Then $\frac{\partial f}{\partial x} = 2u + y$.", ["proved"]),
        (r"Let $f(u, v) = u^2 + v$ where $u = x + y$ and $v = xy$. Then $\frac{\partial f}{\partial x} = 2u$.", ["refuted"]),
    ],
)  # fmt: skip
def test_a_function_is_differentiated_along_what_its_numbers_stand_for(text, wanted):
    assert verdicts(text)[3:] == wanted


def test_a_unit_is_no_number():
    text = r"The speed is $v = \frac{s}{t}$ and $$\frac{s}{t} = \frac{100\,\text{m}}{9.58\,\text{s}}$$"
    assert last(text) == "unread"
    assert verdicts(r"Then $2 m + 3 m = 5 m$.") == ["proved"]
