"""What documents say of largest and smallest values: right is proved, wrong refuted."""

import pytest

from tests.marking.verdicts import judged

BEGIN = "Let $0 < p < 1$, let $a > 0$, and let $0 < k < n$ be integers.\n\n"


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(BEGIN + text).steps if step.kind == "step"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"9 \log p + 7 \log(1 - p) \le 9 \log \frac{9}{16} + 7 \log(1 - \frac{9}{16})", "proved"),
        (r"9 \log p + 7 \log(1 - p) \le 9 \log \frac{1}{2} + 7 \log(1 - \frac{1}{2})", "refuted"),
        (r"k \log p + (n - k) \log(1 - p) \le k \log \frac{k}{n} + (n - k) \log(1 - \frac{k}{n})", "proved"),
        (r"k \log p + (n - k) \log(1 - p) \ge k \log \frac{k}{n} + (n - k) \log(1 - \frac{k}{n})", "refuted"),
        (r"a^2 - 2 a \ge 1^2 - 2 \cdot 1", "proved"),
        (r"a^2 - 2 a \ge 2^2 - 2 \cdot 2", "refuted"),
        (r"a - \log a \ge 1 - \log 1", "proved"),
        (r"e^a \le e^{a + p}", "proved"),
        (r"|\sin x - \sin y| \le |x - y|", "proved"),
        (r"|\sin(2 x) - \sin(2 y)| \le |x - y|", "refuted"),
        (r"|\tanh x - \tanh y| \le \frac12 |x - y|", "refuted"),
        (r"|p^2 - (1 - p)^2| \le 2 |p - (1 - p)|", "proved"),
        (r"e^a \ge e^{a + p}", "refuted"),
    ],
)
def test_a_value_is_compared_with_the_largest(text, verdict):
    assert verdicts(f"$${text}$$") == [verdict]


@pytest.mark.parametrize(("half", "verdicts_"), [(r"\frac{a}{2}", {"proved"}), (r"\frac{a}{3}", {"refuted"})])
def test_two_bounds_that_were_shown_make_an_equation(half, verdicts_):
    told = "Let $g : \\mathbb{R} \\to \\mathbb{R}$. Suppose that $g$ is 1-Lipschitz and $g(a) = g(0) + a$.\n\n"
    above = r"$$g(\frac{a}{2}) = g(0) + (g(\frac{a}{2}) - g(0)) \le g(0) + |\frac{a}{2} - 0| = g(0) + \frac{a}{2}$$"
    below = r"$$g(\frac{a}{2}) = g(a) - (g(a) - g(\frac{a}{2})) \ge g(a) - |a - \frac{a}{2}| = g(0) + \frac{a}{2}$$"
    found = verdicts(f"{told}{above}\n\n{below}\n\n$$g(\\frac{{a}}{{2}}) = g(0) + {half}$$")
    assert set(found[:-1]) == {"proved"} and set(found[-1:]) == verdicts_


@pytest.mark.parametrize(
    ("first", "then", "verdict"),
    [
        (r"a \le a + p", r"a \ge a + p", "refuted"),
        (r"a \le a + p", r"a = a + p", "refuted"),
        (r"a \ge a - p", r"a = a - p", "refuted"),
        (r"a \le a + p", r"a < a + 2 p", "proved"),
    ],
)
def test_what_goes_on_from_an_inequality_says_no_more_than_that(first, then, verdict):
    assert verdicts(f"$${first}$$\n\n$${then}$$")[-1] == verdict
