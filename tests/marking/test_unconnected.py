r"""An equation that begins with nothing known says which names nothing was said of: what to declare is then clear."""

import pytest

from proofs.marking.verify import verify

KL = r"$$ D_{KL}(p_1 \| p_2) = \log\frac{\sigma_2}{\sigma_1} - \frac12 + \frac{\sigma_1^2}{2 \sigma_2^2} $$"
LAWS = r"Let $p_1 = \mathcal N(\mu_1, \sigma_1^2)$ and $p_2 = \mathcal N(\mu_2, \sigma_2^2)$. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (KL, r"how $p_1$ and $p_2$ on the left and $\sigma_1$ and $\sigma_2$ on the right hang together"),
        (LAWS + r"Then $$ D_{KL}(p_1 \| p_2) = \frac{(\mu_1 - \mu_2)^2}{2 \sigma^2} $$",
         r"how $\sigma_1$ and $\sigma_2$ on the left and $\sigma$ on the right hang together"),
        (r"Then $$ x^2 - 2 = 0 $$", "nothing says that this is zero"),
        (r"Let $X \sim \mathcal N(0, 1)$. Then $$ \mathbb E[X^2] = c^2 $$", "what $c$ stands for, on the right only"),
    ],
)  # fmt: skip
def test_the_names_on_one_side_only_are_told(text, said):
    *_, step = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == "undecided" and any(said in note for note in step.notes), step.notes
