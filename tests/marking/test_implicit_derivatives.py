r"""Derivatives along a curve that is told, \frac{dy}{dx} and y', and points at which something is said to hold."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SIGNS = {"proved": "+", "supported": "+", "given": "?", "refuted": "-"}

CIRCLE = "Find $y'$ if $x^2 + y^2 = 25$. "
IMPLICIT = "The equation $x^2 + y^2 = r^2$ defines $y$ implicitly. Then "
BOWL = "Let $f(x, y) = x^3 - 3xy + y^3$. "


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (CIRCLE + r"Then $2x + 2yy' = 0$, so $y' = -\frac{x}{y}$ and $y'' = -\frac{25}{y^3}$.", "?+++"),
        (CIRCLE + r"Then $2x + yy' = 0$, so $y' = -\frac{y}{x}$ and $y'' = -\frac{24}{y^3}$.", "?---"),
        (
            IMPLICIT
            + r"$\frac{d}{dx}(x^2 + y^2) = 2x + 2y \frac{dy}{dx}$ and $\frac{d^2 y}{dx^2} = -\frac{r^2}{y^3}$.",
            "?++",
        ),
        (CIRCLE + r"At $(3, 4)$ we have $\frac{dy}{dx} = -\frac{3}{4}$.", "?+"),
        (CIRCLE + r"Then $\frac{dy}{dx} = -\frac{3}{4}$ at $(3, 4)$. At $(4, 3)$ we have $xy = 10$.", "?+-"),
        (CIRCLE + r"At $(4, 3)$ we have $\frac{dy}{dx} = 2$.", "?-"),
        (BOWL + "At the point $(1, 1)$ we have $f_{xx} = 6$, and at $x = 2, y = 1$ we have $f_{xx} = 6$.", "?+-"),
        (BOWL + "At $(1, 1)$ we have $f_x = 0$. At $(1, 2)$ we have $f_x = 0$.", "?+-"),
        ("Let $f(x) = x^2$. At $x = 1$ we have $f(x) = 1$. Also $f(x) = 1$.", "?+undecided"),
        ("Let $f(x) = x^2$. At $x = 3$, $f'(x) = 6$. At $x = 2$, $f'(x) = 5$.", "?+-"),
        (BOWL + "At $x = 1$ and $y = 2$, $f_x = -3$ and $f_y = 10$.", "?+-"),
        (r"Let $z = x^2 + 3xy$. At $(1, 2)$, $\frac{\partial z}{\partial x} = 8$.", "?+"),
        ("Let $f(x) = x^2$. Then $f'(x) = 4$ at $x = 2$.", "?+"),
        ("Let $f(x) = x^2$. Then $f'(x) = 5$ for $x = 2$.", "?-"),
        ("Let $f(x) = 4$ for $x = 2$ and $f(x) = x$ otherwise. Then $f(3) = 3$ and $f(2) = 4$.", "??++"),
    ],
)
def test_slopes_and_points(page, wanted):
    assert "".join(SIGNS.get(verdict, verdict) for verdict in verdicts(page)) == wanted


@pytest.mark.parametrize(
    "page",
    [
        r"Let $x + y = 5$ and $xy = 6$. Then $\frac{dy}{dx} = -1$.",  # two equations
        r"Let $r$ be a number. Then $\frac{dy}{dx} = r$.",
    ],
)
def test_of_no_curve_nothing_is_read(page):
    assert verdicts(page)[-1] == "unread"


PATH = "Let $f(x, y) = x^2 y$, $x(t) = t^2$ and $y(t) = t$. Then $$\\frac{df}{dt} = 2xy x'(t) + x^2 y'(t) = 5t^4"
SUM = r" = \frac{\partial f}{\partial x} \frac{dx}{dt} + \frac{\partial f}{\partial y} \frac{dy}{dt}"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (PATH + " = x^2$$", "???++-"),
        (
            r"Let $f(x, y) = x^2 y$ with $x = x(t)$ and $y = y(t)$. Then $$\frac{df}{dt}" + SUM + " = 2xy x' + y'$$",
            "???+-",
        ),
    ],
)
def test_along_a_path(page, wanted):
    assert "".join(SIGNS.get(verdict, verdict) for verdict in verdicts(page)) == wanted


@pytest.mark.parametrize(("value", "wanted"), [(r"\frac{\pi}{3}", "+"), (r"\frac{\pi}{4}", "-")])
def test_an_angle_is_put_into_its_cosine(value, wanted):
    page = rf"Let $u = (1, 1, 0)^T$ and $v = (1, 0, 1)^T$. $\cos\theta = \frac{{u^T v}}{{\|u\| \|v\|}}$, so $\theta = {value}$."
    assert SIGNS[verdicts(page)[3]] == wanted
