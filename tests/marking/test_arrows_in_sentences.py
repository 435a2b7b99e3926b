r"""Sentences with an arrow in their formula: "set $A \Rightarrow B$" supposes A, and B is judged, as "set $A$, so $B$"."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Set $2(s - c) = 0 \Rightarrow s = c$.", "proved"),
        (r"Set $2(s - c) = 0 \Rightarrow s = 7 c$.", "undecided"),  # which was given, as all that was set
        (r"Let $h(s) = (s - c)^2$. Set $h'(s) = 2(s - c) = 0 \Rightarrow \hat s = c$.", "proved"),
        (r"Let $h(s) = (s - c)^2$. Set $h'(s) = 2(s - c) = 0 \Rightarrow \hat s = 3 c$.", "undecided"),
        (r"Let $w = 3 s = 6 \Rightarrow s = 2$.", "proved"),
        (r"Let $w = 3 s = 6 \Rightarrow s = 5$.", "refuted"),
        (r"We minimise $(s - c)^2$. Setting the derivative $2(s - c) = 0$, hence $s^* = 7 c$.", "unread"),
        (r"Let $h(s) = (s - c)^2$. Setting $h'(s) = 0$ gives $$s_{\mathrm{opt}} = 7 c$$", "unread"),
        # an estimate names nothing new
        (
            r"Minimise $\|b - A w\|^2$: $-2 A^\top (b - A w) = 0 \Rightarrow \hat w = 3 (A^\top A)^{-1} A^\top b$.",
            "unread",
        ),
    ],
)
def test_what_an_arrow_leads_to_is_judged(text: str, verdict: str) -> None:
    assert judged(text).steps[-1].verdict == verdict
