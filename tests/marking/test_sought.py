r"""A name that says what was found: \hat{p} after \ell'(p) = 0, W_2 after W_2(P, Q), a vector after its coordinates."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged, verdicts

SCORE = r"Let $\ell(p) = 9 \log p + 7 \log(1 - p)$. $$\frac{d\ell}{dp} = \frac{9}{p} - \frac{7}{1 - p} = 0$$ "
DISTANCE = (
    r"$$W_2(\mathcal{N}(\mu_1, \sigma_1^2), \mathcal{N}(\mu_2, \sigma_2^2)) = \sqrt{(\mu_1 - \mu_2)^2 + (\sigma_1 - \sigma_2)^2}$$ "
    r"With $\mu_1 = 1$, $\sigma_1^2 = 4$, $\mu_2 = 4$ and $\sigma_2^2 = 36$: "
)
COORDINATES = r"Given $\mathbf{x} = [1, 2]$. $$y_1 = x_1$$ $$y_2 = \exp(x_2)$$ "
GIVEN = r"Given $\mu = 1$, $\log(\sigma^2) = -0.5$, "

CLAIMS = [
    (SCORE + r"$$\hat{p} = \frac{9}{16}$$", "supported"),
    (SCORE + r"$$\hat{p} = \frac{7}{16}$$", "refuted"),
    (SCORE + r"$$9 = 16 p$$ $$\hat{p}_{MLE} = \frac{9}{16}$$", "proved"),
    (SCORE + r"$$p^* = \frac{9}{7}$$", "refuted"),
    (SCORE + r"$$\hat{x} = \frac{7}{16}$$", "given"),
    (r"Let $p > 0$. $$p^2 = 4 q$$ $$\hat{p} = 3$$", "given"),  # nothing was to be solved
    (DISTANCE + r"$$W_2 = \sqrt{9 + 16}$$", "proved"),
    (DISTANCE + r"$$W_2 = \sqrt{9 + 4}$$", "refuted"),
    (r"$$W_2(P, Q) = W_2(Q, P)$$ $$W_2 = 3$$", "given"),  # of which laws is not known
    (COORDINATES + r"$$\mathbf{y} = (1, 7.389)$$", "supported"),
    (COORDINATES + r"$$\mathbf{y} = (1, 7.387)$$", "refuted"),
    (COORDINATES + r"where $\mathbf{y} = (1, 7.387)$", "given"),
    (GIVEN + r"so $\sigma^2 = e^{-0.5}$.", "supported"),
    (GIVEN + r"so $\sigma^2 = e^{0.5}$.", "refuted"),
    (GIVEN + r"so $\sigma^2 = e^{-0.5} = 0.6065$.", "supported"),
    (r"Given $x = 2$, $y = 3$, $x + y = 6$.", "refuted"),
]


@pytest.mark.parametrize(("text", "verdict"), CLAIMS)
def test_what_was_found(text, verdict):
    assert judged(text).steps[-1].verdict == verdict


def test_where_something_is_says_nothing():
    text = r"$$x^2 \ge 0 \quad \text{(with equality at } x = 0 \text{)}$$ The least value is taken at $x = 1$."
    assert len(verify(text, jobs=0, second_reader=False).steps) == 1


COUPLING = r"""# Question

The output $\mathbf{y} = (y_1, y_2)$ of the input $\mathbf{x} = (x_1, x_2)$ is

$$y_1 = x_1$$

$$y_2 = x_2 \exp(s(x_1)) + t(x_1)$$

%s

$$J = \frac{\partial \mathbf{y}}{\partial \mathbf{x}} = \begin{bmatrix} 1 & 0 \\ * & %s \end{bmatrix}$$

$$\det(J) = %s$$
"""

JACOBIANS = [
    (r"\exp(s(x_1))", r"\exp(s(x_1))", ["given", "proved", "proved"]),
    (r"x_2 \exp(s(x_1))", r"\exp(s(x_1))", ["given", "refuted", "proved"]),
    (r"\exp(s(x_1))", r"\exp(2 s(x_1))", ["given", "proved", "undecided"]),
]


@pytest.mark.parametrize(("entry", "determinant", "verdicts"), JACOBIANS)
def test_a_jacobian_by_coordinates_and_entries_that_are_only_marked(entry, determinant, verdicts):
    steps = verify(COUPLING % ("Then", entry, determinant), jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps[-3:]] == verdicts


def test_the_formulas_of_another_section_are_meant_but_refute_nothing():
    text = COUPLING % ("# Evaluation", r"x_2 \exp(s(x_1))", r"\exp(s(x_1))")
    defined, row, determinant = verify(text, jobs=0, second_reader=False).steps[-3:]
    assert defined.notes == (r"$\mathbf{y}$ is taken as an earlier section has it",)
    assert (row.verdict, determinant.verdict) == ("undecided", "proved")


def test_of_two_formulas_elsewhere_none_is_taken():
    text = "# A\n\n$$y = x^2$$\n\n# B\n\n$$y = x^3$$\n\n# C\n\n" + r"$$\frac{dy}{dx} = 2 x$$"
    assert judged(text).steps[-1].verdict == "unread"


def test_a_marked_entry_beside_what_is_no_matrix_is_not_read():
    assert verify(r"$$A = \begin{bmatrix} 1 & * \\ 0 & 1 \end{bmatrix}$$", jobs=0).steps[-1].verdict == "unread"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $f(x) = c x^2(1 - x)$. From $\int_0^1 f(x)\,dx = \frac{c}{10} = 1$ we get $c = 10$.", "refuted"),
        (r"Let $f(x) = c x^2(1 - x)$. From $\int_0^1 f(x)\,dx = \frac{c}{12} = 1$ we get $c = 12$.", "proved"),
        (r"Let $f(x) = x^2 - 4x$. From $f'(x) = 2x - 3 = 0$ we get $x = 3/2$.", "refuted"),
        (r"From $x^2 + 2x + 1 = (x + 2)^2 = 0$ it follows that $x = -2$.", "refuted"),
        (r"Let $a > 0$. Suppose $x + y = 2x = 4$.", "given"),
    ],
)
def test_what_is_worked_out_before_it_is_set_is_claimed(text, verdict):
    """Of a = b = 1 only the last equation is supposed where b is what a comes to."""
    first = next(v for v in verdicts(text) if v != "given") if verdict != "given" else verdicts(text)[0]
    assert first == verdict
