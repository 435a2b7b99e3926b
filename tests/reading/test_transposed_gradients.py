r"""\nabla f(x)^T d is (\nabla f(x))^T d."""

import pytest

from tests.marking.verdicts import last

STEP = r"Let $x_{k+1} = x_k - \eta\nabla f(x_k)$. Then $$\|x_{k+1} - y\|^2 = "
SQUARES = r"Let $f(x) = \frac12\|Ax - b\|^2$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (STEP + r"\|x_k - y\|^2 - 2\eta\nabla f(x_k)^T(x_k - y) + \eta^2\|\nabla f(x_k)\|^2$$", "proved"),
        (STEP + r"\|x_k - y\|^2 - \eta\nabla f(x_k)^T(x_k - y) + \eta^2\|\nabla f(x_k)\|^2$$", "refuted"),
        (SQUARES + r"Then $\nabla f(x)^T d = (Ax - b)^T A d$.", "proved"),
        (SQUARES + r"Then $\nabla_x f(x)^\top d = (Ax - b)^\top A d$.", "proved"),
        (SQUARES + r"Then $\nabla f(x)^T d = (Ax - b)^T d$.", "refuted"),
        (SQUARES + r"Then $\nabla f(x)^T d = d^T \nabla f(x)$.", "proved"),
    ],
)
def test_the_gradient_is_transposed(text, verdict):
    assert last(text) == verdict
