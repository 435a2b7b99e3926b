"""Words that make a function no any function: smooth with a constant, Lipschitz, bounded; and names with a star."""

import pytest

from tests.marking.verdicts import verdicts

DESCENT = r"f(y) \le f(x) + f'(x)(y - x) + \frac{L}{2}(y - x)^2"


@pytest.mark.parametrize(
    "text",
    [
        rf"If $f$ is $L$-smooth, then $${DESCENT}.$$",
        rf"Let $f$ be $L$-smooth. Then ${DESCENT}$.",
        r"Let $f$ be $\mu$-strongly convex. Then $f(y) \ge f(x) + f'(x)(y - x) + \frac{\mu}{2}(y - x)^2$.",
        r"Assume that $f$ is bounded below by $f^*$. Then $f(x) \ge f^*$.",
        r"Let $x^*$ be a minimiser and $f^* = f(x^*)$. Then $f(x) - f^* \ge 0$.",
        r"For a function $f$ that is convex in $x$, $f(\frac{x + y}{2}) \le \frac{f(x) + f(y)}{2}$.",
    ],
)
def test_what_holds_of_such_functions_is_no_slip(text):
    assert verdicts(text)[-1] == "undecided"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $f$ be smooth. Then $\frac{d}{dx} (x f(x)) = f'(x)$.", "refuted"),  # of such there are enough
        (r"For $x > 0$, $\log x \le x - 1$.", "proved"),
        (r"For $x > 1$, $x^2 < x$.", "refuted"),
    ],
)
def test_any_function_is_any(text, verdict):
    assert verdicts(text)[-1] == verdict


def test_with_at_the_head_of_a_sentence_is_about_what_follows():
    text = r"Let $f$ be a function. Then $$\eta f(x) = \eta (f(x) + 1) - \eta.$$ With $\eta = 2$ we get $2 \eta = 4$."
    assert verdicts(text) == ["proved", "given", "proved"]
