"""A package of its own: latex2sympy2 installs another top-level package of this name."""
