"""This year against last year, as a placeholder."""

from decimal import ROUND_HALF_UP, Decimal

from assistant.drafting.figures import Figure
from assistant.drafting.placeholders import Placeholder

_FEW = 30
"""Below so many a percentage tells less than the plain difference."""

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def change(name: str, figure: Figure) -> Placeholder | None:
    """How much it changed, as a percentage of a large figure or a plain difference.

    None when last year's figure is not known or is the same.
    """
    if figure.previous is None or figure.value == figure.previous:
        return None
    growth = _growth(figure.value, figure.previous)
    if growth is not None:
        return Placeholder(
            name=f"{name}_增减幅度", value=growth, unit="%", binds=f"=growth({figure.binds})"
        )
    return Placeholder(
        name=f"{name}_增减量",
        value=abs(figure.value - figure.previous),
        unit=figure.unit,
        binds=difference(figure),
    )


def _growth(value: Decimal, previous: Decimal) -> Decimal | None:
    if previous < _FEW:
        return None
    exact = abs(value - previous) * 100 / previous
    for step in (_TENTH, _HUNDREDTH):
        rounded = exact.quantize(step, ROUND_HALF_UP)
        if rounded != 0:
            return rounded
    return None


def difference(figure: Figure) -> str:
    """The expression for its difference against last year."""
    return f"=difference({figure.binds})"
