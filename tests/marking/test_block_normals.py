r"""Jointly normal vectors: by blocks, and as y \mid w \sim \mathcal N(A w + b, R) with a law of w."""

from __future__ import annotations

from tests.marking.verdicts import verdicts

BLOCKS = (
    r"Let $\begin{pmatrix} x \\ y \end{pmatrix} \sim \mathcal N\left(\begin{pmatrix} a \\ b \end{pmatrix}, "
    r"\begin{pmatrix} A & C \\ C^\top & B \end{pmatrix}\right)$ with $x \in \mathbb R^n$, $y \in \mathbb R^m$. "
)
PARTED = (
    r"Let $x \sim \mathcal N(\mu, \Sigma)$ with $$x = \begin{bmatrix} x_1 \\ x_2 \end{bmatrix}, \quad "
    r"\mu = \begin{bmatrix} \mu_1 \\ \mu_2 \end{bmatrix}, \quad "
    r"\Sigma = \begin{bmatrix} \Sigma_{11} & \Sigma_{12} \\ \Sigma_{21} & \Sigma_{22} \end{bmatrix}.$$ "
)
IN_WORDS = (
    r"Let $x = (x_1, x_2)$ be jointly Gaussian with mean $\mu = (\mu_1, \mu_2)$ and covariance "
    r"$$\Sigma = \begin{pmatrix} \Sigma_{11} & \Sigma_{12} \\ \Sigma_{21} & \Sigma_{22} \end{pmatrix}.$$ "
)
PROCESS = (
    r"$$\begin{bmatrix} y \\ f_* \end{bmatrix} \sim \mathcal N\left(0, \begin{bmatrix} K + \sigma^2 I & k_* \\ "
    r"k_*^\top & k_{**} \end{bmatrix}\right).$$ "
)
REGRESSION = r"Let $X \in \mathbb R^{n \times d}$, $w \sim \mathcal N(0, \tau^2 I)$, $y \mid w \sim \mathcal N(Xw, \sigma^2 I)$. "
CASES = (  # a page, and what it is with a slip
    (BLOCKS + r"Then $\mathbb E[x \mid y] = a + C B^{-1} (y - b)$.", "(y - b)", "(y + b)"),
    (BLOCKS + r"Then $y \mid x \sim \mathcal N(b + C^\top A^{-1} (x - a), B - C^\top A^{-1} C)$.", "B -", "B +"),
    (BLOCKS + r"The marginal is $p(y) = \mathcal N(y \mid b, B)$.", "b, B)", "b, B^{-1})"),
    (BLOCKS + r"Then $\mathrm{Cov}(x \mid y) = A - C B^{-1} C^\top$.", "A -", "A +"),
    (PARTED + r"Then $\mathbb E[x_1 \mid x_2] = \mu_1 + \Sigma_{12} \Sigma_{22}^{-1} (x_2 - \mu_2)$.", r"^{-1}", ""),
    (
        PARTED + r"The conditional $p(x_1 \mid x_2) = \mathcal N(x_1 \mid m, S)$ has "
        r"$$S = \Sigma_{11} - \Sigma_{12} \Sigma_{22}^{-1} \Sigma_{21}.$$",
        r"\Sigma_{11} - \Sigma_{12}",
        r"\Sigma_{11} - 2 \Sigma_{12}",
    ),
    (
        IN_WORDS + r"Then $$x_1 \mid x_2 \sim \mathcal N(\mu_1 + \Sigma_{12} \Sigma_{22}^{-1} (x_2 - \mu_2), "
        r"\Sigma_{11} - \Sigma_{12} \Sigma_{22}^{-1} \Sigma_{21}).$$",
        "_{11} -",
        "_{11} +",
    ),
    (PROCESS + r"Hence $\mathbb E[f_* \mid y] = k_*^\top (K + \sigma^2 I)^{-1} y$.", "I)^{-1} y", "I) y"),
    (
        PROCESS + r"Hence $f_* \mid y \sim \mathcal N(m, v)$ with $$v = k_{**} - k_*^\top (K + \sigma^2 I)^{-1} k_*.$$",
        "k_{**} -",
        "k_{**} + ",
    ),
    (
        REGRESSION + r"With $S^{-1} = \sigma^{-2} X^\top X + \tau^{-2} I$, "
        r"$p(w \mid y) = \mathcal N(w \mid \sigma^{-2} S X^\top y, S)$.",
        r"\tau^{-2} I",
        r"\tau^2 I",
    ),
    (REGRESSION + r"Then $y \sim \mathcal N(0, \sigma^2 I + \tau^2 X X^\top)$.", r"\sigma^2 I +", r"\sigma I +"),
    (
        REGRESSION + r"Then $\log p(w \mid y) = -\frac{1}{2\sigma^2} \|y - X w\|^2 - \frac{1}{2\tau^2} \|w\|^2 + "
        r"\text{const}$.",
        r"\frac{1}{2\tau^2}",
        r"\frac{\tau^2}{2}",
    ),
)


def test_the_laws_of_jointly_normal_vectors_are_judged() -> None:
    for text, part, slip in CASES:
        found = {*verdicts(text)} - {"given"}
        assert found and found <= {"proved", "supported"}, text
        assert text.count(part) == 1, part
        assert "refuted" in verdicts(text.replace(part, slip)), text


def test_blocks_that_are_not_each_others_transpose_tell_nothing() -> None:
    text = (BLOCKS + r"Then $\mathbb E[x \mid y] = a + C B^{-1} (y - b)$.").replace(r"C^\top & B", r"2 C^\top & B")
    assert verdicts(text)[-1] not in ("proved", "supported", "given")


def test_a_conditional_mean_tells_no_moment_of_a_vector() -> None:
    text = r"Let $x \in \mathbb R^n$, $y \in \mathbb R^m$ and $C \in \mathbb R^{n \times m}$. Then $\mathbb E[x \mid y] = C y$."
    assert "given" not in verdicts(text)


def test_a_joint_law_behind_the_laws_of_its_parts_is_not_told() -> None:
    text = (
        r"Let $x \sim \mathcal N(a, S)$ and $y \mid x \sim \mathcal N(Ax, R)$ with $A \in \mathbb R^{m \times n}$. Then "
        r"$$\begin{pmatrix} x \\ y \end{pmatrix} \sim \mathcal N\left(\begin{pmatrix} a \\ A a \end{pmatrix}, "
        r"\begin{pmatrix} S & S A^\top \\ A S & R \end{pmatrix}\right).$$"
    )
    assert verdicts(text)[-1] == "unread"
