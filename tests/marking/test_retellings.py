"""What words tell anew governs what follows; what the condition of a sentence tells governs that sentence."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

EXP = r"Let $X \sim \mathrm{Exp}(2)$."
NORMAL = "if $X$ is a standard normal variable, then"
TWO = "Let $n = 3$. Then $n! = 6$."
SQUARE = "Let $f(x) = x^2$. Then $f'(3) = 6$."
MADE = r"Let $Z$ be standard normal. For $X = 2Z + 1$ we have $\mathrm{Var}(X) = 4$. For $X = Z - 1$ we have"
DESCENT = (
    r"Let $f(x) = x^2$ and $\eta = 0.1$. Then $x_0 = 1$, $x_1 = x_0 - \eta f'(x_0) = 0.8$. With $\eta = 0.5$ we get"
)
BOTH = "Let $X$ and $Y$ be independent standard normal variables. Then $E[XY] = 0$."
DET = r"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$. Then $\det A = -2$."
ANOTHER = r"$A = \begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}$"
PLAIN = "Let T and D be independent. $P(T) = 0.3$, $P(D) = 0.2$. Then"
MASSES = "Suppose $X$ takes the values $1, 2, 3$ with equal probability. Then $E[X] = 2$."
POISSON = r"Let $N \sim \mathrm{Poisson}(\lambda)$."
COINS = "A fair coin is tossed 3 times, $X$ is the number of heads."
NORMAL_LAW = r"Let $X \sim \mathcal N(0, \sigma^2)$."
JOINT = "Let $A$ and $B$ be independent events with $P(A) = 0.5$ and $P(B) = 0.4$."
EVENTS = "Let $A$ and $B$ be events with $P(A) = 1/2$ and $P(B) = 1/3$."
EITHER = f"{EVENTS}\n\n(a) Suppose $A$ and $B$ are independent. Then $P(A \\cup B) = 2/3$."


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Let $S_n = n(n+1)/2$. Setting $n = 3$ we get $S_n = 6$. Setting $n = 4$ we get", "S_n = 10", "S_n = 11"),
        (f"{TWO} If $n = 4$, then", "n! = 24", "n! = 6"),
        (f"{TWO} Now take $n = 4$. Then", "n! = 24", "n! = 6"),
        (r"With $\alpha = 0.1$: $1 - \alpha = 0.9$. With $\alpha = 0.05$:", r"1 - \alpha = 0.95", r"1 - \alpha = 0.85"),
        (f"{SQUARE} For $f(x) = e^x$ we have", "f'(0) = 1", "f'(0) = 2"),
        (f"{SQUARE} Sei nun $f(x) = x^3$. Dann ist", "f'(x) = 3x^2", "f'(x) = 2x"),
        (f"{SQUARE} Alternatively, take $f(x) = e^x$. Then", "f'(0) = 1", "f'(0) = 0"),
        (DESCENT, "x_1 = 0", "x_1 = 0.8"),
        (f"{DET} Now take {ANOTHER}. Then", r"\det A = 6", r"\det A = -2"),
        (f"{DET} For {ANOTHER} we get", r"\det A = 6", r"\det A = -2"),
        (MADE, r"\mathrm{Var}(X) = 1", r"\mathrm{Var}(X) = 4"),
        (f"{BOTH} If $Y = X$, then", "E[XY] = 1", "E[XY] = 0"),
        (f"{EXP} Then $E[X] = 1/2$. For example, {NORMAL}", "E[X] = 0", "E[X] = 1/2"),
        (f"{EXP} Suppose instead that $X$ is Poisson with mean $4$. Then", "E[X] = 4", "E[X] = 1/2"),
        (rf"{EXP} Let $Y = X^2$. Now let $Y \sim \mathcal N(3, 1)$. Then", "E[Y] = 3", "E[Y] = 1/2"),
        ("Let $x > 0$. Then $x + 1/x > 0$. If $x < 0$, then", "|x| = -x", "|x| = x"),
        ("Suppose $a > b$. Then $a - b > 0$. Now suppose $a < b$. Then", "b - a > 0", "a - b > 0"),
        (f"{JOINT} Suppose now that $P(A \\cap B) = 0.1$. Then", r"P(A \cup B) = 0.8", r"P(A \cup B) = 0.7"),
        (f"{EVENTS}\n\n(a) Suppose $A$ and $B$ are independent. Then", r"P(A \cup B) = 2/3", r"P(A \cup B) = 5/6"),
        (f"{EITHER}\n\n(b) Suppose $A$ and $B$ are disjoint. Then", r"P(A \cup B) = 5/6", r"P(A \cup B) = 2/3"),
        (f"{EITHER}\n\n(c) Suppose $P(A \\cap B) = 1/12$. Then", r"P(A \cup B) = 3/4", r"P(A \cup B) = 2/3"),
        (PLAIN, r"P(T \cap D) = 0.06", r"P(T \cap D) = 0.6"),
        ("Let $n = 3$. Then $2^n = 8$. Now let $n \\ge 4$. Then", "2^n + n > 2^n", "2^n \\le 8"),
        (
            f"{MASSES} Suppose now that $X$ takes the values $1$ and $2$ with equal probability. Then",
            "E[X] = 3/2",
            "E[X] = 2",
        ),
        (
            "Let $X$ have density $f(x) = 2x$ for $0 < x < 1$. If instead $X$ has density $f(x) = 3x^2$ for $0 < x < 1$, then",
            "E[X] = 3/4",
            "E[X] = 2/3",
        ),
        ("Let $g(x) = x^2 - 4x$. At $x = 2$ we have $g(x) = -4$, at $x = 0$ we have", "g(x) = 0", "g(x) = -4"),
        (
            f"{POISSON} Given $\\lambda = 3$, $P(N = 0) = e^{{-3}}$. Given $\\lambda = 5$,",
            "P(N = 0) = e^{-5}",
            "P(N = 0) = e^{-3}",
        ),
        (
            "Under $H_0$, $\\theta = 0$, so $1 + \\theta = 1$. Under $H_1$, $\\theta = 2$, so",
            "1 + \\theta = 3",
            "1 + \\theta = 1",
        ),
        ("Example: $a = 2$, $b = 3$: $a^b = 8$. Example: $a = 3$, $b = 2$:", "a^b = 9", "a^b = 8"),
        ("Let $f(x) = e^x$. $x = 0$ gives $f(x) = 1$ and $x = 1$ gives", "f(x) = e", "f(x) = 1"),
        (
            "Let $x^2 = 4$. Then $x = 2$ or $x = -2$. If $x = 2$, then $x + 1 = 3$. If $x = -2$, then",
            "x + 1 = -1",
            "x + 1 = 3",
        ),
        ("Fall 1: $x \\ge 0$. Dann gilt $|x| = x$. Fall 2: $x < 0$. Dann gilt", "|x| = -x", "|x| = x"),
        (
            f"{NORMAL_LAW} $E[X^2] = \\sigma^2$. Mit $\\sigma = 2$ gilt $E[X^2] = 4$. Mit $\\sigma = 3$ gilt",
            "E[X^2] = 9",
            "E[X^2] = 4",
        ),
        (f"{NORMAL_LAW} Find $E[X^2]$ for $\\sigma = 3$. We get", "E[X^2] = 9", "E[X^2] = 4"),
        (
            "Let $n = 10$, $X \\sim \\mathrm{Bin}(n, 1/2)$. Then $E[X] = 5$. Now let $n = 20$. Then",
            "E[X] = 10",
            "E[X] = 5",
        ),
        ("**Case 1.** $x \\ge 0$. Then $|x| = x$.\n\n**Case 2.** $x < 0$. Then", "|x| = -x", "|x| = x"),
    ],
)
def test_the_later_statement_governs_what_follows(text, true, false):
    verdicts = [verify(f"{text} ${claim}$.", jobs=0, second_reader=False).steps for claim in (true, false)]
    assert [steps[-1].verdict for steps in verdicts] == ["proved", "refuted"]
    assert all(step.verdict != "refuted" for step in verdicts[0])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{TWO} If $n = 4$, then $n! = 24$. Here $n! = 6$.", "proved"),
        (f"{TWO} If $n = 4$, then $n! = 24$. Here $n! = 7$.", "undecided"),
        (f"{TWO} If $n = 4$, then $n! = 24$.\n\nHere $n! = 24$.", "refuted"),
        (f"{EXP} Moreover, {NORMAL} $E[X] = 0$.\n\nHere $E[X] = 0$.", "proved"),
        (f"{EXP} Then, {NORMAL} $E[X] = 0$. Here $E[X] = 1/2$.", "proved"),
        (f"{COINS} If the coin is tossed 4 times, then $P(X = 0) = 1/16$. So is $P(X = 4) = 1/16$.", "undecided"),
        (f"{COINS} Then $P(X = 0) = 1/16$.", "refuted"),
        ("Let $y = 3x$. Setting $y = 6$ gives $x = 3$.", "refuted"),
        (f"{TWO} Hence $n = 4$.", "refuted"),
        ("Let $f(x) = x^2$. Then $f(x) = x^3$.", "refuted"),
        ("Let $f(x) = x^2$. For $x > 0$, $f(x) = x^3$.", "refuted"),
        ("Let $S = n^2$. For $n = 4$, $S = 17$.", "refuted"),
        ("Let $x + 2 = 5$. Then $x = 3$. With $x = 4$ we get $x^2 = 16$.", "refuted"),
    ],
)
def test_what_a_condition_tells_ends_with_its_sentence_and_what_is_claimed_is_no_choice(text, verdict):
    steps = verify(text, jobs=0, second_reader=False).steps
    assert verdict in [step.verdict for step in steps[-2:]]


TWO_VARIABLES = "Let $X$ and $Y$ be independent random variables."
ADDED = r"$\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{TWO_VARIABLES} Suppose now that $X$ and $Y$ are not independent. Then {ADDED}.", "refuted"),
        (f"{TWO_VARIABLES} If $X$ and $Y$ are dependent, the formula fails. Here {ADDED}.", "proved"),
        ("It is not the case that $x$ is greater than 2. So $x \\le 2$.", "proved"),
        ("It is not the case that $x$ is greater than 2. So $x > 2$.", "refuted"),
        ("Let $3x > 6$. Suppose $x \\le 2$. Then $3x \\le 6$, which contradicts $3x > 6$. Hence $x > 2$.", "proved"),
        ("Suppose for contradiction that $x > 3$. Then $2x > 6$, a contradiction. Hence $x \\le 3$.", "undecided"),
    ],
)
def test_what_is_denied_and_what_comes_to_a_contradiction_is_not_supposed(text, verdict):
    steps = verify(text, jobs=0, second_reader=False).steps
    assert steps[-1].verdict == verdict
    assert all(step.verdict != "refuted" for step in steps[:-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Initially, $L = 3$. After training, $L = 1$.", "given"),
        (r"For task 1, $\mathrm{Loss}(w) = w^2$. For task 2, $\mathrm{Loss}(w) = w^4$.", "given"),
        (r"In the first model, $\mathrm{AIC}(m) = 12$. In the second model, $\mathrm{AIC}(m) = 15$.", "given"),
        (r"Let $L = 3$. After simplification, $L = 1$.", "refuted"),
        (r"$\mathrm{Loss}(w) = w^2$. Therefore $\mathrm{Loss}(w) = w^4$.", "refuted"),
        (r"Let $m = 0$ under $H_0$ and $m = 1$ under $H_1$.", "given"),
    ],
)
def test_at_another_time_and_for_another_thing_a_name_has_another_value(text, expected):
    assert judged(text).steps[-1].verdict == expected
