"""Title, introduction and sections of a report, from its lines in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    chosen = _one_of_each(candidates)
    kept: list[_Placed] = []
    for placed in candidates:
        if placed in chosen:
            kept.append(placed)
        elif _continues(placed, kept, chosen):
            kept.append(_Placed(placed.index, replace(placed.heading, number=None)))
    return kept


def _one_of_each(candidates: Sequence[_Placed]) -> list[_Placed]:
    """For every section the heading that is it; the same words may stand elsewhere too."""
    best: dict[int, _Placed] = {}
    for placed in candidates:
        number = placed.heading.number
        # The last of equals: the ones before stand in a table of contents.
        if number is not None and (
            number not in best or _fitness(placed) >= _fitness(best[number])
        ):
            best[number] = placed
    numbered = [placed for placed in best.values() if placed.heading.ordinal is not None]
    return [
        placed
        for placed in best.values()
        if placed.heading.ordinal is not None or _in_order(placed, numbered)
    ]


def _fitness(placed: _Placed) -> int:
    """2 for a heading with its right number, 1 with another, 0 without."""
    heading = placed.heading
    return 0 if heading.ordinal is None else 1 + (heading.ordinal == heading.number)


def _in_order(placed: _Placed, numbered: Sequence[_Placed]) -> bool:
    """Whether a title without a number stands where that section belongs."""
    number = placed.heading.number
    return all(
        number is not None
        and other.heading.number is not None
        and (other.heading.number < number) == (other.index < placed.index)
        for other in numbered
    )


def _continues(placed: _Placed, kept: Sequence[_Placed], chosen: Sequence[_Placed]) -> bool:
    """Whether an unknown numbered title is the next section and no list inside one."""
    ordinal = placed.heading.ordinal
    if ordinal is None:
        return False
    ordinals = (other.heading.ordinal for other in reversed(kept))
    before = next((known for known in ordinals if known is not None), 0)
    later = [other.heading.ordinal for other in chosen if other.index > placed.index]
    return ordinal == before + 1 and all(known is None or known > ordinal for known in later)


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
    if "<" not in content and re.search("[>＞»]", content):
        # The path of a page: 首页 > 政务公开 > 年报.
        return True
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
