"""The files of tests that come first are there."""

from pathlib import Path

from tests.conftest import LONGEST


def test_each_of_them_is_a_file():
    assert all((Path(__file__).parent / name).is_file() for name in LONGEST)
