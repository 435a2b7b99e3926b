"""Orders that are to be met, wanted, solved or spoken of: nothing that follows from one is refuted without it."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged, last, verdicts


@pytest.mark.parametrize(
    "text",
    [
        r"The constraint is $2w \ge 1$, i.e. $w \ge \frac12$.",
        r"The condition is $2w > 1$, so $w > \frac12$.",
        r"It converges if $|1 - a| < 1$, that is $0 < a < 2$.",
        r"We minimise $w^2$ subject to $2w \ge 1$, i.e. $w \ge \frac12$.",
        "The condition is\n\n$$2x - 1 > 3.$$\n\nSolving for $x$, we get $x > 2$.",
        r"By the budget constraint, $x + y \le 1$, so $x \le 1 - y$.",
    ],
)
def test_what_follows_from_a_constraint_is_proved(text):
    assert last(text) == "proved"


@pytest.mark.parametrize(
    "text",
    [
        r"The constraint is $2w \ge 1$, so $w \ge 1$.",
        r"It converges if $|1 - a| < 1$, that is $0 < a < 1$.",
        r"We minimise $w^2$ subject to $2w \ge 1$, i.e. $w > \frac12$.",
        r"Let $a > 0$. The determinant is $a^2 + 1 > 0$ and the trace is $a - 2 > 0$.",
        r"Let $0 < x < 1$. The inequality is $x \le x^2$.",
        r"Let $x > 0$. We need $x > 1$ later. Hence $x > -1$, and $x < 5$.",
    ],
)
def test_what_does_not_follow_is_not(text):
    assert last(text) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"We need $2w > 1$, so $w > \frac12$.",
        r"We must have $2w > 1$, hence $w > \frac12$.",
        r"We want $n/4 \ge 100$, so $n \ge 400$.",
        r"To have $e^{-n/8} \le 0.05$ we need $n \ge 8 \log 20$, so $n \ge 24$ suffices.",
        r"The signal is detected when $2 s > 5$, so $s > 2.5$.",
        r"Solving for $x$, we get $x > 2$.",
        r"Solving $x^2 - 5x + 6 \le 0$ we find $2 \le x \le 3$. Hence $x \ge 2$.",
        r"Feasibility requires $x \le 3$ and $x \ge 1$. Hence $x^2 \le 9$.",
        r"The decision boundary is $\log\frac{p}{1-p} > 0$, hence $p > \frac12$.",
        "The condition is\n\n$$2x - 1 > 3.$$\n\nSolving for $x$, we get $x > 2$.",
        "We solve the inequality\n\n$$2x - 1 > 3,$$\n\nwhich gives $x > 2$.",
        "Since $$2x - 1 > 3,$$ we get $x > 2$.",
        "We need\n\n$$\\frac{1}{4 n \\epsilon^2} \\le 0.05$$\n\nwith $\\epsilon = 0.1$, hence $n \\ge 500$.",
    ],
)
def test_what_follows_from_what_is_wanted_is_left(text):
    assert "refuted" not in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        r"We need $2w > 1$, so $w > \frac12$.",
        r"We must have $4 - x^2 > 0$, hence $-2 < x < 2$.",
        r"This requires $1 - 2t > 0$, so $t < \frac12$.",
        r"For convergence we need $|1 - \eta \lambda| < 1$, i.e. $0 < \eta \lambda < 2$.",
        r"It has no roots as long as $b^2 - 4 < 0$, i.e. $-2 < b < 2$.",
        r"It is increasing when $2x - 4 > 0$, i.e. when $x > 2$.",
        r"Let $L, \eta > 0$. We need $\eta - \frac{L \eta^2}{2} > 0$, which holds iff $\eta < \frac{2}{L}$.",
        r"Let $n \ge 1$. We need $2^n > 1000$, hence $n \ge 10$.",
        r"Let $n \ge 1$. We need $\frac{1}{4n} \le 0.0025$, so $n \ge 100$.",
        r"Let $\epsilon, \delta > 0$. It suffices that $2 e^{-2 n \epsilon^2} \le \delta$, "
        r"i.e. $n \ge \frac{1}{2 \epsilon^2} \log\frac{2}{\delta}$.",
    ],
)
def test_what_a_sentence_concludes_from_what_it_wants_is_shown(text):
    assert set(verdicts(text)) <= {"proved", "supported"}


@pytest.mark.parametrize(
    "text",
    [
        r"We need $2w > 1$, so $w > 1$.",
        r"We need $2w > 1$, so $w > \frac14$ suffices.",
        r"This requires $1 - 2t > 0$, so $t < \frac14$.",
        r"It converges if $|x - 2| < 1$, i.e. $1 < x < 4$.",
        r"For convergence we need $|2x| < 1$, i.e. $-2 < x < 2$.",
        r"It has no roots as long as $b^2 - 4 < 0$, i.e. $-4 < b < 4$.",
        r"It is increasing when $2x - 4 > 0$, i.e. when $x > 4$.",
        r"It is increasing when $2x - 4 > 0$, i.e. for $x > 1$.",
        r"Let $L, \eta > 0$. We need $\eta - \frac{L \eta^2}{2} > 0$, which holds iff $\eta < \frac{1}{L}$.",
        r"Let $n \ge 1$. We need $2^n > 1000$, hence $n \ge 11$.",
        r"Let $n \ge 1$. We need $\frac{1}{4n} \le 0.0025$, so $n \ge 101$.",
        r"Let $n \ge 1$. We need $\frac{1}{4n} \le 0.0025$, that is $n \ge 10$.",
        r"Let $f(x) = x^2 - 2x$. We want $f(x) < 0$, so $x(x + 2) < 0$.",
        r"The constraint $x + y = 1$ gives $y = x - 1$.",
    ],
)
def test_what_does_not_follow_from_it_or_says_less_is_left(text):
    assert last(text) == "undecided"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $x^2 \le 4$. Suppose for contradiction that $x > 2$. Then $x^2 > 4$, a contradiction. Hence $x \le 2$.",
         "supported"),
        (r"Let $x^2 \le 4$. Suppose that $x > 2$. This contradicts $x^2 \le 4$. Hence $x \le 2$.", "supported"),
        (r"Let $x^2 \le 4$. Suppose that $x > 1$. This contradicts $x^2 \le 4$. Hence $x \le 1$.", "refuted"),
        (r"Suppose that $x > 2$. Then $x^2 > 4$, contradicting $x^2 \le 4$. Hence $x \le 2$.", "undecided"),
        (r"Suppose that $x > 2$. Then $x^2 > 4$. Hence $x \le 2$.", "refuted"),
    ],
)  # fmt: skip
def test_what_led_to_a_contradiction_is_supposed_of_nothing_more(text, wanted):
    assert last(text) == wanted


def test_a_property_under_a_condition_is_not_told():
    text = r"The matrix $\begin{pmatrix} 2 & a \\ a & 2 \end{pmatrix}$ is positive definite iff its determinant is positive: "
    assert last(text + r"$4 - a^2 > 0$, i.e. $|a| < 2$.") in ("proved", "supported")
    assert last(text + r"$4 - a^2 > 0$, i.e. $|a| < 4$.") == "undecided"
    assert last(text + r"$4 - a^2 > 0$. Hence $a < 3$.") == "undecided"


def test_what_stands_behind_a_name_is_kept_where_the_name_is_let():
    assert last(r"Let $a, b > 0$ with $a b = 1$ and $a \ne b$. Then $a + b > 2$.") == "supported"
    assert last(r"Let $a, b > 0$ with $a b = 1$ and $a \ge b$. Then $a + b > 2$.") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x > 0$. We drop the constraint $x > 1$. Then $x > 1$.",
        r"Let $x > 0$. Without the constraint $x > 1$ we have $x > 1$.",
        r"Let $x > 0$. The constraint $x > 1$ is not needed. Then $x^2 > 1$.",
        r"Let $x > 0$. The condition $x > 1$ is sufficient. Then $x > 1$.",
        r"Let $x > 0$. It is enough that $x > 1$. Hence $x > 1$.",
        r"Let $x > 0$. We want $x > 1$. Hence $x > 1$.",
    ],
)
def test_what_is_dropped_or_only_hoped_for_is_not_supposed(text):
    assert last(text) in ("refuted", "undecided")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"$$2x - 1 > 3 \iff 2x > 4 \iff x > 2$$", "given proved proved"),
        (r"$$2x - 1 > 3 \iff 2x > 4 \iff x > 3$$", "given proved refuted"),
        (r"$$2x - 1 > 3 \iff 2x > 4 \iff x > 1$$", "given proved undecided"),
        (r"Let $x > 0$. $$\begin{aligned} x^2 - 3x + 2 &< 0 \\ \iff 1 < x &< 2 \end{aligned}$$",
         "given supported supported"),
        (r"Let $a, b > 0$. $$a < b$$ $$\iff \frac1a < \frac1b$$", "given refuted"),
        (r"$$x > 2 \implies x^2 > 4$$", "given supported"),
        (r"We require $$2 x \le a \iff x \le a.$$", "given undecided"),
        (r"$$2x - 1 > 3$$ $$2x > 4$$ $$x > 2$$", "undecided proved proved"),
        (r"$$2x - 1 > 3$$ $$2x > 4$$ $$x > 3$$", "undecided proved undecided"),
        (r"Let $x > 0$. $$x^2 < 4$$ $$x < 2$$", "undecided supported"),
        (r"$$a < b$$ Hence $$a + c < b + c.$$", "undecided proved"),
        (r"$$x^2 + 1 \ge 3x$$", "refuted"),
        (r"Let $x$ be a real number with $$2x - 1 > 3.$$ Then $$x > 2.$$", "given proved"),
        (r"We are given $$a \le b.$$ Therefore $$2a \le 2b.$$", "given proved"),
        (r"We are given $$a \le b.$$ Therefore $$2a < 2b.$$", "given refuted"),
    ],
)  # fmt: skip
def test_orders_that_are_set_apart_follow_from_each_other(text, wanted):
    assert verdicts(text) == wanted.split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $x > 3$. Then the condition $x^2 > 9$ is satisfied.", "supported"),
        (r"Let $x > 3$. Then the constraint $x \ge 4$ holds.", "refuted"),
        (r"Let $x = 1$ and $y = 2$. The constraint $x + y \le 2$ is satisfied.", "refuted"),
        (r"The constraint $x \ge 1$ is satisfied. Hence $x^3 \ge 1$.", "supported"),
        (r"If the condition $x > 1$ is satisfied, then $x^2 > 2$.", "refuted"),
        (r"Provided $x > 2$, $x^2 > 4$.", "supported"),
        (r"Provided $x > 2$, $x^2 > 5$.", "refuted"),
    ],
)
def test_a_condition_that_is_said_to_hold_is_a_claim(text, wanted):
    assert last(text) == wanted


def test_what_setting_to_zero_gives_is_a_claim():
    text = r"$$\ell(\lambda) = n \log\lambda - \lambda s$$ $$\ell'(\lambda) = \frac{n}{\lambda} - s$$ Setting this to zero gives "
    assert last(text + r"$\hat\lambda = \frac{n}{s}$.") == "supported"
    assert last(text + r"$\hat\lambda = \frac{s}{n}$.") in ("refuted", "undecided")


def test_it_is_said_where_it_holds():
    (step,) = judged(r"The signal is detected when $2 s > 5$. So $s > 2.5$.").steps
    assert any("it holds where" in note for note in step.notes)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $p_i \ge 0$ with $p_1 + p_2 = 1$. Then $p_1 p_2 \ge 0$.", "proved"),
        (r"Let $\sigma_i > 0$. Then $\sqrt{\sigma_1^2} = \sigma_1$.", "proved"),
        (r"Let $0 < \theta_j < 1$. Then $\log \theta_1 < 0$.", "proved"),
        (r"Let $x_i > 0$ for each $i$. Then $x_1 x_2 > 1$.", "refuted"),
        (r"Let $\theta_j \ge 2$ for $j \ge 2$. Then $\theta_1 > 0$.", "undecided"),
        (r"Let $\theta_j \ge 2$ for $j \ge 1$. Then $\theta_1 \theta_2 \ge 4$.", "supported"),
        (r"Let $x_i \le y_i$ for all $i$. Then $x_1 + x_2 \le y_1 + y_2$.", "proved"),
        (r"Let $x_i \le y_i$ for all $i$. Then $x_1 + y_2 \le y_1 + x_2$.", "refuted"),
        (r"Let $x_i \ge i$ for $i = 1, 2$. Then $x_1 x_2 \ge 2$.", "supported"),
        (r"Let $x_i \ge i$ for $i = 1, 2$. Then $x_1 x_2 \ge 3$.", "refuted"),
    ],
)
def test_an_order_of_a_member_is_one_of_each(text, wanted):
    assert last(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $a, b > 0$ with $a b = 1$. Then $a + b \ge 2$.", {"proved", "supported"}),
        (r"Let $a, b > 0$ with $a b = 1$. Then $a + b > 2$.", {"refuted"}),
        (r"Let $a, b > 0$ with $a + b = 1$. Then $a b < \frac14$.", {"refuted"}),
        (r"Let $p_1 + p_2 + p_3 = 1$ with $p_i \ge 0$. Then $p_1 p_2 p_3 \le \frac{1}{27}$.", {"proved", "supported"}),
        (r"Let $p_1, p_2, p_3 \ge 0$ with $p_1 + p_2 + p_3 = 1$. Then $p_1 p_2 p_3 < \frac{1}{27}$.", {"refuted"}),
    ],
)
def test_a_strict_order_fails_where_tied_numbers_are_equal(text, wanted):
    assert last(text) in wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"For $n \ge 1$, $2^n \ge 2n$.", {"supported"}),
        (r"For $n \ge 1$, $2^n \ge 3n$.", {"refuted"}),
        (r"Let $n \ge 1$ be a real number. Then $2^n \ge 2n$.", {"refuted"}),
        (r"For $n \in \mathbb{R}$, $n \ge 1$, we have $2^n \ge 2n$.", {"refuted"}),
        (r"Let $m \ge 1$ be a slope. Then $2^m \ge 2m$.", {"refuted"}),
        (r"Let $n \ge 1$ be the refractive index. Then $2^n \ge 2n$.", {"refuted"}),
        (r"Let $n \ge 1$ be the number of trials. Then $2^n \ge 2n$.", {"supported"}),
        (r"For $n \ge 0$ we have $\cos(2 \pi n) = 1$.", {"proved", "supported"}),
    ],
)
def test_a_letter_for_sizes_that_is_at_least_a_whole_number_is_one(text, wanted):
    assert last(text) in wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $p + q = 1$ with $0 < p < 1$. Then $p q < \frac14$.", "refuted"),
        (r"Let $p + q = 1$ with $0 < p < 1$. Then $-p \log p - q \log q < \log 2$.", "refuted"),
        (r"Let $p + q = 1$ with $0 < p < 1$. Then $-p \log p - q \log q \le \log 2$.", "supported"),
    ],
)
def test_a_strict_order_is_not_supported_where_its_sides_cannot_be_told_apart(text, wanted):
    assert last(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $x > 0$. Then $x + \frac2x > 2\sqrt2$.", "refuted"),
        (r"Let $x > 0$. Then $x + \frac2x > 2.8$.", "supported"),
        (r"Let $x > 0$. Then $x \log x > -\frac1e$.", "refuted"),
        (r"Let $w^2 \ge 2$. Then $w^4 > 4$.", "refuted"),
        (r"Let $w^2 > 2$. Then $w^4 > 4$.", "supported"),
        (r"Let $x \ne 0$. Then $e^x > 1 + x$.", "supported"),
        (r"Let $a, b > 0$ with $a + 2 b = 3$. Then $a b < \frac98$.", "refuted"),
        (r"Let $a, b > 0$ with $a + 2 b = 3$. Then $a b \le \frac98$.", "supported"),
        (r"Let $x + 2y = 1$. Then $x^2 + y^2 > \frac15$.", "refuted"),
        (r"Let $x + y + z = 1$ with $x, y, z > 0$. Then $x y + z^2 < 1$.", "supported"),
        (r"Let $a, b > 0$ with $a b = 1$. Then $a + b > 2$.", "refuted"),
        (r"Let $a, b > 0$ with $a b = 1$. Then $a + b > \frac{19}{10}$.", "supported"),
        (r"Let $a, b > 0$ with $a b = 2$. Then $a + 3 b > 2 \sqrt6$.", "refuted"),
        (r"Let $x^2 + y^2 = 1$. Then $x + 2 y < \sqrt5$.", "undecided"),
    ],
)
def test_a_strict_order_is_followed_to_where_its_sides_touch(text, wanted):
    assert last(text) == wanted


def test_what_is_said_once_more_as_the_result_does_not_follow_from_itself():
    text = r"Let $x$ and $y$ be real. $$x^2 + y^2 \ge 2 x y %s$$ Result. $$\boxed{x^2 + y^2 \ge 2 x y %s}$$"
    assert verdicts(text % ("+ 1", "+ 1")) == ["refuted", "refuted"]
    assert verdicts(text % ("- 1", "- 1"))[-1] in ("proved", "supported")


def test_rows_that_go_on_with_an_order_are_no_orders_to_solve():
    text = r"Let $x$ and $y$ be real. $$\begin{aligned} x y &\le \frac{x^2 + y^2}2 \\ &\le %s \end{aligned}$$"
    assert verdicts(text % "x^2 + y^2")[-1] in ("proved", "supported")
    assert verdicts(text % r"\frac{x^2 + y^2}4")[-1] == "refuted"


def test_affine_orders_of_members_and_values_beside_names():
    text = r"Let $\theta_1, \dots, \theta_n$ be such that $1 - \theta_i > 0$ for $i = 1, \dots, n$. "
    assert last(text + r"Then $$\sum_{i=1}^n \theta_i < n.$$") in ("proved", "supported")
    assert last(r"Let $n > p$ and $q > 0$. Because $C$ is given, we have $p = 2$ and $q = 1$.") == "unread"  # from C
    assert last("$$x + y = 3$$ $$x - y = 1$$ Hence $x = 2$ and $y = 2$.") == "refuted"


def test_a_variable_that_is_made_of_its_own_distribution_function():
    text = (
        r"Let $X$ have the distribution function $F_X$. $$U \sim \mathcal{U}(0,1) \quad \Rightarrow \quad "
        r"F_U(u) = \mathrm{Pr}(U \leq u) = u$$ Then $$X = F_X^{-1}(U)$$ has $$\mathrm{Pr}(X \leq x) = "
        r"\mathrm{Pr}(F_X^{-1}(U) \leq x) = F_X(x).$$"
    )
    report = judged(text)
    assert not any("fault" in note for step in report.steps for note in step.notes)
