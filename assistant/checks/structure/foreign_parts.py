"""Rows and columns in a report's tables that belong to another form than the one it fills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.labels import short
from assistant.checks.subject import Subject
from assistant.forms import Form, Row, Table
from assistant.forms.schema import Column, Labelled
from assistant.model import CellId, TextSpan

_TELLING = 8
"""Characters of a label that no other words begin with."""
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignPart:
    """A label of another form that stands in a table, and the cells that lack because of it."""

    label: str
    form: Form
    table: str
    span: TextSpan
    cells: tuple[CellId, ...] = ()


def foreign_parts(subject: Subject) -> tuple[ForeignPart, ...]:
    """Old rows and columns, each once."""
    spans = [problem.span for problem in subject.report.unreadable if problem.span is not None]
    if not spans:
        return ()
    by_label = {_bare(span.quote): span for span in spans}
    found = [*_single_rows(subject, by_label), *_foreign_labels(subject, by_label)]
    return tuple({part.label: part for part in found}.values())


def _single_rows(subject: Subject, by_label: dict[str, TextSpan]) -> Iterator[ForeignPart]:
    """Groups of rows that another form prints as one row, where that one row was printed."""
    for table in subject.form.tables:
        for group in table.row_groups:
            span = by_label.get(_bare(group.label))
            form = _form_with_row(subject, table, group)
            cells = _cells_of(table, group)
            if span is None or form is None or _is_printed(subject, group):
                continue
            if all(subject.amount(cell) is None for cell in cells):
                yield ForeignPart(
                    label=short(group.label), form=form, table=table.id, span=span, cells=cells
                )


def _form_with_row(subject: Subject, table: Table, group: Row) -> Form | None:
    for form in subject.other_forms:
        for other in form.tables:
            if other.id == table.id and any(row.id == group.id for row in other.rows):
                return form
    return None


def _cells_of(table: Table, group: Row) -> tuple[CellId, ...]:
    rows = {row.id for row in group.leaves()}
    return tuple(cell for cell in table.cells if cell.split(".")[1] in rows)


def _is_printed(subject: Subject, group: Row) -> bool:
    """Whether a row of the group stands in the text after all, and was only not read."""
    labels = (_bare(row.label)[:_TELLING] for row in group.leaves())
    return any(len(label) == _TELLING and label in subject.report.text for label in labels)


def _foreign_labels(subject: Subject, by_label: dict[str, TextSpan]) -> Iterator[ForeignPart]:
    """Labels that stand in no table of the form, and do in one of another."""
    own = {label for table in subject.form.tables for label in _labels(table)}
    for form in subject.other_forms:
        for table in form.tables:
            strange = _labels(table).intersection(by_label) - own
            for label in sorted(strange, key=lambda name: by_label[name].start):
                span = by_label[label]
                yield ForeignPart(label=label, form=form, table=table.id, span=span)


def _labels(table: Table) -> frozenset[str]:
    """Labels of all rows and columns of a table, compared without markers and blanks."""
    parts = (part for block in table.blocks for part in (*block.rows, *block.columns))
    return frozenset(_bare(label) for part in parts for label in _labels_of(part))


def _labels_of(part: Row | Column) -> Iterator[str]:
    labelled: Labelled = part
    yield from labelled.labels
    inner = part.rows if isinstance(part, Row) else part.columns
    for child in inner:
        yield from _labels_of(child)


def _bare(label: str) -> str:
    return short(_SPACE.sub("", label))
