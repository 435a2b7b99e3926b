r"""The Wasserstein distance of order 2 between two Gaussians on R^d, with the term of Bures.

The second is the image of the first under a map with the matrix A = Sigma_1^{-1/2} R Sigma_1^{-1/2}, where R is the
square root of Sigma_1^{1/2} Sigma_2 Sigma_1^{1/2}: A is positive definite, and A Sigma_1 A = Sigma_2.  Where the
covariances commute, R is the product of their roots, and the distance is that of the roots.
"""

from proofs import Proof, by
from proofs.language import (
    W2,
    Dot,
    MatMul,
    MultivariateNormal,
    Number,
    Tr,
    half,
    integer,
    matrix,
    positive_definite,
    vector,
)
from proofs.rules import commuting_root, root_of_product

from . import linear_image_of_gaussian as image

d = integer("d")
mu_1, mu_2 = vector("mu_1", d), vector("mu_2", d)
Sigma_1, Sigma_2, A = matrix("Sigma_1", d), matrix("Sigma_2", d), matrix("A", d)
p, q = MultivariateNormal(mu_1, Sigma_1, "p"), MultivariateNormal(mu_2, Sigma_2, "q")
root_1, root_2, inverse_root = Sigma_1**half, Sigma_2**half, Sigma_1 ** Number(-half.value)
between = (root_1 @ Sigma_2 @ root_1) ** half
along = inverse_root @ between @ inverse_root
square = Dot(mu_1 - mu_2, mu_1 - mu_2)

distance = square + Tr(Sigma_1) + Tr(Sigma_2) - 2 * Tr(between)

SOURCE = "Givens and Shortt (1984), proposition 7; Bhatia, Jain and Lim (2019), On the Bures-Wasserstein distance"


def multivariate_gaussian_wasserstein() -> Proof:
    """W_2^2 of N(mu_1, Sigma_1) and N(mu_2, Sigma_2)."""
    begun = (
        Proof(
            MatMul((along, Sigma_1, along)),
            name="multivariate_gaussian_wasserstein",
            title="The Wasserstein distance between two multivariate Gaussians",
            source=SOURCE,
            chain="The matrix takes the one covariance to the other",
        )
        .given(positive_definite(Sigma_1), positive_definite(Sigma_2))
        .where(A.eq(along))
        .eq(inverse_root @ between @ between @ inverse_root)
        .eq(inverse_root @ root_1 @ Sigma_2 @ root_1 @ inverse_root)
        .eq(Sigma_2)
        .have(W2(p, q) ** 2, image.ABOVE, label="above")
    )
    commuting = (Sigma_1 @ Sigma_2).eq(Sigma_2 @ Sigma_1)
    return (
        image.bounded(begun, p, q, along, distance, label="formula")
        .have(W2(p, q) ** 2, "Where the covariance matrices commute, the roots tell the distance", suppose=(commuting,))
        .eq(distance, by=by("formula", phrase="by the formula above"))
        .eq(square + Tr(Sigma_1) + Tr(Sigma_2) - 2 * Tr((Sigma_1 @ Sigma_2) ** half), by=commuting_root)
        .eq(square + Tr(Sigma_1) + Tr(Sigma_2) - 2 * Tr(root_1 @ root_2), by=root_of_product)
        .eq(square + Tr((root_1 - root_2) @ (root_1 - root_2)))
        .shows((W2(p, q) ** 2).eq(distance))
    )
