r"""How many parameters the two models of word2vec have, and how many training samples a sentence gives.

A sentence w_1, ..., w_L of different words is seen through a window of w words: m = floor(w/2) on each side of the word
in its middle, as many as there are.  Continuous bag of words predicts w_i from all the other words in its window: one
sample for each i.  Skip-gram predicts each of those words from w_i: one sample for each pair.
"""

from proofs import Proof, by
from proofs.language import (
    Cases,
    Function,
    Number,
    R,
    Range,
    Sum,
    Term,
    Var,
    Without,
    floor,
    integer,
    minimum,
    vector,
)
from proofs.rules import finite_sum, linearity, listed, range_split, sum_of_constant, sum_of_powers, value_of_floor

L, V, d, m = integer("L"), integer("V"), integer("d"), integer("m")
one = Number(1)


def over(name: str, low: Term | int, high: Term) -> Var:
    return Var(name, Range(Number(low) if isinstance(low, int) else low, high))


i, row, column = over("i", 1, L), over("i", 1, V), over("j", 1, d)
before, after = minimum(i - 1, m), minimum(L - i, m)
parameters = Sum(Sum(one, column), row) + Sum(Sum(one, row), column)
pairs = Sum(Sum(one, over("k", 1, before)) + Sum(one, over("k", 1, after)), i)

SOURCE = (
    "Mikolov, Chen, Corrado and Dean (2013), Efficient estimation of word representations in vector space, section 3"
)


def word2vec_counts() -> Proof:
    """Either model has 2 V d parameters; L samples of continuous bag of words, 2 m L - m (m + 1) of skip-gram."""
    few, full = over("i", 1, m), over("i", m + 1, L)
    full_after, few_after = over("i", 1, L - m), over("i", L - m + 1, L)
    return (
        Proof(
            parameters,
            name="word2vec_counts",
            title="Parameters and training samples of word2vec",
            source=SOURCE,
            chain="Parameters of either model, the entries of a $V$ by $d$ and of a $d$ by $V$ matrix",
            label="parameters",
        )
        .given(V >= 0, d >= 0, m >= 0, m <= L)
        .eq(Sum(d, row) + Sum(V, column), by=sum_of_constant)
        .eq(V * d + d * V, by=sum_of_constant)
        .eq(2 * V * d)
        .have(Sum(one, i), "Samples of continuous bag of words: one for each word of the sentence")
        .eq(L, by=sum_of_constant)
        .have(Sum(before, i), "Words before another within its window", label="before")
        .eq(Sum(minimum(few - 1, m), few) + Sum(minimum(full - 1, m), full), by=range_split(m))
        .eq(Sum(few - 1, few) + Sum(m, full))
        .eq(m * (m - 1) / 2 + Sum(m, full), by=sum_of_powers)
        .eq(m * (m - 1) / 2 + m * (L - m), by=sum_of_constant)
        .have(Sum(after, i), "Words after another within its window", label="after")
        .eq(
            Sum(minimum(L - full_after, m), full_after) + Sum(minimum(L - few_after, m), few_after),
            by=range_split(L - m),
        )
        .eq(Sum(m, full_after) + Sum(L - few_after, few_after))
        .eq(Sum(m, full_after) + m * (m - 1) / 2, by=sum_of_powers)
        .eq(m * (L - m) + m * (m - 1) / 2, by=sum_of_constant)
        .have(pairs, "Samples of skip-gram, each word with those before and after it")
        .eq(Sum(before + after, i), by=sum_of_constant)
        .eq(Sum(before, i) + Sum(after, i), by=linearity)
        .eq(m * (m - 1) / 2 + m * (L - m) + Sum(after, i), by=by("before", phrase="by the words before, above"))
        .eq(
            m * (m - 1) / 2 + m * (L - m) + (m * (L - m) + m * (m - 1) / 2),
            by=by("after", phrase="by the words after, above"),
        )
        .eq(2 * m * L - m * (m + 1))
    )


words = vector("w", L)
other = Var("j", Without(i.space, i))
f = Function("f", (R, R))


def in_window(value: Term) -> Term:
    """The sum of the values over the places j of the words, other than w_i, in the window around w_i."""
    return Sum(Cases((value,), (abs(i - other) <= m,), Number(0)), other)


bags = Sum(f(in_window(words[other]), words[i]), i)
couples = Sum(in_window(f(words[i], words[other])), i)


def word2vec_counts_example() -> Proof:
    """Five words, a window of three, embeddings of size four: 40 parameters, 5 samples and 8, and which these are."""
    length, window, size = 5, 3, 4
    side = window // 2
    general = word2vec_counts().at(V=length, d=size, L=length, m=side)
    w1, w2, w3, w4, w5 = (general.put(words[Number(k)]) for k in range(1, length + 1))
    return (
        general.named("word2vec_counts_example", "Parameters and training samples of word2vec for five words")
        .eq(8)
        .have(floor(Number(window) / 2), "Words on each side in a window of three")
        .eq(side, by=value_of_floor(Number(side)))
        .have(general.put(parameters), "The parameters of either model")
        .eq(2 * Number(length) * size, by=by("parameters", phrase="by the number of parameters above"))
        .eq(40)
        .have(
            general.put(bags),
            "Continuous bag of words, sample by sample",
            text="Any function $f$ of the words of a context, added up, and of the word that they predict is summed "
            "over the samples: each term is one of them.",
        )
        .then(finite_sum)
        .eq(f(w2, w1) + f(w1 + w3, w2) + f(w2 + w4, w3) + f(w3 + w5, w4) + f(w4, w5), by=listed)
        .have(
            general.put(couples),
            "Skip-gram, sample by sample",
            text="Any function $f$ of a word and of the one of its context that it predicts is summed over the "
            "samples: each term is one of them.",
        )
        .eq(
            f(w1, w2) + f(w2, w1) + f(w2, w3) + f(w3, w2) + f(w3, w4) + f(w4, w3) + f(w4, w5) + f(w5, w4),
            by=listed,
        )
        .shows(general.put(pairs).eq(8))
    )
