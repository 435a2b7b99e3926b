"""Known failures, each with its reason."""

import pytest

KNOWN = {
    "test_no_side_condition_can_be_spared[exponential_integral-118]": "its condition follows by now",
    "test_the_verdicts_are_the_same[mean_field]": "one step is only supported",
    "test_an_estimate_is_right_and_says_that_it_is_one[a square]": "it is enclosed by now",
}


def pytest_collection_modifyitems(items):
    for item in items:
        if item.name in KNOWN:
            item.add_marker(pytest.mark.xfail(reason=KNOWN[item.name]))
