"""The report's text as the web page shows it: findings and numbers marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.model import Finding
from assistant.reporting.marked_text import Block, Cut, marked_blocks
from assistant.reporting.number_words import source_words, state_of
from assistant.reporting.places import place_of
from assistant.reporting.review_links import Links
from assistant.reporting.words import SEVERITIES

_DOUBTFUL = {"unbound", "wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A piece of text with its marks.

    finding: severity of the gravest finding here. places: numbers of the findings that begin
    here. listed: number of the finding to go back to. number: which number this is part of, and
    state: how it was understood. begins: whether it begins here. sentence: which one it is in.
    """

    text: str
    title: str = ""
    finding: str = ""
    places: tuple[int, ...] = ()
    listed: int = 0
    number: int = 0
    state: str = ""
    begins: bool = False
    sentence: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether somebody has to look at it."""
        return bool(self.finding) or self.state in _DOUBTFUL


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A title, heading, paragraph or table."""

    kind: str
    rows: tuple[tuple[tuple[Shown, ...], ...], ...]

    @property
    def doubtful(self) -> bool:
        """Whether somebody has to look at something in it."""
        return any(piece.doubtful for row in self.rows for cell in row for piece in cell)


@dataclass
class ShownText:
    """Makes the marks of the text; findings and numbers are counted from 1 as given."""

    links: Links
    _begun: set[int] = field(default_factory=set[int])

    def blocks(self) -> Iterator[ShownBlock]:
        """The whole text."""
        report, readings = self.links.result.report, self.links.result.readings
        places = [place_of(report, finding) for finding in self._findings]
        spans = [*places, *(reading.span for reading in readings), *self.links.sentences]
        for block in marked_blocks(report, spans):
            yield self._block(block)

    @property
    def _findings(self) -> Sequence[Finding]:
        return self.links.findings

    def _block(self, block: Block) -> ShownBlock:
        rows = tuple(
            tuple(tuple(self._shown(cut) for cut in cell) for cell in row) for row in block.rows
        )
        return ShownBlock(block.kind, rows)

    def _shown(self, cut: Cut) -> Shown:
        findings, readings = len(self._findings), len(self.links.result.readings)
        found = [index for index in cut.marks if index < findings]
        read = [index - findings for index in cut.marks if 0 <= index - findings < readings]
        sentences = [index - findings - readings for index in cut.marks]
        gravest = min(found, key=lambda index: self._findings[index].severity.rank, default=None)
        return Shown(
            text=cut.text,
            title="；".join((*map(self._finding_title, found), *map(self._number_title, read))),
            finding="" if gravest is None else self._findings[gravest].severity.value,
            places=tuple(index + 1 for index in cut.begins if index < findings),
            listed=0 if gravest is None else gravest + 1,
            number=read[0] + 1 if read else 0,
            state=state_of(self.links.result.readings[read[0]]) if read else "",
            begins=bool(read) and self._is_first(read[0]),
            sentence=max((*sentences, -1)) + 1,
        )

    def _is_first(self, number: int) -> bool:
        first = number not in self._begun
        self._begun.add(number)
        return first

    def _number_title(self, index: int) -> str:
        return source_words(self.links.result.readings[index], self.links.name_of)

    def _finding_title(self, index: int) -> str:
        finding = self._findings[index]
        return f"{SEVERITIES[finding.severity]} {finding.code}：{finding.message}"
