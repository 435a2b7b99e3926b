r"""A law whose entropy is infinite: its cross-entropy with itself less its entropy has no value, its divergence is 0.

Its outcomes come in blocks, k = 1, 2, ...: the k-th block has 2^k outcomes and the probability 1/(k (k + 1)), shared
equally.  The first N blocks hold all but 1/(N + 1) of the probability, and more than log((N + 2)/2) bits.
"""

from proofs import Proof
from proofs.language import Limit, Number, Range, Sum, Var, integer, log, oo
from proofs.rules import infinite_limit, leading_terms, linearity, log_inequality, sum_of_constant, telescoping_sum

N = integer("N")
one, two = Number(1), Number(2)
k = Var("k", Range(one, N))
j = Var("j", Range(one, two**k))
share = 1 / (k * (k + 1))
mass = 1 / (k * (k + 1) * two**k)

SOURCE = "Cover and Thomas (2006), Elements of Information Theory, problem 2.19"


def infinite_entropy() -> Proof:
    """H(p) = oo and KL(p || p) = 0, for 2^k outcomes of the probability 1/(k (k + 1) 2^k) each, k = 1, 2, ..."""
    total, entropy, gain = (Sum(Sum(what, j), k) for what in (mass, -mass * log(mass), mass * log(mass / mass)))
    harmonic, below = Sum(log(two) / (k + 1), k), log(two) * log((N + 2) / two)
    return (
        Proof(
            total,
            name="infinite_entropy",
            title="A law whose entropy is infinite",
            source=SOURCE,
            chain="The probability of the first $N$ blocks, the $k$-th of $2^k$ equally likely outcomes",
        )
        .given(N >= 1)
        .eq(Sum(two**k * mass, k), by=sum_of_constant)
        .eq(Sum(1 / k - 1 / (k + 1), k))
        .eq(1 - 1 / (N + 1), by=telescoping_sum)
        .eq(N / (N + 1))
        .have(Limit(N / (N + 1), N, oo), "All blocks together have the probability one")
        .eq(1, by=leading_terms)
        .have(entropy, "What the first $N$ blocks add to the entropy, of terms that are all positive")
        .eq(Sum(two**k * (-mass * log(mass)), k), by=sum_of_constant)
        .eq(Sum(log(two) / (k + 1) + share * log(k * (k + 1)), k))
        .eq(harmonic + Sum(share * log(k * (k + 1)), k), by=linearity)
        .gt(harmonic)
        .eq(log(two) * Sum(1 / (k + 1), k))
        .ge(log(two) * Sum(log(1 + 1 / (k + 1)), k), by=log_inequality)
        .eq(log(two) * Sum(log(k + 2) - log(k + 1), k))
        .eq(log(two) * (log(N + 2) - log(two)), by=telescoping_sum)
        .eq(below)
        .have(
            Limit(below, N, oo),
            "This grows beyond all bounds: the entropy is infinite, and so is the cross-entropy of the law with itself",
        )
        .eq(oo, by=infinite_limit)
        .have(gain, "What the first $N$ blocks add to the divergence of the law from itself, which is $0$")
        .eq(Sum(Sum(Number(0), j), k))
        .eq(0)
        .shows(entropy > below)
    )
