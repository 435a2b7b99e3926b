r"""What dots stand for: x_1, \ldots, x_n as a vector and on a diagonal, and lists whose rule is not seen."""

import pytest

from proofs.language import Z_INTEGERS, Diag, Number, Range, Var, VectorOf, Vectors, alpha_equal, exp
from proofs.reading.context import Context
from proofs.reading.grammar.parser import parse_row
from proofs.reading.meaning import Meaning
from proofs.reading.syntax import Unread
from proofs.reading.uses.survey import survey

n = Var("n", Z_INTEGERS)
k = Var("k", Range(Number(1), n))
s, x = Var("s", Vectors(n)), Var("x", Vectors(n))


def read(text):
    row = parse_row(text)
    context = Context(survey=survey([row]))
    context.spaces.update(s=s.space, x=x.space, n=Z_INTEGERS)
    return Meaning(context).term(row.statements[0].expressions[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\mathrm{diag}(s_1^2, \ldots, s_n^2)", Diag(VectorOf(s[k] ** 2, k))),
        (r"\operatorname{diag}(s_1, s_2, \dots, s_n)", Diag(VectorOf(s[k], k))),
        (r"\operatorname{diag}(e^{s_1}, ..., e^{s_n})", Diag(VectorOf(exp(s[k]), k))),
        (r"(x_1 + s_1, \ldots, x_n + s_n)", VectorOf(x[k] + s[k], k)),
        (r"[x_1, x_2, x_3, \ldots, x_n]^\top", VectorOf(x[k], k)),
        (r"(1, 2, \ldots, n)", VectorOf(k, k)),
        (r"(s_1 x_2, \ldots, s_n x_2)", VectorOf(s[k] * x[2], k)),
        (r"(5, \ldots, 5)", None),
    ],
)
def test_lists(text, expected):
    if expected is None:
        with pytest.raises(Unread):
            read(text)
    else:
        assert alpha_equal(read(text), expected)


@pytest.mark.parametrize(
    "text",
    [
        r"\operatorname{diag}(s_1, \ldots)",
        r"\operatorname{diag}(s_1, \ldots, x_n)",  # another name at the end
        r"\operatorname{diag}(s_1, s_3, \ldots, s_n)",  # no rule that gives 1, 3
        r"\operatorname{diag}(s_1, \ldots, s_{n-1}, s_n)",
        r"(s_0, \ldots, s_n)",
        r"(\ldots, s_n)",
    ],
)
def test_lists_whose_rule_is_not_seen(text):
    with pytest.raises(Unread):
        read(text)
