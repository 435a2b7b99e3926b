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
    (r"For all $x$ we have $x^2 = x$.", "refuted"),
)


@for_each(ROWS)
def test_what_holds_somewhere(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
