"""A text made easy to search: years told relative to the report's, no spaces, one punctuation.

Every place in it leads back to the text it was made from.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from assistant.claims.phrases import claim_phrases
from assistant.claims.tokens import Token
from assistant.model import TokenClass

_BREAK = "，"


@dataclass(frozen=True, slots=True)
class Shadow:
    """``text`` and, for each piece of it, where it begins here and in the source."""

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    lengths: tuple[int, ...]
    """Length of each piece in the source."""

    def source(self, at: int) -> int:
        """Place in the source of a place in the shadow."""
        piece = bisect_right(self.here, at) - 1
        within = min(at - self.here[piece], self.lengths[piece])
        return self.there[piece] + within

    def source_end(self, at: int) -> int:
        """Place in the source behind the character before ``at``."""
        return self.source(at - 1) + 1 if at else self.source(0)

    def place(self, at: int) -> int:
        """Place in the shadow of a place in the source."""
        piece = max(0, bisect_right(self.there, at) - 1)
        length = (
            self.here[piece + 1] if piece + 1 < len(self.here) else len(self.text)
        ) - self.here[piece]
        return self.here[piece] + min(at - self.there[piece], length)


@cache
def _spellings() -> dict[int, int]:
    """One punctuation, and one script."""
    pairs = claim_phrases().traditional
    return str.maketrans(",;:()!?" + pairs[::2], "，；：（）！？" + pairs[1::2])


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    relative = {
        word: said for said, words in claim_phrases().relative_years.items() for word in words
    }
    longest = sorted(relative, key=len, reverse=True)
    return re.compile(r"[\s\u3000\u200b“”\"‘’「」]+|" + "|".join(longest)), relative


def shadow_of(text: str, tokens: Iterable[Token], year: int | None) -> Shadow:
    """The shadow of ``text``, whose years count from ``year``."""
    replaced = sorted((*_years(text, tokens, year), *_relative(text)))
    parts: list[str] = []
    here: list[int] = []
    there: list[int] = []
    lengths: list[int] = []
    done = size = 0

    def add(piece: str, start: int, length: int) -> None:
        nonlocal size
        if piece or not here:
            here.append(size)
            there.append(start)
            lengths.append(length)
            parts.append(piece)
            size += len(piece)

    for start, end, piece in replaced:
        if start < done:
            continue
        add(text[done:start], done, start - done)
        add(piece, start, end - start)
        done = end
    add(text[done:], done, len(text) - done)
    joined = "".join(parts).translate(_spellings())
    return Shadow(joined, tuple(here), tuple(there), tuple(lengths))


def _relative(text: str) -> Iterator[tuple[int, int, str]]:
    pattern, relative = _words()
    for found in pattern.finditer(text):
        yield found.start(), found.end(), relative.get(found[0], "")


def _years(text: str, tokens: Iterable[Token], year: int | None) -> Iterator[tuple[int, int, str]]:
    for token in tokens:
        if token.token_class is TokenClass.LIST_MARKER:
            yield token.start, token.end, _BREAK
        elif token.token_class is TokenClass.YEAR and year is not None:
            said = _said(token.quantity.value, year)
            if said is not None:
                end = token.end + text.startswith("度", token.end)
                yield token.start, end, said


def _said(value: object, year: int) -> str | None:
    return {year: "本年", year - 1: "上年", year + 1: "下年"}.get(value)  # type: ignore[arg-type]
