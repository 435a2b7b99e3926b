"""What a sentence says without a word that concludes leaves a row, and what it only speaks of does not."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

NAMES = r"Let $p(x \mid \theta)$ be a density. "


@for_each([
    (r"We can see that $\foo(x) = \foo(y)$.", ["unread"]),
    (r"This is symmetric, i.e. $\foo(x) = \foo(y)$.", ["unread"]),
    (r"With this decomposition, $\foo(x) = \foo(y)$.", ["unread"]),
    (r"We want to show that $\foo(x) = \foo(y)$.", []),
    (r"Let us see whether $\foo(x) = \foo(y)$.", []),
    (r"Suppose that we can see that $\foo(x) = \foo(y)$.", []),
    (r"Hence $\foo(x) \le 3$.", ["unread"]),
    # behind a name and a colon
    (r"Posterior: $p(\theta \mid x) \propto p(x \mid \theta) p(\theta)$.", ["proved"]),
    (r"Posterior: $p(\theta \mid x) \propto p(x) p(\theta)$.", ["refuted"]),
    (r"Upper bound: $\sin x \le 1$ for all real $x$.", ["proved"]),
    (r"Upper bound: $\sin x \le 1/2$.", ["refuted"]),
    (r"Constraint: $\sin x \le 1/2$.", []),
    (r"Domain: $x^2 < 1$.", []),
    # beside a set and a limit
    (r"Here $W \in \mathbb{R}^{5 \times 4} = 5 \times 4 = 20$ numbers.", ["proved"]),
    (r"Here $W \in \mathbb{R}^{5 \times 4} = 5 \times 4 = 21$ numbers.", ["refuted"]),
    (r"The sum $\frac12 + \frac13 = \frac56 \in \mathbb{Q}$ is positive.", ["proved"]),
    (r"The sum $\frac12 + \frac13 = \frac16 \in \mathbb{Q}$ is positive.", ["refuted"]),
    (r"Let $f(x) = e^{x^2}$. Here $f'(x) = 2x e^{x^2} \to \infty$.", ["given", "proved"]),
    (r"Let $f(x) = e^{x^2}$. Here $f'(x) = x e^{x^2} \to \infty$.", ["given", "refuted"]),
    # what a function is leads to something about it; a property of an unknown one defines nothing
    (r"The answer $f(x) = x^2 \Rightarrow f'(x) = 2x$ follows.", ["given", "proved"]),
    (r"The answer $f(x) = x^2 \Rightarrow f'(x) = 3x$ follows.", ["given", "refuted"]),
    (r"A metric has $d(x, y) = 0 \iff x = y$.", []),
    # orders that are used, and that have a condition behind them
    (r"Let $x > 0$. We use $\log x \le x - 1$.", ["proved"]),
    (r"Let $x > 0$. We use $\log x \le x - 2$.", ["refuted"]),
    (r"Since $e^{-x} < 1$ for $x > 0$, it decreases.", ["proved"]),
    (r"Since $e^{-x} > 1$ for $x > 0$, it decreases.", ["refuted"]),
    # an order that is all of its item, and one about a distance
    ("5. $x^2 \\ge 2x - 1$", ["supported"]),
    ("5. $x^2 \\ge 2x + 1$", ["refuted"]),
    (r"5. $I(X;Y) \leq H(X)$", ["supported"]),
    (r"5. $I(X;Y) \geq 2 H(X)$", ["refuted"]),
    ("Solve:\n\n- $x^2 > 4$", []),
    (r"Range: $f(x) \ge 0$.", []),
    (r"Since $D_{KL}(p\|q) \ge 0$, we are done.", ["proved"]),
    (r"Since $D_{KL}(p\|q) \le 0$, we are done.", ["refuted"]),
    (r"Since $D_{KL}(p\|q) < \frac12$, we are done.", []),
    # what a theorem that is cited says, whatever follows; where there is equality nothing more is said
    (r"Let $a, b$ be real numbers. By the AM-GM inequality $2ab \le a^2 + b^2$ with equality iff $a = b$.", ["proved"]),
    (r"Let $a, b$ be real numbers. By the AM-GM inequality $3ab \le a^2 + b^2$ with equality iff $a = b$.", ["refuted"]),
    (r"Let $a, b > 0$. Then $2ab \le a^2 + b^2$ with equality iff $a = b$. So $ab = a^2$.", ["proved", "refuted"]),
    (r"By Jensen's inequality $\log E[X] \ge E[\log X]$ with equality iff $X$ is constant.", ["proved"]),
    # what is said of all values of what is not known is no claim that could be wrong, and what rests on it is open
    (r"Since $f(x) \le g(x)$ for all $x$, $\int_0^1 f(x) dx \le \int_0^1 g(x) dx$.", ["undecided", "undecided"]),
    (r"We know that $p(x) \le M q(x)$ for all $x$. Hence $p(2) \le M q(2)$.", ["undecided", "undecided"]),
    ("- $f(x) \\le 3$\n- $f(2) \\le 3$", []),
    # behind full-width stops
    ("\u65b9\u5dee\uff1a$\\foo(X) = 4$", ["unread"]),
    (r"**Sum.** $\foo(X) = 4$ using $X = 2$.", ["unread", "undecided"]),
])  # fmt: skip
def test_what_is_said_leaves_a_row(text, expected):
    assert verdicts(text) == expected


@for_each([
    "Naive guess: $2 + 2 = 5$.",
    "Wrong answer: $2 + 2 = 5$.",
    "A student writes $2 + 2 = 5$. What is wrong?",
    "We reject $2 + 2 = 5$.",
    "Typo: $2 + 2 = 5$ should read differently.",
    "Question: $2 + 2 = 5$?",
    "Which of the following is true: (a) $2 + 2 = 5$, (b) $2 + 3 = 6$?",
    "Which of these is true? (a) $2 + 2 = 5$, (b) $2 + 3 = 6$",
    "Exercise: prove $2 + 2 = 5$ or give a counterexample.",
    "Which of these is true?\n\n- (a) $2 + 2 = 5$\n- (b) $2 + 3 = 6$",
    "## Which of the following is true?\n\n(a) $2 + 2 = 5$\n\n(b) $2 + 3 = 6$",
])  # fmt: skip
def test_what_others_say_is_no_claim(text):
    assert verdicts(text) == []


@for_each(
    [
        "Answer: $2 + 2 = 5$.",
        "Which of these is true?\n\n- (a) is, as $2 + 2 = 5$",
        "Which of these is true?\n\nThe answer is (b).\n\n$2 + 2 = 5$",
        "The student now has $2 + 2 = 5$.",
        "We replaced nothing: $2 + 2 = 5$.",
    ]
)
def test_what_the_author_says_is_one(text):
    assert verdicts(text) == ["refuted"]
