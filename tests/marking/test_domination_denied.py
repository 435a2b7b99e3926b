r"""Where a page denies p << q, what needs it is false there, and what holds there alone is not refuted."""

from proofs.marking.verify import verify
from tests.tables import for_each

MEAN = r"$E_q\left[\frac{p(x)}{q(x)}\right] %s 1$."
DENIED = (
    r"Let $p \not\ll q$. Then ",
    r"Let $p$ not be absolutely continuous with respect to $q$. Then ",
    r"Suppose $p$ is not dominated by $q$. Then ",
    r"If $p \ll q$ fails, then ",
)


def _verdicts(text: str) -> list[str]:
    return [step.verdict for step in verify(text, jobs=0, second_reader=False, brief=True).steps]


@for_each(DENIED)
def test_it_is_not_taken_for_granted(denied):
    assert _verdicts(denied + MEAN % "=") == ["refuted"]
    assert _verdicts(denied + MEAN % "<") == ["undecided"]
    assert _verdicts(denied + r"$D_{KL}(p \| q) = \infty$.") == ["undecided"]


def test_it_may_be_so_again():
    text = r"Suppose $p \ll q$ does not hold. Then " + MEAN % "=" + r" Now let $p \ll q$. Then " + MEAN % "="
    assert _verdicts(text) == ["refuted", "proved"]
