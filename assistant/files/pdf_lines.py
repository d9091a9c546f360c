"""Characters on a page put into lines, and lines into paragraphs, by where they stand."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from assistant.files.blocks import strip_blanks
from assistant.files.reading_words import reading_words

_GAP = 0.7
_SAME_SIGN = 0.3
_HALF = 0.5
_LARGE = 1.15
_ROOM = 0.4
_INDENT = 0.6
_WIDE_STEP = 1.5
_DEEPEST_INDENT = 3.5
_ENOUGH_LINES = 3
_SAME_PLACE = 4
_FIRST_UNIT = re.compile(r"(?:[!-~]+|.)[，。、；：！？）》”’】〕…％%]*")
_FIRST_RADICAL, _LAST_RADICAL = "\u2e80", "\u2fd5"
_UNNAMED = re.compile(r"\(cid:\d+\)")
LOST = "\ufffd"
"""What stands for a character whose meaning the file does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Char:
    """A character as it is placed, in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    upright: bool = True

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def blank(self) -> bool:
        """Whether it shows nothing."""
        return not strip_blanks(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of a page: what it says and where its ink begins and ends."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    gaps: int = 0

    @property
    def in_columns(self) -> bool:
        """Whether it is torn into pieces far apart, as a row of a table without rules is."""
        return self.gaps > 1


@dataclass(frozen=True, slots=True)
class Margins:
    """Where running text begins and ends from left to right, and how large it is."""

    left: float
    right: float
    size: float


def folded(text: str) -> str:
    """``text`` with radicals, which some programs write for them, turned into characters."""
    plain = _UNNAMED.sub(LOST, text)
    if not any(_FIRST_RADICAL <= char <= _LAST_RADICAL for char in plain):
        return plain
    return "".join(map(_unradical, plain.translate(reading_words().radical_map)))


def _unradical(char: str) -> str:
    radical = _FIRST_RADICAL <= char <= _LAST_RADICAL
    return unicodedata.normalize("NFKC", char) if radical else char


def lines_of(chars: Iterable[Char]) -> Iterator[TextLine]:
    """Lines from top to bottom; blanks at their ends are left out."""
    row: list[Char] = []
    for char in sorted(chars, key=lambda char: char.middle):
        if row and char.middle > row[0].middle + _HALF * max(row[0].size, char.size):
            yield from _line(row)
            row = []
        row.append(char)
    yield from _line(row)


def _line(row: Sequence[Char]) -> Iterator[TextLine]:
    placed = sorted(row, key=lambda char: char.left)
    while placed and placed[0].blank:
        placed.pop(0)
    while placed and placed[-1].blank:
        placed.pop()
    if placed:
        yield TextLine(
            text=folded("".join(_pieces(placed))),
            left=placed[0].left,
            right=placed[-1].right,
            top=min(char.top for char in placed),
            bottom=max(char.bottom for char in placed),
            size=median(char.size for char in placed),
            gaps=sum(_is_gap(before, char) for before, char in pairwise(placed)),
        )


def _pieces(placed: Sequence[Char]) -> Iterator[str]:
    """The characters, a space where one was only skipped; those printed twice (bold) once."""
    yield placed[0].text
    for before, char in pairwise(placed):
        if char.text == before.text and char.left - before.left < _SAME_SIGN * char.size:
            continue
        if _is_gap(before, char):
            yield " "
        yield char.text


def _is_gap(before: Char, char: Char) -> bool:
    apart = char.left - before.right > _GAP * char.size
    return apart and not (char.blank or before.blank)


def margins_of(
    lines: Iterable[TextLine], tables: Iterable[tuple[float, float]], width: float
) -> Margins:
    """Where the text of a document stands. tables: where its tables begin and end.

    Most full lines end at the same place; where there are few, the tables' edges tell as well,
    and how wide the page is.
    """
    known = list(lines)
    if not known:
        return Margins(0, 0, 0)
    size = median(line.size for line in known)
    body = [line for line in known if line.size < _LARGE * size]
    edges = list(tables)
    left = _often([line.left for line in body], min)
    right = _often([line.right for line in body], max)
    lefts = [edge for edge, _ in edges if left - _DEEPEST_INDENT * size < edge < left]
    often = sum(1 for line in body if abs(line.right - right) < size) >= _ENOUGH_LINES
    left = min([left, *lefts])
    rights = [] if often else [width - left, *(edge for _, edge in edges)]
    return Margins(left=left, right=max([right, *rights]), size=size)


def _often(places: Sequence[float], outermost: Callable[[Iterable[float]], float]) -> float:
    """The outermost place where several lines begin or end."""
    counts = Counter(round(place / _SAME_PLACE) for place in places)
    fewest = min(max(2, len(places) // 20), max(counts.values()))
    several = {place for place, count in counts.items() if count >= fewest}
    return outermost(place for place in places if round(place / _SAME_PLACE) in several)


def paragraphs(lines: Sequence[TextLine], margins: Margins) -> Iterator[str]:
    """Lines put together where one only goes on in the next."""
    text = ""
    before: TextLine | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, margins):
            text = _joined(text, line.text)
        else:
            if before is not None:
                yield text
            text = line.text
        before = line
    if before is not None:
        yield text


def _goes_on(before: TextLine, line: TextLine, margins: Margins) -> bool:
    resized = abs(line.size - before.size) > _HALF * _HALF * before.size
    if resized or line.in_columns or before.in_columns:
        return False
    if before.size > _LARGE * margins.size:
        # A title of several lines; it is set in the middle, so no margin tells.
        return line.top - before.bottom < _WIDE_STEP * line.size
    if line.left > margins.left + _INDENT * line.size or line.left < margins.left - line.size:
        return False
    return before.right + _first_width(line) > margins.right - _ROOM * line.size


def _first_width(line: TextLine) -> float:
    """How much room the first word of a line takes: it would have stood above, had it fit."""
    found = _FIRST_UNIT.match(line.text)
    unit = found.group() if found else line.text
    return line.size * sum(_HALF if char.isascii() else 1 for char in unit)


def _joined(text: str, rest: str) -> str:
    """Two parts of a paragraph; between words of letters the line's end was a space."""
    apart = text[-1:].isascii() and text[-1:].isalnum() and rest[:1].isascii()
    return f"{text} {rest}" if apart and rest[:1].isalnum() else text + rest
