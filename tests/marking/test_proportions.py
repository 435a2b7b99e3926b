r"""p(\theta | y) \propto p(y | \theta) p(\theta): judged as a ratio that does not depend on the variable."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged

MODEL = r"Let $$y \sim \mathrm{Bin}(n, q)$$ and let $$p(q) = \mathrm{Bet}(q; a, b) .$$ "
RATE = r"Let $$p(x | r) = \mathrm{Exp}(x; r)$$ and $$p(r) = \mathrm{Gam}(r; a, b) .$$ "

JUDGED = [
    (MODEL + r"$$p(q | y) \propto p(y | q) \, p(q)$$", ("proved", "supported")),
    (MODEL + r"$$p(q | y) \propto q^{a + y - 1} (1 - q)^{b + n - y - 1}$$", ("proved", "supported")),
    (MODEL + r"$$p(q | y) \propto q^{a + y} (1 - q)^{b + n - y - 1}$$", ("refuted",)),
    (MODEL + r"$$p(y | q) \propto q^y (1 - q)^{n - y}$$", ("proved", "supported")),  # in q
    (MODEL + r"$$p(y | q) \propto q^y (1 - q)^n$$", ("refuted",)),
    (RATE + r"$$p(x | r) \propto e^{-r x}$$", ("proved", "supported")),  # in x
    (RATE + r"$$p(r | x) \propto r^a e^{-(b + x) r}$$", ("proved", "supported")),
    (RATE + r"$$p(r | x) \propto r^a e^{-(b - x) r}$$", ("refuted",)),
    (r"$$p(t | x) \propto p(x | t) \, p(t)$$ $$p(t, x) = p(t, x)$$", ("proved",)),
    (r"$$p(t) \propto e^{-t}$$", ("unread",)),  # an unknown density
    (r"$$x \propto y$$", ("unread",)),  # in what is not said
]


@pytest.mark.parametrize(("text", "verdicts"), JUDGED, ids=[t.rpartition("$$")[0][-40:] for t, _ in JUDGED])
def test_proportions_are_judged(text: str, verdicts: tuple[str, ...]):
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict in verdicts, step


def test_what_a_density_is_proportional_to_is_not_its_value():
    text = MODEL + r"$$p(q | y) \propto q^{a + y - 1} (1 - q)^{b + n - y - 1}$$ "
    text += r"$$p(q | y) = q^{a + y - 1} (1 - q)^{b + n - y - 1}$$"
    assert judged(text).steps[-1].verdict == "refuted"


def test_a_chain_goes_on_behind_a_proportion():
    text = RATE + r"$$p(r | x) \propto p(x | r) \, p(r) = p(x, r) \propto r^a e^{-(b + x) r}$$"
    verdicts = [step.verdict for step in judged(text).steps[-3:]]
    assert set(verdicts) <= {"proved", "supported"}


def test_a_density_at_a_point_that_has_a_value_is_not_varied():
    text = "# The data\n\n$$x = r + 1$$\n\n## Their law\n\n" + RATE + r"$$p(r | x) \propto r^a e^{-(b + x) r}$$"
    assert judged(text).steps[-1].verdict == "unread"
