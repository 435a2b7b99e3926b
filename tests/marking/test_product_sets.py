"""Integrals over products of parts of the line."""

from __future__ import annotations

import pytest

from .verdicts import last

GAUSSIAN = r"e^{-(x^2+y^2)/2}\,dx\,dy"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (rf"$$\int_{{\mathbb R^2}} {GAUSSIAN} = \int_0^{{2\pi}}\int_0^\infty e^{{-r^2/2}} r\,dr\,d\varphi$$", "proved"),
        (rf"$$\int_{{\mathbb R^2}} {GAUSSIAN} = \int_0^{{2\pi}}\int_0^\infty e^{{-r^2/2}}\,dr\,d\varphi$$", "refuted"),
        (rf"$$\iint_{{\mathbb R \times \mathbb R}} {GAUSSIAN} = 2\pi$$", "proved"),
        (r"$$\int_{[0,1]^2} x y^2 \,dx\,dy = \frac16$$", "proved"),
        (r"$$\iint_{[0,1]\times[0,2]} x y^2 \,dx\,dy = \frac43$$", "proved"),
        (r"$$\iint_{[0,1]\times[0,2]} x y^2 \,dx\,dy = \frac13$$", "refuted"),
        (r"$$\int_{[0,1]\times[0,2]} x y^2 \,dy\,dx = \frac43$$", "unread"),  # which of the two is from 0 to 2
        (r"$$\int_{[0,1]^3} x y \,dx\,dy = \frac14$$", "unread"),
    ],
)
def test_verdicts(text, wanted):
    assert last(text) == wanted
