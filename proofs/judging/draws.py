"""Where the exact values of a world come from: generic ones, and simple ones that a person can redo by hand."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache
from random import Random

from .setting import Bounds

RATIOS = tuple(Fraction(a, b) for a in (2, 3, 5, 7, 11, 13) for b in (2, 3, 5, 7, 11, 13) if a != b)
_PLACES = range(len(RATIOS))
_FAR = ("1", "1", "1/50", "1/9", "7", "50", "400", "3000")
SIMPLE = tuple(map(Fraction, ("1", "-1", "2", "0", "-2", "1/2", "3", "-1/2")))


class Draw:
    """Generic values: distinct quotients of primes, never 0 or 1.  The same text always gives the same values."""

    def __init__(self, text: str, number: int = 0) -> None:
        self.text, self.number = text, number
        self._used: set[int] = set()  # places in RATIOS
        self._signs = self._sizes = 0

    @cached_property
    def random(self) -> Random:
        """What decides; most worlds that extend another draw nothing, and a seed is dear."""
        return Random(f"{self.number}:{self.text}")

    def ratio(self) -> Fraction:
        """A positive quotient of two primes, not drawn before as long as there are new ones."""
        for _ in range(40 if len(self._used) < len(RATIOS) else 1):
            found = self.random.choice(_PLACES)
            if found not in self._used:
                break
        self._used.add(found)
        return RATIOS[found]

    def sign(self) -> int:
        """In the first two draws of a world, opposite signs in turn; then any."""
        self._signs += 1
        return (-1) ** (self._signs + 1 + self.number) if self.number < 2 else self.random.choice((1, -1))

    def rational(self, bounds: Bounds) -> Fraction:
        low, high = bounds.low, bounds.high
        if low is None and high is None:
            return self.sign() * self.ratio()
        if high is None:
            assert low is not None
            return low + self.ratio()
        if low is None:
            return high - self.ratio()
        a, b = self.ratio(), self.ratio()
        return low + (high - low) * a / (a + b)

    def integer(self, bounds: Bounds, is_size: bool) -> int:
        low, choices = _integers(bounds)
        if is_size:
            self._sizes += 1
            return max(low, 2) + (0, self._sizes % 2, 1 - self._sizes % 2)[self.number % 3]
        return self.random.choice(choices or [low])

    def count(self, bounds: Bounds) -> int:
        """An integer as one of several values that a function takes: 0 and 1 are among them."""
        low = least_integer(bounds)
        start = low if bounds.low is not None else 0
        return self.random.choice([n for n in range(start, start + 4) if bounds.admits(Fraction(n))] or [low])

    def coefficient(self) -> Fraction:
        """A small number that is not 0: an entry of a matrix, a coefficient of a function."""
        return Fraction(self.random.choice((1, 2, 3, 5)), self.random.choice((1, 2, 3))) * self.random.choice((1, -1))

    def nonzero(self) -> Fraction:
        return self.coefficient()

    def masses(self, n: int) -> list[Fraction]:
        """n positive numbers with sum one, in some draws of very different sizes."""
        parts = [part ** (3 if self.number % 3 == 1 else 1) for part in self.random.sample(range(1, 3 * n + 1), n)]
        return [Fraction(part, sum(parts)) for part in parts]

    def weights(self, n: int) -> list[Fraction]:
        """Unequal reference weights of n atoms."""
        return [self.ratio() for _ in range(n)]

    def atoms(self, place: int) -> int:
        """How many atoms a finite space has (the place of a factor in a product, 0 for a space that stands alone)."""
        return 3 if place == 0 else 2 + (place + self.number) % 2

    def counts(self) -> int:
        """How many different values a family of counts takes; that k! = k(k-1)/2 + 1 of the first three is no law."""
        return 3 + self.number % 3

    def law(self) -> str:
        """The kind of law that an unknown density on a line is."""
        return ("normal", "mixture", "laplace")[self.number % 3]

    def choice(self, values: list[int]) -> int:
        return self.random.choice(values)


class FarDraw(Draw):
    """Values of very different sizes, for hypotheses that none of the others satisfy: 2^n > 1000, n >= 400."""

    def rational(self, bounds: Bounds) -> Fraction:
        near, by = super().rational(bounds), Fraction(self.random.choice(_FAR))
        if bounds.low is None and bounds.high is None:
            return near * by
        if bounds.high is None:
            assert bounds.low is not None
            return bounds.low + (near - bounds.low) * by
        return near if bounds.low is not None else bounds.high - (bounds.high - near) * by

    def integer(self, bounds: Bounds, is_size: bool) -> int:
        near = super().integer(bounds, is_size)
        far = near * self.random.choice((1, 7, 50, 400, 3000, 20000))
        return near if is_size or not bounds.admits(Fraction(far)) else far


class SimpleDraw(Draw):
    """Small integers and simple fractions, two atoms of weight one, the smallest sizes: to look for counterexamples."""

    def rational(self, bounds: Bounds) -> Fraction:
        admitted = _simple(bounds)
        return self.random.choice(admitted[: 2 + self.number // 4]) if admitted else super().rational(bounds)

    def integer(self, bounds: Bounds, is_size: bool) -> int:
        admitted = _simple_integers(bounds)
        return self.random.choice(admitted[: 1 + self.number // 8]) if admitted else super().integer(bounds, is_size)

    def ratio(self) -> Fraction:
        return self.random.choice((Fraction(1), Fraction(2), Fraction(1, 2)))

    def coefficient(self) -> Fraction:
        return Fraction(self.random.choice((1, 0, -1, 2)))

    def nonzero(self) -> Fraction:
        return Fraction(self.random.choice((1, 2, -1)))

    def counts(self) -> int:
        return 1 + self.number % 2

    def law(self) -> str:
        return "normal" if self.number % 8 < 6 else super().law()

    def masses(self, n: int) -> list[Fraction]:
        parts = self.random.choice(([1] * n, [0] * (n - 1) + [1], [1] + [0] * (n - 1), [*range(1, n + 1)]))
        return [Fraction(part, sum(parts)) for part in parts]

    def weights(self, n: int) -> list[Fraction]:
        return [Fraction(1) if self.number % 4 < 3 else Fraction(1, 2)] * n

    def atoms(self, place: int) -> int:
        return 2


# What an interval admits is asked for again with every value that is drawn.


def least_integer(bounds: Bounds, otherwise: int = -7) -> int:
    """The least integer of an interval; ``otherwise`` where there is none."""
    if bounds.low is None:
        return otherwise
    low = -(-bounds.low // 1)
    return low + 1 if bounds.low_open and low == bounds.low else low


@lru_cache(maxsize=1_000)
def _integers(bounds: Bounds) -> tuple[int, list[int]]:
    """The least integer of an interval, and some that are not 0 or 1."""
    low = least_integer(bounds)
    return low, [n for n in range(low, low + 8) if n not in (0, 1) and bounds.admits(Fraction(n))]


@lru_cache(maxsize=1_000)
def _simple(bounds: Bounds) -> list[Fraction]:
    return [v for v in SIMPLE if bounds.admits(v)]


@lru_cache(maxsize=1_000)
def _simple_integers(bounds: Bounds) -> list[int]:
    return [n for n in (1, 2, 0, 3, -1, 4) if bounds.admits(Fraction(n))]
