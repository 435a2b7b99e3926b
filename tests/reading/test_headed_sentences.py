r"""A case that a sentence says in full, "If $x > 0$, then $|x| = x$.", holds of nothing in the paragraphs after it."""

import pytest

from tests.marking.verdicts import verdicts


@pytest.mark.parametrize(
    "head",
    [
        "If $x > 0$ then",
        "When $x > 0$, we have",
        "For $x > 0$ we have",
        "In the case $x > 0$ it follows that",
        "Now if $x > 0$ and $y > 0$, then",
        r"If $x \in (0, 1)$, then",
        r"For $x \in (0, 1)$ we have",
    ],
)
def test_a_case_said_in_full_ends_with_its_paragraph(head: str) -> None:
    assert verdicts(f"{head} $|x| = x$.\n\nWe have $\\sqrt{{x^2}} = x$.") == ["proved", "undecided"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"If $x > 0$ then $|x| = x$. Hence $\sqrt{x^2} = x$.", ["proved", "proved"]),  # the same paragraph
        ("If $x > 0$ we have\n\n$$|x| = x$$\n\nAlso\n\n$$\\sqrt{x^2} = x$$", ["proved", "proved"]),
        ("Suppose $x > 0$. Then $|x| = x$.\n\nWe have $\\sqrt{x^2} = x$.", ["proved", "proved"]),
        ("If $x > 0$ then $|x| = x$.\n\nIf $x > 0$ then $\\sqrt{x^2} = x$.", ["proved", "proved"]),  # said again
        ("If $x > 0$ then $|x| = x$.\n\nIf $x < 0$ then $|x| = x$.", ["proved", "refuted"]),
        ("We have $|x| = x$ if $x > 0$.\n\nThus $\\sqrt{x^2} = x$.", ["proved", "undecided"]),
        ("We have $|x| = -x$ if $x > 0$.", ["refuted"]),
        ("We have $|x| = x$ whenever $x \\ge 0$.", ["proved"]),
    ],
)
def test_where_a_case_holds(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If $n$ is even then $n = 2 k$. If $n$ is odd, then $n = 2 k + 1$.", ["given", "given"]),
        ("If $n$ is even then $n = 2 k$, so $n = 3 k$.", ["given", "refuted"]),
        ("Let $n = 5$. If $m = 2$ then $n = 4$.", ["given", "refuted"]),
    ],
)
def test_a_name_has_another_value_in_another_case(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected
