"""Joining the two ends of 3至5件."""

from decimal import Decimal
from typing import Final

from assistant.numerals.numeral import scaled
from assistant.numerals.quantity import Form, Quantity, RangeEnd, Script

_CONNECTORS: Final = frozenset(
    ("至", "到", "-", "－", "—", "–", "―", "─", "~", "～", "〜", "∼", "--", "——", "−", "﹣")
)
CONNECTOR_STARTS: Final = frozenset(word[0] for word in _CONNECTORS) | frozenset(" \u3000\u00a0")
"""A cheap look before `may_join`."""

_LONGEST_GAP: Final = 4
_PLAIN: Final = frozenset({Form.INTEGER, Form.DECIMAL})
_HANDED_DOWN: Final = frozenset({Form.PERCENT, Form.PERMILLE, Form.POINTS, Form.MULTIPLE})


def may_join(text: str, left: int, start: int) -> bool:
    """Whether the few characters between two numerals read as 至."""
    return start - left <= _LONGEST_GAP and text[left:start].strip() in _CONNECTORS


def link_ranges(found: list[Quantity], joined: list[int]) -> None:
    """Give the ends of every range their role; the low end takes over the unit of the high one.

    `joined` holds the places in `found` of numerals that a 至 joins to the one before. Where
    several follow each other, as in 2020-01-15, none is a range.
    """
    places = frozenset(joined)
    for place in joined:
        if place - 1 in places or place + 1 in places or place >= len(found):
            continue
        low, high = found[place - 1], found[place]
        if _is_range(low, high):
            found[place - 1] = _low_end(low, high)
            found[place] = high._replace(role=RangeEnd.HIGH)


def _is_range(low: Quantity, high: Quantity) -> bool:
    if low.value is None or high.value is None or high.start - low.reach > _LONGEST_GAP:
        return False
    if low.unit is not None and low.unit != high.unit:
        return False
    padded = any(
        end.text[0] in "0０" and len(end.text) > 1 and not end.decimals for end in (low, high)
    )
    return not padded and _same_kind(low, high) and low.value < high.value


def _same_kind(low: Quantity, high: Quantity) -> bool:
    return low.form is high.form or low.form in _PLAIN


def _low_end(low: Quantity, high: Quantity) -> Quantity:
    shared = low.form in _PLAIN and high.form in _HANDED_DOWN
    power = _shared_power(low, high)
    unit = high.unit if low.unit is None else low.unit
    return low._replace(
        value=scaled(low.value, power) if power else low.value,
        form=high.form if shared else low.form,
        power=low.power + power,
        unit=unit,
        role=RangeEnd.LOW,
    )


def _shared_power(low: Quantity, high: Quantity) -> int:
    per_mille = low.form in _PLAIN and high.form is Form.PERMILLE
    return high.power if per_mille or _scale_is_shared(low, high) else 0


def _scale_is_shared(low: Quantity, high: Quantity) -> bool:
    """3至5万: the scale belongs to both ends."""
    if high.script is not Script.MIXED or low.power or high.power <= 0 or low.unit is not None:
        return False
    upper = scaled(high.value, -high.power)
    return low.value is not None and upper is not None and Decimal(0) < low.value < upper
