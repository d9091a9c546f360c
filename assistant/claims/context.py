"""What claims are read against."""

from dataclasses import dataclass, field

from assistant.forms import Form
from assistant.model import Level, Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext:
    """The form, the year's figures and whose report it is.

    statistics: cells, last year's cells and declared facts. organisation: full name as signed.
    """

    form: Form
    statistics: Statistics = field(default_factory=Statistics)
    year: int | None = None
    organisation: str = ""
    level: Level | None = None
