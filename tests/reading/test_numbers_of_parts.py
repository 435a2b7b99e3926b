"""The headings and the number that each part of a document stands under."""

import pytest

from proofs.marking.contents import read


@pytest.mark.parametrize(
    "text, places",
    [
        ("# S\n\n## E 1\n\na) $1 = 1$.\n\nb) $2 = 2$.", [("S", "E 1", "a)"), ("S", "E 1", "b)")]),
        ("# S\n\n## E 1\n\n(a) Words.\n\n(b) $2 = 2$.", [("S", "E 1", "(b)")]),
        ("## E 1\n\n(b) In steps.\n\n1. First, $2 = 2$.\n\n2. Then $3 = 3$.", [("E 1", "(b)"), ("E 1", "2.")]),
        ("## E 1\n\n### a)\n\n$1 = 1$.\n\n## E 2\n\n$2 = 2$.", [("E 1", "a)", ""), ("E 2", "")]),
        (r"\documentclass{article} \section{E} \subsection{One} $1 = 1$.", [("E", "One", "")]),
    ],
)
def test_headings_and_numbers(text, places):
    chains = [chain for chain in read(text).chains if chain.lines]
    found = [(*chain.under, *filter(None, [chain.title]), chain.number) for chain in chains]
    assert found == [tuple(place) for place in places]
