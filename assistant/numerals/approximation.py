"""Words of approximation beside a numeral: 约 and 近 before it, 余 and 以上 behind it."""

import re
from typing import Final, NamedTuple

from assistant.numerals.characters import INFIX
from assistant.numerals.quantity import Approximation


class Marker(NamedTuple):
    """One word of approximation, as written."""

    kind: Approximation
    text: str


_BEFORE: Final = re.compile(
    r"(?P<about>(?:大约|大概|(?<![预节公签违制条合契相履践赴])约)[占为有达]?|将近|接近|"
    r"(?<![附最临邻远靠])近|(?<![不才])(?P<few>上|几|幾|数|數)|好几)\Z"
    r"|(?P<at_least>(?:不少于|不低于|不小于|至少|最少|逾|(?<![高])超过?|多达|高达|突破)[了有]?)\Z"
    r"|(?P<below>(?:不足|不到|不超过|不多于|不高于|至多|最多|未超过|未达到?|低于|少于)[了有]?)\Z"
)
LAST_BEFORE: Final = frozenset("约占为有达近上几幾数數于少多逾超过了到足高破")
_LONGEST_BEFORE: Final = 6

_BEHIND: Final = re.compile(
    r"(?P<about>余|餘|多(?![元次年]?[媒数边种方重少])|来(?=[个件条项名次年天人份篇家])|來|几|幾|左右|上下|许(?![可多诺]))"
    r"|(?P<at_least>以上|及以上|或以上|\+)"
    r"|(?P<below>以下|及以下|或以下|以内|之内)"
)
FIRST_BEHIND: Final = frozenset("余餘多来來几幾左上许以及或之")
_SHORTEST_WITH_INFIX: Final = 3
_AFTER_NUMERAL_ONLY: Final = frozenset("余餘多来來几幾许")


def marker_before(text: str, start: int, *, bare_scale: bool) -> Marker | None:
    """Read the word of approximation that ends at `start`; 上 and 几 go with a bare scale only."""
    if start == 0 or text[start - 1] not in LAST_BEFORE:
        return None
    found = _BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start])
    if found is None or (found["few"] is not None and not bare_scale):
        return None
    return _marker(found)


def marker_behind(text: str, end: int) -> Marker | None:
    """Read the word of approximation that begins at `end`."""
    if text[end : end + 1] not in FIRST_BEHIND:
        return None
    found = _BEHIND.match(text, end)
    return None if found is None else _marker(found)


def marker_inside(text: str, start: int, end: int) -> Marker | None:
    """Read the word of approximation within 500余万."""
    if end - start < _SHORTEST_WITH_INFIX:
        return None
    infix = next((sign for sign in text[start:end] if sign in INFIX), None)
    return None if infix is None else Marker(Approximation.ABOUT, infix)


def stands_before_unit(marker: Marker) -> bool:
    """Whether the unit follows the word (100余条), as against 100条左右."""
    return marker.text in _AFTER_NUMERAL_ONLY


def _marker(found: re.Match[str]) -> Marker:
    kind = next(kind for kind in Approximation if found[kind] is not None)
    return Marker(kind, found[kind])
