"""Joining the two ends of 3至5件."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from assistant.numerals.numeral import scaled
from assistant.numerals.quantity import Form, Quantity, RangeEnd, Script

_CONNECTORS: Final = frozenset(
    ("至", "到", "-", "－", "—", "–", "―", "─", "~", "～", "〜", "∼", "--", "——", "−", "﹣")
)
_LONGEST_GAP: Final = 4
_PLAIN: Final = frozenset({Form.INTEGER, Form.DECIMAL})
_HANDED_DOWN: Final = frozenset({Form.PERCENT, Form.PERMILLE, Form.POINTS, Form.MULTIPLE})


def link_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the ends of every range their role; the low end takes over the unit of the high one."""
    linked = list(found)
    alone = _lone_pairs([_connected(text, *pair) for pair in pairwise(found)])
    for place in alone:
        low, high = found[place], found[place + 1]
        if _is_range(low, high):
            linked[place] = _low_end(low, high)
            linked[place + 1] = replace(high, role=RangeEnd.HIGH)
    return linked


def _lone_pairs(connected: list[bool]) -> Iterator[int]:
    """Places of connected pairs that touch no other: 2020-01-15 is a date, not two ranges."""
    padded = [False, *connected, False]
    for place, (before, here, after) in enumerate(zip(padded, connected, padded[2:], strict=False)):
        if here and not before and not after:
            yield place


def _connected(text: str, low: Quantity, high: Quantity) -> bool:
    gap = high.start - low.reach
    return 0 < gap <= _LONGEST_GAP and text[low.reach : high.start].strip() in _CONNECTORS


def _is_range(low: Quantity, high: Quantity) -> bool:
    if low.value is None or high.value is None:
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
    value, power = low.value, low.power
    if (shared and high.form is Form.PERMILLE) or _scale_is_shared(low, high):
        value, power = scaled(value, high.power), high.power
    return replace(
        low,
        value=value,
        power=power,
        form=high.form if shared else low.form,
        unit=high.unit if low.unit is None else low.unit,
        role=RangeEnd.LOW,
    )


def _scale_is_shared(low: Quantity, high: Quantity) -> bool:
    """3至5万: the scale belongs to both ends."""
    if high.script is not Script.MIXED or low.power or high.power <= 0 or low.unit is not None:
        return False
    upper = scaled(high.value, -high.power)
    return low.value is not None and upper is not None and Decimal(0) < low.value < upper
