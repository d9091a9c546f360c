"""The value that a scan returns for every numeral it meets."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """How the numeral says its value."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    DIGITS = "digits"
    """A run of Chinese digits without scales: 二〇二〇, 六一."""
    SCALE = "scale"
    """A bare 百, 千, 万, 亿 with no digit before it: 数百, 万元, 百姓."""
    VAGUE = "vague"
    """Two neighbouring digits, 二三十; the value is the lower reading."""
    HALF = "half"
    FRACTION = "fraction"
    PERCENT = "percent"
    PERMILLE = "permille"
    PER_SCALE = "per_scale"
    """万分之三 and further bare scales below the line; in points like a percent."""
    POINTS = "points"
    """A number of 个百分点."""
    TENTHS = "tenths"
    """七成, 七成六; in points: 70, 76."""
    MULTIPLE = "multiple"
    """A number of 倍."""
    DOUBLING = "doubling"
    """翻番, 翻一番, 翻两番; the value counts the doublings."""
    SYMBOL = "symbol"
    """One typographic sign: ①, ㈠, ⒈, Ⅳ."""


class Script(StrEnum):
    """The digits the numeral is written with."""

    ASCII = "ascii"
    FULLWIDTH = "fullwidth"
    CHINESE = "chinese"
    FORMAL = "formal"
    MIXED = "mixed"
    """Digits and Chinese together: 1.2万, 百分之5."""
    SYMBOL = "symbol"


class Approximation(StrEnum):
    """What the words beside the numeral say about the value."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    BELOW = "below"


class RangeEnd(StrEnum):
    """Which end of 3至5件 the numeral is."""

    LOW = "low"
    HIGH = "high"


# A named tuple, unlike the dataclasses of the other packages: a report holds a number every twenty
# characters, and filling the slots of a frozen dataclass costs more than finding the numeral.
class Quantity(NamedTuple):
    """One numeral of a text: where it stands, what it says, and what is written around it.

    The span covers sign, numeral, 万/亿, % and 百分之; it leaves out the unit and the words of
    approximation, except where they stand inside the numeral (500余万).
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    """None when the numeral is too long to mean a figure; percentages are in points."""
    form: Form
    script: Script
    decimals: int = 0
    """Places written after the decimal point: 2 in 69.89%, 1 in 1.2万."""
    power: int = 0
    """Power of ten of the written unit place: 4 in 1.2万, -1 in 3‰."""
    unit: str | None = None
    """The measure word; the low end of a range takes over that of the high end."""
    unit_end: int | None = None
    """Where the unit ends in the text; None when no unit follows this numeral itself."""
    approximation: Approximation | None = None
    """What 约, 余, 以上 or 不到 beside the numeral says about the value."""
    marker: str | None = None
    """The words of approximation as written."""
    role: RangeEnd | None = None
    """Which end of a range the numeral is, if of any."""

    @property
    def negative(self) -> bool:
        """Whether the value lies below zero."""
        return self.value is not None and self.value < 0

    @property
    def step(self) -> Decimal:
        """The worth of the last place written: 1000 for 1.2万, 0.01 for 69.89%."""
        return Decimal(1).scaleb(self.power - self.decimals)

    @property
    def reach(self) -> int:
        """Where the numeral with its own unit ends."""
        return self.end if self.unit_end is None else self.unit_end
