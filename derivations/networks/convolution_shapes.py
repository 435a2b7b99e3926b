r"""Sizes and parameters of convolutions and of their transposes.

A kernel of k pixels slides in steps of s along a row of n pixels with p more on each side.  Its j-th place covers the
pixels j s, ..., j s + k - 1 of n + 2 p: it counts where it lies within the row, and each place that counts is a pixel
of the output.  The transpose puts the kernel at each of its n pixels and leaves p out on each side.
"""

from proofs import Proof, by
from proofs.language import Cases, Name, Number, Range, Sum, Term, Var, floor, integer, substitute
from proofs.rules import counted_indices, sum_of_constant, value_of_floor

n, k, s, p = integer("n"), integer("k"), integer("s"), integer("p")
c, d = integer("c"), integer("d")
zero, one = Number(0), Number(1)


def over(name: str, low: Term, high: Term) -> Var:
    return Var(name, Range(low, high))


def places(n: Term) -> Term:
    """How many places of the kernel lie within a row of n pixels."""
    j = over("j", zero, n + 2 * p - k)
    return Sum(Cases((one,), (j * s + k <= n + 2 * p,), zero), j)


covered = -2 * p + Sum(one, over("j", zero, (n - 1) * s + k - 1))
a, b = over("a", one, k), over("b", one, k)
channel, filter_ = over("i", one, c), over("o", one, d)
parameters = Sum(1 + Sum(Sum(Sum(one, b), a), channel), filter_)
by_rows = Sum(1 + Sum(Sum(k, a), channel), filter_)
by_channels = Sum(1 + Sum(k**2, channel), filter_)
by_filters = Sum(c * k**2 + 1, filter_)
in_all = d * (c * k**2 + 1)

SOURCE = "Dumoulin and Visin (2016), A guide to convolution arithmetic for deep learning, relationships 6 and 14"


size, back = n + 2 * p - k, (n - 1) * s - 2 * p + k


def convolution_shapes() -> Proof:
    """A convolution of n pixels has floor((n + 2p - k)/s) + 1 pixels."""
    return (
        Proof(name="convolution_shapes", title="The size of what a convolution yields", source=SOURCE)
        .given(s >= 1, size >= 0)
        .have(
            places(n),
            "The places at which the kernel lies within the row",
            text="A kernel of $k$ pixels slides in steps of $s$ along a row of $n$ pixels with $p$ more on each side.",
        )
        .eq(Sum(one, over("j", zero, floor(size / s))), by=counted_indices)
        .eq(floor(size / s) + 1, by=sum_of_constant)
    )


def transposed_convolution_shapes() -> Proof:
    """The transpose has (n - 1)s - 2p + k pixels, of which the convolution makes n again."""
    returned = (back + 2 * p - k) / s
    return (
        Proof(
            covered,
            name="transposed_convolution_shapes",
            title="The size of what the transpose of a convolution yields",
            source=SOURCE,
            chain="The pixels that the kernel covers, from the first of the first place to the last of the last",
        )
        .given(n >= 1, k >= 1, s >= 1)
        .eq(-2 * p + ((n - 1) * s + k), by=sum_of_constant)
        .eq(back)
        .have(places(back), "The convolution of these has the size that the transpose began with")
        .eq(Sum(one, over("j", zero, floor(returned))), by=counted_indices)
        .eq(floor(returned) + 1, by=sum_of_constant)
        .eq(floor(n - 1) + 1)
        .eq(n - 1 + 1, by=value_of_floor(n - 1))
        .eq(n)
        .shows(covered.eq(back))
    )


def convolution_parameters() -> Proof:
    """d filters with weights for c channels and a bias have d (c k^2 + 1) parameters, as in the transpose."""
    return (
        Proof(
            parameters,
            name="convolution_parameters",
            title="The number of parameters of a convolution, or of its transpose",
            source=SOURCE,
            chain="For each filter the weights of the channels, row by row, and one bias",
        )
        .given(k >= 0, c >= 0, d >= 0)
        .eq(by_rows, by=sum_of_constant)
        .eq(by_channels, by=sum_of_constant)
        .eq(by_filters, by=sum_of_constant)
        .eq(in_all, by=sum_of_constant)
    )


KERNEL, STRIDE = Number(4), Number(2)
LAYERS = (  # pixels on a side before and after, channels before and after, padding
    (32, 16, 1, 64, 1),
    (16, 8, 64, 128, 1),
    (8, 4, 128, 256, 1),
    (4, 1, 256, 512, 0),
)


def convolution_shapes_example() -> Proof:
    """Four convolutions with kernel 4, stride 2, padding 1, the last without, of 32 pixels a side; and back again."""
    proof = Proof(
        name="convolution_shapes_example", title="Four convolutions and their transposes", source=SOURCE
    ).using(size=convolution_shapes(), transpose=transposed_convolution_shapes())
    for number, (before, after, _, _, padding) in enumerate(LAYERS, 1):
        values: dict[Name, Term] = {n: Number(before), k: KERNEL, s: STRIDE, p: Number(padding)}
        proof = (
            proof.have(substitute(places(n), values), f"Convolution {number}, from {before} pixels a side")
            .eq(substitute(floor(size / s) + 1, values), by=by("size", values, phrase="by the size of a convolution"))
            .eq(after - 1 + one, by=value_of_floor(Number(after - 1)))
            .eq(after)
        )
    for number, (after, before, _, _, padding) in reversed(list(enumerate(LAYERS, 1))):
        values = {n: Number(before), k: KERNEL, s: STRIDE, p: Number(padding)}
        proof = (
            proof.have(substitute(covered, values), f"The transpose of convolution {number}, from {before} a side")
            .eq(substitute(back, values), by=by("transpose", values, phrase="by the size of a transpose"))
            .eq(after)
        )
    for number, (_, _, channels, filters, _) in enumerate(LAYERS, 1):
        values = {k: KERNEL, c: Number(channels), d: Number(filters)}
        proof = proof.have(substitute(parameters, values), f"Parameters of convolution {number}, to {filters} channels")
        for line in (by_rows, by_channels, by_filters, in_all):
            proof = proof.eq(substitute(line, values), by=sum_of_constant)
        proof = proof.eq(filters * (channels * 16 + 1))
    return proof
