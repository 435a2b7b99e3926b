"""Words that say whose density, or distribution function, something is: "$X$ is a random variable with density"."""

from __future__ import annotations

from .prose import ONE

DENSITY = r"(?:probability )?(?:density|densities|pdfs?)(?: functions?)?"
DISTRIBUTION_FUNCTION = r"(?:cdf|(?:cumulative )?distribution function)"
IS = (
    r"(?: (?:be|is|are)(?: an?)?(?: (?:independent|absolutely|continuous|real|positive|scalar))*"
    r"(?: random variables?)?)?"
)
HAS = r"(?: ?,)? (?:with|has|have|having|whose)(?: the| an?| respective)?(?: (?:continuous|common|marginal))*"
OF_ONE = rf"(?<!\S)(?P<of>{ONE}){IS}{HAS}"  # $X$ is a random variable with


__all__ = ["DENSITY", "DISTRIBUTION_FUNCTION", "HAS", "IS", "OF_ONE"]
