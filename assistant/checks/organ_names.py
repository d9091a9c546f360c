"""Whether two names can mean one organ."""

import re

from assistant.checks.phrases import words
from assistant.model import bare_name

_SHORTEST = 3
_SEPARATORS = re.compile(r"[\s（）()“”·]")


def compatible(one: str, other: str) -> bool:
    """Whether two names can mean one organ: the characters of one stand in order in the other."""
    first, second = _plain(one), _plain(other)
    return _in_order(first, second) or _in_order(second, first)


def can_end_as(own: str, name: str) -> bool:
    """Whether ``name``, or what is left of it without a verb before it, can mean ``own``."""
    tails = (name[start:] for start in range(len(name) - _SHORTEST + 1))
    return any(compatible(own, tail) and len(_plain(tail)) >= _SHORTEST - 1 for tail in tails)


def _plain(name: str) -> str:
    plain = bare_name(_SEPARATORS.sub("", name))
    for ending in words("seat_endings"):
        plain = plain.removesuffix(ending)
    return bare_name(plain)


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)
