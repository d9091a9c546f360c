"""All a rule may look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.checks.places import Places
from assistant.forms import Form
from assistant.model import (
    Amount,
    AmountState,
    CellId,
    Level,
    Reading,
    Report,
    Statistics,
    TextSpan,
    level_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One report and what it is compared with.

    statistics: this year's cells, from the report's tables or from a statistics file, last
    year's cells as far as known, and the officer's facts.
    given_statistics: a statistics file the report's own tables must agree with.
    own_draft: written by this program, so that every number must have a source.
    tables_expected: False for bare text, where missing tables and sections are no defects.
    neighbours: reports of other organs checked together with this one, to tell copied sentences.
    other_forms: the forms known besides this one, to tell their rows and columns.
    """

    report: Report
    form: Form
    statistics: Statistics
    previous_report: Report | None = None
    previous_form: Form | None = None
    readings: tuple[Reading, ...] = ()
    own_draft: bool = False
    tables_expected: bool = True
    given_statistics: Statistics | None = None
    neighbours: tuple[Report, ...] = ()
    other_forms: tuple[Form, ...] = ()
    places: Places = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every rule asks where something stands; the answer depends on the report alone.
        object.__setattr__(self, "places", Places.of(self.report))

    @property
    def year(self) -> int | None:
        """The report's year: as the statistics say, else as the report says."""
        stated = self.statistics.year
        return self.report.year if stated is None else stated

    @property
    def level(self) -> Level | None:
        """Kind of organ, as read or as its name tells; None without a name."""
        report = self.report
        if report.level is not None or not report.organisation:
            return report.level
        return level_of(report.organisation)

    @property
    def previous_cells(self) -> Mapping[CellId, Amount]:
        """Last year's cells, empty where nothing is known of last year."""
        return self.statistics.previous

    @property
    def previous_year(self) -> int | None:
        """Year of last year's report, where one was given and told its year."""
        return None if self.previous_report is None else self.previous_report.year

    def amount(self, cell: CellId) -> Amount | None:
        """This year's cell, None where it was not given at all."""
        return self.statistics.cells.get(cell)

    def cells_in(self, state: AmountState, cells: Iterable[CellId]) -> tuple[CellId, ...]:
        """Those of ``cells`` that are in the state, in the given order."""
        amounts = [(cell, self.amount(cell)) for cell in cells]
        return tuple(
            cell for cell, amount in amounts if amount is not None and amount.state is state
        )

    def cell_span(self, cell: CellId) -> TextSpan | None:
        """Where the cell stands in the report's text, where known."""
        return self.report.cell_spans.get(cell)
