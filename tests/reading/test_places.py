r"""Places in vectors: \frac{\partial}{\partial w_j} \sum_k w_k^2, \delta_{ij}, the cases i = j and i \neq j, and shares."""

import pytest

from tests.marking.verdicts import judged


def steps(text):
    return [step.verdict for step in judged(text).steps]


HELD = ("proved", "supported")
VECTORS = r"For vectors $w, x \in \mathbb{R}^d$, "
SOFTMAX = r"Let $S_k = \frac{e^{a_k}}{\sum_{l=1}^K e^{a_l}}$. "


@pytest.mark.parametrize(
    ("before", "left", "right", "wrong"),
    [
        ("", r"\frac{\partial}{\partial w_j} \sum_{k=1}^d w_k^2", "2 w_j", "w_j"),
        ("", r"\frac{\partial}{\partial a_j} \log \sum_{k=1}^K e^{a_k}", r"\frac{e^{a_j}}{\sum_{k=1}^K e^{a_k}}",
         r"\frac{1}{\sum_{k=1}^K e^{a_k}}"),
        ("", r"\frac{\partial}{\partial w_j} \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik})^2",
         r"-2 \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij}",
         r"2 \sum_{i=1}^n (y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij}"),
        (VECTORS, r"\frac{\partial}{\partial w_j} w^T x", "x_j", "w_j"),
        (VECTORS, r"\frac{\partial}{\partial w_j} \|w\|^2", "2 w_j", "2 x_j"),
        (SOFTMAX, r"\frac{\partial S_k}{\partial a_k}", "S_k (1 - S_k)", "S_k (1 + S_k)"),
        (SOFTMAX, r"\frac{\partial S_k}{\partial a_j}", r"S_k (\delta_{kj} - S_j)", r"S_k (\delta_{kj} + S_j)"),
        (SOFTMAX + r"For $i \neq j$, ", r"\frac{\partial S_i}{\partial a_j}", "-S_i S_j", "S_i S_j"),
        (SOFTMAX + r"For $i \neq j$ this is so; for $i = j$, ", r"\frac{\partial S_i}{\partial a_j}", "S_i (1 - S_j)",
         "-S_i S_j"),
        (SOFTMAX + r"If $i = j$, ", r"\frac{\partial S_i}{\partial a_j}", "S_i (1 - S_j)", "-S_i S_j"),
        ("", r"\sum_{j=1}^n \delta_{ij} x_j", "x_i", "2 x_i"),
        ("", r"\sum_{i=1}^n \sum_{j=1}^n \delta_{ij} x_i x_j", r"\sum_{i=1}^n x_i^2", r"\sum_{i=1}^n x_i"),
    ],
)  # fmt: skip
def test_places(before, left, right, wrong):
    assert steps(f"{before}$${left} = {right}$$")[-1] in HELD
    assert steps(f"{before}$${left} = {wrong}$$")[-1] in ("refuted", "undecided")


def test_a_place_is_any_place():
    assert steps(rf"{SOFTMAX}$$\frac{{\partial S_i}}{{\partial a_j}} = -S_i S_j$$")[-1] == "refuted"  # i = j is one


@pytest.mark.parametrize(
    "before",
    [
        r"Let $\delta_{ij} = y_i - z_j$. ",
        r"$$\delta = 3$$ ",
        r"$$\delta_n = 1$$ ",
    ],
)
def test_a_delta_of_another_kind_is_none_of_kronecker(before):
    assert steps(before + r"$$\sum_{j=1}^n \delta_{ij} x_j = x_i$$")[-1] not in HELD


def test_under_a_case_that_was_not_read_nothing_is_claimed():
    assert steps(r"The result is so if $A \perp B$, $$x + 1 = 2 x$$") == ["given"]


# ---------------------------------------------------------------------------------------------------------------------

SHARES = r"Let $p_k > 0$ with $\sum_{k=1}^K p_k = 1$. "


@pytest.mark.parametrize(
    ("line", "verdicts"),
    [
        (r"\sum_{k=1}^K p_k (1 - p_k) = 1 - \sum_{k=1}^K p_k^2", HELD),
        (r"\sum_{k=1}^K p_k (1 - p_k) = 2 - \sum_{k=1}^K p_k^2", ("refuted",)),
        (r"-\sum_{k=1}^K p_k \log p_k \leq \log K", HELD),
        (r"-\sum_{k=1}^K p_k \log p_k \leq \log (K - 1)", ("refuted",)),
        (r"\sum_{k=1}^K p_k^2 \leq 1", HELD),
        (r"\sum_{k=1}^K p_k^2 < 1", ("refuted",)),
    ],
)
def test_shares_sum_to_one(line, verdicts):
    assert steps(f"{SHARES}$${line}$$")[-1] in verdicts


def test_shares_of_which_no_sign_is_said_may_have_any():
    assert steps(r"Let $\sum_{k=1}^K p_k = 1$. $$\sum_{k=1}^K p_k^2 \leq 1$$") == ["given", "refuted"]


@pytest.mark.parametrize("words", ["Hence", "We conclude that therefore", "We show that"])
def test_what_is_concluded_or_to_be_shown_is_not_supposed(words):
    assert steps(rf"{words} $$\sum_{{k=1}}^K p_k = 1$$ $$\sum_{{k=1}}^K p_k^2 \leq 1$$")[-1] not in HELD


def test_what_is_known_is_not_supposed():
    assert steps(r"Let $p_k = k$. $$\sum_{k=1}^K p_k = 1$$")[-1] not in ("given", *HELD)


@pytest.mark.parametrize(
    ("before", "claim", "verdict"),
    [
        (r"Let $w \in \mathbb{R}^5$. $$\sum_{i=1}^5 \sum_{j=1}^4 1 = 20$$", r"\sum_{j \neq 1} w_j = w_2 + w_3 + w_4 + w_5",
         "proved"),
        (r"Let $w \in \mathbb{R}^5$. $$\sum_{i=1}^5 \sum_{j=1}^4 1 = 20$$", r"\sum_{j} w_j = w_1 + w_2 + w_3 + w_4", "refuted"),
        (r"Let $w \in \mathbb{R}^5$. $$\sum_{j=1}^4 w_j = w_1 + w_2 + w_3 + w_4$$",
         r"\sum_{j} w_j = w_1 + w_2 + w_3 + w_4 + w_5", "unread"),
        (r"$$\sum_{k=1}^3 p_k = 1$$", r"\sum_{k} k p_k = p_1 + 2 p_2 + 3 p_3", "proved"),
        (r"$$\sum_{k=1}^5 k = 15$$", r"\sum_{k} k = 15", "unread"),
    ],
)  # fmt: skip
def test_a_sum_without_a_range_has_that_of_the_same_data_under_the_same_index(before, claim, verdict):
    assert steps(f"{before}\n\n$${claim}$$")[-1] == verdict
