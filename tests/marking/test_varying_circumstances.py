r"""q(z | x) is one density where x is the same all over a page, and another for each x where something runs over x."""

from __future__ import annotations

from .verdicts import last, verdicts

NOT_TRUE = {"refuted", "undecided"}


def test_what_runs_over_a_circumstance_does_not_leave_it_as_it_is():
    for wrong in (
        r"$$\int p(x) \int q(z \mid x) f(z) dz dx = \int q(z \mid x) f(z) dz.$$",
        r"$$\int p(x) q(z \mid x) dx = q(z \mid x).$$",
        r"$$\mathbb{E}_{p(x)}[\mathrm{KL}(q(z \mid x) \| p(z))] = \mathrm{KL}(q(z \mid x) \| p(z)).$$",
        r"$$\mathbb{E}_{x \sim p} \mathbb{E}_{z \sim q(z \mid x)}[f(z)] = \mathbb{E}_{z \sim q(z \mid x)}[f(z)].$$",
        r"$$\sum_{s'} p(s') \sum_a \pi(a \mid s') r(a) = \sum_a \pi(a \mid s) r(a).$$",
        r"Let $f(y) = \int p(x \mid y) x dx$. Then $f(z) = \int p(x \mid y) x dx$.",
        r"Let $V(s) = \sum_a \pi(a \mid s) r(s, a)$. Then $V(s') = \sum_a \pi(a \mid s) r(s', a)$.",
    ):
        assert last(wrong) in NOT_TRUE, wrong
    for right in (
        r"Let $f(y) = \int p(x \mid y) x dx$. Then $f(z) = \int p(x \mid z) x dx$.",
        r"Let $V(s) = \sum_a \pi(a \mid s) Q(s, a)$. Then $V(s') = \sum_a \pi(a \mid s') Q(s', a)$.",
        r"$$\int p(x) \int q(z \mid x) dz dx = 1.$$",
    ):
        assert last(right) == "proved", right


BACKUP = r"\sum_a \pi(a \mid s) \sum_{s'} p(s' \mid s, a) [r(s, a, s') + \gamma V(s')]"
REWARD = r"\sum_a \pi(a \mid s) \sum_{s'} p(s' \mid s, a) r(s, a, s')"


def test_the_next_state_is_another_name_than_the_state():
    """A sum over s' ends before the next + where s stands behind that, and not s'."""
    later = r"\sum_a \pi(a \mid s) \sum_{s'} p(s' \mid s, a) V(s')"
    assert last(rf"$${BACKUP} = {REWARD} + \gamma {later}.$$") == "proved"
    assert last(rf"$${BACKUP} = {REWARD} + {later}.$$") in NOT_TRUE
    of_state = r"Let $V(s) = \sum_a \pi(a \mid s) r(s, a)$. Then $$\sum_{s'} p(s' \mid s, a) V(s') = "
    assert last(of_state + r"\sum_{s'} p(s' \mid s, a) \sum_{a'} \pi(a' \mid s') r(s', a').$$") == "proved"
    assert last(of_state + r"\sum_{s'} p(s' \mid s, a) \sum_{a'} \pi(a' \mid s) r(s', a').$$") in NOT_TRUE


def test_functions_made_of_each_other():
    r"""Two equations for V and Q, of which neither is put into the other without an end."""
    told = r"Let $V(s) = \sum_a \pi(a \mid s) Q(s, a)$ and $Q(s, a) = r(s, a) + \gamma V(s)$. "
    assert "refuted" not in verdicts(told + r"Then $\gamma V(s) = \gamma \sum_a \pi(a \mid s) Q(s, a)$.")
    told = r"Let $f(x) = g(x) + 1$ and $g(x) = 2 f(x) - x$. "
    assert "refuted" not in verdicts(told + r"Then $g(x) + 3 = f(x) + 2$.")
