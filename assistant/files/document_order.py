"""The blocks of a report from top to bottom, the same in every format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.forms import Form, Table
from assistant.model import Paragraph, Report, Section


class Part(Enum):
    """What a paragraph is in the report."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph and what it is."""

    part: Part
    paragraph: Paragraph


def in_order(report: Report, form: Form) -> Iterator[Text | Table]:
    """Paragraphs and tables; a table stands below the text of its section.

    Only tables the report has are given; one whose section is missing comes before the end.
    """
    if report.title is not None:
        yield Text(Part.TITLE, report.title)
    yield from _body(report.introduction)
    for section in report.sections:
        yield Text(Part.HEADING, section.heading)
        yield from _body(section.paragraphs)
        yield from _tables(report, form, _table_of(section, form))
    yield from _tables(report, form, _homeless(report, form))
    if report.signature is not None:
        yield Text(Part.SIGNATURE, report.signature)
    if report.date_line is not None:
        yield Text(Part.DATE, report.date_line)


def _body(paragraphs: Iterable[Paragraph]) -> Iterator[Text]:
    return (Text(Part.BODY, paragraph) for paragraph in paragraphs)


def _table_of(section: Section, form: Form) -> set[str]:
    return {s.table for s in form.sections if s.table is not None and s.number == section.number}


def _homeless(report: Report, form: Form) -> set[str]:
    housed = {table for section in report.sections for table in _table_of(section, form)}
    return set(report.tables) - housed


def _tables(report: Report, form: Form, wanted: set[str]) -> Iterator[Table]:
    return (table for table in form.tables if table.id in wanted and table.id in report.tables)
