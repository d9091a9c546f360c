"""Lines of a plain text with their offsets, and the cells that stand in one line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.files.blocks import Cell, Row, without_blanks
from assistant.files.cell_text import looks_like_amount
from assistant.files.labels import Labels
from assistant.files.section_titles import SectionTitles
from assistant.model import Paragraph

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\u2028]")
_BARS = re.compile(r"[|｜│┃¦]")
_RULE = re.compile(
    r"[\s|｜│┃¦:+=─━┼├┤┌┐└┘┬┴\-]*(?:-{3,}|─{2,}|━{2,}|={3,})[\s|｜│┃¦:+=─━┼├┤┌┐└┘┬┴\-]*"
)
# What Markdown draws below the first row; one dash is enough.
_SECOND_LINE = re.compile(r"[\s|]*:?-+:?(?:\s*\|\s*:?-+:?)*[\s|]*")
_BEHIND_LABELS = " \t\n\r\u3000\xa0）)】]”’」』\"'。．.：:；;，,、！!？?…—-"
_EMPHASIS = ("***", "**", "__", "`", "*")
_WORDS = re.compile(r"\S+")
_LONGEST_LABEL = 80
_LONGEST_ROW = 300
_SENTENCE_ENDS = ("。", "；", "！", "？")


def split_lines(text: str) -> list[Paragraph]:
    """All lines of ``text`` without their line ends."""
    lines: list[Paragraph] = []
    start = 0
    for end in _LINE_END.finditer(text):
        lines.append(Paragraph(start=start, text=text[start : end.start()]))
        start = end.end()
    lines.append(Paragraph(start=start, text=text[start:]))
    return lines


@dataclass(frozen=True)
class Vocabulary:
    """The labels of all known forms: what tells a table's line from prose."""

    forms: tuple[Labels, ...]
    titles: SectionTitles

    @cached_property
    def _last_signs(self) -> frozenset[str]:
        """Signs with which labels end: what tells most lines of prose at a glance."""
        return frozenset(key[-1:] for labels in self.forms for key in labels.keys)

    def is_heading(self, text: str) -> bool:
        """Whether a line is the title of a section, and no label."""
        return self.titles.is_title(text) and not self.is_label(text)

    def is_label(self, text: str) -> bool:
        """Whether a text is an official label of any form."""
        if len(text) > _LONGEST_LABEL or text.rstrip(_BEHIND_LABELS)[-1:] not in self._last_signs:
            return False
        return any(labels.exact(text) for labels in self.forms)

    def count(self, cells: Iterable[Cell]) -> int:
        """How many different labels stand in the cells."""
        return len({without_blanks(cell.text) for cell in cells if self.is_label(cell.content)})


def is_prose(text: str) -> bool:
    """Whether a line is a sentence rather than a cell."""
    content = text.strip()
    if len(content) > _LONGEST_LABEL:
        return "\t" not in content
    return content.endswith(_SENTENCE_ENDS) and "\t" not in content


def is_rule(text: str) -> bool:
    """Whether a line only draws a table's border."""
    return _RULE.fullmatch(text) is not None if len(text) <= _LONGEST_ROW else False


def is_below_first_row(text: str) -> bool:
    """Whether a line, were it the second of a table in Markdown, only parts the rows."""
    return len(text) <= _LONGEST_ROW and _SECOND_LINE.fullmatch(text) is not None


def has_bars(text: str) -> bool:
    """Whether a line is a row of cells between bars."""
    return _BARS.search(text) is not None


def bar_cells(line: Paragraph) -> Row:
    """Cells between bars; a bar at either end of the line opens and closes the row."""
    cells = tuple(map(_without_emphasis, _split(line, _BARS)))
    first = 1 if len(cells) > 1 and not cells[0].content else 0
    last = len(cells) - 1 if len(cells) > 1 and not cells[-1].content else len(cells)
    closed = line.text.rstrip()[-1:] in "|｜│┃¦"
    return cells[first : last if closed else len(cells)]


def _without_emphasis(cell: Cell) -> Cell:
    """A cell of Markdown that is set bold or as code, without the signs for it."""
    content = cell.content
    sign = next((sign for sign in _EMPHASIS if content.startswith(sign)), "")
    inner = content[len(sign) : -len(sign)] if sign else ""
    if not inner or not content.endswith(sign) or sign in inner:
        return cell
    return Cell(cell.start + cell.text.index(content) + len(sign), inner)


def tab_cells(line: Paragraph) -> Row:
    """Cells between tabs."""
    return _split(line, re.compile("\t"))


def _split(line: Paragraph, separator: re.Pattern[str]) -> Row:
    cells: list[Cell] = []
    start = 0
    for found in separator.finditer(line.text):
        cells.append(Cell(line.start + start, line.text[start : found.start()]))
        start = found.end()
    cells.append(Cell(line.start + start, line.text[start:]))
    return tuple(cells)


def spaced_cells(line: Paragraph, vocabulary: Vocabulary) -> Row:
    """Cells of a row whose columns are only spaces apart; empty when the line is no such row."""
    words = list(_WORDS.finditer(line.text)) if len(line.text) <= _LONGEST_ROW else []
    cells: list[Cell] = []
    index = 0
    while index < len(words):
        taken = _label_words(line.text, words[index:], vocabulary)
        text = line.text[words[index].start() : words[index + taken - 1].end()]
        if not vocabulary.is_label(text) and not looks_like_amount(text):
            return ()
        cells.append(Cell(line.start + words[index].start(), text))
        index += taken
    return tuple(cells) if len(cells) > 1 else ()


def _label_words(text: str, words: Sequence[re.Match[str]], vocabulary: Vocabulary) -> int:
    """How many words from here make one label; 1 when none do."""
    for count in range(1, min(4, len(words)) + 1):
        if vocabulary.is_label(text[words[0].start() : words[count - 1].end()]):
            return count
    return 1
