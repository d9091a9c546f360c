"""All a rule may look at."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.forms import Form
from assistant.model import (
    Amount,
    AmountState,
    CellId,
    Fact,
    Level,
    Reading,
    Report,
    Statistics,
    TextSpan,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One report and what it is compared with.

    statistics: this year's cells, from the report's tables or from a statistics file.
    given_statistics: a statistics file the report's own tables must agree with.
    previous: last year's cells; previous_report and previous_form where they are known.
    own_draft: written by this program, so that every number must have a source.
    tables_expected: False for bare text, where missing tables and sections are no defects.
    """

    report: Report
    form: Form
    statistics: Statistics
    previous: Statistics | None = None
    previous_report: Report | None = None
    previous_form: Form | None = None
    readings: tuple[Reading, ...] = ()
    facts: tuple[Fact, ...] = ()
    own_draft: bool = False
    tables_expected: bool = True
    given_statistics: Statistics | None = None

    @property
    def year(self) -> int | None:
        """The report's year: as the statistics say, else as the report says."""
        stated = self.statistics.year
        return self.report.year if stated is None else stated

    @property
    def level(self) -> Level | None:
        """Kind of organ, None where it is not known."""
        return self.report.level

    def state(self, cell: CellId) -> AmountState | None:
        """State of this year's cell, None where the cell was not given at all."""
        amount = self.statistics.cells.get(cell)
        return None if amount is None else amount.state

    def cells_in(self, state: AmountState, cells: Iterable[CellId]) -> tuple[CellId, ...]:
        """Those of ``cells`` that are in the state, in the given order."""
        return tuple(cell for cell in cells if self.state(cell) is state)

    def amount(self, cell: CellId) -> Amount | None:
        """This year's cell."""
        return self.statistics.cells.get(cell)

    def cell_span(self, cell: CellId) -> TextSpan | None:
        """Where the cell stands in the report's text, where known."""
        return self.report.cell_spans.get(cell)
