"""Marks in a web page: findings by their severity, and in a draft how each number was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.files.finding_line import finding_line
from assistant.files.printable import printable
from assistant.files.segments import segments
from assistant.forms import Form
from assistant.model import CellId, ClaimState, Finding, Paragraph, Reading

_STATES = {
    ClaimState.BOUND: "与表一致",
    ClaimState.DERIVED: "由表算出",
    ClaimState.DECLARED: "填报人提供",
    ClaimState.UNBOUND: "没有出处",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text; tag and class are ours, everything else the template escapes."""

    text: str
    tag: str = "mark"
    css: str = ""
    title: str = ""
    lead: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark:
    """What a cell of figures is marked with; empty where nothing was found."""

    css: str = ""
    title: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(slots=True)
class Marks:
    """Cuts text at findings and readings; remembers which findings have a place on the page."""

    form: Form
    findings: Sequence[Finding]
    readings: Sequence[Reading] = ()
    _placed: set[int] = field(default_factory=set[int])

    def anchor(self, index: int) -> str:
        """Where on the page a finding stands; empty if nowhere."""
        return _name(index) if index in self._placed else ""

    def pieces(self, paragraph: Paragraph, lead: int = 0) -> Iterator[Piece]:
        """The paragraph in pieces; ``lead`` characters at its beginning are a heading."""
        spans = [item.span for item in (*self.findings, *self.readings)]
        offset = 0
        for segment in segments(paragraph, spans, (lead,)):
            yield self._piece(segment.text, segment.marks, lead=offset < lead)
            offset += len(segment.text)

    def _piece(self, text: str, marks: Sequence[int], *, lead: bool) -> Piece:
        found = [index for index in marks if index < len(self.findings)]
        read = [self.readings[i - len(self.findings)] for i in marks if i >= len(self.findings)]
        if found:
            mark = self._mark(found)
            css, title, tag, anchors = mark.css, mark.title, "mark", mark.anchors
        else:
            css, title, tag, anchors = *self._read(read), "span", ()
        return Piece(
            text=printable(text), tag=tag, css=css, title=title, lead=lead, anchors=anchors
        )

    def cell(self, cell: CellId) -> CellMark:
        """The mark of a cell that a finding without words in the text speaks of."""
        found = [
            index
            for index, finding in enumerate(self.findings)
            if finding.span is None and cell in finding.cells
        ]
        return self._mark(found) if found else CellMark()

    def _mark(self, found: Sequence[int]) -> CellMark:
        gravest = min(found, key=lambda index: self.findings[index].severity.rank)
        title = "；".join(finding_line(self.findings[index]) for index in found)
        fresh = [index for index in found if index not in self._placed]
        self._placed.update(fresh)
        anchors = tuple(_name(index) for index in fresh)
        return CellMark(css=self.findings[gravest].severity.value, title=title, anchors=anchors)

    def _read(self, readings: Iterable[Reading]) -> tuple[str, str]:
        for reading in readings:
            if reading.state is not None:
                source = "、".join(self._source(name) for name in reading.binds)
                told = _STATES[reading.state]
                title = f"{told}：{source}" if source else told
                return f"number {reading.state.value}", printable(title)
        return "", ""

    def _source(self, name: str) -> str:
        column = self.form.columns_by_cell.get(name)
        return name if column is None else f"{self.form.rows_by_cell[name].label}／{column.label}"


def _name(index: int) -> str:
    return f"finding-{index + 1}"
