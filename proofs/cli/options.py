"""The options that the commands share."""

from __future__ import annotations

from typing import Any

import click


class _Seconds(click.FloatRange):
    """A time that is some time, and ends."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        seconds: float = super().convert(value, param, ctx)
        if not 0 < seconds < float("inf"):
            self.fail(f"{value} is no number of seconds", param, ctx)
        return seconds


assume = click.option("--assume", multiple=True, metavar="FACT", help="Grant a fact, plain or LaTeX: 'sigma > 0'.")
jobs = click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Judge so many steps at a time (1)."
)
timeout = click.option(
    "--timeout",
    type=_Seconds(min=0, min_open=True),
    metavar="SECONDS",
    help="Spend at most so long on a step (20).",
)
no_second_reader = click.option(
    "--no-second-reader", is_flag=True, help="Do not have latex2sympy2 read the expressions as well."
)
