"""Finding every numeral of a text in one pass."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from assistant.numerals import arabic, spelled
from assistant.numerals.approximation import (
    Marker,
    marker_before,
    marker_behind,
    marker_inside,
    stands_before_unit,
)
from assistant.numerals.characters import CHINESE, SCALES, SYMBOLS
from assistant.numerals.numeral import Numeral
from assistant.numerals.quantity import Form, Quantity, Script
from assistant.numerals.ranges import link_ranges
from assistant.numerals.units import SHORTENED, unit_at

_FIRST: Final = "".join(sorted(CHINESE | set(SYMBOLS) | set("半翻") | set(arabic.DIGIT)))
# The leading class lets the engine skip plain text quickly; the look-behinds sort afterwards.
_START: Final = re.compile(
    rf"[{_FIRST}](?:"
    rf"(?<=[{arabic.DIGIT}])(?P<digits>[{arabic.DIGIT}]*+(?:[,，.．][{arabic.DIGIT}]++)*+)"
    rf"|(?<=[{spelled.HAN}])(?P<han>{spelled.RUN})"
    r"|(?<=翻)(?P<doubling>[了上]?[一两二兩三四]?(?:个|了)?番)"
    rf"|(?<![翻{arabic.DIGIT}{spelled.HAN}])(?P<sign>))"
)
_DIGITS, _HAN, _DOUBLING = (_START.groupindex[name] for name in ("digits", "han", "doubling"))

_MINUS: Final = frozenset("-－−﹣")
_PLUS: Final = frozenset("+＋")
_NEGATIVE: Final = frozenset("负負")
_LEADS: Final = _MINUS | _PLUS | _NEGATIVE | {"."}
_NOT_NEGATIVE_AFTER: Final = frozenset("担肩背自欺胜抱辜减正")
_DIGIT_TAILS: Final = arabic.TAILS | frozenset("分又成")
_COUNTING_FORMS: Final = frozenset({Form.INTEGER, Form.DECIMAL, Form.VAGUE, Form.SCALE})
_TRAILING_MANY: Final = frozenset({"年", "月", "天", "周", "小时", "个", "个月", "倍"})


def scan(text: str) -> tuple[Quantity, ...]:
    """Return every numeral of the text, in order and without overlap."""
    found: list[Quantity] = []
    at = 0
    while (run := _START.search(text, at)) is not None:
        at = run.end()
        for numeral in _numerals(text, run):
            quantity = _with_surroundings(text, numeral, found[-1].reach if found else 0)
            found.append(quantity)
            at = max(at, quantity.reach)
    return tuple(link_ranges(text, found))


def parse(text: str) -> Decimal | None:
    """Return the value of a text that is one numeral and nothing else, such as a cell."""
    trimmed = text.strip()
    quantities = scan(trimmed)
    if len(quantities) != 1 or quantities[0].text != trimmed:
        return None
    only = quantities[0]
    return only.value if only.form not in _NO_FIGURE else None


_NO_FIGURE: Final = frozenset({Form.SCALE, Form.VAGUE, Form.DOUBLING, Form.SYMBOL})


def _numerals(text: str, run: re.Match[str]) -> Iterable[Numeral]:
    start, end = run.span()
    kind = run.lastindex
    if kind == _DIGITS:
        return _digit_numerals(text, start, end)
    if kind == _HAN:
        return _han_numerals(text, start, end)
    if kind == _DOUBLING:
        return (_doubling(text, start, end),)
    return (_sign_numeral(text, start),)


def _digit_numerals(text: str, start: int, end: int) -> Iterable[Numeral]:
    if (end < len(text) and text[end] in _DIGIT_TAILS) or not text[start:end].isdecimal():
        return _joined_digits(text, start, end)
    return (arabic.read_piece(text, start, end),)


def _joined_digits(text: str, start: int, end: int) -> Iterable[Numeral]:
    for first, last in arabic.pieces(text, start, end):
        numeral = arabic.read_piece(text, first, last)
        yield numeral if last < end else _digit_tail(text, numeral)


def _digit_tail(text: str, numeral: Numeral) -> Numeral:
    sign = text[numeral.end : numeral.end + 1]
    if sign == "分":
        return spelled.with_fraction(text, numeral)
    if sign == "又":
        return spelled.with_mixed_fraction(text, numeral)
    if sign == "成":
        return spelled.with_tenths(text, numeral)
    return arabic.with_tail(text, numeral) if sign in arabic.TAILS else numeral


def _han_numerals(text: str, start: int, end: int) -> Iterable[Numeral]:
    tail = end < len(text) and text[end] in spelled.TAILS
    if end - start == 1 and not tail:
        numeral = spelled.single(text[start], start)
        if numeral is not None:
            return (numeral,)
    return _spelled_run(text, start, end)


def _spelled_run(text: str, start: int, end: int) -> Iterable[Numeral]:
    for numeral in spelled.run_pieces(text, start, end):
        yield numeral if numeral.end < end else spelled.with_tail(text, numeral)


def _doubling(text: str, start: int, end: int) -> Numeral:
    times = next((spelled.single(sign, start) for sign in text[start:end] if sign in CHINESE), None)
    value = Decimal(1) if times is None else times.value
    return Numeral(start, end, value, Form.DOUBLING, Script.CHINESE)


def _sign_numeral(text: str, at: int) -> Numeral:
    if text[at] == "半":
        return spelled.half_at(text, at)
    return Numeral(at, at + 1, Decimal(SYMBOLS[text[at]]), Form.SYMBOL, Script.SYMBOL)


def _with_surroundings(text: str, numeral: Numeral, left: int) -> Quantity:
    """Add sign, unit and words of approximation; `left` is where the numeral before ended."""
    start, end, value, form, script, decimals, power = numeral
    if start > left and text[start - 1] in _LEADS:
        start, value, form, decimals = _with_lead(text, numeral, left)
    behind, unit, unit_end = _behind(text, end)
    marker = _first_marker(text, start, end, behind)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        form=_form_with_unit(form, unit),
        script=script,
        decimals=decimals,
        power=power,
        unit=unit,
        unit_end=unit_end,
        approximation=None if marker is None else marker.kind,
        marker=None if marker is None else marker.text,
    )


def _first_marker(text: str, start: int, end: int, behind: Marker | None) -> Marker | None:
    before = marker_before(text, start, bare_scale=text[start] in SCALES)
    if before is not None:
        return before
    return marker_inside(text, start, end) if behind is None else behind


def _form_with_unit(form: Form, unit: str | None) -> Form:
    if unit == "个百分点" and form in _COUNTING_FORMS:
        return Form.POINTS
    return Form.MULTIPLE if unit == "倍" and form in _COUNTING_FORMS else form


def _behind(text: str, end: int) -> tuple[Marker | None, str | None, int | None]:
    """Read 余条, 条左右, 以上 and the like behind the numeral."""
    at = end
    marker = marker_behind(text, at)
    if marker is not None:
        at += len(marker.text)
        if not stands_before_unit(marker):
            return marker, None, None
    while text[at : at + 1] in arabic.SPACES and at - end < 3:
        at += 1
    unit = unit_at(text, at)
    if unit is None:
        return marker, None, None
    at += len(unit)
    name = SHORTENED.get(unit, unit)
    if marker is None:
        marker = _behind_unit(text, at, name)
    return marker, name, at


def _behind_unit(text: str, at: int, unit: str) -> Marker | None:
    marker = marker_behind(text, at)
    if marker is None or not stands_before_unit(marker):
        return marker
    return marker if marker.text == "多" and unit in _TRAILING_MANY else None


def _with_lead(text: str, numeral: Numeral, left: int) -> tuple[int, Decimal | None, Form, int]:
    """Read the sign, or the bare point of .5, before the numeral."""
    start, _, value, form, _, decimals, _ = numeral
    sign, before = text[start - 1], text[start - 2 : start - 1]
    if sign == ".":
        return _with_bare_point(text, numeral, left)
    if value is None or not _is_sign(sign, before, touching=left == start - 1 and left > 0):
        return start, value, form, decimals
    signed = value.copy_abs() if sign in _PLUS else value.copy_negate()
    return start - 1, signed, form, decimals


def _is_sign(sign: str, before: str, *, touching: bool) -> bool:
    if touching:
        return False
    if sign in _NEGATIVE:
        return before not in _NOT_NEGATIVE_AFTER
    if sign in _PLUS:
        return not before.isalnum()
    return not (before.isascii() and before.isalnum()) and before not in _MINUS | set(")）]】/_—–")


def _with_bare_point(
    text: str, numeral: Numeral, left: int
) -> tuple[int, Decimal | None, Form, int]:
    start, end, value, form, _, decimals, _ = numeral
    before = text[start - 2 : start - 1] if start > 1 else ""
    written = text[start:end]
    if left == start - 1 > 0 or not (before == "" or before.isspace()) or not written.isdecimal():
        return start, value, form, decimals
    exact = None if value is None else Decimal(f"0.{written}")
    return start - 1, exact, Form.DECIMAL, len(written)
