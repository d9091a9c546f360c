"""Numerals that begin with a Chinese character: 十五, 三点五万, 百分之五, 三分之二, 七成六."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from assistant.numerals.arabic import number_at
from assistant.numerals.characters import (
    CHINESE,
    DIGITS,
    FORMAL_CHARACTERS,
    LARGE_SCALES,
    LEXICAL_BEFORE,
    LEXICAL_FORMAL,
)
from assistant.numerals.chinese import Reading, read_chinese
from assistant.numerals.numeral import LONGEST, Numeral, added, ratio, scaled
from assistant.numerals.quantity import Form, Script
from assistant.numerals.units import unit_at

HAN: Final = "".join(sorted(CHINESE))
_DIGIT: Final = "".join(sorted(DIGITS))
_LARGE: Final = "".join(sorted(set(LARGE_SCALES) - {"兆"}))
RUN: Final = rf"[{HAN}]*+(?:(?:[余餘多几幾来來](?=[{_LARGE}])|兆(?=[{HAN}]))[{HAN}]++)*+"
"""What may follow a first Chinese numeral character within one run."""

_RUN: Final = re.compile(rf"[{HAN}]{RUN}")
_PLACES: Final = re.compile(
    rf"[点點](?P<places>[{_DIGIT}]++)(?![十百千是])(?P<scale>[{_LARGE}]{{0,2}})"
)
_GOES_ON: Final = re.compile(rf"[点點又][{HAN}]|分之|成[{HAN}]?(?!\w)")
_NOT_TENTHS: Final = frozenset("立为员果功效不都本长品熟交套就年绩因分型份人色语")
_MOST_TENTHS: Final = 10
_HALF: Final = Decimal("0.5")
SINGLE: Final = {sign: Decimal(worth) for sign, worth in DIGITS.items()}

_COUNTED_FORMALLY: Final = frozenset("元件条份个项人")

TAILS: Final = frozenset("点點分又成半")


def run_pieces(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Split one run of Chinese numeral characters into its well-formed numerals."""
    run = text[start:end]
    at = 0
    while at < len(run):
        reading = read_chinese(run, at)
        if not _is_everyday_word(text, start + at, start + reading.end):
            yield _numeral(reading, run[at : reading.end], start + at, start + reading.end)
            at = reading.end
        else:
            at += 1


def single(sign: str, at: int) -> Numeral | None:
    """Read one digit that stands alone, the commonest Chinese numeral."""
    value = SINGLE.get(sign)
    if value is None or sign in LEXICAL_FORMAL:
        return None
    script = Script.FORMAL if sign in FORMAL_CHARACTERS else Script.CHINESE
    return Numeral(at, at + 1, value, Form.INTEGER, script)


def _numeral(reading: Reading, written: str, start: int, end: int) -> Numeral:
    formal = not FORMAL_CHARACTERS.isdisjoint(written)
    script = Script.FORMAL if formal else Script.CHINESE
    return Numeral(start, end, reading.value, reading.form, script)


def _is_everyday_word(text: str, start: int, end: int) -> bool:
    """队伍, 大陆, 收拾: a formal numeral at the end of a word, or alone with nothing it counts."""
    if text[start] not in LEXICAL_FORMAL:
        return False
    if start > 0 and text[start - 1] in LEXICAL_BEFORE:
        return True
    if end - start > 1 or unit_at(text, end) in _COUNTED_FORMALLY:
        return False
    return _stands_in_text(text, start, end)


def _stands_in_text(text: str, start: int, end: int) -> bool:
    if _GOES_ON.match(text, end):
        return False
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return before.isalpha() or after.isalpha()


def number_spelled_at(text: str, at: int) -> Numeral | None:
    """Read the Chinese numeral that begins at `at`, with its places, without further tail."""
    run = _RUN.match(text, at)
    if run is None:
        return None
    reading = read_chinese(run.group())
    end = at + reading.end
    numeral = _numeral(reading, text[at:end], at, end)
    return _with_places(text, numeral)


def with_tail(text: str, numeral: Numeral) -> Numeral:
    """Take in decimal places, a fraction, 成 or 半 behind the numeral."""
    numeral = _with_places(text, numeral)
    sign = text[numeral.end : numeral.end + 1]
    if sign == "成":
        return with_tenths(text, numeral)
    if sign == "半":
        return _with_half(text, numeral)
    if sign == "分":
        return with_fraction(text, numeral)
    return with_mixed_fraction(text, numeral) if sign == "又" else numeral


def _with_places(text: str, numeral: Numeral) -> Numeral:
    found = _PLACES.match(text, numeral.end) if numeral.form in _COUNTED else None
    if found is None or len(found["places"]) > LONGEST:
        return numeral
    places = "".join(str(DIGITS[sign]) for sign in found["places"])
    power = sum(LARGE_SCALES[sign] for sign in found["scale"])
    value = added(numeral.value, Decimal(f"0.{places}"))
    return numeral._replace(
        end=found.end(),
        value=scaled(value, power),
        form=Form.DECIMAL,
        decimals=len(places),
        power=power,
    )


_COUNTED: Final = frozenset({Form.INTEGER, Form.DIGITS})


def with_tenths(text: str, numeral: Numeral) -> Numeral:
    """七成 is 70 points, 七成六 is 76, 半成 is 5; 一成立 is something else."""
    end = numeral.end + 1
    following = text[end : end + 1]
    if numeral.value is None or numeral.value > _MOST_TENTHS or following in _NOT_TENTHS:
        return numeral
    points = scaled(numeral.value, 1)
    extra = Decimal(5) if following == "半" else SINGLE.get(following)
    if extra is None or numeral.decimals:
        return numeral._replace(end=end, value=points, form=Form.TENTHS, power=1)
    total = added(points, extra)
    return numeral._replace(end=end + 1, value=total, form=Form.TENTHS)


def _with_half(text: str, numeral: Numeral) -> Numeral:
    if text[numeral.start : numeral.end] not in {"一", "壹"}:
        return numeral
    return numeral._replace(end=numeral.end + 1, value=_HALF, form=Form.HALF)


def half_at(text: str, at: int) -> Numeral:
    """Read 半, or 半成, that begins at `at`."""
    numeral = Numeral(at, at + 1, _HALF, Form.HALF, Script.CHINESE)
    return with_tenths(text, numeral) if text[at + 1 : at + 2] == "成" else numeral


def with_fraction(text: str, numeral: Numeral) -> Numeral:
    """分之: under a bare scale the value is in points, else it is the plain fraction."""
    if not text.startswith("分之", numeral.end):
        return numeral
    above = _signed_number(text, numeral.end + 2)
    if above is None:
        return numeral
    share = ratio(above.value, numeral.value)
    mixed = above.script is not numeral.script
    script = Script.MIXED if mixed else numeral.script
    whole = numeral._replace(end=above.end, value=share, form=Form.FRACTION, script=script)
    return _in_points(whole, numeral, above) if numeral.form is Form.SCALE else whole


def _in_points(whole: Numeral, below: Numeral, above: Numeral) -> Numeral:
    power = 0
    if below.value is not None:
        power = 2 - below.value.adjusted()
    form = {0: Form.PERCENT, -1: Form.PERMILLE}.get(power, Form.PER_SCALE)
    value = scaled(above.value, power)
    return whole._replace(value=value, form=form, decimals=above.decimals, power=power)


def with_mixed_fraction(text: str, numeral: Numeral) -> Numeral:
    """一又二分之一."""
    below = number_at(text, numeral.end + 1) or number_spelled_at(text, numeral.end + 1)
    if below is None:
        return numeral
    part = with_fraction(text, below)
    if part.form is not Form.FRACTION:
        return numeral
    return part._replace(start=numeral.start, value=added(numeral.value, part.value))


def _signed_number(text: str, at: int) -> Numeral | None:
    minus = text[at : at + 1] in {"负", "負"}
    at += minus
    found = number_at(text, at) or number_spelled_at(text, at)
    if found is None or not minus or found.value is None:
        return found
    return found._replace(value=-found.value)
