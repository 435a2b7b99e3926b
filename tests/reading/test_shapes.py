"""Which names are vectors and which are matrices, and what expressions made of them mean."""

import pytest

from proofs.language import Z_INTEGERS, Matrices, Number, Var, Vectors
from proofs.reading.context import Context
from proofs.reading.documents import read_document
from proofs.reading.grammar.parser import parse_row
from proofs.reading.shapes.evidence import shapes
from proofs.reading.story import Story
from proofs.reading.uses.survey import survey

n, p, q, d = (Var(name, Z_INTEGERS) for name in "npqd")


def found_in(*texts, **spaces):
    rows = [parse_row(text) for text in texts]
    context = Context(survey=survey(rows))
    context.spaces.update(spaces)
    found = shapes(rows, context)
    return {name: space for name in found.of if (space := found.space(name)) is not None}


def kinds(*texts):
    return {name: type(space).__name__ for name, space in found_in(*texts).items()}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([r"y = X\beta + \varepsilon", r"X^T X"], {"y": "v", "X": "m", "beta": "v", "varepsilon": "v"}),
        ([r"(x - \mu)^\top \Sigma^{-1} (x - \mu)"], {"x": "v", "mu": "v", "Sigma": "m"}),
        ([r"\mu_0^T \Lambda_0 \mu_0"], {"mu_0": "v", "Lambda_0": "m"}),
        (
            [r"b_n = b_0 + \frac{1}{2} (y^T P y + \mu_0^T \Lambda_0 \mu_0)"],
            {"y": "v", "P": "m", "mu_0": "v", "Lambda_0": "m"},
        ),
        ([r"\tau (y - X\hat\beta)^T P (y - X\hat\beta)", r"X^T"], {"y": "v", "X": "m", r"\hat{\beta}": "v", "P": "m"}),
        ([r"\mathrm{tr}(A B)"], {"A": "m", "B": "m"}),
        ([r"\mathrm{tr}(N A)"], {}),
        ([r"\|x - \mu\|"], {"x": "v", "mu": "v"}),
        ([r"\mathrm{tr}(A) = \det A"], {"A": "m"}),
        ([r"y \sim \mathcal{N}(X\beta, \sigma^2 V)", r"V^{-1}", r"X^T y"], {"y": "v", "X": "m", "beta": "v", "V": "m"}),
        ([r"c^T \beta", r"\frac{c^T \beta}{\sigma}"], {"c": "v", "beta": "v"}),
        ([r"x + 1 = 2"], {}),
        ([r"A = \begin{pmatrix} 4 & 1 \\ 2 & 3 \end{pmatrix}", r"A - 5I", r"A x"], {"A": "m", "I": "m", "x": "v"}),
        ([r"\begin{pmatrix} n \\ k \end{pmatrix} = C", r"C x"], {}),
        ([r"\sigma^T x", r"\sqrt{s} + x^2"], {"sigma": "v"}),
    ],
)
def test_evidence(texts, expected):
    names = {"v": "Vectors", "m": "Matrices"}
    assert kinds(*texts) == {name: names[kind] for name, kind in expected.items()}


def test_sizes_are_those_that_are_written():
    found = found_in(r"R = I_n - X (X^T X)^{-1} X^T", r"X \beta")
    assert found["R"] is Matrices(n, n)
    assert found["X"].rows is n
    assert found["beta"] is Vectors(found["X"].columns)


def test_a_normal_density_says_how_large_its_matrix_is():
    found = found_in(
        r"\mathcal{N}(x; \mu, \Sigma) = \sqrt{\frac{1}{(2\pi)^n |\Sigma|}} \exp[-(x-\mu)^T \Sigma^{-1} (x-\mu)]"
    )
    assert found["Sigma"] is Matrices(n, n)
    assert found["mu"] is Vectors(n)


def test_declared_sizes_spread():
    found = found_in(r"y = X \beta + \varepsilon", X=Matrices(n, p))
    assert (found["y"], found["beta"], found["varepsilon"]) == (Vectors(n), Vectors(p), Vectors(n))


def test_a_written_column_has_its_length():
    assert found_in(r"\theta = \begin{bmatrix} a \\ b \end{bmatrix}", r"\theta^T \theta")["theta"] is Vectors(Number(2))


def test_a_name_that_is_used_as_a_number_and_as_a_vector_has_no_shape():
    assert "x" not in found_in(r"x = y^T y", r"x = X y", X=Matrices(n, n))


def read(text):
    return [line for chain in Story(read_document(text)).chains() for line in chain.lines]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (r"$$ X^T X + x^T x = 1 $$", "a number and a vector"),
        (r"$$ \Sigma^{1/3} x = x $$", "power of a matrix"),
        (r"$$ X X = X^T $$", "sizes fit"),
        (r"$$ x + X x = x $$", "same size"),
        (r"$$ \begin{bmatrix} 1 & 0 \\ * & 2 \end{bmatrix} x = x $$", "not written"),
        (r"$$ a^T b c = x x $$", "sizes fit"),
    ],
)
def test_what_does_not_fit_is_not_read(formula, reason):
    given = r"Let $X \in \mathbb{R}^{n \times p}$, $x \in \mathbb{R}^p$, $\Sigma \in \mathbb{R}^{p \times p}$."
    (line,) = [line for line in read(f"{given}\n\n{formula}\n") if line.kind == "unread"]
    assert reason in line.why


def test_a_dimension_that_nobody_named_refutes_nothing():
    (line,) = [
        line
        for line in read(r"$$ |c \Sigma| = c^m |\Sigma| $$ $$ x^T \Sigma^{-1} x = x^T \Sigma^{-1} x $$")
        if line.fog
    ]
    assert len(line.fog) == 1
