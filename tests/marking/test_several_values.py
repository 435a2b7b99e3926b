r"""Values of which a number is one, roots that are numbered, equations without solutions, members that are listed."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SQUARE = "Solve $x^2 - 5x + 6 = 0$. "
THREE = "Solve $(x-1)(x-2)(x-3) = 0$. "
HOLDS, FAILS, OPEN = {"proved", "supported"}, {"refuted"}, {"undecided", "unread"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SQUARE + "So $x = 2$ or $x = 3$.", [HOLDS, HOLDS]),
        (SQUARE + "So $x = 2$ or $3$.", [HOLDS, HOLDS]),
        (SQUARE + r"So $x = 2 \lor x = 3$.", [HOLDS, HOLDS]),
        (SQUARE + r"Therefore $x \in \{2, 3\}$.", [HOLDS, HOLDS]),
        (SQUARE + r"Therefore $x \in \{1, 2\}$.", [FAILS, OPEN]),
        (SQUARE + "So $x = 2$ or $x = 4$.", [FAILS, OPEN]),
        (SQUARE + "The solutions are $2$ and $3$.", [HOLDS, HOLDS]),
        (SQUARE + "The solutions are $2$ and $5$.", [FAILS, OPEN]),
        (SQUARE + "The solution set is $L = \\{1, 3\\}$.", [FAILS, OPEN]),
        (SQUARE + "So $x = 2$ and $x = 3$.", [HOLDS, HOLDS]),
        (THREE + "So $x = 1$, $x = 2$ or $x = 3$.", [HOLDS, HOLDS, HOLDS]),
        (THREE + "So $x = 1$ or $x = 3$.", [FAILS, OPEN]),
        ("Solve $x^2 - 4 = 0$. So $x = 2$, $x = -2$ or $x = 0$.", [HOLDS, HOLDS, OPEN]),  # one was invented
        ("Let $x^2 = 4$ with $x$ real. The only solution is $x = 2$.", [FAILS]),
        ("Let $x^3 = 8$ with $x$ real. The only solution is $x = 2$.", [HOLDS]),
        ("Solve $|2x - 1| = 5$. Then $2x - 1 = 5$ or $2x - 1 = -5$, so $x = 3$ or $x = -2$.", [HOLDS] * 4),
        ("Let $xy = 1$. Then $x = 1$ or $y = 1$.", [FAILS, OPEN]),
        ("Solve $\\sin x = 0$. So $x = 0$ or $x = 2k\\pi$ for some integer $k$.", [OPEN, OPEN]),
        ("Solve $x^2 - x - 6 = 0$. By the formula $x_{1,2} = \\frac{1 \\pm 5}{2}$, so $x_1 = 3$, $x_2 = -2$.", [HOLDS] * 3),
        ("Solve $x^2 - x - 6 = 0$. By the formula $x_{1,2} = \\frac{1 \\pm 5}{2}$, so $x_1 = 3$, $x_2 = 2$.",
         [HOLDS, HOLDS, FAILS]),
        (r"Let $f(t) = \sin t$ and $r^2 - 1 = 0$. The roots are $r_1 = 1$.", [HOLDS]),
        ("Solve $x^2 - 2 = 0$ by Newton's method. So $x_1 = 3/2$.", [{"given"}]),
        ("Let $f(x) = x^3 - 3x$. The zeros of $f'$ are $x = 1$ and $x = -2$.", [HOLDS, FAILS]),
        ("The zeros of $f(x) = x^2 - 4$ are $2$ and $-1$.", [HOLDS, FAILS]),
        ("$x^2 - 5x + 6$ has the roots $2$ and $3$.", [HOLDS, HOLDS]),
        ("The solutions of $x^2 = 4$ are $2$ and $-3$.", [HOLDS, FAILS]),
        ("Let $f(x) = x^4 - 2x^2$. Then $f'(x) = 4x^3 - 4x$. The critical points are $x = 0$, $x = 1$ and $x = 2$.",
         [HOLDS, HOLDS, FAILS]),
        ("$x^2 = -1$ has the solutions $i$ and $-i$.", [OPEN]),
        ("The equation $x^2 + 1 = 0$ has no real solution.", [HOLDS]),
        ("The equation $x^2 - 1 = 0$ has no real solution.", [FAILS]),
        ("There is no real $x$ with $x^2 = 4$.", [FAILS]),
        ("Let $x_i \\ge 1$ for $i = 2,3$. Then $x_2 \\ge 1$.", [HOLDS]),
        ("Let $x_i \\ge 1$ for $i = 2,3$. Then $x_1 \\ge 1$.", [FAILS]),
        ("Let $x_i \\ge 1$ for $i \\in \\{2, 3\\}$. Then $x_1 \\ge 1$.", [FAILS]),
        ("Let $x_i \\ge 1$ for $i = 2, \\dots, n$. Then $x_1 \\ge 1$.", [FAILS]),
        ("Let $x + 2 = 7$. Then $x = 7$. So $x - 5 = 0$.", [FAILS, HOLDS]),  # one slip, and what is right behind it
        ("Let $x + 2 = 7$. Then $x = 7$. So $x - 7 = 0$.", [FAILS, OPEN]),
    ],
)  # fmt: skip
def test_roots_that_are_lost_or_invented_do_not_pass(text, wanted):
    found = verdicts(text)[-len(wanted) :]
    assert all(verdict in each for verdict, each in zip(found, wanted, strict=True)), found


FIRST = "**Exercise 1.** Let $n = 5$ and $x = 5$. Then $n! = 120$.\n\n**Exercise 2.** "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FIRST + "For all $n \\ge 1$, $\\sum_{k=1}^n k = 15$.", FAILS),
        (FIRST + "For all $n \\ge 1$, $\\sum_{k=1}^n k = n(n+1)/2$.", HOLDS),
        (FIRST + "Let $n$ be a natural number. Then $\\sum_{k=1}^n k = 15$.", OPEN),
        (FIRST + "Let $x > 0$. Then $x^2 = 25$.", OPEN),
        (FIRST + "Let $x \\in \\mathbb{R}$. Then $x^2 = 25$.", OPEN),
        ("Let $x + y = 3$. Setting $y = 1$ gives $x = 2$.", HOLDS),
        ("Let $x + y = 3$. Setting $y = 1$ gives $x = 4$.", FAILS),
        ("Let $x + y = 3$. With $y = 1$ we get $x = 2$. With $y = 2$ we get $x = 2$.", FAILS),
        ("a) Let $x + y = 4$. With $x = 1$ we get $y = 3$.\n\nb) Let $x + y = 10$. With $x = 1$ we get $y = 9$.", HOLDS),
        ("Let $a + b = c$ and $c = 5$. So $a = 5 - b$.", HOLDS),
        ("Let $a + b = c$ and $c = 5$. So $a = 5 + b$.", OPEN),
        ("Let $p_k = \\lambda/K$ for $k=1,\\dots,K$ and $\\sum_{k=1}^K p_k = 1$. Summing over $k$, $\\lambda = 1$.", HOLDS),
        ("Let $p_k = \\lambda/K$ for $k=1,\\dots,K$ and $\\sum_{k=1}^K p_k = 1$. Summing over $k$, $\\lambda = K$.", FAILS),
        ("A circle of radius $r = 2$ has area $A = \\pi r^2$. If the radius is doubled, the area is $A = 8\\pi$.", OPEN),
        ("Setting $2x - 4 = 0$ gives $2x = 4$, i.e. $x = 3$.", FAILS),
        ("We have $1 = A(x+1) + B(x-1)$. With $x = 1$: $A = 1$.", OPEN),
        ("The slope is $m = \\frac{8-2}{3-1} = 3$, so the line is $y = 3x + 1$.", OPEN),
        ("A sequence has $a_1 = 3$. So $a_{10} = 3 + 40$.", OPEN),
        ("Suppose $a = b$. Dividing by $a - b$, $a + b = b$.", FAILS),
        ("If the limit $a$ exists then $a = \\frac12 a + 1$, so $a = 2$.", HOLDS),
        ("If the limit $a$ exists then $a = \\frac12 a + 1$.", OPEN),
        ("Then $x = x + 1$.", FAILS),
        ("Find all $x$ with $\\frac{1}{x} = x$. Multiplying by $x$ gives $x^2 = 1$.", HOLDS),
        ("The discriminant of $x^2 + 3x + 1 = 0$ is $D = 3^2 + 4$.", OPEN),
        ("We have $2x + 2yy' = 0$, so $y' = x/y$.", OPEN),
        ("Let $0 \\le k \\le n$ be integers. Then $\\sum_{i=k}^n 1 = n - k + 1$.", HOLDS),
        ("Let $0 \\le k \\le n$ be integers. Then $\\sum_{i=k}^n 1 = n - k$.", FAILS),
        ("$\\sin 30^\\circ = \\frac12$", HOLDS),
        ("$\\sin 30° = \\frac{\\sqrt3}{2}$", FAILS),
        ("It is $20^\\circ C$, so $T = 20^\\circ C + 5$.", OPEN),
    ],
)  # fmt: skip
def test_what_is_concluded_is_not_given(text, wanted):
    assert verdicts(text)[-1] in wanted, verdicts(text)
