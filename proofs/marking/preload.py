"""What a worker needs, imported once before any worker is forked."""


def start() -> None:
    """Import the judges and all rules."""
    from .. import rules  # noqa: F401
    from . import examination, repair  # noqa: F401
