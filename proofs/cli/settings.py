"""What a ``proofs.toml`` beside the sheets grants to all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click import ClickException

NAME = "proofs.toml"


@dataclass(frozen=True)
class Settings:
    """The keys of a ``proofs.toml``: ``assume``, a list of facts like those of ``--assume``."""

    assume: tuple[str, ...] = ()


def settings(folder: Path) -> Settings:
    """What holds for the files of a folder.  Raises ``ClickException`` for a file that says anything else."""
    from tomllib import TOMLDecodeError, loads

    file = folder / NAME
    try:
        data = loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ClickException(f"{file}: {error.strerror}") from error
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClickException(f"{file}: no TOML: {error}") from error
    if unknown := sorted(data.keys() - {"assume"}):
        raise ClickException(f"{file}: unknown key {unknown[0]!r}; the one key is: assume")
    facts = data.get("assume", [])
    if not isinstance(facts, list) or not all(isinstance(fact, str) for fact in facts):
        raise ClickException(f'{file}: assume: expected a list of facts, as in ["sigma > 0"], found {facts!r}')
    return Settings(tuple(facts))
