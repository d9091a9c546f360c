"""The outcome of adding up the units' tables: what was counted, what was not, what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.model.amount import Amount
from assistant.model.file_summary import Failure
from assistant.model.place import CellId
from assistant.model.statistics import Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile:
    """One file of the folder.

    counted: whether its figures are in the sums. remark: why not, or what to look at; empty
    when there is nothing to say. harmless: not counted for a good reason. failure: unreadable.
    """

    file: str
    organisation: str = ""
    counted: bool = False
    harmless: bool = False
    remark: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCell:
    """A cell that some counted units left without a number; names of units by what they wrote."""

    cell: CellId
    label: str
    blank: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """All units without a number in it."""
        return (*self.blank, *self.not_applicable, *self.unreadable)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDifference:
    """A cell where the county's own report differs; ``difference`` is county minus sum.

    given: None where the county's tables lack the cell. difference: None unless both are numbers.
    """

    cell: CellId
    label: str
    given: Amount | None
    merged: Amount
    difference: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The county's own report held against the sums."""

    file: str
    organisation: str
    compared: int
    differences: tuple[CellDifference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeResult:
    """Sums and all there is to say about them.

    statistics: the sums; a cell no unit gave a number for is no number there either.
    missing: listed units of which nothing could be counted. not_additive: cells left out because
    they cannot be added up. cautions: what an officer should think about (Chinese).
    """

    statistics: Statistics
    files: tuple[MergedFile, ...]
    missing: tuple[str, ...] = ()
    listed: int | None = None
    open_cells: tuple[OpenCell, ...] = ()
    not_additive: tuple[CellId, ...] = ()
    labels: Mapping[CellId, str]
    comparison: Comparison | None = None
    cautions: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[MergedFile, ...]:
        """Files whose figures are in the sums."""
        return tuple(file for file in self.files if file.counted)
