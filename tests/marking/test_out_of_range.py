"""A quantity outside of the range of its kind is refuted, whatever was not read of its names; what a special law makes true is not."""

from proofs.marking.verify import verify
from tests.tables import for_each

EVERY = r"For every $x > 0$, $P(|X - E(X)| %s"
REFUTED = {
    EVERY
    % r"\ge x) = \mathrm{Var}(X)/x$.": "at most 1, and the other side is $2$ at $x = \\frac{\\mathrm{Var}(X)}{2}$",
    EVERY % r"\ge x) = \frac{\mathrm{Var}(X)}{x^2}$.": "at most 1",
    EVERY % r"< x) = 1 - \frac{\mathrm{Var}(X)}{x^2}$.": "a probability is never negative, and the other side is $-1$",
    r"Thus $$P(|X - E(X)| \ge x) = \frac{\mathrm{Var}(X)}{x}.$$": "a probability is at most 1",  # a display, of any x
    r"$P(X = k) = 2^{k}$ for $k \ge 0$.": "a probability is at most 1",
    r"$\mathrm{Var}(X) = -3$": "a variance is never negative",
    r"$\mathrm{Var}(X) < 0$.": "a variance is never negative",
    r"Let $X$ have variance $-1$. Then $\mathrm{Var}(2X) = -4$.": "a variance is never negative",
    r"$E[X^2] < E[X]^2$": "a variance is never negative",
    r"$E[X^2] - E[X]^2 = 4 - 9$": "a variance is never negative",
    r"$\mathrm{Corr}(X, Y) = 1.5$": "a correlation is at most 1",
    r"$\| v \| = -2$": "a norm is never negative",
    r"$\cos\theta = \frac{6}{5}$": "a cosine is at most 1",
    r"Let $P(A) = 0.7$, $P(B) = 0.6$ and $P(A \cap B) = 0.2$. Then $P(A \cup B) = 1.1$.": "a probability is at most 1",
    r"$2P(A) = 2.4$.": "no events have such probabilities",
    r"$\frac{P(A \cap B)}{P(A)} = 1.2$.": "a probability is at most 1",
    r"$JS(p, q) = 1.2$": "",  # nats or bits
}
OPEN = (
    EVERY % r"\ge x) \le \frac{\mathrm{Var}(X)}{x^2}$.",
    r"Here $P(|X - E[X]| \ge x) = \frac{\mathrm{Var}(X)}{x^2}$.",  # of one x, and of one X, it is so
    r"There is an $x$ with $$P(|X - E[X]| \ge x) = \frac{\mathrm{Var}(X)}{x^2}.$$",
    r"$P(|X - E[X]| \ge 2) = \frac{\mathrm{Var}(X)}{4}$.",
    r"For large $x$, $P(|X - E[X]| \ge x) = \frac{\mathrm{Var}(X)}{x^2}$.",
    r"There is $x > 0$ with $P(|X - E[X]| \ge x) = \frac{\mathrm{Var}(X)}{x^2}$.",
    r"For every $t > 0$ we have $P(|X| \ge t) \le \frac{E[|X|]}{t^2}$.",
    r"$\mathrm{Var}(X) = 3$",
    r"$\mathrm{Corr}(X, Y) = -1$",
    r"Solve $\cos x = 2$.",
    r"$2P(A) = 1.4$.",  # as it is of some events
    r"$\frac{P(A)}{P(B)} = 2$.",
    r"If $A$ and $B$ were disjoint, we would have $P(A \cup B) = 0.7 + 0.6 = 1.3$.",
    r"Since $\mathrm{Var}(X) = -1$ is impossible, there is no such $X$.",
)


def _last(text: str):
    return verify(text, jobs=0, second_reader=False).steps[-1:]


@for_each(REFUTED.items())
def test_what_no_law_makes_true_is_refuted(text, reason):
    (step,) = _last(text)
    assert step.verdict == "refuted", step
    assert any(reason in note for note in step.notes) or not reason, step.notes


@for_each(OPEN)
def test_what_some_law_makes_true_is_not(text):
    assert all(step.verdict in ("undecided", "given") for step in _last(text))
