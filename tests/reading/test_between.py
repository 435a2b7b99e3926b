r"""``0 < x, y < 1`` puts both between 0 and 1; ``a < b, c < d`` are two orders."""

from proofs.marking.verify import verify
from proofs.reading.grammar.parser import parse_row
from tests.tables import for_each

LISTS = (
    ("0 < x, y < 1", "0 < x < 1; 0 < y < 1"),
    (r"0 \le x, y, z \le 1", r"0 \le x \le 1; 0 \le y \le 1; 0 \le z \le 1"),
    (r"1 \le i, j \le n", r"1 \le i \le n; 1 \le j \le n"),
    (r"f = 1, \quad -1 \le x, y \le 1", r"f = 1; -1 \le x \le 1; -1 \le y \le 1"),
    (r"|x|, |y| \le 1", r"|x| \le 1; |y| \le 1"),
    (r"(x, y) \in [0, 1]^2", r"x \in [0, 1]; y \in [0, 1]"),
    ("a < b, c < d", "a < b; c < d"),
    ("x > 0, y < 1", "x > 0; y < 1"),
    (r"0 < x, \quad y < 1", "0 < x; y < 1"),
    ("0 < x, y < z", "0 < x; y < z"),
)
VERDICTS = (
    (r"Let $0 \le a, b \le 1$. Then $a + b \le 2$.", "proved"),
    (r"Let $0 \le a, b \le 1$. Then $a + b \le 1$.", "refuted"),
    (
        r"Let $(X, Y)$ have joint density $f(x, y) = 6xy^2$ for $0 < x, y < 1$. Then $P(X > \frac12) = \frac34$.",
        "proved",
    ),
)


def _said(text: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([str([getattr(n, "name", getattr(n, "text", "")) for n in e.walk()]) for e in s.expressions if e],
         [sign.symbol for sign in s.relations])
        for s in parse_row(text).statements
    ]  # fmt: skip


@for_each(LISTS)
def test_a_list_between_its_ends(text, apart):
    assert _said(text) == [each for part in apart.split(";") for each in _said(part)]


@for_each(VERDICTS)
def test_both_lie_between(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
