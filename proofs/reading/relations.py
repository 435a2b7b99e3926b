"""The signs that relate two sides, by what they say."""

from __future__ import annotations

import re

RELATIONS = {"=": "=", "<=": "<=", "<": "<", ">=": ">=", ">": ">", "!=": "!="}  # between numbers
COMPARISONS = ("<=", "<", ">=", ">")
ORDERS = (*COMPARISONS, "!=")
OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}  # where one holds, the other does not
EQUATIONS = ("=", ":=", "equiv")

# In the text of a formula that was not read: what compares two sides, and what else relates them.
_COMPARING = r"=|<|>|\\(?:[lg]eq?(?:slant)?|[lg]t|neq?|approx|propto|equiv)(?![A-Za-z])"
COMPARES = re.compile(_COMPARING)
RELATES = re.compile(rf"{_COMPARING}|\\(?:in|sim|to)(?![A-Za-z])")
