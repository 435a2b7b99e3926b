r"""Steps that can be decided, each beside a wrong neighbour that must not pass."""

import pytest

from proofs import verify

CASES = {
    "a family of counts ends a sum": (
        r"$$\sum_{j=1}^{n_i} 2 (\mu_i - y_{ij}) = %s \mu_i - 2 \sum_{j=1}^{n_i} y_{ij}$$",
        ("2 n_i", "supported"),
        ("n_i", "refuted"),
    ),
    "a family of counts with two indices": (
        r"$$\sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} (c_{ij} + x_{ijr}) = %s + \sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} x_{ijr}$$",
        (r"\sum_{j=1}^{b} m_{ij} c_{ij}", "supported"),
        (r"\sum_{j=1}^{b} c_{ij}", "refuted"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_step_is_decided_and_a_wrong_neighbour_does_not_pass(name):
    text, *versions = CASES[name]
    for version, verdict in versions:
        found = verify(text.replace("%s", version), jobs=0, second_reader=False).steps[-1]
        assert found.verdict == verdict, (version, found.notes, found.needs)
