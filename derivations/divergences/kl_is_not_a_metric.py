r"""The Kullback-Leibler divergence is no metric: symmetry and the triangle inequality fail for coins.

Of three coins with the chances 1/3, 1/2 and 2/3 the first two show that it is not symmetric, and all three that the way
round by the fair coin is shorter.  No counterexample is smaller: on one outcome there is one law and nothing to fail, a
coin has two; and these are all coins, none of them certain, whose chances have denominators up to 3, of which up to 2
only the fair one is left.  What does hold of a metric: it is not negative (``kl_nonnegative``), and zero only between
equal laws (``kl_zero_iff_equal``).
"""

from proofs import Proof, by
from proofs.language import KL, Bernoulli, E, Law, Number, Range, Sum, Term, Var, log
from proofs.rules import (
    definition_of_expectation,
    definition_of_kl,
    density_written_out,
    finite_sum,
    strictly_increasing_function,
)

one, two, three, four = map(Number, (1, 2, 3, 4))
p, q, r = Bernoulli(one / 3, "p"), Bernoulli(one / 2, "q"), Bernoulli(two / 3, "r")
x = Var("x", Range(Number(0), Number(1)))

SOURCE = "Cover and Thomas (2006), Elements of Information Theory, section 2.3 and example 2.3.1"


def _computed(proof: Proof, first: Law, second: Law, numbers: Term, value: Term) -> Proof:
    """The proof, standing at KL(first || second), gone on to its value: the sum over the two sides of the coin."""

    def part(side: int) -> Term:
        return first(side) * log(first(side) / second(side))

    return (
        proof.eq(E(log(first(x) / second(x)), x, first), by=definition_of_kl)
        .eq(Sum(first(x) * log(first(x) / second(x)), x), by=definition_of_expectation)
        .eq(part(0) + part(1), by=finite_sum)
        .eq(numbers, by=density_written_out)
        .eq(value)
    )


def kl_is_not_a_metric() -> Proof:
    """KL(p || q) < KL(q || p), and KL(p || q) + KL(q || r) < KL(p || r), for coins p, q, r."""
    there, back, whole = log(Number(1024) / 729) / 6, log(Number(729) / 512) / 6, log(two) / 3
    proof = Proof(
        KL(p, q),
        name="kl_is_not_a_metric",
        title="The Kullback-Leibler divergence is no metric",
        source=SOURCE,
        chain="From the first coin to the second",
        label="there",
    )
    proof = _computed(proof, p, q, two / 3 * log(four / 3) + one / 3 * log(two / 3), there)
    proof = proof.have(KL(q, p), "And back", label="back")
    proof = _computed(proof, q, p, one / 2 * log(three / 4) + one / 2 * log(three / 2), back)
    proof = (
        proof.have(KL(p, q), "It is not symmetric")
        .eq(there, by=by("there", phrase="as computed first"))
        .lt(back, by=strictly_increasing_function(Number(729) / 512))
        .eq(KL(q, p), by=by("back", phrase="as just computed"))
        .have(KL(q, r), "From the second coin to the third", label="onward")
    )
    proof = _computed(proof, q, r, one / 2 * log(three / 2) + one / 2 * log(three / 4), back)
    proof = proof.have(KL(p, r), "From the first coin to the third", label="whole")
    proof = _computed(proof, p, r, two / 3 * log(two) + one / 3 * log(one / 2), whole)
    return (
        proof.have(KL(p, q) + KL(q, r), "The triangle inequality fails")
        .eq(there + KL(q, r), by=by("there", phrase="as computed first"))
        .eq(there + back, by=by("onward", phrase="as computed from the second coin to the third"))
        .eq(log(two) / 6)
        .lt(log(two) / 3)
        .eq(KL(p, r), by=by("whole", phrase="as just computed"))
    )
