"""The report's text as the web page shows it: findings and numbers marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.model import Finding, Reading, Report
from assistant.reporting.marked_text import Cut, marked_blocks
from assistant.reporting.number_words import source_words, state_of
from assistant.reporting.places import place_of
from assistant.reporting.words import SEVERITIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A piece of text with its marks.

    finding: severity of the gravest finding here. places: numbers of the findings that begin
    here. listed: number of the finding to go back to. number: state of the number here.
    """

    text: str
    title: str = ""
    finding: str = ""
    places: tuple[int, ...] = ()
    listed: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A title, heading, paragraph or table."""

    kind: str
    rows: tuple[tuple[tuple[Shown, ...], ...], ...]


class ShownText:
    """Makes the marks of the text; findings are numbered from 1 as given."""

    def __init__(
        self,
        report: Report,
        findings: Sequence[Finding],
        readings: Sequence[Reading],
        name_of: Callable[[str], str],
    ) -> None:
        self._report = report
        self._findings = findings
        self._readings = readings
        self._name_of = name_of

    def blocks(self) -> Iterator[ShownBlock]:
        """The whole text."""
        places = [place_of(self._report, finding) for finding in self._findings]
        spans = [*places, *(reading.span for reading in self._readings)]
        for block in marked_blocks(self._report, spans):
            rows = tuple(
                tuple(tuple(self._shown(cut) for cut in cell) for cell in row) for row in block.rows
            )
            yield ShownBlock(block.kind, rows)

    def _shown(self, cut: Cut) -> Shown:
        count = len(self._findings)
        found = [index for index in cut.marks if index < count]
        read = [self._readings[index - count] for index in cut.marks if index >= count]
        gravest = min(found, key=lambda index: self._findings[index].severity.rank, default=None)
        told = [self._finding_title(index) for index in found]
        told += [source_words(reading, self._name_of) for reading in read]
        return Shown(
            text=cut.text,
            title="；".join(told),
            finding="" if gravest is None else self._findings[gravest].severity.value,
            places=tuple(index + 1 for index in cut.begins if index < count),
            listed=0 if gravest is None else gravest + 1,
            number=state_of(read[0]) if read else "",
        )

    def _finding_title(self, index: int) -> str:
        finding = self._findings[index]
        return f"{SEVERITIES[finding.severity]} {finding.code}：{finding.message}"
