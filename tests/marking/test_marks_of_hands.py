r"""Marks as many hands set them: ``\vert \vert``, ``\biggr[ ... \biggr]``, ``\mathop{dx}``, ``[...]_{t=a}^{t=b}``, ``Po``, a dt left behind."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$$ KL(g \vert \vert h) = E_{g}[\log g(x)] - E_{g}[\log h(x)] $$", "proved"),
        (r"$$ KL(g \vert \vert h) = E_{g}[\log g(x)] + E_{g}[\log h(x)] $$", "refuted"),
        (r"Let $u \in \mathbb{R}^n$. Then $\vert \vert 3u \vert \vert^2 = 9 u^T u$.", "proved"),
        (r"Let $a, b > 0$. Then $\vert a \vert \vert b \vert = a b$.", "proved"),
        (r"$$ \int_0^2 t \, dt = \biggr[ \frac{t^2}{2} \biggr]_0^2 $$", "proved"),
        (r"$$ \int_0^2 t \, dt = \biggr[ \frac{t^2}{4} \biggr]_0^2 $$", "refuted"),
        (r"$$ \int_0^2 t \, dt = \left[ \frac{t^2}{2} \right]_{t=0}^{t=2} $$", "proved"),
        (r"$$ \int_0^2 t \, dt = \left[ \frac{t^2}{2} \right]_{t=0}^{t=3} $$", "refuted"),
        (r"$$ \Bigl[ 0, 1 \Bigr[ = 3 $$", "unread"),  # which closes it may be, as in France
        (r"$$ \int_0^3 t \mathop{dt} = \frac{9}{2} $$", "proved"),
        (r"$$ \int_0^3 t \mathop{dt} = 9 $$", "refuted"),
        (r"Let $X \sim \mathrm{Po}(m)$. Then $P(X = 1) = m e^{-m}$.", "proved"),
        (r"Let $X \sim \operatorname{Po}(m)$. Then $P(X = 1) = m e^{m}$.", "refuted"),
        # which was refuted, at d = 0
        (r"$$ \int_0^s \cos t \, dt = \left[ \sin t \right]_0^s dt $$", "unread"),
    ],
)
def test_marks_are_read_as_they_are_meant(text: str, verdict: str) -> None:
    assert judged(text).steps[-1].verdict == verdict
