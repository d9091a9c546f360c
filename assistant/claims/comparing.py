"""Whether a number as written can stand for a figure."""

from decimal import Decimal

from assistant.numerals import Approximation, Quantity

_MONEY_SCALES = {"元": 0, "万元": 4, "亿元": 8}
_TEN = Decimal(10)


def agrees(quantity: Quantity, value: Decimal, expected: Decimal) -> bool:
    """Exact for counts; to the places written for decimals; a span for 余, 近 and the like."""
    if quantity.approximation is None:
        return _written(quantity, value, expected)
    reach = _rounding(value)
    match quantity.approximation:
        case Approximation.ABOUT:
            return abs(value - expected) < reach or _written(quantity, value, expected)
        case Approximation.AT_LEAST:
            return expected >= value
        case Approximation.BELOW:
            return value - reach <= expected <= value


def _written(quantity: Quantity, value: Decimal, expected: Decimal) -> bool:
    if value == expected:
        return True
    whole = expected == expected.to_integral_value()
    if whole and quantity.power == 0 and quantity.decimals == 0:
        return False
    return abs(value - expected) <= quantity.step / 2


def _rounding(value: Decimal) -> Decimal:
    """The place a round number was rounded to: 10 for 60, 100 for 1600."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return _TEN**exponent if isinstance(exponent, int) and exponent > 0 else _TEN


def money_scale(written: str | None, column: str) -> Decimal:
    """What a figure of a column in 万元 must be multiplied with to compare it with 元."""
    if written not in _MONEY_SCALES or column not in _MONEY_SCALES:
        return Decimal(1)
    return _TEN ** (_MONEY_SCALES[column] - _MONEY_SCALES[written])
