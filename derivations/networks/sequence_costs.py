r"""What a long short-term memory and self-attention cost over a sequence of n vectors of d numbers.

Counted are multiplications of two numbers that depend on the sequence or on learnt weights; additions, the scale of the
scores and the values of sigmoid, tanh and exp are not.  A step of the memory has four gates, each a d by d matrix times
the input and another times the state, and three products of vectors, number by number.  Self-attention has the products
with three d by d matrices (queries, keys, values), a score for each pair of places, and means of the values.
"""

from proofs import Proof, by
from proofs.language import Iff, Limit, Number, Range, Sum, Term, Var, integer, oo, substitute
from proofs.rules import infinite_limit, leading_terms, sum_of_constant

n, d, k = integer("n"), integer("d"), integer("k")
one = Number(1)


def over(name: str, high: Term | int) -> Var:
    return Var(name, Range(one, Number(high) if isinstance(high, int) else high))


place, other, row, column = over("t", n), over("u", n), over("i", d), over("j", d)
gate, matrix = over("g", 4), over("m", 3)

weights = Sum(one, column) + Sum(one, column)
memory = Sum(Sum(Sum(weights, row), gate) + Sum(Number(3), row), place)
projections = Sum(Sum(Sum(one, column), row), matrix)
attention = Sum(projections, place) + Sum(Sum(Sum(one, row), other), place) + Sum(Sum(Sum(one, other), row), place)
of_memory, of_attention = 8 * n * d**2 + 3 * n * d, 3 * n * d**2 + 2 * n**2 * d

SOURCE = "Vaswani et al. (2017), Attention is all you need, table 1; Hochreiter and Schmidhuber (1997)"


def at_crossing(cost: Term) -> Term:
    """The cost where 2 n = 5 d + 3: so d is odd."""
    return substitute(cost, {n: 5 * k - 1, d: 2 * k - 1})


def sequence_costs() -> Proof:
    """8 n d^2 + 3 n d products against 3 n d^2 + 2 n^2 d: self-attention costs less exactly where 2 n < 5 d + 3."""
    cheaper, shorter = of_attention < of_memory, 2 * n < 5 * d + 3
    return (
        Proof(name="sequence_costs", title="What a long short-term memory and self-attention cost", source=SOURCE)
        .given(n >= 1, d >= 1)
        .have(
            memory,
            r"Products of a memory in $n$ steps",
            label="memory",
            text="Counted are products of two numbers; additions, scaling and activations are not.  Each step has four "
            "gates, with a matrix for the input and one for the state, and three products of vectors.",
        )
        .eq(n * (Sum(Sum(weights, row), gate) + Sum(Number(3), row)), by=sum_of_constant)
        .eq(n * (4 * Sum(weights, row) + 3 * d), by=sum_of_constant)
        .eq(n * (4 * d * weights + 3 * d), by=sum_of_constant)
        .eq(n * (4 * d * (d + d) + 3 * d), by=sum_of_constant)
        .eq(of_memory)
        .have(
            attention,
            "Products of self-attention",
            label="attention",
            text="Queries, keys and values have a matrix each; then each pair of places has a score, and each place a "
            "weighted mean of the values.",
        )
        .eq(n * projections + n * Sum(Sum(one, row), other) + n * Sum(Sum(one, other), row), by=sum_of_constant)
        .eq(3 * n * Sum(Sum(one, column), row) + n**2 * Sum(one, row) + n * d * Sum(one, other), by=sum_of_constant)
        .eq(3 * n * d * Sum(one, column) + n**2 * d + n**2 * d, by=sum_of_constant)
        .eq(3 * n * d**2 + n**2 * d + n**2 * d, by=sum_of_constant)
        .eq(of_attention)
        .have(memory, r"The memory is of the order $n d^2$: at most eleven times that")
        .eq(of_memory, by=by("memory", phrase="by the count above"))
        .le(of_memory + 3 * n * d * (d - 1))
        .eq(11 * n * d**2)
        .have(memory, "It is more than eight times that")
        .eq(of_memory, by=by("memory", phrase="by the count above"))
        .gt(8 * n * d**2)
        .have(
            attention,
            r"In long sequences self-attention is of the order $n^2 d$: at most five times that",
            suppose=(d <= n,),
        )
        .eq(of_attention, by=by("attention", phrase="by the count above"))
        .le(of_attention + 3 * n * d * (n - d))
        .eq(5 * n**2 * d)
        .have(attention, "It is more than twice that")
        .eq(of_attention, by=by("attention", phrase="by the count above"))
        .gt(2 * n**2 * d)
        .have(of_attention - of_memory, "How much more self-attention costs")
        .eq(n * d * (2 * n - (5 * d + 3)))
        .have(at_crossing(of_attention), "They cross at the length $5 k - 1$ where the width is $2 k - 1$")
        .eq(at_crossing(of_memory))
        .have(of_attention, "In short sequences self-attention costs less", suppose=(shorter,), label="short")
        .eq(of_memory - n * d * (5 * d + 3 - 2 * n))
        .lt(of_memory)
        .have(2 * n, "In no others does it", suppose=(cheaper,), label="cheaper")
        .eq((of_attention - of_memory) / (n * d) + 5 * d + 3)
        .lt(5 * d + 3)
        .infer(Iff(cheaper, shorter), by=None, of=("cheaper", "short"), title="When self-attention costs less")
        .shows(attention.eq(of_attention))
    )


def sequence_costs_far_out() -> Proof:
    """8 n d^2 + 3 n d is 8 n d^2 and 3 n d^2 + 2 n^2 d is 2 n^2 d, up to factors that tend to one."""
    return (
        Proof(
            Limit(of_memory / (8 * n * d**2), d, oo),
            name="sequence_costs_far_out",
            title="Leading orders of the costs of a memory and of self-attention",
            source=SOURCE,
            chain="In wide networks the memory costs $8 n d^2$",
        )
        .given(n >= 1, d >= 1)
        .eq(1, by=leading_terms)
        .have(Limit(of_attention / (2 * n**2 * d), n, oo), "In long sequences self-attention costs $2 n^2 d$")
        .eq(1, by=leading_terms)
        .have(Limit(of_attention / of_memory, n, oo), "There it costs any multiple of what the memory does")
        .eq(Limit(2 * d / (8 * d**2 + 3 * d) * n, n, oo), by=leading_terms)
        .eq(oo, by=infinite_limit)
    )
