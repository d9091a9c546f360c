"""Writing a number in Chinese characters."""

from decimal import Decimal
from enum import StrEnum
from typing import Final


class Style(StrEnum):
    """How a number is spelled."""

    LOWER = "lower"
    """一百二十三"""
    FORMAL = "formal"
    """壹佰贰拾叁"""
    DIGITS = "digits"
    """一二三, 二〇二〇"""


_SIGNS: Final = {
    Style.LOWER: ("零一二三四五六七八九", "十百千"),
    Style.FORMAL: ("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    Style.DIGITS: ("〇一二三四五六七八九", ""),
}
_GROUPS: Final = ("", "万", "亿", "万亿")
LARGEST: Final = Decimal(10) ** 16


def to_chinese(value: Decimal | int, style: Style = Style.LOWER) -> str:
    """Spell a number below ten thousand billion (10 to the 16th) in the style."""
    number = Decimal(value)
    if not number.is_finite() or abs(number) >= LARGEST:
        raise ValueError(f"cannot be spelled: {value}")
    whole, _, places = f"{abs(number):f}".partition(".")
    digits = _SIGNS[style][0]
    spelled = _spelled(whole, digits) if style is Style.DIGITS else _counted(whole, style)
    point = "点" + _spelled(places, digits) if places else ""
    return ("负" if number < 0 else "") + spelled + point


def _spelled(written: str, digits: str) -> str:
    return "".join(digits[int(sign)] for sign in written)


def _counted(whole: str, style: Style) -> str:
    """Spell groups of four digits, each with its scale, and one 零 for every gap between them."""
    zero = _SIGNS[style][0][0]
    groups = [whole[max(0, end - 4) : end] for end in range(len(whole), 0, -4)]
    parts: list[str] = []
    for place in range(len(groups) - 1, -1, -1):
        spelled = _group(groups[place], style)
        if spelled:
            gap = zero if parts and _leaves_gap(groups, place) else ""
            parts.append(gap + spelled + _group_scale(groups, place))
    text = "".join(parts)
    if style is Style.LOWER and text.startswith("一十"):
        text = text[1:]
    return text if text else zero


def _leaves_gap(groups: list[str], place: int) -> bool:
    return groups[place].startswith("0") or int(groups[place + 1]) == 0


def _group_scale(groups: list[str], place: int) -> str:
    """一万二千亿: the 亿 of the group above is said only once, by the group of 亿 itself."""
    said_below = place == 3 and int(groups[2]) != 0
    return "万" if said_below else _GROUPS[place]


def _group(group: str, style: Style) -> str:
    """Spell up to four digits, leading zeros left to the caller."""
    digits, scales = _SIGNS[style]
    text, gap = "", False
    for sign, power in zip(group, range(len(group) - 1, -1, -1), strict=True):
        if sign == "0":
            gap = text != ""
            continue
        text += (
            (digits[0] if gap else "") + digits[int(sign)] + (scales[power - 1] if power else "")
        )
        gap = False
    return text
