"""``python -m derivations`` is the command ``derivations``."""

from proofs.cli import derivations

if __name__ == "__main__":
    derivations(prog_name="derivations")
