r"""``x_3 = 1.41`` is claimed where a recursion and the members before it say what x_3 is."""

import pytest

from tests.marking.verdicts import verdicts

NEWTON = r"Let $x_{n+1} = \frac12 (x_n + 2/x_n)$ and $x_0 = 1$. "
FIBONACCI = r"Let $F_0 = 0$, $F_1 = 1$ and $F_n = F_{n-1} + F_{n-2}$. "
AVERAGES = (
    r"The data are $x_1 = 2$, $x_2 = 3$. We use $m_t = \beta m_{t-1} + (1 - \beta) x_t$ with $m_0 = 0$ and "
    r"$\beta = 0.5$. "
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NEWTON + r"Then $x_1 = 1.5$, $x_2 = 1.4167$ and $x_3 = 1.4142$.", ["proved", "supported", "supported"]),
        (NEWTON + r"Then $x_1 = 1.6$.", ["refuted"]),
        (NEWTON + r"Then $x_1 = 1.5$ and $x_2 \approx 1.4167$.", ["proved", "supported"]),
        (NEWTON + r"Then $x_1 = 1.5$ and $x_2 \approx 1.4267$.", ["proved", "refuted"]),
        (FIBONACCI + r"So $F_2 = 1$, $F_3 = 2$ and $F_4 = 4$.", ["proved", "proved", "refuted"]),
        (AVERAGES + r"Then $m_1 = 1$ and $m_2 = 2$.", ["proved", "proved"]),
        (AVERAGES + r"Then $m_1 = 1$ and $m_2 = 2.5$.", ["proved", "refuted"]),
        (r"Let $p_{n+1} = (1 + r) p_n$. With $p_0 = 2$ we get $p_1 = 2 + r$.", ["refuted"]),
        (r"Let $S_n = S_{n-1} + X_n$ and $S_0 = 0$. Then $S_1 = X_1$.", ["given"]),  # what X_1 is was not told
    ],
)
def test_a_member_is_what_the_recursion_makes_it(text, found):
    assert verdicts(text)[-len(found) :] == found


def test_a_wrong_member_is_one_slip():
    """What follows may go on from it, or from the first members."""
    assert verdicts(NEWTON + r"Then $x_1 = 1.6$ and $x_2 = 1.425$.")[-2:] == ["refuted", "proved"]


def test_rounding_a_member_is_no_slip_of_the_next():
    """The logistic map spreads what was rounded away; both ways to go on are right."""
    map_ = r"Let $x_{n+1} = 3.9 x_n (1 - x_n)$ and $x_0 = 0.5$. Then $x_1 = 0.975$ and $x_2 \approx 0.1$. "
    for third in ("0.351", "0.3355"):
        assert verdicts(map_ + rf"Hence $x_3 \approx {third}$.")[-1] in ("supported", "proved")
    assert verdicts(map_ + r"Hence $x_3 \approx 0.37$.")[-1] == "refuted"


def test_another_start_is_another_case():
    text = r"Consider $x_{n+1} = 2 x_n$. If $x_0 = 1$, then $x_1 = 2$. If $x_0 = 3$, then $x_1 = 6$."
    assert "refuted" not in verdicts(text)


ROOTS = r"Let $x_1 = 1$ and $x_{n+1} = \sqrt{2 + x_n}$. "
DOUBLED = r"Let $x_{n+1} = 2 x_n$ with $x_0 = 1$. "
SQUARES = r"Let $a_1 = 2$ and $a_{n+1} = a_n^2$. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ROOTS + r"Then $x_n \le 2$ and $x_n \le x_{n+1}$.", ["undecided", "undecided"]),
        (r"Let $S_n = S_{n-1} + 1/n^2$ and $S_0 = 0$. Then $S_n \le 2$.", ["undecided"]),
        (DOUBLED + r"Then $x_{n+1} - x_n = 2^n$.", ["undecided"]),
        (DOUBLED + r"Then $x_{n+2} = 4 x_n$.", ["proved"]),
        (r"Let $x_{n+1} = 2 x_n$. Then $x_{n+2} = 5 x_n$.", ["refuted"]),  # it may begin with any number
    ],
)
def test_a_member_of_a_recursion_is_no_number_that_may_be_any(text, found):
    assert verdicts(text)[-len(found) :] == found


def test_members_that_are_listed_in_a_sentence_of_their_own_are_claimed():
    """The Let of the sentence before is not theirs."""
    assert verdicts(SQUARES + r"$a_2 = 4$, $a_3 = 16$, $a_4 = 255$.")[-3:] == ["proved", "proved", "refuted"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x_t = \phi x_{t-1} + u_t$. Then $x_2 = \phi x_0 + u_2$.",
        r"The sequence $a_n = a_{n-1} + d$ is arithmetic. Then $a_5 = a_1 + 5 d$.",
    ],
)
def test_a_member_by_another_one_is_not_given(text):
    assert "given" not in verdicts(text)[1:]
