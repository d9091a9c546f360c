"""Lists of parts in prose: 共100件，其中甲60件、乙40件, read from the claims of a sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.model import ClaimKind, Paragraph, Reading

_SENTENCE = re.compile(r"[^。！？\n]+")
_PARTIAL_MARK = re.compile(r"其中|包括")
_WHOLE_MARK = re.compile(r"分别为|分别是")
_GROUP_ENDS = "；;"
_FARTHEST = 30
_LONGEST = 2000
"""Characters of a sentence; what is longer was never written by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A total and its parts. exhaustive: the words promise all parts."""

    whole: Reading
    parts: tuple[Reading, ...]
    exhaustive: bool

    @property
    def sum(self) -> Decimal:
        """Sum of the parts."""
        return _sum(self.parts)

    @property
    def closes_early(self) -> bool:
        """Whether the first of the parts already make the total: what follows is another list."""
        return any(
            _sum(self.parts[:count]) == self.whole.value for count in range(2, len(self.parts))
        )


def _sum(readings: Sequence[Reading]) -> Decimal:
    return sum((r.value for r in readings if r.value is not None), Decimal(0))


def listings(paragraph: Paragraph, readings: Sequence[Reading]) -> Iterator[Listing]:
    """Lists announced by 其中, 包括, 分别为, with parts in the unit of the total."""
    numbers = [r for r in readings if r.kind is ClaimKind.NUMBER and r.value is not None]
    starts = [reading.span.start for reading in numbers]
    for sentence in _SENTENCE.finditer(paragraph.text):
        if sentence.end() - sentence.start() > _LONGEST:
            continue
        start, end = paragraph.start + sentence.start(), paragraph.start + sentence.end()
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        yield from _in_sentence(sentence[0], start, inside)


def _in_sentence(text: str, base: int, numbers: Sequence[Reading]) -> Iterator[Listing]:
    marks = [(found, False) for found in _PARTIAL_MARK.finditer(text)]
    marks += [(found, True) for found in _WHOLE_MARK.finditer(text)]
    marks.sort(key=lambda mark: mark[0].start())
    ends = [mark.start() for mark, _ in marks[1:]] + [len(text)]
    for (mark, exhaustive), end in zip(marks, ends, strict=False):
        outside = [r for r in numbers if not _in_brackets(text, r.span.start - base)]
        before = [r for r in outside if r.span.start - base < mark.start()]
        behind = [r for r in outside if mark.end() <= r.span.start - base < end]
        if behind and end < len(text) and not _ends_group(text[behind[-1].span.end - base : end]):
            # The last number before the next 其中 is that one's total.
            behind = behind[:-1]
        if before and mark.start() - (before[-1].span.end - base) <= _FARTHEST:
            whole = before[-1]
            parts = _group(text, base, behind, whole)
            nested = _is_of_an_earlier(parts, before)
            if len(parts) > 1 and not nested and not (exhaustive and _is_of_another(parts, whole)):
                yield Listing(whole=whole, parts=parts, exhaustive=exhaustive)


def _is_of_an_earlier(parts: Sequence[Reading], before: Sequence[Reading]) -> bool:
    """收到49件，其中信函16件，其中公开27件、部分公开3件: parts of the number before the last."""
    total, last = _sum(parts), before[-1]
    if last.value is None or total <= last.value:
        return False
    return any(r.value is not None and r.value >= total and r.unit == last.unit for r in before)


def _is_of_another(parts: Sequence[Reading], whole: Reading) -> bool:
    """减7项，甲、乙分别为640项和88项: it may tell of other things than the last number."""
    total = whole.value
    return total is not None and any(r.value is not None and r.value > total for r in parts)


def _group(text: str, base: int, behind: Sequence[Reading], whole: Reading) -> tuple[Reading, ...]:
    """Parts up to the first ；, none when units differ or something is approximate."""
    parts: list[Reading] = []
    for reading in behind:
        gap = text[parts[-1].span.end - base : reading.span.start - base] if parts else ""
        if _ends_group(gap):
            break
        parts.append(reading)
    alike = all(reading.unit == whole.unit for reading in parts)
    exact = not whole.approximate and not any(reading.approximate for reading in parts)
    return tuple(parts) if alike and exact and whole.unit else ()


def _ends_group(gap: str) -> bool:
    return any(mark in gap for mark in _GROUP_ENDS)


def _in_brackets(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")
