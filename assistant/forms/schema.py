"""What a form file may say: strict, frozen models of ``schemas/forms/<form>.yaml``."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.model import CellId

Standing = Literal["printed", "implied", "usual"]
"""printed on the form; implied by its wording; usual, with legitimate exceptions."""


class Strict(BaseModel):
    """Base of all parts of a form file: no unknown keys, no coercion, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Source(Strict):
    """Where the facts of the file come from: title, 文号 and date (ISO) of the document."""

    title: str
    number: str
    date: str | None
    note: str = ""


class Period(Strict):
    """First and last day of the statistics period, as written in a report, and its basis."""

    starts: str
    ends: str
    basis: str


class Deadline(Strict):
    """Last day to publish, in the year after the report's year, for organs of some levels."""

    levels: tuple[str, ...]
    date: str
    basis: str


class Aspect(Strict):
    """One of the aspects 总体情况 must cover, with the words its heading may use."""

    id: str
    title: str
    terms: tuple[str, ...]


class SectionSpec(Strict):
    """A section of the report: official title, accepted variants, the table it holds."""

    number: int
    id: str
    title: str
    variants: tuple[str, ...] = ()
    table: str | None = None
    aspects: tuple[Aspect, ...] = ()
    aspects_required: bool = False
    information_fee_required: bool = False


class Labelled(Strict):
    """A row, column or group: id, official label, accepted variants, words prose uses.

    terms: what prose calls it. also: words that may mean it, after whatever has them among its
    terms; ``~`` in either stands for a few characters. ids and labels as in the official form
    named by ``source``.
    """

    id: str
    label: str
    variants: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The official label and its accepted variants."""
        return (self.label, *self.variants)


class Column(Labelled):
    """A column, or a group of columns when ``columns`` is not empty.

    unit: measure word of its figures. units: others that reports use, where none is printed on
    the form. whole: counts only. signed: may be negative.
    additive: the sum over units means something, which a share or an average does not.
    says / says_none: how prose states a figure / a zero of this column; ``{row}`` stands for
    the row's name in prose. denied_by: words that say that the column holds none.
    """

    unit: str = ""
    units: tuple[str, ...] = ()
    whole: bool = True
    signed: bool = False
    additive: bool = True
    says: str = ""
    says_none: str = ""
    denied_by: tuple[str, ...] = ()
    columns: tuple["Column", ...] = ()

    def leaves(self) -> Iterator["Column"]:
        """The columns that hold figures, left to right."""
        if not self.columns:
            yield self
        for column in self.columns:
            yield from column.leaves()


class Row(Labelled):
    """A row, or a group of rows when ``rows`` is not empty.

    only_levels: levels of organs for which other figures than zero are possible (empty: all);
    only_basis says why. only_above: endings of names of places too small for it, unless they end
    with one of only_yet. unsaid_columns: what prose means that names the row and no column.
    """

    only_levels: tuple[str, ...] = ()
    only_basis: str = ""
    only_above: tuple[str, ...] = ()
    only_yet: tuple[str, ...] = ()
    unsaid_columns: tuple[str, ...] = ()
    rows: tuple["Row", ...] = ()

    def leaves(self) -> Iterator["Row"]:
        """The rows that hold figures, top to bottom."""
        if not self.rows:
            yield self
        for row in self.rows:
            yield from row.leaves()

    def groups(self) -> Iterator["Row"]:
        """The groups among this row and its descendants."""
        if self.rows:
            yield self
        for row in self.rows:
            yield from row.groups()


class Block(Strict):
    """A grid inside a table. title: full-width line above. corner: top left cell.

    heading: a line above all column labels, such as 申请人情况.
    """

    title: str = ""
    corner: str = ""
    heading: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def row_leaves(self) -> tuple[Row, ...]:
        """Rows that hold figures."""
        return tuple(leaf for row in self.rows for leaf in row.leaves())

    @cached_property
    def column_leaves(self) -> tuple[Column, ...]:
        """Columns that hold figures."""
        return tuple(leaf for column in self.columns for leaf in column.leaves())


class DerivedRow(Strict):
    """A sum of rows that prose speaks of but no table prints, such as ``due``.

    terms, also: as of a row.
    """

    id: str
    rows: tuple[str, ...]
    terms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Whole(Strict):
    """The rows that a statement such as 全部办结 speaks of.

    due: what had to be done. done: what was done. left: the row that holds what is not done yet.
    new: the row of what came in this year.
    """

    due: str
    done: str
    left: str
    new: str


class Table(Strict):
    """An official table. orientation ``across``: rows are printed as groups of columns.

    terms: nouns prose uses for what the table counts. topics: words that show that the talk is of
    it and count nothing themselves. rows_need_object: its rows are named by verbs (收到, 办结)
    that mean a row only where the talk is of what the table counts.
    unsaid_rows, unsaid_columns: what prose means that names no row or no column.
    sheet: name of its sheet in a workbook; the id serves where it is empty.
    """

    id: str
    sheet: str = ""
    orientation: Literal["down", "across"] = "down"
    blocks: tuple[Block, ...]
    derived: tuple[DerivedRow, ...] = ()
    terms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    rows_need_object: bool = False
    unsaid_rows: tuple[str, ...] = ()
    unsaid_columns: tuple[str, ...] = ()
    whole: Whole | None = None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows that hold figures."""
        return tuple(row for block in self.blocks for row in block.row_leaves)

    @cached_property
    def row_groups(self) -> tuple[Row, ...]:
        """All groups of rows that have an id."""
        return tuple(g for block in self.blocks for row in block.rows for g in row.groups())

    @cached_property
    def cells(self) -> tuple[CellId, ...]:
        """Every cell id of the table in reading order."""
        return tuple(
            f"{self.id}.{row.id}.{column.id}"
            for block in self.blocks
            for row in block.row_leaves
            for column in block.column_leaves
        )


class Term(Strict):
    """One term of an identity: a row or column (or group), its sign, this or last year."""

    id: str
    sign: Literal[1, -1] = 1
    previous: bool = False

    @classmethod
    def parse(cls, text: str) -> "Term":
        """Term from ``id``, ``-id``, ``id@previous``."""
        sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
        name, _, year = rest.partition("@")
        return cls(id=name, sign=sign, previous=year == "previous")


class Identity(Strict):
    """A 勾稽关系. ``each`` row (terms are columns) or each column (terms are rows).

    rule: code of the rule that reports it. rows: the rows it holds for, empty for all.
    across_forms: may be compared between years of different forms.
    """

    id: str
    rule: str = Field(pattern=r"^(SUM|YOY)\d{3}$")
    title: str
    table: str
    each: Literal["row", "column"]
    rows: tuple[str, ...] = ()
    relation: Literal["equal", "at_least"] = "equal"
    left: tuple[str, ...]
    right: tuple[str, ...]
    standing: Standing
    across_forms: bool = False
    basis: str

    @cached_property
    def left_terms(self) -> tuple[Term, ...]:
        """Terms of the left side."""
        return tuple(Term.parse(text) for text in self.left)

    @cached_property
    def right_terms(self) -> tuple[Term, ...]:
        """Terms of the right side."""
        return tuple(Term.parse(text) for text in self.right)

    @cached_property
    def spans_years(self) -> bool:
        """Whether it compares with last year's figures."""
        return any(term.previous for term in (*self.left_terms, *self.right_terms))


class Form(Strict):
    """An official form, in force for the report years ``valid_from`` to ``valid_to``.

    report_title: pattern of the report's title with ``{organisation}`` and ``{year}``.
    expectations: relations that hold as a rule and are no defect where they do not.
    """

    id: str
    title: str
    valid_from: int
    valid_to: int | None
    source: Source
    period: Period
    deadlines: tuple[Deadline, ...]
    report_title: str
    sections: tuple[SectionSpec, ...]
    tables: tuple[Table, ...]
    identities: tuple[Identity, ...]
    expectations: tuple[Identity, ...] = ()

    def holds_in(self, year: int) -> bool:
        """Whether reports of ``year`` use this form."""
        return self.valid_from <= year and (self.valid_to is None or year <= self.valid_to)

    @cached_property
    def cells(self) -> tuple[CellId, ...]:
        """Every cell id of the form in reading order."""
        return tuple(cell for table in self.tables for cell in table.cells)

    @cached_property
    def columns_by_cell(self) -> dict[CellId, Column]:
        """The column each cell stands in."""
        return {
            f"{table.id}.{row.id}.{column.id}": column
            for table in self.tables
            for block in table.blocks
            for row in block.row_leaves
            for column in block.column_leaves
        }

    @cached_property
    def rows_by_cell(self) -> dict[CellId, Row]:
        """The row each cell stands in."""
        return {
            f"{table.id}.{row.id}.{column.id}": row
            for table in self.tables
            for block in table.blocks
            for row in block.row_leaves
            for column in block.column_leaves
        }

    def table(self, table_id: str) -> Table:
        """The table of an id; KeyError when the form has none such."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def section(self, section_id: str) -> SectionSpec:
        """The section of an id; KeyError when the form has none such."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def title_for(self, organisation: str, year: int) -> str:
        """The report's official title."""
        return self.report_title.format(organisation=organisation, year=year)

    def accepts(self, cell: CellId, number: Decimal) -> bool:
        """Whether a number is possible in a cell: whole counts, not negative unless signed."""
        column = self.columns_by_cell[cell]
        whole = not column.whole or number == number.to_integral_value()
        return whole and (column.signed or number >= 0)
