"""The signs that relate two sides, by what they say."""

from __future__ import annotations

RELATIONS = {"=": "=", "<=": "<=", "<": "<", ">=": ">=", ">": ">", "!=": "!="}  # between numbers
ORDERS = ("<=", "<", ">=", ">", "!=")
OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}  # where one holds, the other does not
EQUATIONS = ("=", ":=", "equiv")
