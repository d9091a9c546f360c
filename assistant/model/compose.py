"""Builds a Report from its parts, laying out the linear text and every offset in it."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.model.amount import Amount
from assistant.model.organisation import Organisation
from assistant.model.place import CellId
from assistant.model.report import Paragraph, Report, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """A section before it has a place: the form's number, the heading line, its paragraphs."""

    number: int
    heading: str
    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportParts:
    """Everything a report says, without offsets."""

    organisation: Organisation
    year: int
    form: str
    title: str
    sections: Sequence[SectionText]
    introduction: Sequence[str] = ()
    tables: tuple[str, ...] = ()
    cells: Mapping[CellId, Amount] = field(default_factory=dict[CellId, Amount])
    signature: str = ""
    date: datetime.date | None = None


class _Lines:
    """Collects lines and hands out their offsets."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._offset = 0

    def add(self, text: str) -> Paragraph:
        placed = Paragraph(start=self._offset, text=text)
        self._lines.append(text)
        self._offset += len(text) + 1
        return placed

    def add_all(self, texts: Iterable[str]) -> tuple[Paragraph, ...]:
        return tuple(self.add(text) for text in texts)

    @property
    def text(self) -> str:
        return "\n".join(self._lines)


def _section(lines: _Lines, part: SectionText) -> Section:
    return Section(
        number=part.number,
        heading=lines.add(part.heading),
        title=part.title,
        paragraphs=lines.add_all(part.paragraphs),
    )


def date_text(date: datetime.date) -> str:
    """The date as an official document writes it: 2021年1月15日, no leading zeros."""
    return f"{date.year}年{date.month}月{date.day}日"


def compose(parts: ReportParts) -> Report:
    """The report made of ``parts``; its text holds one paragraph a line, without the tables."""
    lines = _Lines()
    title = lines.add(parts.title)
    introduction = lines.add_all(parts.introduction)
    sections = tuple(_section(lines, part) for part in parts.sections)
    signature = lines.add(parts.signature) if parts.signature else None
    date_line = lines.add(date_text(parts.date)) if parts.date is not None else None
    return Report(
        text=lines.text,
        year=parts.year,
        organisation=parts.organisation.name,
        level=parts.organisation.level,
        form=parts.form,
        title=title,
        introduction=introduction,
        sections=sections,
        tables=parts.tables,
        cells=dict(parts.cells),
        signature=signature,
        date_line=date_line,
        date=parts.date,
    )
