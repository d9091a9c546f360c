"""Which of several readings a written value agrees with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.comparing import agrees, money_scale
from assistant.claims.expressions import Expression, Figures, Ref, Sum
from assistant.numerals import Quantity


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reading chosen, the others, what the chosen one says and whether it fits."""

    chosen: Expression
    others: tuple[Expression, ...]
    expected: Decimal | None
    fits: bool | None


def judge(
    readings: Sequence[Expression], quantity: Quantity, value: Decimal, figures: Figures
) -> Verdict:
    """The first reading that agrees, else the first one; ``readings`` is not empty."""
    expected = [_expected(reading, quantity, figures) for reading in readings]
    fitting = [
        (place, figure)
        for place, options in enumerate(expected)
        for figure in options
        if agrees(quantity, value, figure)
    ]
    best = fitting[0][0] if fitting else 0
    known = all(expected)
    figure = fitting[0][1] if fitting else next(iter(expected[best]), None)
    return Verdict(
        chosen=readings[best],
        others=tuple(reading for place, reading in enumerate(readings) if place != best),
        expected=figure,
        fits=True if fitting else (False if known else None),
    )


def _expected(reading: Expression, quantity: Quantity, figures: Figures) -> tuple[Decimal, ...]:
    """What a reading comes to in the unit written, once for each unit its column may be in."""
    figure = figures.value(reading)
    if figure is None:
        return ()
    scales = (money_scale(quantity.unit, unit) for unit in _column_units(reading, figures))
    return tuple(dict.fromkeys(figure * scale for scale in scales))


def _column_units(reading: Expression, figures: Figures) -> tuple[str, ...]:
    """The measure words of the column a reading stands in."""
    match reading:
        case Ref():
            column = figures.form.columns_by_cell.get(reading.name)
            return ("",) if column is None else (column.unit, *column.units)
        case Sum(parts):
            return _column_units(parts[0], figures)
        case _:
            return ("",)


def refs_of(reading: Expression) -> tuple[Ref, ...]:
    """The plain quantities a reading is made of."""
    match reading:
        case Ref():
            return (reading,)
        case Sum(parts):
            return parts
        case _:
            return ()


def texts(readings: Iterable[Expression], figures: Figures) -> tuple[str, ...]:
    """Readings in the public vocabulary, each once."""
    return tuple(dict.fromkeys(figures.text(reading) for reading in readings))
