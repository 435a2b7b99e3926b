"""``python -m proofs`` is the command ``proofs``."""

from proofs.cli import proofs

if __name__ == "__main__":
    proofs(prog_name="proofs")
