"""A table of checks fails where a row does, and says which."""

import pytest

from tests.tables import for_each


def fails(test):
    with pytest.raises(AssertionError) as found:
        test()
    return str(found.value)


def test_the_rows_that_fail_are_named():
    @for_each(range(5))
    def test_is_even(n):
        assert n % 2 == 0, "odd"

    assert test_is_even.__name__ == "test_is_even"
    words = fails(test_is_even)
    assert "2 of 5 rows fail" in words and "1: odd" in words and "3: odd" in words and "2: " not in words


def test_what_should_have_been_raised_is_a_failure_too():
    @for_each([("ab", "1"), ("cd", "2")], name=lambda row: row[0])
    def test_is_no_number(_, digits):
        with pytest.raises(ValueError, match="invalid"):
            int(digits)

    assert "ab: DID NOT RAISE" in fails(test_is_no_number)


def test_an_error_says_in_which_row():
    @for_each(["a"])
    def test_is_a_number(text):
        int(text)

    with pytest.raises(ValueError, match="invalid") as found:
        test_is_a_number()
    assert found.value.__notes__ == ["in the row a"]


def test_an_empty_table_is_no_test():
    assert "without rows" in fails(for_each([])(lambda row: None))
