"""What an affine coupling layer does to the plane: a grid before and after it, with s(u) = u/2 and t(u) = 2 u + 1."""

from proofs import Curve, Mark, Panel, Picture
from proofs.language import Number, Term, Var, half, substitute, symbols, term

from ..flows import coupling_layer as page

SIDE = 2  # the grid covers the square from -2 to 2
u, v = symbols("x_1 x_2")


def picture() -> Picture:
    """Lines of constant x_1 stay upright and are stretched by e^s; those of constant x_2 become graphs over x_1."""
    layer = page.flow_log_determinant().at(
        m=1, n=1, x_a=(u,), x_b=(v,), s=lambda a: (half * a[1],), t=lambda a: (2 * a[1] + 1,)
    )
    image = layer.put(page.y_b)[1]
    at_point = substitute(image, {u: Number(1), v: Number(1)})
    return Picture(
        "A grid before and after an affine coupling layer: what stands at one first coordinate is stretched and shifted"
        " alike.",
        (
            Panel(_grid(v), "$x_1$", "$x_2$", marks=(Mark(1, 1, "the point (1, 1)", style=2),)),
            Panel(_grid(image), "$y_1$", "$y_2$", marks=(Mark(1, at_point, "its image, $y_2$", at_point, style=2),)),
        ),
    )


def _grid(height: Term) -> tuple[Curve, ...]:
    """The lines of the grid, each point (x_1, x_2) drawn at x_1 and the given height."""
    values = [Number(k) * half for k in range(-2 * SIDE, 2 * SIDE + 1)]

    def line(along: Var, fixed: Var, value: Term, label: str | None, style: int) -> Curve:
        across, up = (substitute(t, {fixed: value}) for t in (term(u), height))
        return Curve(up, along, -SIDE, SIDE, label, style, across)

    upright = (line(v, u, c, "$x_1$ constant" if k == 0 else None, 0) for k, c in enumerate(values))
    level = (line(u, v, c, "$x_2$ constant" if k == 0 else None, 1) for k, c in enumerate(values))
    return (*upright, *level)
