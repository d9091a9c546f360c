"""What one numeral says by itself, before its surroundings are read."""

from decimal import Context, Decimal
from typing import Final, NamedTuple

from assistant.numerals.quantity import Form, Script

LONGEST: Final = 40
"""More digits than this are no figure of a report; the value is then left out."""

_EXACT: Final = Context(prec=LONGEST)
"""The decimal context of the package: results do not depend on the caller's."""


class Numeral(NamedTuple):
    """Span, value and form of one numeral."""

    start: int
    end: int
    value: Decimal | None
    form: Form
    script: Script
    decimals: int = 0
    power: int = 0


def scaled(value: Decimal | None, power: int) -> Decimal | None:
    """Return the value times a power of ten, written without exponent."""
    if value is None or value.adjusted() + power > LONGEST:
        return None
    moved = value.scaleb(power, _EXACT)
    return moved if power < 0 else _plain(moved)


def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    """Return the value of a fraction, or None where it has none."""
    if numerator is None or denominator is None or denominator == 0:
        return None
    return _EXACT.divide(numerator, denominator)


def added(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """Return the sum, or None where a part is unknown."""
    return None if first is None or second is None else _EXACT.add(first, second)


def _plain(value: Decimal) -> Decimal:
    """12E+3 prints as 12000: an exponent is no way to show a figure."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        return value.quantize(Decimal(1), context=Context(prec=LONGEST + 1))
    return value
