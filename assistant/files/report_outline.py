"""Title, introduction and sections of a report, from its lines in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.files.blocks import strip_blanks, trimmed
from assistant.files.reading_words import ReadingWords
from assistant.files.report_names import Tail, find_title
from assistant.files.report_tail import find_tail
from assistant.files.section_titles import Heading, SectionTitles
from assistant.model import Paragraph, Section

_LONGEST_METADATA = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The report's prose, taken apart."""

    title: Paragraph | None
    introduction: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tail: Tail


@dataclass(frozen=True, slots=True)
class _Placed:
    """A heading and the index of its line."""

    index: int
    heading: Heading


def read_outline(
    lines: Sequence[Paragraph], titles: SectionTitles, text: str, words: ReadingWords
) -> Outline:
    """Takes the lines (tables left out) apart."""
    headings = _sections_only(_candidates(lines, titles))
    first = headings[0].index if headings else len(lines)
    title = find_title(lines[:first], text, words)
    last = headings[-1].index + 1 if headings else _behind_title(lines, title)
    tail = find_tail(lines[last:], words)
    end = last + tail.end
    return Outline(
        title=title,
        introduction=_introduction(lines[: min(first, end)], title, words),
        sections=tuple(_sections(lines[:end], headings)),
        tail=tail,
    )


def _behind_title(lines: Sequence[Paragraph], title: Paragraph | None) -> int:
    if title is None:
        return 0
    return sum(1 for line in lines if line.start < title.end)


def _candidates(lines: Sequence[Paragraph], titles: SectionTitles) -> list[_Placed]:
    found = [(index, titles.heading(line)) for index, line in enumerate(lines) if line.text]
    return [_Placed(index, heading) for index, heading in found if heading is not None]


def _sections_only(candidates: Sequence[_Placed]) -> list[_Placed]:
    """Headings of sections; numbered lines inside a section and tables of contents go."""
    kept: list[_Placed] = []
    for position, placed in enumerate(candidates):
        known = placed.heading.number is not None
        later = candidates[position + 1 :]
        if not _comes_again(placed, later) if known else _continues(placed, kept, later):
            kept.append(placed)
    return kept


def _comes_again(placed: _Placed, later: Sequence[_Placed]) -> bool:
    """Whether the same section is headed again: then this one stands in a table of contents."""
    again = [other for other in later if other.heading.number == placed.heading.number]
    if placed.heading.ordinal is None:
        return bool(again)
    return any(other.heading.ordinal == placed.heading.ordinal for other in again)


def _continues(placed: _Placed, kept: Sequence[_Placed], later: Sequence[_Placed]) -> bool:
    """Whether an unknown numbered title is the next section and no list inside one."""
    ordinal = placed.heading.ordinal
    if ordinal is None:
        return False
    before = [other.heading.ordinal for other in kept if other.heading.ordinal is not None]
    if ordinal != (before[-1] if before else 0) + 1:
        return False
    known = [other.heading for other in later if other.heading.number is not None]
    return all(other.ordinal is None or other.ordinal > ordinal for other in known)


def _introduction(
    lines: Sequence[Paragraph], title: Paragraph | None, words: ReadingWords
) -> tuple[Paragraph, ...]:
    behind = lines if title is None else [line for line in lines if line.start >= title.end]
    return tuple(
        trimmed(line.start, line.text)
        for line in behind
        if strip_blanks(line.text) and not _is_metadata(line.text, words)
    )


def _is_metadata(text: str, words: ReadingWords) -> bool:
    content = re.sub(r"\s", "", strip_blanks(text)).lstrip("【[（(")
    if len(content) > _LONGEST_METADATA or content.endswith("。"):
        return False
    return (
        re.match(rf"(?:{'|'.join(map(re.escape, words.page_metadata))})[：:\]】]", content)
        is not None
    )


def _sections(lines: Sequence[Paragraph], headings: Sequence[_Placed]) -> list[Section]:
    ends = [*(placed.index for placed in headings[1:]), len(lines)][: len(headings)]
    return [
        _section(placed.heading, lines[placed.index + 1 : end])
        for placed, end in zip(headings, ends, strict=True)
    ]


def _section(heading: Heading, lines: Sequence[Paragraph]) -> Section:
    first = () if heading.rest is None else (heading.rest,)
    rest = tuple(trimmed(line.start, line.text) for line in lines if strip_blanks(line.text))
    return Section(
        number=heading.number,
        heading=heading.line,
        title=heading.title,
        paragraphs=first + rest,
    )
