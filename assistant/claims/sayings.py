"""Numerals inside idioms, words and names: from the lists in the data, and by their shape."""

import re
from functools import cache

from assistant.claims import shapes
from assistant.claims.phrases import numeral_phrases
from assistant.model import TokenClass

_HAN_NUMERALS = "一二两三四五六七八九十百千万半零廿卅"
_Entry = tuple[str, int, TokenClass]
Found = tuple[TokenClass, int, int] | None
"""Class, start and end of the saying; None where the numeral stands in no saying."""


@cache
def _by_character() -> dict[str, tuple[_Entry, ...]]:
    """Sayings by each numeral (or 第) in them, longest first, with its place in the saying."""
    phrases = numeral_phrases()
    found: dict[str, list[_Entry]] = {}
    for words, token_class in (
        (phrases.idioms, TokenClass.IDIOM),
        (phrases.lexical, TokenClass.LEXICAL),
    ):
        for word in words:
            for offset, sign in enumerate(word):
                if sign in _HAN_NUMERALS or sign == "第":
                    found.setdefault(sign, []).append((word, offset, token_class))
    return {sign: tuple(sorted(words, key=_longest)) for sign, words in found.items()}


def _longest(entry: _Entry) -> tuple[int, str]:
    return -len(entry[0]), entry[0]


@cache
def _place() -> re.Pattern[str]:
    phrases = numeral_phrases()
    between = f"[^{phrases.not_in_names}\\W0-9A-Za-z]"
    endings = "|".join(sorted(phrases.place_endings, key=len, reverse=True))
    return re.compile(f"[{_HAN_NUMERALS}]+(?:{between}{{1,2}}?)(?:{endings})")


@cache
def _place_behind() -> re.Pattern[str]:
    """冯三镇: the numeral closes the name, a character of the name stands before it."""
    return re.compile(
        f"[{_HAN_NUMERALS.replace('两', '')}]{{1,2}}(?:街道|社区|镇|乡|村|路|街|巷|里)"
    )


def saying_at(text: str, at: int, numeral: int) -> Found:
    """The idiom, word or name that the numeral at ``numeral`` belongs to.

    at: where the numeral begins, or the 第 before it.
    """
    listed = _listed(text, at)
    if listed is not None:
        return listed
    return _session(text, numeral) or _name(text, numeral) or _shaped(text, numeral)


def _listed(text: str, at: int) -> Found:
    for word, offset, token_class in _by_character().get(text[at : at + 1], ()):
        first = at - offset
        if first >= 0 and text.startswith(word, first) and not _counts(text, word, first):
            return token_class, first, first + len(word)
    return None


def _counts(text: str, word: str, first: int) -> bool:
    """行政复议一起: a measure word after all."""
    nouns = numeral_phrases().counted_behind.get(word, ())
    following = text[first + len(word) : first + len(word) + 1]
    return text.endswith(nouns, 0, first) and not ("\u4e00" <= following <= "\u9fff")


def _session(text: str, at: int) -> Found:
    found = shapes.SESSION.match(text, at)
    if found is None or found.end() - at < 3:
        return None
    lead = len("党的") if text.startswith("党的", at - 2) and at >= 2 else 0
    return TokenClass.IDIOM, at - lead, found.end()


def _name(text: str, at: int) -> Found:
    found = _place().match(text, at)
    if found is not None:
        return TokenClass.NAME, at, found.end()
    before = text[at - 1 : at]
    behind = _place_behind().match(text, at)
    shut_out = numeral_phrases().not_in_names
    if behind is not None and before.isalpha() and not before.isascii() and before not in shut_out:
        return TokenClass.NAME, at, behind.end()
    return None


_PAIRED = re.compile(f"(?:[{_HAN_NUMERALS}](?![{_HAN_NUMERALS}])[\u4e00-\u9fff]){{2}}")


def _shaped(text: str, at: int) -> Found:
    """三审三校, 一岗双责: two numerals with a character behind each; “六稳”: a short quotation."""
    paired = _PAIRED.match(text, at)
    if paired is not None and "第" not in paired[0]:
        return TokenClass.IDIOM, at, paired.end()
    for first in range(at - 1, max(-1, at - 7), -1):
        quoted = shapes.QUOTED.match(text, first)
        if quoted is not None:
            if at >= quoted.end() - 1:
                return None
            account = text.startswith(numeral_phrases().account_words, quoted.end())
            return TokenClass.NAME if account else TokenClass.IDIOM, at, quoted.end() - 1
    return None
