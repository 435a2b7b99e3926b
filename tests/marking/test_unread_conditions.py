r"""A condition in words that was not read: a claim under it is proved without it or left open, and no more is said."""

from proofs import verify
from tests.marking.verdicts import judged
from tests.tables import for_each

SQUARE = "Let $f(x) = x^2$. "
ABSOLUTE = "For real $x$ we have $|x| = -x$"


def last(text):
    return verify(text, jobs=0, second_reader=False, brief=True).steps[-1]


CLAIMS = {  # the words, what becomes of the claim, and the condition that is said not to be read
    "behind, true": (SQUARE + "Then $f'(x) = 2x$ when x is large.", "proved", "“when x is large”"),
    "behind, false": (SQUARE + "Then $f'(x) = 3x$ when x is large.", "undecided", "“when x is large”"),
    "with a formula": (SQUARE + "Then $$f'(x) = 3x$$ when $x$ is large.", "undecided", "“when $x$ is large”"),
    "of numbers": ("We have $2 + 2 = 5$ if the moon is full.", "undecided", "“if the moon is full”"),
    "that holds": ("The inequality $x^2 > x$ holds when x is large.", "undecided", "“when x is large”"),
    "in brackets": (ABSOLUTE + " (if x is negative).", "undecided", "“if x is negative”"),
    "for some numbers": (ABSOLUTE + " for negative x.", "undecided", "“for negative x”"),
    "in a row": (r"For real $x$, $$|x| = -x \quad \text{if $x$ is negative}.$$", "undecided", "“if $x$ is negative”"),
    "a reason": (ABSOLUTE + " because x is negative.", "undecided", "“because x is negative”"),
    "ahead": ("When X is negative we have $|X| = -X$.", "undecided", "“When X is negative”"),
    "ahead, of a formula": ("For large $n$ we have $2^n > n^3$.", "undecided", "“For large …”"),
    "assuming": (SQUARE + "Assuming that x is large, $f'(x) = 3x$.", "undecided", "“Assuming that x is large”"),
    "supposed": ("Suppose the number is negative. Then $|x| = -x$.", "undecided", "“Suppose the number is negative”"),
}
READ = {  # what is read is no such condition, and neither is what begins another claim
    "an order": ("For real $x$ we have $|x| = -x$ if $x > 1$.", "refuted"),
    "independent": (
        r"Then $\mathrm{Var}(X - Y) = \mathrm{Var}(X) - \mathrm{Var}(Y)$ if X and Y are independent.",
        "refuted",
    ),
    "a new claim": (SQUARE + "Then $f'(x) = 3x$, and if x is large, this is big.", "refuted"),
    "a new sentence": (SQUARE + "Then $$f'(x) = 3x$$ If x is large, this is big.", "refuted"),
    "what is done": (SQUARE + "If we differentiate, we get $f'(x) = 3x$.", "refuted"),
    "a general reason": (SQUARE + "Since the parabola is smooth, $f'(x) = 3x$.", "refuted"),
    "definite": ("Let $A$ be a symmetric matrix. For any positive definite $B$ we have $A^T = 2 A$.", "refuted"),
}


@for_each(CLAIMS.values())
def test_a_claim_under_an_unread_condition(text, verdict, condition):
    step = last(text)
    assert step.verdict == verdict
    assert any(f"the condition {condition} was not read" in note for note in step.notes)


@for_each(READ.values())
def test_a_claim_under_none_is_judged(text, verdict):
    step = last(text)
    assert (step.verdict, [note for note in step.notes if "condition" in note]) == (verdict, [])


def test_a_value_under_an_unread_condition_is_none_of_what_follows():
    text = "We have $n = 10$ if the design is balanced. Otherwise $n = 12$. Define $g(x) = x^2$ if x is positive. Then "
    assert [step.verdict for step in judged(text + "$g(2) = 5$.").steps] == [
        "given", "undecided", "given", "undecided",
    ]  # fmt: skip
