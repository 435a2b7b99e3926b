r"""Indicators in their many hands, each beside a wrong neighbour that must not pass."""

import pytest

from proofs import verify

CASES = [
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = \frac{1}{2}$$", r"\mathbb{1}\{Z < 0\}", "proved"),
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = \frac{1}{2}$$", r"1\{Z > 1\}", "refuted"),
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = P(Z > 2)$$", r"\mathbf{1}_{Z > 2}", "proved"),
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = P(Z > 2)$$", r"\mathbf{1}_{\{Z > 1\}}", "refuted"),
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = P(Z > 2)$$", r"1_{Z > 2}", "proved"),
    (r"Let $Z \sim \mathcal{N}(0, 1)$. $$\mathbb{E}[%s] = P(Z > 2)$$", r"1_{\{Z > 1\}}", "refuted"),
    (
        r"Let $Y \sim \text{Exp}(2)$ and $c > 0$. $$P(Y > c) = \mathbb{E}[%s]$$",
        r"\mathbb{I}(Y > c)",
        "proved",
    ),
    (
        r"Let $Y \sim \text{Exp}(2)$ and $c > 0$. $$P(Y > c) = \mathbb{E}[%s]$$",
        r"\mathbb{I}(Y < c)",
        "refuted",
    ),
    (r"$$\int_0^2 %s \,dt = 1$$", r"\mathbf{1}\{0.5 < t < 1.5\}", "supported"),
    (r"$$\int_0^2 %s \,dt = 1$$", r"\mathbf{1}\{0.5 < t\}", "refuted"),
    (r"$$\sum_{k=1}^4 %s k^2 = 9$$", r"1\{k = 3\}", "proved"),
    (r"$$\sum_{k=1}^4 %s k^2 = 9$$", r"1\{k = 2\}", "refuted"),
    # of real numbers none would ever be tried that are equal: such an indicator would be zero everywhere
    (r"Let $t_1, \dots, t_n \in \mathbb{R}$. $$\sum_{k=1}^n %s = 0$$", r"1\{t_k = 1\}", "unread"),
    (r"Let $t \in \mathbb{R}$. $$%s = 1$$", r"\mathbb{1}[t > 0]", "undecided"),
    (r"Let $t \in \mathbb{R}$. $$%s = 0$$", r"\mathbb{1}[t \in A]", "unread"),
]


@pytest.mark.parametrize(("text", "indicator", "verdict"), CASES)
def test_an_indicator(text, indicator, verdict):
    (step,) = [s for s in verify(text.replace("%s", indicator), jobs=0, second_reader=False).steps if s.kind == "step"]
    assert step.verdict == verdict, (step.notes, step.counterexample)
