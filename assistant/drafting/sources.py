"""What an outline is made from, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.figures import Collector, YearFigures
from assistant.drafting.phrases import PhraseLibrary
from assistant.forms import Form
from assistant.model import Amount, CellId, Notes, Organisation, Report, Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Form, figures, notes, organisation, last year's report, and the words to say it in."""

    form: Form
    year: int
    statistics: Statistics
    notes: Notes
    organisation: Organisation
    previous: Report | None
    library: PhraseLibrary
    names: Collector

    @property
    def figures(self) -> YearFigures:
        """The year's cells, with those of last year that may be compared with them."""
        return YearFigures(self.form, self.statistics, self._earlier())

    def _earlier(self) -> Mapping[CellId, Decimal]:
        """Across a change of form only figures the form itself carries over mean the same."""
        known = self.statistics.previous
        read = dict[CellId, Amount]() if self.previous is None else self.previous.cells
        cells = {**read, **known}
        numbers = {cell: a.number for cell, a in cells.items() if a.number is not None}
        if self.form.holds_in(self.year - 1):
            return numbers
        tables = {identity.table for identity in self.form.identities if identity.across_forms}
        return {cell: n for cell, n in numbers.items() if cell.split(".")[0] in tables}

    def say(self, kind: str, slots: Mapping[str, str]) -> str:
        """The wording of a kind of phrase for this organisation and year."""
        return self.library.say(kind, slots, self.organisation.name, self.year)
