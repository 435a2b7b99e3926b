"""What words compute a number from is no name that may be given any value; what they only tell is."""

from proofs.marking.verify import verify
from tests.tables import for_each

RESULTS = (
    "The mean of $2, 4, 9$ is $m = 6$.",
    "The average of $2$, $4$ and $9$ is $m = 6$.",
    "The slope of the line through $(0, 1)$ and $(2, 5)$ is $m = 3$.",
    r"With $n = 16$ and $\bar{x} = 5$, the test statistic is $z = 4$.",
    r"$E[(X - a)^2]$ is minimised by $a = E[X^2]$.",
    r"For the normal laws, $D_{KL} = \mu^2 + \sigma^2$.",
    r"The period of $\sin(3x)$ is $T = \pi$.",
    r"The moment generating function of $N(0, \sigma^2)$ is $M(t) = e^{\sigma^2 t^2}$.",
)
TOLD = (
    "The slope of the line is $m = 3$.",
    "The mean of the $16$ observations is $m = 5$.",
    "The distance between $A$ and $B$ is $d = 5$.",
    "The accuracy on $10000$ images is $a = 0.97$.",
    r"The mean of $X$ is $\mu = 5$.",
)


@for_each(RESULTS)
def test_a_result_is_not_given(text):
    assert "given" not in [step.verdict for step in verify(text, jobs=0, second_reader=False).steps][-1:]


@for_each(TOLD)
def test_what_is_told_is_given(text):
    assert [step.verdict for step in verify(text, jobs=0, second_reader=False).steps] == ["given"]
