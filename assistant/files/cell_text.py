"""What is written in a table cell, as an Amount: read with certainty or not at all."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.files.blocks import strip_blanks, without_blanks
from assistant.forms import Column
from assistant.model import Amount

_FOLD = str.maketrans(
    {0xFF10 + digit: str(digit) for digit in range(10)}
    | dict(zip("，．－–—―─＋／（）＼", ",.-----+/()\\", strict=True))
    | {0x2212: "-"}
)
_NOT_APPLICABLE = re.compile(r"-{1,6}|/{1,3}|\\|无|不适用")
_ZERO = {"零", "〇"}
_AMOUNT = re.compile(
    r"(?P<word>增加|减少|新增|增|减|↑|↓)?:?"
    r"(?P<sign>[+-])?"
    r"(?P<digits>\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?P<fraction>\.\d{1,8})?"
    r"(?P<unit>亿元|万元|元|件|项|条|个|份|宗|起|次|部|例|人次|人)?"
    r"(?P<note>\(.*\))?",
    re.DOTALL | re.ASCII,
)
_FALLS = {"减少", "减", "↓"}
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Money:
    """How many of the column's units one written unit is, and the remark about it."""

    factor: Decimal
    note: str = ""


def folded_figure(text: str) -> str:
    """``text`` with full-width digits and signs as plain ones."""
    return text.translate(_FOLD)


def read_amount(text: str, column: Column) -> Amount:
    """The amount a report's cell holds, in the unit of its column."""
    written = strip_blanks(text)
    folded = without_blanks(folded_figure(written))
    if not folded:
        return Amount.blank()
    if _NOT_APPLICABLE.fullmatch(folded):
        return Amount.not_applicable(written)
    if folded in _ZERO:
        return Amount.of(0, written)
    found = None if len(folded) > _LONGEST else _AMOUNT.fullmatch(folded)
    if found is None or _digits_apart(written):
        return Amount.unreadable(written)
    return _amount(found, written, column)


def _digits_apart(written: str) -> bool:
    """Whether blanks stand between digits: two numbers, or one torn apart, nobody can tell."""
    head = re.split(r"[（(]", written, maxsplit=1)[0]
    return re.search(r"\d[\s\u200b]+\d", head) is not None


def _amount(found: re.Match[str], written: str, column: Column) -> Amount:
    money = _conversion(found["unit"], column)
    note = _original_note(written) if found["note"] else ""
    if money is None or (found["note"] and not _is_remark(found["note"])):
        return Amount.unreadable(written)
    if found["word"] and (found["sign"] or not column.signed):
        return Amount.unreadable(written)
    digits = found["digits"].replace(",", "") + (found["fraction"] or "")
    negative = found["sign"] == "-" or found["word"] in _FALLS
    value = Decimal(digits) * money.factor
    number = -value if negative and value else value
    return Amount.of(number, written, note + money.note)


def _conversion(unit: str | None, column: Column) -> _Money | None:
    """Factor from the written unit to the column's; None when the two do not go together."""
    money = unit in _YUAN
    if unit is None or unit == column.unit or (not money and column.unit not in _YUAN):
        return _Money(Decimal(1))
    if not money or column.unit not in _YUAN:
        return None
    factor = _YUAN[unit] / _YUAN[column.unit]
    return _Money(factor, f"原表写作{unit}，已换算为{column.unit}")


def _is_remark(note: str) -> bool:
    """A remark says something; a mere number in brackets is a second number."""
    return re.search(r"[^\d\s.,()]", note) is not None


def _original_note(written: str) -> str:
    cut = re.search(r"[（(]", written)
    return written[cut.start() :] if cut else ""


@lru_cache(maxsize=4096)
def looks_like_amount(text: str) -> bool:
    """Whether a cell's text is blank, a dash or a number: a figure, not a label."""
    folded = without_blanks(folded_figure(text[:_LONGEST]))
    if not folded or folded in _ZERO or _NOT_APPLICABLE.fullmatch(folded):
        return True
    return _AMOUNT.fullmatch(folded) is not None
