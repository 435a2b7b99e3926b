"""The numbers of the worked instances, to the digits in which exercise sheets print them."""

import pytest

import derivations
from proofs import enclose
from proofs.language import Column, Coord, Number, Rows, sqrt

PRINTED = [  # the derivation and the value of its result
    ("bernoulli_mle_example", "0.5625"),
    ("gaussian_wasserstein_example", "1.0824"),
    ("partition_function_example", "5.317"),
    ("vae_loss_example", "0.5733"),
    ("word2vec_counts_example", "8"),
]
ON_THE_WAY = [  # the derivation, the heading of one of its chains, and the value of that chain's last line
    ("kl_asymmetry", "The divergence of one", "0.6534"),
    ("kl_asymmetry", "The other way round", "0.3466"),
    ("flow_log_determinant_example", "Its logarithm", "0.5"),
    ("word2vec_counts_example", "The parameters of either", "40"),
    ("convolution_shapes_example", "Convolution 1", "16"),
    ("convolution_shapes_example", "Convolution 4", "1"),
    ("convolution_shapes_example", "The transpose of convolution 4", "4"),
    ("convolution_shapes_example", "The transpose of convolution 1", "32"),
    ("convolution_shapes_example", "Parameters of convolution 2", "131200"),
    ("word2vec_counts_example", "Samples of continuous", "5"),
    ("vae_loss_example", "The loss of the reconstruction", "0.02"),
    ("vae_loss_example", "The loss of the divergence", "0.5533"),
    ("flow_log_determinant_example", "The second coordinate", "4.6487"),
]


def rounded(value, digits: str) -> str:
    """The value to as many places as the digits have."""
    return f"{float(value):.{len(digits.partition('.')[2])}f}"


@pytest.mark.parametrize(("name", "digits"), PRINTED)
def test_the_result_has_the_printed_value(name, digits):
    assert rounded(enclose(derivations.derive(name).statement.right), digits) == digits


@pytest.mark.parametrize(("name", "heading", "digits"), ON_THE_WAY)
def test_a_line_on_the_way_has_the_printed_value(name, heading, digits):
    (chain,) = [c for c in derivations.derive(name).chains if c.title and c.title.startswith(heading)]
    assert rounded(enclose(chain.steps[-1].right), digits) == digits


SAMPLES = {  # what is seen, and what it is to predict: as the sheet lists them for five words
    "Continuous bag of words, sample by sample": [("2", "1"), ("13", "2"), ("24", "3"), ("35", "4"), ("4", "5")],
    "Skip-gram, sample by sample": ["12", "21", "23", "32", "34", "43", "45", "54"],
}


@pytest.mark.parametrize("heading", SAMPLES)
def test_the_samples_are_those_that_are_printed(heading):
    (chain,) = [c for c in derivations.derive("word2vec_counts_example").chains if c.title == heading]
    samples = [tuple("".join(_places(part)) for part in sample.args) for sample in chain.steps[-1].right.args]
    assert samples == [tuple(sample) for sample in SAMPLES[heading]]


def _places(t):
    """The places of the words in a term, in order."""
    return sorted(str(node.index.value) for node in t.walk() if isinstance(node, Coord))


def rows(*entries):
    return Rows(tuple(Column(tuple(map(Number, row))) for row in entries))


@pytest.mark.parametrize(
    ("first", "second", "square"),
    [
        (((3,), rows((2,))), ((4,), rows((1,))), 1 + (sqrt(Number(2)) - 1) ** 2),  # as on the line: 1.0824 squared
        (((3, 1), rows((2, 1), (1, 2))), ((4, 0), rows((2, -1), (-1, 2))), 10 - 4 * sqrt(Number(3))),
    ],
)
def test_the_distance_of_gaussians_has_its_values_in_any_dimension(first, second, square):
    (mu_1, Sigma_1), (mu_2, Sigma_2) = first, second
    proof = derivations.derive("multivariate_gaussian_wasserstein")
    at = proof.at(d=len(mu_1), mu_1=mu_1, Sigma_1=Sigma_1, mu_2=mu_2, Sigma_2=Sigma_2)
    assert abs(enclose(at.statement.right) - enclose(Number(0) + square)) < 1e-12
    assert abs(enclose(at.statement.left) - enclose(Number(0) + square)) < 1e-12
