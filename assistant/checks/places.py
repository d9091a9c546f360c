"""Paragraphs with the name of their place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.labels import section_name
from assistant.model import Paragraph, Report, Section, TextSpan

_SENTENCE_ENDS = "。！？；\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A paragraph of prose. section: the form's number of its section, None outside of one."""

    name: str
    paragraph: Paragraph
    section: int | None = None
    is_body: bool = True


def placed_paragraphs(report: Report) -> Iterator[Placed]:
    """All prose in reading order, signature and date included."""
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


def place_name(report: Report, span: TextSpan) -> str:
    """第一部分第3段, for a span of the report's text."""
    for placed in placed_paragraphs(report):
        paragraph = placed.paragraph
        if paragraph.start <= span.start and span.end <= paragraph.end:
            return placed.name
    return "正文"


def sentence_around(paragraph: Paragraph, start: int, end: int) -> str:
    """The sentence of ``paragraph`` that holds characters ``start`` to ``end``."""
    left = max(paragraph.text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    rights = [paragraph.text.find(mark, end) for mark in _SENTENCE_ENDS]
    right = min((place for place in rights if place >= 0), default=len(paragraph.text) - 1) + 1
    return paragraph.text[left:right].strip()


def listed(names: Iterable[str], most: int = 8) -> str:
    """“甲”、“乙”, cut short after ``most``."""
    known = list(names)
    shown = "、".join(f"“{name}”" for name in known[:most])
    return shown if len(known) <= most else f"{shown}等{len(known)}个"
