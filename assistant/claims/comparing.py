"""Whether a number as written can stand for a figure."""

from decimal import Decimal

from assistant.numerals import Approximation, Form, Quantity

_MONEY_SCALES = {"元": 0, "万元": 4, "亿元": 8}
_TEN = Decimal(10)
_AND_MORE = frozenset("余餘多几幾来來")
_COUNTS = frozenset({Form.INTEGER, Form.DECIMAL, Form.DIGITS, Form.SCALE, Form.VAGUE})


def agrees(quantity: Quantity, value: Decimal, expected: Decimal) -> bool:
    """Exact for counts; to the places written for decimals; a span for 余, 近 and the like."""
    if quantity.approximation is None:
        return _written(quantity, value, expected)
    reach = _rounding(quantity, value)
    match quantity.approximation:
        case Approximation.ABOUT:
            return _about(quantity, value, expected, reach)
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


def _about(quantity: Quantity, value: Decimal, expected: Decimal, reach: Decimal) -> bool:
    """60余 is 60 to 69; 近60 is 51 to 60; 约60 is 51 to 69; 约5% is 5% to the places written."""
    if quantity.form not in _COUNTS or _written(quantity, value, expected):
        return _written(quantity, value, expected)
    more = quantity.marker in _AND_MORE
    less = quantity.marker is not None and "近" in quantity.marker
    return (
        (not more or expected >= value)
        and (not less or expected <= value)
        and (abs(value - expected) < reach)
    )


def _rounding(quantity: Quantity, value: Decimal) -> Decimal:
    """The place a round number was rounded to: 10 for 60, 100 for 1600."""
    exponent = value.normalize().as_tuple().exponent
    if value == 0 or not isinstance(exponent, int) or exponent <= 0:
        return quantity.step
    return _TEN**exponent


def money_scale(written: str | None, column: str) -> Decimal:
    """What a figure of a column in 万元 must be multiplied with to compare it with 元."""
    if written not in _MONEY_SCALES or column not in _MONEY_SCALES:
        return Decimal(1)
    return _TEN ** (_MONEY_SCALES[column] - _MONEY_SCALES[written])
