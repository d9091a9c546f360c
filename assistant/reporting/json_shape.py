"""The shape of the JSON report, for its published schema and for tests."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Base of all parts: nothing coerced, nothing unknown."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Placed(Shape):
    """A span of ``text`` in characters, null where there is none."""

    start: int | None
    end: int | None
    quote: str | None


class Number(Shape):
    """One numeral token, or one statement without a digit."""

    start: int
    end: int
    quote: str
    token_class: Literal[
        "claim",
        "date",
        "year",
        "ordinal",
        "idiom",
        "legal",
        "document-number",
        "list-marker",
        "identifier",
        "name",
        "lexical",
    ] = Field(alias="class")
    kind: Literal["number", "zero", "all", "rate", "growth", "difference"] | None
    value: str | None
    unit: str
    approximate: bool
    state: Literal["bound", "derived", "declared", "unbound"] | None
    binds: list[str]
    note: str


class RelatedPlace(Placed):
    """Another place that belongs to a finding."""

    label: str
    cell: str | None


class Fix(Shape):
    """A proposed replacement; ``safe`` ones change no figure and no meaning."""

    start: int
    end: int
    quote: str
    replacement: str
    safe: bool


class FoundDefect(Placed):
    """One finding."""

    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    slug: str
    severity: Literal["error", "warning", "note"]
    message: str
    cells: list[str]
    found: str | None
    expected: str | None
    related: list[RelatedPlace]
    fix: Fix | None
    fingerprint: str


class WaivedDefect(FoundDefect):
    """A finding that an officer decided to let stand; not among ``findings``."""

    reason: str
    date: str | None


class StaleWaiver(Shape):
    """A decision that fits nothing found: mended since, or void because something changed."""

    code: str
    sentence: str
    quote: str
    reason: str
    date: str | None
    fingerprint: str


class NotChecked(Shape):
    """A rule, or part of one, that was not checked, and why."""

    code: str
    reason: str
    cells: list[str]


class Doubt(Placed):
    """A place where careful readers may differ."""

    code: str
    reason: str
    cells: list[str]


class Summary(Shape):
    """Counts."""

    numbers: int
    accounted: int
    errors: int
    warnings: int
    notes: int
    waived: int


class CheckReport(Shape):
    """What ``check --format json`` prints, version 1."""

    version: Literal[1]
    file: str
    form: str | None
    year: int | None
    organisation: str
    text: str
    statistics: dict[str, str]
    numbers: list[Number]
    findings: list[FoundDefect]
    skipped: list[NotChecked]
    uncertain: list[Doubt]
    passed: list[str]
    waived: list[WaivedDefect]
    stale_waivers: list[StaleWaiver]
    summary: Summary
