"""The numbers of the worked instances, to the digits in which exercise sheets print them."""

import pytest

import derivations
from proofs import enclose

PRINTED = [  # the derivation and the value of its result
    ("partition_function_example", "5.317"),
]
ON_THE_WAY = [  # the derivation, the heading of one of its chains, and the value of that chain's last line
    ("flow_log_determinant_example", "The second coordinate", "4.6487"),
]


def rounded(value, digits: str) -> str:
    return f"{float(value):.{len(digits) - digits.index('.') - 1}f}"


@pytest.mark.parametrize(("name", "digits"), PRINTED)
def test_the_result_has_the_printed_value(name, digits):
    assert rounded(enclose(derivations.derive(name).statement.right), digits) == digits


@pytest.mark.parametrize(("name", "heading", "digits"), ON_THE_WAY)
def test_a_line_on_the_way_has_the_printed_value(name, heading, digits):
    (chain,) = [c for c in derivations.derive(name).chains if c.title and c.title.startswith(heading)]
    assert rounded(enclose(chain.steps[-1].right), digits) == digits
