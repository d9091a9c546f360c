"""Outcomes of rules: found, skipped with a reason, uncertain. They are values, never raised."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from assistant.model.place import CellId, TextSpan
from assistant.model.waiver import FindingKey, Waiver


class Severity(Enum):
    """How grave a finding is; ordered by ``rank``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that belongs to a finding, with a short Chinese label."""

    label: str
    span: TextSpan | None = None
    cell: CellId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFix:
    """A proposed replacement of ``span``; never applied without being shown."""

    span: TextSpan
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect. ``message`` is one Chinese sentence: where, what stands there, what should.

    sentence: the sentence or row around the place; a decision about a finding is void when it
    or the value changes.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    span: TextSpan | None = None
    cells: tuple[CellId, ...] = ()
    found: Decimal | None = None
    expected: Decimal | None = None
    related: tuple[Related, ...] = ()
    fix: TextFix | None = None
    sentence: str = ""

    @property
    def key(self) -> FindingKey:
        """What a decision about this finding holds on to."""
        nowhere = self.span is None and not self.cells and not self.sentence
        return FindingKey(
            code=self.code,
            # Of what is missing nothing but the message can tell.
            sentence=self.message if nowhere else self.sentence,
            quote="" if self.span is None else self.span.quote,
            cells=self.cells,
            found=self.found,
            expected=self.expected,
            related=tuple(other.span.quote for other in self.related if other.span is not None),
        )

    @property
    def fingerprint(self) -> str:
        """Stable over re-runs and over edits elsewhere in the report."""
        return self.key.fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A finding that was decided to stand."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A rule, or part of one, that was not checked, and why (Chinese)."""

    code: str
    reason: str
    cells: tuple[CellId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """A place where careful readers may differ: shown, never passed and never an error."""

    code: str
    reason: str
    span: TextSpan | None = None
    cells: tuple[CellId, ...] = ()


Outcome: TypeAlias = Finding | Skipped | Uncertain
