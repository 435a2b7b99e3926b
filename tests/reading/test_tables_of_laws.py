r"""Tables that tell a law, in Markdown and in LaTeX."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

JOINT = "The joint distribution of $X$ and $Y$ is given by\n\n"
CLAIMS = "\n\nThen $E[XY] = 0.4$. So $P(X = 1) = 0.6$."
MARKDOWN = "| X \\ Y | 0 | 1 |\n|---|---|---|\n| 0 | 0.1 | 0.2 |\n| 1 | $0.3$ | 0.4 |"
HEADINGS = "| | $Y=0$ | $Y=1$ | Total |\n|---|---|---|---|\n| $X=0$ | 0.1 | 0.2 | 0.3 |\n| $X=1$ | 0.3 | 0.4 | 0.7 |"
TABULAR = r"\begin{tabular}{c|cc} $X \backslash Y$ & 0 & 1 \\ \hline 0 & $\frac{1}{10}$ & 0.2 \\ 1 & 0.3 & 0.4 \\ \hline \end{tabular}"
ARRAY = r"$$\begin{array}{c|cc} & Y=0 & Y=1 \\ \hline X=0 & \frac1{10} & 0.2 \\ X=1 & 0.3 & 0.4 \end{array}$$"
SPANNING = (
    r"\begin{tabular}{c|cc} & \multicolumn{2}{c}{$Y$} \\ $X$ & 0 & 1 \\ 0 & 0.1 & 0.2 \\ 1 & 0.3 & 0.4 \end{tabular}"
)
DOCUMENT = "\\documentclass{article}\n\\begin{document}\n%s\n\\end{document}"


@pytest.mark.parametrize("table", [MARKDOWN, HEADINGS, TABULAR, ARRAY, SPANNING])
def test_a_table_tells_a_joint_law(table: str) -> None:
    text = JOINT + table + CLAIMS
    found = verdicts(text)
    assert (found[:4], found[-2:]) == (["given"] * 4, ["proved", "refuted"])
    if "|---" not in table:
        assert verdicts(DOCUMENT % text)[-2:] == ["proved", "refuted"]


@pytest.mark.parametrize(
    ("before", "table"),
    [
        ("Hence the joint distribution of $X$ and $Y$ is\n\n", MARKDOWN),  # concluded
        ("The counts of $X$ and $Y$ are\n\n", MARKDOWN),  # no law
        (JOINT, MARKDOWN.replace("X \\ Y", "")),  # of what?
        (JOINT, MARKDOWN.replace("0.2", "0.7")),  # no law
        (JOINT, MARKDOWN.replace("0.2", "")),
        ("We draw two balls. The joint distribution of $X$ and $Y$ is given by the following table.\n\n", MARKDOWN),
        ("We roll two dice. The joint distribution of the larger number $X$ and $Y$ is\n\n", MARKDOWN),  # a claim
    ],
)
def test_a_table_that_is_none_of_a_told_law_tells_nothing(before: str, table: str) -> None:
    assert not {"proved", "refuted"} & set(verdicts(before + table + CLAIMS)[-2:])


def test_a_table_of_one_variable() -> None:
    table = "| $x$ | 0 | 1 | 2 |\n|---|---|---|---|\n| $P(X=x)$ | 1/4 | 1/2 | 1/4 |"
    claims = r"$\mathrm{Var}(X) = \frac12$. $\mathrm{Var}(X) = \frac14$."
    assert verdicts(f"The random variable $X$ has the distribution\n\n{table}\n\n{claims}")[-2:] == [
        "proved",
        "refuted",
    ]
    upright = "| x | P(X = x) |\n|---|---|\n| 0 | 1/4 |\n| 1 | 1/2 |\n| 2 | 1/4 |"
    assert verdicts(f"$X$ has the following pmf.\n\n{upright}\n\n{claims}")[-2:] == ["proved", "refuted"]


def test_a_table_of_something_else_tells_the_law_anew() -> None:
    table = "| x | 0 | 1 |\n|---|---|---|\n| P(X = x) | %s | %s |\n\n"
    first = f"Let $X$ have the distribution\n\n{table % (0.5, 0.5)}Then $E[X] = 0.5$.\n\n"
    second = f"For the second machine,\n\n{table % (0.2, 0.8)}Then $E[X] = 0.8$ and $E[X] = 0.5$."
    assert verdicts(first + second) == ["given", "given", "proved", "given", "given", "proved", "refuted"]
