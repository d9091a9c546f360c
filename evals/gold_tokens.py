"""Tokens of labelled passages: marked by hand, or of a shape that leaves no doubt."""

import re
from collections.abc import Iterator
from typing import Any

from evals.gold_marks import Marked

_NUMERAL = re.compile(
    r"[0-9\uff10-\uff19〇零一二三四五六七八九十百千万亿两半廿卅①②③④⑤⑥⑦⑧⑨壹贰叁肆伍陆柒捌玖拾佰仟]"
)
_CERTAIN = (
    ("date", r"20\d\d年\d{1,2}月\d{1,2}日|(?<![\d年])\d{1,2}月\d{1,2}日"),
    ("year", r"(?<!\d)20\d\d年(?!\d)"),
    ("document-number", r"〔20\d\d〕\d+号"),
    ("list-marker", r"^[一二三四五六七八九十]、|^[（(][一二三四五六七八九十][）)]|^\d[.．、]"),
    ("list-marker", r"(?:(?<=[。；：;:])|^)[一二三四五六七]是"),
    ("lexical", r"进一步|统一|一致|一律|一方面"),
)
_SHAPES = tuple((name, re.compile(pattern, re.MULTILINE)) for name, pattern in _CERTAIN)

Token = dict[str, Any]


def tokens_of(marked: Marked) -> tuple[list[Token], list[str]]:
    """Tokens in order, and the numerals that are in none or in two."""
    owner: dict[int, int] = {}
    found: list[Token] = []
    faults: list[str] = []
    for start, end, name in _stretches(marked):
        taken = {owner[place] for place in range(start, end) if place in owner}
        if taken:
            faults.extend(_clash(marked.text, start, end, name, found[min(taken)]))
            continue
        if not _NUMERAL.search(marked.text, start, end):
            faults.append(f"token without a numeral: {marked.text[start:end]}")
        owner.update(dict.fromkeys(range(start, end), len(found)))
        found.append(_token(marked.text, start, end, name))
    places = (numeral.start() for numeral in _NUMERAL.finditer(marked.text))
    faults.extend(
        f"in no token: {_around(marked.text, place)}"
        for place in places
        if place not in owner and not _needs_none(marked, place)
    )
    return sorted(found, key=lambda token: token["start"]), faults


def _needs_none(marked: Marked, place: int) -> bool:
    """The 百 of a unit, and the 零 of a statement that says zero: the statement is its entry."""
    if marked.text.startswith("百分点", place):
        return True
    return marked.text[place] == "零" and any(
        mark.is_claim and mark.fields[0] == "zero" and mark.start <= place < mark.end
        for mark in marked.marks
    )


def _clash(text: str, start: int, end: int, name: str, other: Token) -> Iterator[str]:
    """A second token over the first: a fault, unless one span holds several claims."""
    certain = name.startswith("?")
    if not certain and (other["start"], other["end"], other["class"]) != (start, end, name):
        yield f"in two tokens: {_around(text, start)}"


def _stretches(marked: Marked) -> Iterator[tuple[int, int, str]]:
    """Marks first, then certain shapes, whose name has a question mark: they give way."""
    for mark in marked.marks:
        if not mark.is_claim:
            yield mark.start, mark.end, mark.fields[0]
        elif mark.fields[0].split(" ")[0] not in {"zero", "all", "same"}:
            yield mark.start, mark.end, "claim"
    for name, shape in _SHAPES:
        for found in shape.finditer(marked.text):
            yield found.start(), found.end(), f"?{name}"


def _token(text: str, start: int, end: int, name: str) -> Token:
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "class": name.removeprefix("?"),
    }


def _around(text: str, place: int) -> str:
    return text[max(0, place - 8) : place + 8].replace("\n", "/")
