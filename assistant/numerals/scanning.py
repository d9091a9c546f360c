"""Finding every numeral of a text in one pass."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from assistant.numerals import arabic, spelled
from assistant.numerals.approximation import (
    FIRST_BEHIND,
    LAST_BEFORE,
    Marker,
    marker_before,
    marker_behind,
    marker_inside,
    stands_before_unit,
)
from assistant.numerals.characters import CHINESE, LOWER, SCALES, SYMBOLS
from assistant.numerals.numeral import Numeral
from assistant.numerals.quantity import Form, Quantity, Script
from assistant.numerals.ranges import CONNECTOR_STARTS, link_ranges, may_join
from assistant.numerals.units import FIRST_CHARACTERS, PATTERN, SHORTENED, unit_at

_MINUS: Final = frozenset("-－−﹣")
_PLUS: Final = frozenset("+＋")
_NEGATIVE: Final = frozenset("负負")
_LEADS: Final = _MINUS | _PLUS | _NEGATIVE | {"."}
_DIGIT_TAILS: Final = arabic.TAILS | frozenset("分又成")

_FIRST: Final = "".join(sorted(CHINESE | set(SYMBOLS) | set("半翻") | set(arabic.DIGIT)))
_BEFORE: Final = re.escape("".join(sorted(_LEADS | LAST_BEFORE)))
_FOLLOWING: Final = frozenset(FIRST_CHARACTERS | FIRST_BEHIND | _DIGIT_TAILS | spelled.TAILS)
_BEHIND: Final = "".join(sorted(_FOLLOWING | set("０１２３４５６７８９")))
_MARKERS: Final = "".join(sorted(FIRST_BEHIND))
_SPELLED_TAILS: Final = "".join(sorted(spelled.TAILS))
_LOWER: Final = "".join(LOWER)

# The leading class lets the engine skip plain text quickly; the look-behinds sort afterwards.
# The first four groups are whole numbers with at most a measure word around them. They are most
# numbers of a report and need no further looking.
_START: Final = re.compile(
    rf"[{_FIRST}](?:"
    rf"(?<=[^{_BEFORE}][0-9])[0-9]{{0,8}}+(?:"
    rf"(?P<cell>)(?![0-9{_BEHIND}]|[,，.．][{arabic.DIGIT}])|(?P<counted>{PATTERN})(?![{_MARKERS}]))"
    rf"|(?<=[^{_BEFORE}][{_LOWER}])(?![{spelled.HAN}{_SPELLED_TAILS}])(?:"
    rf"(?P<lone>)(?![{_BEHIND}])|(?P<lone_counted>{PATTERN})(?![{_MARKERS}]))"
    rf"|(?<=[{arabic.DIGIT}])(?P<digits>[{arabic.DIGIT}]*+(?:[,，.．][{arabic.DIGIT}]++)*+)"
    rf"|(?<=[{spelled.HAN}])(?P<han>{spelled.RUN})"
    r"|(?<=翻)(?P<doubling>[了上]?[一两二兩三四]?(?:个|了)?番)"
    rf"|(?<![翻{arabic.DIGIT}{spelled.HAN}])(?P<sign>))"
)
_LONE, _LONE_COUNTED, _DIGITS, _HAN, _DOUBLING = (
    _START.groupindex[name] for name in ("lone", "lone_counted", "digits", "han", "doubling")
)

_NOT_NEGATIVE_AFTER: Final = frozenset("担肩背自欺胜抱辜减正")
_NO_MINUS_AFTER: Final = _MINUS | frozenset(")）]】/_—–")
_COUNTING_FORMS: Final = frozenset({Form.INTEGER, Form.DECIMAL, Form.VAGUE, Form.SCALE})
_UNIT_FORMS: Final = {"个百分点": Form.POINTS, "倍": Form.MULTIPLE}
_TRAILING_MANY: Final = frozenset({"年", "月", "天", "周", "小时", "个", "个月", "倍"})


def scan(text: str) -> tuple[Quantity, ...]:
    """Return every numeral of the text, in order and without overlap."""
    found: list[Quantity] = []
    joined: list[int] = []
    at = 0
    while (run := _START.search(text, at)) is not None:
        if text[at] in CONNECTOR_STARTS and found and may_join(text, at, run.start()):
            joined.append(len(found))
        kind = run.lastindex
        if kind is not None and kind <= _LONE_COUNTED:
            found.append(_simple(text, run, kind))
            at = run.end()
        else:
            found.extend(_surrounded(text, run, at))
            at = max(run.end(), found[-1].reach) if found else run.end()
    link_ranges(found, joined)
    return tuple(found)


def _simple(text: str, run: re.Match[str], kind: int) -> Quantity:
    start, (end, unit_end) = run.start(), run.span(kind)
    written = text[start:end]
    value = _SMALL.get(written)
    if value is None:
        value = Decimal(written)
    script = _ASCII if kind < _LONE else _CHINESE
    if end == unit_end:
        return Quantity(start, end, written, value, _INTEGER, script)
    unit = text[end:unit_end]
    unit = SHORTENED.get(unit, unit)
    form = _UNIT_FORMS.get(unit, _INTEGER)
    return Quantity(start, end, written, value, form, script, 0, 0, unit, unit_end)


# Plain names: an enum member costs a look into its class each time.
_INTEGER, _ASCII, _CHINESE = Form.INTEGER, Script.ASCII, Script.CHINESE
_SMALL: Final = spelled.SINGLE | {str(value): Decimal(value) for value in range(1000)}


def _surrounded(text: str, run: re.Match[str], left: int) -> Iterator[Quantity]:
    for numeral in _numerals(text, run):
        quantity = _with_surroundings(text, numeral, left)
        yield quantity
        left = quantity.reach


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
    if numeral.start > left and text[numeral.start - 1] in _LEADS:
        numeral = _with_lead(text, numeral, left)
    start, end, value, form, script, decimals, power = numeral
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
    return _UNIT_FORMS.get(unit, form) if unit and form in _COUNTING_FORMS else form


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


def _with_lead(text: str, numeral: Numeral, left: int) -> Numeral:
    """Read the sign, or the bare point of .5, before the numeral."""
    start, value = numeral.start, numeral.value
    sign, before = text[start - 1], text[max(0, start - 2) : start - 1]
    touching = left == start - 1 and left > 0
    if value is None or touching:
        return numeral
    if sign == ".":
        return _with_bare_point(text, numeral, before)
    if not _is_sign(sign, before):
        return numeral
    signed = value.copy_abs() if sign in _PLUS else value.copy_negate()
    return numeral._replace(start=start - 1, value=signed)


def _is_sign(sign: str, before: str) -> bool:
    if sign in _NEGATIVE:
        return before not in _NOT_NEGATIVE_AFTER
    if sign in _PLUS:
        return not before.isalnum()
    return not (before.isascii() and before.isalnum()) and before not in _NO_MINUS_AFTER


def _with_bare_point(text: str, numeral: Numeral, before: str) -> Numeral:
    written = text[numeral.start : numeral.end]
    if not (before == "" or before.isspace()) or not written.isdecimal():
        return numeral
    value = Decimal(f"0.{written}")
    return numeral._replace(
        start=numeral.start - 1, value=value, form=Form.DECIMAL, decimals=len(written)
    )
