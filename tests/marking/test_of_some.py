"""What is said to hold somewhere, or nearly, is not refuted by failing elsewhere; where it holds nowhere, or everywhere, it is as ever."""

from proofs.marking.verify import verify
from tests.tables import for_each

ROWS = (
    (r"For some constant $C$, $\log x \le C x$.", "undecided"),
    (r"$\sin x = \cos x$ for some $x$.", "undecided"),
    (r"Some $x$ satisfy $x^2 = x$.", "undecided"),
    (r"For most $n$ we have $n^2 > 5$.", "undecided"),
    (r"In some cases $(a + b)^2 = a^2 + b^2$.", "undecided"),
    (r"It may happen that $E[XY] = E[X]E[Y]$.", "undecided"),
    (r"To first order, $e^x = 1 + x$.", "undecided"),
    (r"Modulo $5$, $7 = 2$.", "undecided"),
    (r"For some $x$, $x^2 = 4$.", "given"),
    (r"For some $x$ we have $(x + 1)^2 = x^2 + 2x + 1$.", "proved"),
    (r"For some $X$ we have $\mathrm{Var}(X) = -1$.", "refuted"),
    (r"With some algebra, $(a + b)^2 = a^2 + b^2$.", "refuted"),
    (r"For $n = 0, 1$: $n^2 = n$.", "undecided"),
    (r"$n^2 = n$ for $n = 0, 1$.", "undecided"),
    (r"For $n = 0$: $n^2 = n + 1$.", "refuted"),
    (r"If $x > 0$ then $|x| = x$, otherwise $|x| = -x$.", "undecided"),
    (r"Let $x_1 \le x_2 \le \dots \le x_n$. Then $x_1 \le \frac1n \sum_i x_i$.", "undecided"),
    (r"At time $0$, $S = 100$. At time $1$, $S = 110$.", "given"),
    (r"Set $x = 3$. Now $x = 4$.", "given"),
    (r"Set $x = 3$. Then $x = 4$.", "refuted"),
    (r"Let $X$ be an indicator variable. Then $E[X^2] = E[X]$.", "supported"),
    (r"Let $X$ be an indicator variable. Then $E[X^2] = 2E[X]$.", "refuted"),
    (r"$2 : 4 = 1 : 2$.", "unread"),
    (r"For all $x$ we have $x^2 = x$.", "refuted"),
)


@for_each(ROWS)
def test_what_holds_somewhere(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
