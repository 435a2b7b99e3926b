r"""Exponential families p(x \mid \eta) = h(x) \exp(\eta T(x) - A(\eta)) of which nothing else is said."""

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last

FAMILY = r"Let $$p(x \mid \eta) = h(x) \exp(\eta T(x) - A(\eta))$$ be an exponential family. Then "
LABELLED = r"Let $$p_\eta(x) = h(x) e^{\eta T(x) - A(\eta)}$$ be a density. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FAMILY + r"$$A(\eta) = \log \int h(x) e^{\eta T(x)} \, dx$$", ("proved",)),
        (FAMILY + r"$$\int p(x \mid \eta) \, dx = 1$$", ("proved",)),
        (FAMILY + r"$$A'(\eta) = E[T(X)]$$", ("supported", "proved")),
        (LABELLED + r"$$A'(\eta) = E_\eta[T(X)]$$", ("supported", "proved")),
        (FAMILY + r"$$A'(\eta) = E[T(X)^2]$$", ("undecided", "refuted")),
        (FAMILY + r"$$A(\eta) = \log \int h(x) e^{-\eta T(x)} \, dx$$", ("undecided", "refuted")),
    ],
)
def test_what_makes_it_integrate_to_one(text: str, expected: tuple[str, ...]) -> None:
    assert last(text) in expected


def test_a_normaliser_alone_in_its_exponent_leaves_one():
    text = r"$$p(x; \theta) = e^{-\psi(\theta)} h(x) e^{\theta x}$$ Then $E[X^2] - E[X]^2 = \mathrm{Var}(X)$."
    notes = [note for step in verify(text, jobs=0, second_reader=False).steps for note in step.notes]
    assert not any("a fault of theirs" in note for note in notes)
