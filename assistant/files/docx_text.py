"""Prose of a report as Word paragraphs, cut into runs where findings begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.files.docx_elements import (
    BODY,
    DATE,
    HEADINGS,
    SIGNATURE,
    TITLE,
    element,
    line_break,
    paragraph,
    run,
)
from assistant.files.printable import printable
from assistant.files.second_level import lead_length
from assistant.files.segments import segments
from assistant.model import Paragraph, TextSpan

_SECOND_LEVEL_FONT = "楷体_GB2312"
_TITLE_LINE = 20  # characters of 二号 in a line
_HUNDREDTHS = 100
_TWIPS_OF_CHARACTER = 320  # 三号


@dataclass(slots=True)
class MarkedRuns:
    """Makes runs, and collects for every span those that show it, in reading order."""

    spans: Sequence[TextSpan | None]
    shown: dict[int, list[BaseOxmlElement]] = field(
        default_factory=dict[int, list[BaseOxmlElement]]
    )

    def note(self, index: int, made: BaseOxmlElement) -> None:
        """Remembers a run that shows the span of that index."""
        self.shown.setdefault(index, []).append(made)

    def title(self, placed: Paragraph, organisation: str) -> BaseOxmlElement:
        """The title; one too long for a line breaks behind the organisation's name."""
        name = len(organisation) if placed.text.startswith(organisation) else 0
        broken = name if _width(placed.text) > _TITLE_LINE * _HUNDREDTHS else 0
        runs: list[BaseOxmlElement] = []
        for offset, made in self._cut(placed, broken):
            runs += [line_break(), made] if offset == broken > 0 else [made]
        return paragraph(TITLE, runs)

    def heading(self, placed: Paragraph) -> BaseOxmlElement:
        """The heading of a section."""
        return paragraph(HEADINGS[0], (made for _, made in self._cut(placed)))

    def body(self, placed: Paragraph) -> BaseOxmlElement:
        """A paragraph of text; （一）… is a heading of its own or the lead of the paragraph."""
        lead = lead_length(placed.text)
        if lead == len(placed.text) > 0:
            return paragraph(HEADINGS[1], (made for _, made in self._cut(placed)))
        cut = self._cut(placed, lead, _SECOND_LEVEL_FONT)
        return paragraph(BODY, (made for _, made in cut))

    def signature(self, placed: Paragraph, date: Paragraph | None) -> BaseOxmlElement:
        """The organisation's name, two characters from the right, or further left for the date."""
        dated = _width(date.text) if date is not None else 0
        own = _width(placed.text)
        indent = 2 * _HUNDREDTHS + (dated - own + 2 * _HUNDREDTHS if dated > own else 0)
        return _right(SIGNATURE, indent, [made for _, made in self._cut(placed)])

    def date(self, placed: Paragraph, signature: Paragraph | None) -> BaseOxmlElement:
        """The date, beginning two characters to the right of where the signature begins."""
        signed = _width(signature.text) if signature is not None else 0
        own = _width(placed.text)
        indent = signed - own if own <= signed else 2 * _HUNDREDTHS
        return _right(DATE, indent, [made for _, made in self._cut(placed)])

    def _cut(
        self, placed: Paragraph, at: int = 0, font_before: str = ""
    ) -> Iterator[tuple[int, BaseOxmlElement]]:
        """Runs with their offsets; what stands before ``at`` may have a font of its own."""
        offset = 0
        for segment in segments(placed, self.spans, (at,)):
            font = font_before if offset < at else ""
            made = run(printable(segment.text), font=font)
            for index in segment.marks:
                self.note(index, made)
            yield offset, made
            offset += len(segment.text)


def _width(text: str) -> int:
    """Width in hundredths of a Chinese character."""
    return sum(_HUNDREDTHS // 2 if character.isascii() else _HUNDREDTHS for character in text)


def _right(style: str, hundredths: int, runs: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
    twips = hundredths * _TWIPS_OF_CHARACTER // _HUNDREDTHS
    return paragraph(style, runs, element("ind", rightChars=hundredths, right=twips))
