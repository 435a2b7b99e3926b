r"""What is claimed by cases, F_X(x) = 0 if x < 0, and the like: each case is judged, on the whole line."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$."
UNIFORM = r"Let $X \sim \mathcal{U}(a, b)$."
LAPLACE = r"Let $X \sim \mathrm{Laplace}(\mu, b)$."
INSIDE = r"1 - e^{-\lambda x} & \text{if } x \geq 0"
RISING = r"\frac{x-a}{b-a} & \text{if } a \leq x \leq b"
BELOW = r"\frac{1}{2} e^{(x-\mu)/b} & \text{if } x < \mu"
FINE, WRONG, UNREAD = ("proved", "supported"), ("refuted",), ("unread",)

JUDGED = [
    (EXPONENTIAL, "F_X(x)", rf"0 & \text{{if }} x < 0 \\ {INSIDE}", FINE),
    (EXPONENTIAL, "F_X(x)", rf"{INSIDE} \\ 0 & \text{{if }} x < 0", FINE),
    (EXPONENTIAL, "F_X(x)", rf"0 & \text{{if }} 0 > x \\ {INSIDE}", FINE),
    (EXPONENTIAL, "F_X(x)", rf"{INSIDE} \\ 0 & \text{{otherwise}}", FINE),
    (EXPONENTIAL, "F_X(x)", rf"1 & \text{{if }} x < 0 \\ {INSIDE}", WRONG),
    (EXPONENTIAL, "F_X(x)", rf"{INSIDE} \\ 1 & \text{{otherwise}}", WRONG),
    (EXPONENTIAL, "F_X(x)", r"0 & \text{if } x < 0 \\ 1 - e^{\lambda x} & \text{if } x \geq 0", WRONG),
    (EXPONENTIAL, "F_X(x)", rf"0 & \text{{if }} x < -1 \\ {INSIDE}", UNREAD),  # and between -1 and 0?
    (EXPONENTIAL, "f_X(x)", r"1 & \text{if } x < 0 \\ \lambda e^{-\lambda x} & \text{if } x \geq 0", WRONG),
    (UNIFORM, "F_X(x)", rf"0 & \text{{if }} x < a \\ {RISING} \\ 1 & \text{{if }} x > b", FINE),
    (UNIFORM, "F_X(x)", rf"0 & \text{{if }} x < a \\ {RISING} \\ 0 & \text{{if }} x > b", WRONG),
    (UNIFORM, "F_X(x)", r"0 & \text{if } x < a \\ \frac{x-b}{b-a} & \text{if } a \leq x \leq b \\ 1 & \text{if } x > b", WRONG),
    (UNIFORM, "f_X(x)", r"\frac{1}{b-a} & \text{if } a \leq x \leq b \\ 0 & \text{otherwise}", FINE),
    (UNIFORM, "f_X(x)", r"\frac{1}{b-a} & \text{if } a \leq x \leq b \\ 1 & \text{otherwise}", WRONG),
    (LAPLACE, "F_X(x)", rf"{BELOW} \\ 1 - \frac{{1}}{{2}} e^{{-(x-\mu)/b}} & \text{{if }} x \geq \mu", FINE),
    (LAPLACE, "F_X(x)", rf"{BELOW} \\ 1 - \frac{{1}}{{2}} e^{{(x-\mu)/b}} & \text{{if }} x \geq \mu", WRONG),
    ("", "|x|", r"x & \text{if } x > 0 \\ 0 & \text{if } x = 0 \\ -x & \text{if } x < 0", FINE),
    ("", "|x|", r"x & \text{if } x > 0 \\ 1 & \text{if } x = 0 \\ -x & \text{if } x < 0", WRONG),
    ("", "|x|", r"x & \text{if } x > 0 \\ -x & \text{if } x < 0", UNREAD),
    (
        r"Let $X \sim \mathrm{Poiss}(\lambda)$.",  # x is a count, and never below zero
        "f_X(x)",
        r"1 & \text{if } x < 0 \\ \frac{\lambda^x e^{-\lambda}}{x!} & \text{if } x \geq 0",
        UNREAD,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("let", "left", "rows", "verdicts"), JUDGED, ids=[f"{row[1]}: {row[2]}" for row in JUDGED])
def test_each_case_is_judged(let, left, rows, verdicts):
    step = verify(rf"{let} Then $${left} = \begin{{cases}} {rows} \end{{cases}}$$", jobs=0, second_reader=False).steps[
        -1
    ]
    assert step.verdict in verdicts, step
