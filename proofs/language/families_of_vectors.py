"""The named parametric laws of vectors and matrices."""

from __future__ import annotations

from typing import ClassVar

from .laws import Family, dimension_of
from .spaces import Matrices, Space, Vectors
from .terms import Term, log, loggamma, pi


class OfVectors(Family):
    """Base of the laws of vectors and matrices: they live on all of the space of their first parameter."""

    __slots__ = ()
    kind: ClassVar[type[Space]] = Vectors

    @property
    def home(self) -> Space:
        from .matrices import space_of

        centre = self.parameters[0]
        space = space_of(centre)
        if isinstance(space, self.kind):
            return space
        raise TypeError(f"expected a point of {self.kind.__name__}, found {centre!r}")


class MultivariateNormal(OfVectors):
    """N(mean, covariance) on R^d."""

    __slots__ = ("mean", "covariance", "label")

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Form, Inverse

        m, s, d = self.mean, self.covariance, dimension_of(self)
        return -d * log(2 * pi) / 2 - log(Det(s)) / 2 - Form(x - m, Inverse(s), x - m) / 2


class MatrixNormal(OfVectors):
    """Matrices of which vec(X) has the law N(vec(mean), between x within), x the Kronecker product: on R^(n x p).

    ``within`` is the covariance within a column (between rows, n x n), ``between`` that between columns (p x p).
    """

    __slots__ = ("mean", "within", "between", "label")
    kind = Matrices

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Inverse, MatMul, Tr, Transpose

        m, u, v = self.mean, self.within, self.between
        home = self.home
        assert isinstance(home, Matrices)
        n, p = home.rows, home.columns
        spread = Tr(MatMul((Inverse(v), Transpose(x - m), Inverse(u), x - m)))
        return -(n * p) * log(2 * pi) / 2 - n * log(Det(v)) / 2 - p * log(Det(u)) / 2 - spread / 2


class MultivariateT(OfVectors):
    """Student's t of vectors on R^d with location, a definite scale matrix and degrees of freedom."""

    __slots__ = ("location", "scale", "freedom", "label")
    positive = ("freedom",)

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Form, Inverse

        m, s, k, d = self.location, self.scale, self.freedom, dimension_of(self)
        constant = loggamma((k + d) / 2) - loggamma(k / 2) - d * log(k * pi) / 2 - log(Det(s)) / 2
        return constant - (k + d) / 2 * log(1 + Form(x - m, Inverse(s), x - m) / k)
