"""Figures of the year as placeholders: named from the form's labels, bound to its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.drafting.placeholders import Placeholder
from assistant.forms import Form, cells_of
from assistant.model import CellId, Statistics


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell or a sum of cells: what it binds to, this year's value and last year's if known."""

    binds: str
    value: Decimal
    unit: str
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The year's cells seen through the form. ``earlier``: last year's cells, if comparable."""

    form: Form
    statistics: Statistics
    earlier: Mapping[CellId, Decimal]

    def figure(self, name: CellId) -> Figure | None:
        """The figure ``table.row.column``, row and column perhaps groups; None if not known.

        A sum is known only when every one of its cells is.
        """
        cells = cells_of(self.form, name)
        value = _sum([self.statistics.number(cell) for cell in cells])
        if value is None:
            return None
        binds = name if cells == (name,) else f"={name}"
        unit = self.form.columns_by_cell[cells[0]].unit
        return Figure(binds, value, unit, _sum([self.earlier.get(cell) for cell in cells]))

    def is_zero(self, name: CellId) -> bool:
        """Whether the figure is known to be zero."""
        figure = self.figure(name)
        return figure is not None and figure.value == 0


def _sum(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


@dataclass(slots=True)
class Collector:
    """Hands out placeholders under unique names while an outline is made."""

    found: dict[str, Placeholder] = field(default_factory=dict[str, Placeholder])

    def figure(self, name: str, figure: Figure) -> str:
        """The mark of a figure's placeholder."""
        return self.add(
            Placeholder(name=name, value=figure.value, unit=figure.unit, binds=figure.binds)
        )

    def words(self, name: str, words: str) -> str:
        """The mark of a placeholder that stands for given words."""
        return self.add(Placeholder(name=name, words=words))

    def label(self, label: str) -> str:
        """A label; as a placeholder where it holds what no writer may type: digits, braces."""
        plain = not any(sign.isdigit() or sign in "{}" for sign in label)
        return label if plain else self.words(f"{label}（名称）", label)

    def add(self, placeholder: Placeholder) -> str:
        """The mark of ``placeholder``, renamed when another one has its name already."""
        name, count = _safe(placeholder.name), 1
        wanted = _renamed(placeholder, name)
        while self.found.get(wanted.name, wanted) != wanted:
            count += 1
            wanted = _renamed(placeholder, f"{name}（{count}）")
        self.found[wanted.name] = wanted
        return wanted.mark


def _renamed(placeholder: Placeholder, name: str) -> Placeholder:
    return Placeholder(
        name=name,
        value=placeholder.value,
        unit=placeholder.unit,
        binds=placeholder.binds,
        words=placeholder.words,
    )


def _safe(name: str) -> str:
    """A name that cannot be mistaken for the braces around it."""
    return name.replace("{", "").replace("}", "").strip()[:60]
