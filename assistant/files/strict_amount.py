"""A figure in a statistics file or workbook: exactly what is allowed, or a reason why not."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.files.blocks import strip_blanks
from assistant.files.cell_text import folded_figure
from assistant.forms import Column
from assistant.model import Amount

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,8})?", re.ASCII)
_DASHES = {"—", "——", "-", "--", "－", "/", "／", "无", "–", "―", "─"}
SPELLED_OUT = "不适用"
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a value is no figure (Chinese), and what to do."""

    reason: str
    hint: str = ""


def as_decimal(value: object) -> Decimal | None:
    """An int, exact decimal or text in digits as a Decimal; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | Decimal):
        number = Decimal(value)
        return number if number.is_finite() and number.adjusted() < _MOST_DIGITS else None
    if isinstance(value, float):
        # Spreadsheets store every figure so, and show and keep 15 digits of it.
        return as_decimal(f"{value:.15g}")
    if isinstance(value, str):
        folded = folded_figure(strip_blanks(value))
        return Decimal(folded.replace(",", "")) if _NUMBER.fullmatch(folded) else None
    return None


def strict_amount(value: object, column: Column, *, slash_allowed: bool) -> Amount | Refused:
    """The amount a value means. slash_allowed: whether ``/`` too may say "not applicable"."""
    text = strip_blanks(value) if isinstance(value, str) else None
    if value is None or text == "":
        return Amount.blank()
    if text == SPELLED_OUT or (slash_allowed and text == "/"):
        return Amount.not_applicable(text)
    number = as_decimal(value)
    if number is None:
        return _refused(value, text)
    return _checked(number, column)


def _refused(value: object, text: str | None) -> Refused:
    if isinstance(value, bool):
        return Refused("不是数字", "请填阿拉伯数字。")
    if text in _DASHES:
        return Refused("不是数字", "没有发生的请填 0；没有统计的请留空。")
    return Refused("不是数字", "请填阿拉伯数字，不带文字和单位。")


def _checked(number: Decimal, column: Column) -> Amount | Refused:
    if column.whole and number != number.to_integral_value():
        return Refused("应为整数", f"单位是“{column.unit}”，不能有小数。")
    if number < 0 and not column.signed:
        return Refused("不能是负数", "请核对后改正。")
    exact = number.quantize(Decimal(1)) if column.whole else number
    return Amount.of(exact)
