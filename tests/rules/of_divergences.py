"""The rules about divergences and what bounds them: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import Number, half, log, symbols
from proofs.rules import strict_log_inequality
from tests.rules.examples import Example

a, x = symbols("a x")

EXAMPLES = [
    Example(strict_log_inequality, log(Number(3)), Number(3) - 1, (), symbol="<"),
    Example(strict_log_inequality, a - log(x), a - (x - 1), (x > 1,), symbol=">"),
]

REFUSED = [
    Example(strict_log_inequality, log(x), x - 1, (x > 0,), symbol="<"),
    Example(strict_log_inequality, log(Number(1)), Number(1) - 1, (), symbol="<"),
    Example(strict_log_inequality, log(half), half - 1, (), symbol=">"),
]
