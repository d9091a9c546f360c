"""Which numbers, cells, facts and findings belong together, as data for the review page."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.model import Amount, CellId, CheckResult, Finding, Reading, TextSpan
from assistant.reporting.number_words import source_words, state_of
from assistant.reporting.places import excerpt
from assistant.reporting.safe_text import printable
from assistant.reporting.words import SEVERITIES, fix_line

_CELL = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+){2}")
_BLANK = "空白"


@dataclass(frozen=True)
class Links:
    """Numbers and findings are counted from 1 as given; a source is a cell's or fact's id.

    findings: as listed on the page. origins: where a figure was taken from, where known (Chinese).
    """

    result: CheckResult
    findings: Sequence[Finding]
    name_of: Callable[[str], str]
    origins: Mapping[str, str]

    @cached_property
    def sentences(self) -> tuple[TextSpan, ...]:
        """Every sentence with a number that has a source, once."""
        spans = (r.sentence for r in self.result.readings if r.state is not None)
        return tuple(dict.fromkeys(span for span in spans if span is not None))

    @cached_property
    def figures(self) -> Mapping[CellId, Amount]:
        """The cells the prose was held against."""
        statistics = self.result.statistics
        report = self.result.report
        return report.cells if report.tables or statistics is None else statistics.cells

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """What the officer declared: value and unit by id."""
        facts = () if self.result.statistics is None else self.result.statistics.facts
        return {fact.id: f"{fact.value:f}{fact.unit}" for fact in facts}

    @cached_property
    def numbers_by_source(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers that speak of a cell or fact."""
        return _inverted(map(sources_of, self.result.readings))

    @cached_property
    def findings_by_source(self) -> Mapping[str, tuple[int, ...]]:
        """The findings about a cell."""
        return _inverted(map(cells_of, self.findings))

    @cached_property
    def _findings_by_place(self) -> Sequence[tuple[TextSpan, int]]:
        placed = enumerate(self.findings, start=1)
        return [(finding.span, number) for number, finding in placed if finding.span is not None]

    def findings_at(self, reading: Reading) -> list[int]:
        """The findings whose words hold a number."""
        start, end = reading.span.start, reading.span.end
        at = self._findings_by_place
        return [number for span, number in at if span.start < end and start < span.end]

    def as_data(self, shown: Iterable[CellId]) -> dict[str, object]:
        """All of it as plain values; ``shown``: cells of the tables on the page."""
        named = [*shown, *self.facts, *self.numbers_by_source, *self.findings_by_source]
        readings = enumerate(self.result.readings, start=1)
        findings = enumerate(self.findings, start=1)
        return {
            "numbers": {str(number): self._number(reading) for number, reading in readings},
            "sources": {key: self._source(key) for key in dict.fromkeys(named)},
            "findings": {str(number): self._finding(finding) for number, finding in findings},
        }

    def _number(self, reading: Reading) -> dict[str, object]:
        around = excerpt(self.result.report.text, reading.span)
        told = printable(source_words(reading, self.name_of))
        if reading.agrees is False and reading.expected is not None:
            told += f"，按来源应为 {reading.expected:f}"
        has_sentence = reading.state is not None and reading.sentence is not None
        return {
            "quote": printable(reading.span.quote),
            "state": state_of(reading),
            "told": told,
            "where": f"{around.before}【{around.marked}】{around.behind}",
            "sources": list(sources_of(reading)),
            "findings": self.findings_at(reading),
            "sentence": self._numbers_of_sentences[reading.sentence] if has_sentence else 0,
        }

    @cached_property
    def _numbers_of_sentences(self) -> Mapping[TextSpan | None, int]:
        return {span: number for number, span in enumerate(self.sentences, start=1)}

    def _source(self, key: str) -> dict[str, object]:
        return {
            "name": printable(self.name_of(key)),
            "value": self._value(key),
            "origin": printable(self.origins.get(key, "")),
            "numbers": list(self.numbers_by_source.get(key, ())),
            "findings": list(self.findings_by_source.get(key, ())),
        }

    def _value(self, key: str) -> str:
        if key in self.facts:
            return printable(self.facts[key])
        amount = self.figures.get(key)
        if amount is None:
            return "没有这一格"
        written = printable(amount.written)
        return written if written else _BLANK

    def _finding(self, finding: Finding) -> dict[str, object]:
        fix = fix_line(finding)
        return {
            "label": f"{SEVERITIES[finding.severity]} {finding.code}",
            "css": finding.severity.value,
            "message": printable(finding.message),
            "fix": f"{fix}。" if fix else "",
            "sources": list(cells_of(finding)),
        }


def sources_of(reading: Reading) -> tuple[str, ...]:
    """The cells and facts a number comes from; those inside a formula too."""
    found: list[str] = []
    for bind in reading.binds:
        found += _CELL.findall(bind) if bind.startswith("=") else [bind]
    return tuple(dict.fromkeys(found))


def cells_of(finding: Finding) -> tuple[CellId, ...]:
    """The cells a finding speaks of, its own first."""
    related = (other.cell for other in finding.related if other.cell is not None)
    return tuple(dict.fromkeys((*finding.cells, *related)))


def _inverted(keys: Iterable[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, own in enumerate(keys, start=1):
        for key in own:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
