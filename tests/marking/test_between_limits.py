r"""[F]_a^b, of which variable it is meant, and its value where an end is infinite."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

PARTS = r"\int_0^\infty x e^{-\lambda x} dx = \left[ -\frac{x}{\lambda} e^{-\lambda x} \right]_0^\infty + "


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (PARTS + r"\int_0^\infty \frac{1}{\lambda} e^{-\lambda x} dx", "proved"),
        (PARTS + r"\int_0^\infty \frac{1}{\lambda} x e^{-\lambda x} dx", "refuted"),
        (PARTS + r"\int_0^\infty \lambda e^{-\lambda x} dx", "refuted"),
        (r"\left[ -\frac{1}{\lambda} e^{-\lambda x} \right]_0^\infty = \frac{1}{\lambda}", "proved"),
        (r"\left[ -\frac{1}{\lambda} e^{-\lambda x} \right]_0^\infty = \frac{2}{\lambda}", "refuted"),
        (r"\left[ x^2 e^{-\lambda x} \right]_0^\infty = 1", "refuted"),
        (r"\left[ f(x) \right]_0^1 = f(1) - f(0)", "proved"),
        (r"\left[ f(x) \right]_0^1 = f(0) - f(1)", "refuted"),
        (r"\left[ a x \right]_0^1 = a", "unread"),  # of a or of x?
    ],
)
def test_a_difference_of_values_is_judged(formula, wanted):
    steps = verify(rf"Let $\lambda > 0$. $${formula}$$", jobs=0, second_reader=False).steps
    assert steps[-1].verdict == wanted
