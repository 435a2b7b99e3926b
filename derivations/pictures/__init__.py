"""The pictures of the book: what they show is said in terms of the derivations, so that they cannot show anything else.

``picture("gaussian_kl")`` is the picture of that derivation; ``.figure()`` draws it, ``.save(path)`` writes it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proofs import Picture

_WHERE = {
    "divergences_along_theta": "along_theta",
    "gaussian_kl": "gaussian_kl",
    "flow_log_determinant": "coupling_layer",
    "flow_log_determinant_example": "coupling_layer",
    "bernoulli_mle": "log_likelihood",
    "bernoulli_mle_example": "log_likelihood",
    "gaussian_discriminator": "discriminator",
    "gaussian_discriminator_example": "discriminator",
}

PICTURES = tuple(_WHERE)


def picture(name: str) -> Picture:
    """The picture of the derivation with that name.  Raises ``KeyError`` for one that has none."""
    if name not in _WHERE:
        raise KeyError(f"no picture for {name!r}; there are pictures for {', '.join(PICTURES)}")
    made: Picture = import_module(f"{__name__}.{_WHERE[name]}").picture()
    return made
