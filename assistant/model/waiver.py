"""An officer's decision that a finding may stand, and what it holds on to."""

import datetime
import hashlib
from dataclasses import dataclass
from decimal import Decimal

from assistant.model.place import CellId


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKey:
    """What makes a finding the same one in the next run: rule, sentence and values, no place.

    sentence: the sentence or row around the place. quote, found: what stands there. expected,
    related: what it was compared with; a decision does not outlive a change of either side.
    """

    code: str
    sentence: str = ""
    quote: str = ""
    cells: tuple[CellId, ...] = ()
    found: Decimal | None = None
    expected: Decimal | None = None
    related: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The key as sixteen hexadecimal digits."""
        values = (_plain(self.found), _plain(self.expected))
        parts = (self.code, self.quote, self.sentence, *self.cells, *values, *self.related)
        # A lone surrogate of a damaged document has no other encoding.
        data = "\x1f".join(parts).encode(errors="surrogatepass")
        return hashlib.sha256(data).hexdigest()[:16]


def _plain(value: Decimal | None) -> str:
    """The value without regard to how many decimals it was written with."""
    if value is None:
        return "-"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding the officer lets stand, and why."""

    key: FindingKey
    reason: str
    date: datetime.date | None = None
