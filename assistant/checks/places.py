"""Paragraphs with the name of their place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.labels import section_name
from assistant.model import Paragraph, Reading, Report, Section, TextSpan

_SENTENCE_ENDS = "。！？；\n"
_REACH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A paragraph of prose. section: the form's number of its section, None outside of one."""

    name: str
    paragraph: Paragraph
    section: int | None = None
    is_body: bool = True


@dataclass(frozen=True, slots=True)
class Places:
    """All prose of a report by place, found by offset without searching through it."""

    paragraphs: tuple[Placed, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, report: Report) -> "Places":
        """Places of a report."""
        paragraphs = sorted(_placed(report), key=lambda placed: placed.paragraph.start)
        return cls(tuple(paragraphs), tuple(placed.paragraph.start for placed in paragraphs))

    def at(self, span: TextSpan) -> Placed | None:
        """The paragraph that holds the span, None outside of prose."""
        index = bisect_right(self.starts, span.start) - 1
        if index < 0 or span.end > self.paragraphs[index].paragraph.end:
            return None
        return self.paragraphs[index]

    def name(self, span: TextSpan) -> str:
        """第一部分第3段, for a span of the report's text."""
        placed = self.at(span)
        return "正文" if placed is None else placed.name

    def grouped(self, readings: Iterable[Reading]) -> Iterator[tuple[Placed, list[Reading]]]:
        """Readings by the paragraph they stand in, in reading order."""
        groups: dict[int, list[Reading]] = {}
        for reading in readings:
            index = bisect_right(self.starts, reading.span.start) - 1
            groups.setdefault(index, []).append(reading)
        for index in sorted(groups):
            if index >= 0:
                yield self.paragraphs[index], groups[index]


def _placed(report: Report) -> Iterator[Placed]:
    """All prose, signature and date included."""
    if report.title is not None:
        yield Placed(name="标题", paragraph=report.title, is_body=False)
    opening = "引言" if report.sections else "正文"
    yield from _numbered(opening, report.introduction, None)
    for section in report.sections:
        name = _name_of(section)
        yield Placed(
            name=f"{name}标题", paragraph=section.heading, section=section.number, is_body=False
        )
        yield from _numbered(name, section.paragraphs, section.number)
    for name, paragraph in (("署名", report.signature), ("日期", report.date_line)):
        if paragraph is not None:
            yield Placed(name=name, paragraph=paragraph, is_body=False)


def _name_of(section: Section) -> str:
    return f"“{section.title}”部分" if section.number is None else section_name(section.number)


def _numbered(name: str, paragraphs: Iterable[Paragraph], section: int | None) -> Iterator[Placed]:
    written = (paragraph for paragraph in paragraphs if paragraph.text.strip())
    for number, paragraph in enumerate(written, start=1):
        yield Placed(name=f"{name}第{number}段", paragraph=paragraph, section=section)


def sentence_around(paragraph: Paragraph, start: int, end: int) -> str:
    """The sentence of ``paragraph`` that holds characters ``start`` to ``end``, within reach."""
    text = paragraph.text
    least, most = max(0, start - _REACH), min(len(text), end + _REACH)
    left = max(text.rfind(mark, least, start) for mark in _SENTENCE_ENDS)
    rights = [text.find(mark, end, most) for mark in _SENTENCE_ENDS]
    right = min((place + 1 for place in rights if place >= 0), default=most)
    return text[max(left + 1, least) : right].strip()


def listed(names: Iterable[str], most: int = 8) -> str:
    """“甲”、“乙”, cut short after ``most``."""
    known = list(names)
    shown = "、".join(f"“{name}”" for name in known[:most])
    return shown if len(known) <= most else f"{shown}等{len(known)}个"
