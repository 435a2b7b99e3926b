r"""Members of a sequence, x_t, x_{t-1}, x_{t+1}: what one is tells what the others are, and a recursion how it goes on."""

import pytest

from proofs.reading.terms.shifts import Place, place_of
from tests.marking.verdicts import last, verdicts

DIFFUSION = r"Let $\alpha_t = 1 - \beta_t$ with $0 < \beta_t < 1$. "
PRODUCT = r"Let $\bar\alpha_t = \prod_{s=1}^t \alpha_s$ where $0 < \alpha_s < 1$. "
DESCENT = r"Gradient descent is $x_{t+1} = x_t - \eta g_t$. "
NEWTON = (
    r"Newton's method for $f(x) = x^2 - a$ is $x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}$ with $x_n > 0$ and $a > 0$. "
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x_t", Place("x", "t", 0)),
        ("x_{t-1}", Place("x", "t", -1)),
        (r"\bar{\alpha}_{t+2}", Place(r"\bar{\alpha}", "t", 2)),
        ("alpha_t", Place(r"\alpha", "t", 0)),
        ("x_1", None),
        ("x_{k|k-1}", None),
        ("x", None),
    ],
)
def test_the_place_of_a_name(name: str, expected: Place | None) -> None:
    assert place_of(name) == expected


def test_a_place_is_moved_to_the_name_that_a_page_has_for_it() -> None:
    place = Place("\\alpha", "t", -1)
    assert [place.moved(k) for k in (0, 1, 2)] == [r"\alpha_{t-1}", r"\alpha_{t}", r"\alpha_{t+1}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DIFFUSION + r"$$\alpha_{t-1} = 1 - \beta_{t-1}$$", "proved"),
        (DIFFUSION + r"$$\alpha_{t-1} = 1 + \beta_{t-1}$$", "refuted"),
        (DIFFUSION + r"$$\alpha_t (1 - \alpha_{t-1}) + 1 - \alpha_t = 1 - \alpha_t \alpha_{t-1}$$", "proved"),
        (DIFFUSION + r"$$\alpha_t (1 - \alpha_{t-1}) + 1 - \alpha_t = 1 - \alpha_{t-1}$$", "refuted"),
        (DIFFUSION + r"$$\sqrt{\beta_{t-1}^2} = \beta_{t-1}$$", "proved"),  # its bounds go along
        (PRODUCT + r"$$\bar\alpha_t = \alpha_t \bar\alpha_{t-1}$$", "proved"),
        (PRODUCT + r"$$\bar\alpha_t = \alpha_{t-1} \bar\alpha_{t-1}$$", "refuted"),
        (r"Let $S_n = \sum_{i=1}^n a_i$. $$S_n - S_{n-1} = a_n$$", "proved"),
        (r"Let $S_n = \sum_{i=1}^n a_i$. $$S_n - S_{n-1} = a_{n-1}$$", "refuted"),
        (r"Let $b_n = 2^n + n$. $$b_{n+1} = 2 b_n - n + 1$$", "proved"),
        (r"Let $b_n = 2^n + n$. $$b_{n+1} = 2 b_n + n + 1$$", "refuted"),
        (DESCENT + r"$$\|x_{t+1} - x^*\|^2 = \|x_t - x^*\|^2 - 2\eta g_t^T (x_t - x^*) + \eta^2 \|g_t\|^2$$", "proved"),
        (DESCENT + r"$$\|x_{t+1} - x^*\|^2 = \|x_t - x^*\|^2 - \eta g_t^T (x_t - x^*) + \eta^2 \|g_t\|^2$$", "refuted"),
        (NEWTON + r"$$x_{n+1} - \sqrt a = \frac{(x_n - \sqrt a)^2}{2 x_n}$$", "proved"),
        (NEWTON + r"$$x_{n+1} - \sqrt a = \frac{(x_n - \sqrt a)^2}{x_n}$$", "refuted"),
        (r"Let $c_t = f_t c_{t-1} + i_t$. $$\frac{\partial c_t}{\partial c_{t-1}} = f_t$$", "proved"),
        (r"Let $a_{n+1} = \sqrt{2 + a_n}$. $$a_{n+2} = \sqrt{2 + a_{n+1}}$$", "proved"),
        (r"Let $a_{n+1} = \sqrt{2 + a_n}$. $$a_{n+2} = \sqrt{2 - a_{n+1}}$$", "refuted"),
    ],
)
def test_what_a_member_is_goes_for_the_members_beside_it(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $a_{n+1} = 2 a_n + 1$ with $a_0 = 0$. Then $a_n = 2^n - 1$.", "proved"),
        (r"Let $a_{n+1} = 2 a_n + 1$ with $a_0 = 0$. Then $a_n = 2^n$.", "refuted"),  # another recursion's
        (r"Let $a_{n+1} = 2 a_n + 1$ with $a_0 = 1$. Then $a_n = 2^n - 1$.", "refuted"),  # it begins otherwise
        (r"Let $T_n = 2 T_{n-1} + n$ and $T_0 = 0$. Then $$T_n = 2^{n+1} - n - 2$$", "proved"),
        (r"Let $T_n = 2 T_{n-1} + n$ and $T_0 = 0$. Then $$T_n = 2^{n+1} - n$$", "refuted"),
        (r"Let $e_{k+1} = \rho e_k$. Then $e_k = \rho^k e_0$.", "supported"),
        (r"Let $e_{k+1} = \rho e_k$. Then $e_k = \rho^{k+1} e_0$.", "refuted"),
        (
            r"Let $m_t = \beta m_{t-1} + (1-\beta) g_t$ and $m_0 = 0$. "
            r"Then $$m_t = (1-\beta) \sum_{i=1}^t \beta^{t-i} g_i$$",
            "proved",
        ),
        (
            r"Let $F_0 = 0$, $F_1 = 1$ and $F_{n+1} = F_n + F_{n-1}$. Then "
            r"$$F_n = \frac{1}{\sqrt5}\left(\left(\frac{1+\sqrt5}{2}\right)^n - \left(\frac{1-\sqrt5}{2}\right)^n\right)$$",
            "supported",
        ),
    ],
)
def test_a_formula_for_all_members_is_put_into_their_recursion(text: str, expected: str) -> None:
    assert last(text) == expected


def test_a_sum_that_begins_after_the_first_member_is_no_solution() -> None:
    text = r"Let $m_t = \beta m_{t-1} + g_t$ with $m_0 = 0$. Then $m_t = \sum_{i=2}^t \beta^{t-i} g_i$."
    assert last(text) == "undecided"


def test_errors_of_a_process_define_nothing() -> None:
    text = r"Consider $y_t = \phi y_{t-1} + \epsilon_t$. Then $$y_t = \phi y_{t-1} + \epsilon_{t-1}$$"
    assert verdicts(text) == ["given", "undecided"]


def test_a_law_given_another_member_is_no_law_of_a_member():
    text = r"Let $x_t \sim \mathcal N(\phi x_{t-1}, \sigma^2)$ with $|\phi| < 1$. Then $E[x_t] = 0$."
    assert verdicts(text)[-1] not in ("proved", "supported", "refuted")
