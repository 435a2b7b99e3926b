"""Two distributions that are said to be the same: supposed where a sentence says so, and nowhere else."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

ZERO = r" $$D_{KL}(P||Q) = 0$$"

SUPPOSED = [
    r"If $P = Q$ then" + ZERO,
    r"Suppose that $P = Q$. Then" + ZERO,
    r"Since $P = Q$ we get" + ZERO,
    r"If $P = Q$ almost everywhere, then" + ZERO,
    "If the two distributions are identical, then" + ZERO,
    "It is zero because the distributions are the same:" + ZERO,
    "Here both densities coincide, so" + ZERO,
]
NOT_SUPPOSED = [
    r"It is zero only if $P = Q$. We have" + ZERO,
    r"It is zero when $P = Q$. We have" + ZERO,
    "It is zero if the distributions are the same. We have" + ZERO,
    "The distributions are not the same. We have" + ZERO,
    "Whether the two distributions are identical is open." + ZERO,
    "The two distributions are identical up to their scale." + ZERO,
    "Because the distributions are the same except at one point," + ZERO,
]


def last(text):
    return verify(text, jobs=0, second_reader=False).steps[-1]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_supposed_is_used(text):
    assert last(text).verdict == "proved"


@pytest.mark.parametrize("text", NOT_SUPPOSED)
def test_what_is_only_spoken_of_is_not_used(text):
    assert last(text).verdict == "refuted"


def test_what_is_otherwise_so_is_open():
    assert last(r"If $P = Q$ then $$D_{JS}(P||Q) = 0$$ Otherwise" + ZERO).verdict == "undecided"


def test_of_three_distributions_it_is_not_said_which_are_the_same():
    text = r"$$D_{KL}(P||Q) \ge 0$$ $$D_{KL}(P||R) \ge 0$$ Because the distributions are the same," + ZERO
    assert last(text).verdict == "undecided"


def test_mixtures_are_claimed_of_and_letters_supposed():
    text = r"$$D_{KL}(P||\frac{P+Q}{2}) \ge 0$$ $\frac{P+Q}{2} = P = Q$ as both are uniform."
    assert [(s.kind, s.verdict) for s in verify(text, jobs=0, second_reader=False).steps[1:]] == [
        ("step", "supported"),
        ("hypothesis", "given"),
    ]


MIXTURES = [(r"\frac{1}{2}(P + Q)", "proved"), (r"\frac{1}{2}(P + P)", "refuted")]


@pytest.mark.parametrize(("mixture", "verdict"), MIXTURES)
def test_a_mixture_is_compared_with_another(mixture, verdict):
    text = rf"$$D_{{KL}}(P||Q) \ge 0$$ Here $M = \frac{{1}}{{2}}(Q + P) = {mixture}$."
    assert last(text).verdict == verdict


PARTS = r"""# Distances

- a) $\theta \neq 0$

%s $\theta = 0$ they differ:

$$\frac{\theta}{\theta} = 1$$

- b) $\theta = 0$

$$\cos(\theta) = %s$$
"""


def test_each_part_has_its_own_case():
    steps = verify(PARTS % ("Unlike at", "1"), jobs=0, second_reader=False).steps
    assert [s.verdict for s in steps] == ["proved", "proved"]
    assert judged(PARTS % ("Unlike at", "0")).steps[-1].verdict == "refuted"


def test_a_condition_that_contradicts_the_case_of_its_part_is_remarked():
    first, *_ = verify(PARTS % ("When", "1"), jobs=0, second_reader=False).steps
    assert (first.left, first.verdict) == (r"\theta", "given")
    assert first.notes == ("the part that it stands in is about the other case",)


def test_a_lone_part_is_no_case():
    assert last("# Roots\n\na) $x = 3$\n\n$$x^2 = 9$$").verdict == "proved"
