"""Numerals that begin with a digit: 3, 1,234.5, 1.2万, 25万6千, 98%, 16分之5, 7成."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from assistant.numerals.characters import (
    ASCII_DIGITS,
    FULLWIDTH_DIGITS,
    INFIX,
    LARGE_SCALES,
    SCALES,
    TO_ASCII,
)
from assistant.numerals.numeral import LONGEST, Numeral, added, scaled
from assistant.numerals.quantity import Form, Script

DIGIT: Final = ASCII_DIGITS + FULLWIDTH_DIGITS
SPACES: Final = frozenset(" \u00a0\u3000")

_PIECE: Final = re.compile(
    rf"(?P<chain>[{DIGIT}]++(?:[.．][{DIGIT}]++){{2,}}+)"
    rf"|[1-9１-９][{DIGIT}]{{0,2}}(?P<comma>[,，])[{DIGIT}]{{3}}(?![{DIGIT}])"
    rf"(?:(?P=comma)[{DIGIT}]{{3}}(?![{DIGIT}]))*+(?:[.．][{DIGIT}]++)?+"
    rf"|[{DIGIT}]++(?:[.．][{DIGIT}]++)?+"
)
_INTEGER: Final = re.compile(rf"[{DIGIT}]++")
_MARKER_AND_YEAR: Final = re.compile(
    rf"(?P<marker>[{DIGIT}]{{1,2}})[.．]"
    rf"(?:[1１2２][{DIGIT}]{{3}}(?= {{0,2}}年)|[{DIGIT}]{{1,2}}(?= ?月))"
)
_NEXT_LINK: Final = re.compile(rf"(?P<zero>零?)(?P<digits>[{DIGIT}]{{1,4}})(?![{DIGIT}.．,，])")

_PERCENT_SIGNS: Final = {"%": Form.PERCENT, "％": Form.PERCENT, "﹪": Form.PERCENT}
_SIGNS: Final = _PERCENT_SIGNS | {"‰": Form.PERMILLE, "‱": Form.PER_SCALE}
_SIGN_POWERS: Final = {Form.PERCENT: 0, Form.PERMILLE: -1, Form.PER_SCALE: -2}
_SCALE_SIGNS: Final = frozenset(SCALES) - frozenset("十拾兆")
_OTHER_WORD: Final = {"百": "姓强家科货", "千": "瓦米克伏卡帕"}
_HUNDREDS_BELOW: Final = 100

TAILS: Final = frozenset(_SIGNS) | _SCALE_SIGNS | INFIX | SPACES
"""A character that, right behind the digits, may belong to the numeral."""


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split digits joined by commas and points into the numbers they are."""
    for piece in _PIECE.finditer(text, start, end):
        if piece["chain"] is not None:
            yield from (part.span() for part in _INTEGER.finditer(text, *piece.span()))
        elif piece.end() == end and (listed := _MARKER_AND_YEAR.match(text, piece.start())):
            yield listed.span("marker")
            yield listed.end("marker") + 1, end
        else:
            yield piece.span()


def read_piece(text: str, start: int, end: int) -> Numeral:
    """Read one number as `pieces` cut it, without what follows."""
    written = text[start:end]
    script = (
        Script.ASCII
        if written.isascii() or written.replace("，", "").isascii()
        else Script.FULLWIDTH
    )
    plain = written.translate(TO_ASCII)
    whole, point, places = plain.partition(".")
    value = Decimal(plain) if len(plain) <= LONGEST else None
    if not point:
        return Numeral(start, end, value, Form.INTEGER, script)
    known = value if len(whole) <= LONGEST else None
    return Numeral(start, end, known, Form.DECIMAL, script, len(places))


def number_at(text: str, at: int) -> Numeral | None:
    """Read the digits that begin at `at`, as the numerator of a fraction."""
    piece = _PIECE.match(text, at)
    return None if piece is None or piece["chain"] else read_piece(text, *piece.span())


def with_tail(text: str, numeral: Numeral) -> Numeral:
    """Take in the percent sign or the scales behind the digits."""
    at = numeral.end
    while text[at : at + 1] in SPACES and at - numeral.end < 2:
        at += 1
    sign = text[at : at + 1]
    if sign in _SIGNS:
        return _with_percent(numeral, at, _SIGNS[sign])
    if at > numeral.end and sign not in LARGE_SCALES:
        return numeral
    return _with_scales(text, numeral, at)


def _with_percent(numeral: Numeral, at: int, form: Form) -> Numeral:
    power = _SIGN_POWERS[form]
    value = scaled(numeral.value, power)
    return numeral._replace(end=at + 1, value=value, form=form, power=power)


def _with_scales(text: str, numeral: Numeral, at: int) -> Numeral:
    """Read 25万6千 link by link: each scale must lie below the one before."""
    end, power = _scales_at(text, at, numeral)
    total = scaled(numeral.value, power)
    if power == 0 or total is None:
        return numeral
    result = _scaled_numeral(numeral, end, total, power)
    while not numeral.decimals and (joined := _with_link(text, result)) is not None:
        result = joined
    return result


def _with_link(text: str, so_far: Numeral) -> Numeral | None:
    """Join the next link, such as the 6千 of 25万6千 or the 零1 of 1千零1."""
    found = _NEXT_LINK.match(text, so_far.end)
    if found is None or so_far.power == 0:
        return None
    link = read_piece(text, *found.span("digits"))
    end, power = _scales_at(text, link.end, link)
    if power < so_far.power and (power or found["zero"]):
        total = added(so_far.value, scaled(link.value, power))
        return _scaled_numeral(so_far, end, total, power)
    if found["zero"] and power > so_far.power:
        total = scaled(added(so_far.value, link.value), power)
        return _scaled_numeral(so_far, end, total, power)
    return None


def _scaled_numeral(numeral: Numeral, end: int, value: Decimal | None, power: int) -> Numeral:
    return numeral._replace(end=end, value=value, script=Script.MIXED, power=power)


def _scales_at(text: str, at: int, link: Numeral) -> tuple[int, int]:
    """End and power of the scales at `at`, such as 千万, 万亿, and 余万 with its 余."""
    power = 0
    if text[at : at + 1] in INFIX:
        if text[at + 1 : at + 2] not in _SCALE_SIGNS or text[at + 1] not in LARGE_SCALES:
            return at, 0
        at += 1
    while power <= LONGEST and _is_scale(text, at, link):
        power += SCALES[text[at]]
        at += 1
        if text[at : at + 1] in INFIX and text[at + 1 : at + 2] in LARGE_SCALES:
            at += 1
    return at, power


def _is_scale(text: str, at: int, link: Numeral) -> bool:
    sign = text[at : at + 1]
    if sign not in _SCALE_SIGNS:
        return False
    if text[at + 1 : at + 2] != "" and text[at + 1] in _OTHER_WORD.get(sign, ""):
        return False
    small = link.value is not None and link.value < _HUNDREDS_BELOW
    return sign in LARGE_SCALES or small
