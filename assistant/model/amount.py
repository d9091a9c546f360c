"""One table cell: a number, blank, not applicable or unreadable, and what was written."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Self


class AmountState(Enum):
    """What a cell holds; the four are never mixed up."""

    NUMBER = "number"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A cell's content. ``number`` is set exactly when ``state`` is NUMBER.

    written: the cell's text as it stood in the source. note: a remark inside the cell that is
    not part of the number, such as （其中修订16件）.
    """

    state: AmountState
    written: str = ""
    number: Decimal | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if (self.number is not None) != (self.state is AmountState.NUMBER):
            msg = f"number {self.number!r} does not fit state {self.state.name}"
            raise ValueError(msg)

    @classmethod
    def of(cls, number: Decimal | int, written: str | None = None, note: str = "") -> Self:
        """Amount of a number; ``written`` defaults to its plain decimal form."""
        value = Decimal(number)
        text = f"{value:f}" if written is None else written
        return cls(state=AmountState.NUMBER, written=text, number=value, note=note)

    @classmethod
    def blank(cls, written: str = "") -> Self:
        """Amount of a cell that nobody filled in."""
        return cls(state=AmountState.BLANK, written=written)

    @classmethod
    def not_applicable(cls, written: str) -> Self:
        """Amount of a cell filled with a dash, a slash or 无."""
        return cls(state=AmountState.NOT_APPLICABLE, written=written)

    @classmethod
    def unreadable(cls, written: str) -> Self:
        """Amount of a cell whose text is no number this program can be sure of."""
        return cls(state=AmountState.UNREADABLE, written=written)

    @property
    def is_zero(self) -> bool:
        """True for a written zero; False for blank and not applicable."""
        return self.number is not None and self.number == 0
