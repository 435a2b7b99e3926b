r"""Softmax: places of one range are told apart in worlds, also where they are called a and b; greatest values."""

import pytest

from tests.marking.verdicts import last, verdicts

RANGES = [r"\sum_j e^{z_j}", r"\sum_{j=1}^n e^{z_j}"]


@pytest.mark.parametrize("whole", RANGES)
@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\frac{p_i}{p_k} = e^{z_i - z_k}", ("proved", "supported")),
        (r"\frac{p_i}{p_k} = e^{2(z_i - z_k)}", ("refuted",)),
        (r"\frac{p_i}{p_k} = 1", ("undecided", "refuted")),
        (r"p_i \le p_k", ("refuted", "undecided")),
        (r"\frac{\partial p_i}{\partial z_k} = -p_i p_k", ("refuted",)),  # where i = k
        (r"\frac{\partial p_i}{\partial z_k} = p_i(1 - p_k)", ("refuted",)),  # where i is another
        (r"\frac{\partial p_i}{\partial z_k} = p_i(\delta_{ik} - p_k)", ("supported",)),
    ],
)
def test_two_places(whole, claim, expected):
    assert last(rf"Let $p_i = \frac{{e^{{z_i}}}}{{{whole}}}$. $${claim}$$") in expected


POLICY = r"Let $\pi(a) = \frac{e^{h_a}}{\sum_b e^{h_b}}$ where $a, b \in \{1, \dots, K\}$. "
ALIKE = r"Let $\pi_a = \frac{e^{h_a}}{\sum_{b=1}^K e^{h_b}}$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (POLICY + r"$$\log \pi(a) = h_a - \log \sum_b e^{h_b}$$", "proved"),
        (POLICY + r"$$\frac{\partial \log \pi(a)}{\partial h_b} = \mathbf{1}_{a=b} - \pi(b)$$", "supported"),
        (POLICY + r"$$\frac{\partial \log \pi(a)}{\partial h_b} = \mathbf{1}_{a=b} - \pi(a)$$", "refuted"),
        (POLICY + r"$$\sum_a \pi(a) = 1$$", "proved"),
        (ALIKE + r"$$\frac{\partial \pi_a}{\partial h_b} = \pi_a (\mathbf{1}\{a=b\} - \pi_b)$$", "supported"),
        (ALIKE + r"$$\frac{\partial \pi_a}{\partial h_b} = \pi_a (\mathbf{1}\{a=b\} + \pi_b)$$", "refuted"),
    ],
)
def test_actions(text, verdict):
    assert last(text) == verdict


def test_a_function_that_is_spoken_of_is_no_number():
    assert last(r"Let $f$ be a function. $$f(0) = 0$$") not in ("proved", "supported")


def test_a_and_b_are_numbers_elsewhere():
    assert verdicts(r"Let $a, b > 0$ and $c = a + b$. $$c^2 = a^2 + 2ab + b^2$$")[-1] == "proved"


LARGEST = r"Let $x \in \mathbb{R}^n$. "


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\max_i x_i \le \log \sum_{i=1}^n e^{x_i}", ("supported", "proved")),
        (r"\log \sum_{i=1}^n e^{x_i} \le \max_i x_i", ("refuted",)),
        (r"\log \sum_{i=1}^n e^{x_i} \le \max_{1 \le i \le n} x_i + \log n", ("undecided", "supported", "proved")),
        (r"\max_i x_i + \log n \le \log \sum_{i=1}^n e^{x_i}", ("refuted",)),
        (r"\min_i x_i \le \frac1n \sum_{i=1}^n x_i", ("supported", "proved")),
        (r"\max_i x_i \le \frac1n \sum_{i=1}^n x_i", ("refuted",)),
    ],
)
def test_greatest_values_over_an_index(claim, expected):
    assert last(f"{LARGEST}$${claim}$$") in expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$$\tanh'(x) = 1 - \tanh^2(x)$$", "proved"),
        (r"$$\tanh'(x) = 1 + \tanh^2(x)$$", "refuted"),
        (r"Let $\mathrm{ReLU}(x) = \max(0, x)$. $$\mathrm{ReLU}(x) - \mathrm{ReLU}(-x) = x$$", "proved"),
        (r"Let $\mathrm{ReLU}(x) = \max(0, x)$. $$\mathrm{ReLU}(2) = 3$$", "refuted"),
        (r"Let $X \sim N(\mu, 1)$, $T = X/2$. $$\mathrm{Bias}(T) = E[T] - \mu = -\mu/2$$", "proved"),
    ],
)
def test_functions_that_words_name(text, verdict):
    assert last(text) == verdict


def test_a_word_before_a_formula_names_nothing():
    text = r"Let $z \in \mathbb{R}^n$. $$\mathrm{softmax}(2z) = \mathrm{softmax}(z)$$"
    assert last(text) not in ("given", "proved", "supported")


BY_COORDINATE = r"Let $z \in \mathbb{R}^K$ and $\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$. "


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\frac{\partial\, \mathrm{softmax}(z)_i}{\partial z_j} = \mathrm{softmax}(z)_i (\delta_{ij} - \mathrm{softmax}(z)_j)", "supported"),
        (r"\frac{\partial}{\partial z_j} \mathrm{softmax}(z)_i = \mathrm{softmax}(z)_i (1 - \mathrm{softmax}(z)_j)", "refuted"),
        (r"\sum_{i=1}^K \mathrm{softmax}(z)_i = 1", "proved"),
        (r"\log \mathrm{softmax}(z)_i = z_i - \log \sum_{k=1}^K e^{z_k}", "proved"),
        (r"\mathrm{softmax}(2z)_i = \mathrm{softmax}(z)_i", "refuted"),
    ],
)  # fmt: skip
def test_a_function_that_is_given_by_its_coordinates(claim, expected):
    assert last(f"{BY_COORDINATE}$${claim}$$") == expected


LOSS = r"Let $p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$ and let $L = -\sum_{i=1}^K y_i \log p_i$ "


@pytest.mark.parametrize("told", ["with one-hot $y$. ", "where $y$ is one-hot. ", "with the one-hot vector $y$. "])
def test_what_is_one_hot_adds_up_to_one(told):
    right, wrong = r"\frac{\partial L}{\partial z_j} = p_j - y_j", r"\frac{\partial L}{\partial z_j} = y_j - p_j"
    assert verdicts(f"{LOSS}{told}$${right}$$ $${wrong}$$")[-2:] == ["supported", "refuted"]
