"""The named parametric laws of vectors."""

from __future__ import annotations

from .laws import Family, dimension_of
from .spaces import Space, Vectors
from .terms import Term, log, pi


class MultivariateNormal(Family):
    """N(mean, covariance) on R^d."""

    __slots__ = ("mean", "covariance", "label")

    @property
    def home(self) -> Space:
        from .matrices import space_of

        space = space_of(self.mean)
        if isinstance(space, Vectors):
            return space
        raise TypeError(f"expected a vector as mean, found {self.mean!r}")

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Form, Inverse

        m, s, d = self.mean, self.covariance, dimension_of(self)
        return -d * log(2 * pi) / 2 - log(Det(s)) / 2 - Form(x - m, Inverse(s), x - m) / 2
