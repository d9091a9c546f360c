"""Small questions about the words around a number."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from assistant.claims.lexicon import trie_pattern
from assistant.claims.phrases import claim_phrases

_NAMELESS = re.compile(r"[^\u4e00-\u9fff]+")
_SHORTEST_NAME = 2


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(trie_pattern(claim_phrases().fillers))


def names_something(text: str) -> bool:
    """Whether a text holds words beyond those that may stand anywhere."""
    left = _NAMELESS.sub("，", _fillers().sub("，", text))
    return any(len(word) >= _SHORTEST_NAME for word in left.split("，"))


def last_of(text: str, words: tuple[str, ...]) -> tuple[int, str] | None:
    """The word that ends last in ``text``, and where it begins; the longer of two."""
    found = [(text.rfind(word) + len(word), len(word), word) for word in words if word in text]
    if not found:
        return None
    end, size, word = max(found)
    return end - size, word


def has_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands in ``text``."""
    return any(word in text for word in words)


def covers(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The stretch a place lies in; ``spans`` are in order and without overlap."""
    here = bisect_right(spans, (at, 1 << 62)) - 1
    return spans[here] if here >= 0 and at < spans[here][1] else None
