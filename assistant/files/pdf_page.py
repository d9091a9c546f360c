"""One page of a PDF as plain values: characters with their places, and ruled tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pdfplumber.page import Page

from assistant.errors import AssistantError
from assistant.files.pdf_lines import Char, TextLine, lines_of

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_MOST_CHARS = 20_000
_MOST_EDGES = 3_000
_MOST_CONTENT = 3_000_000
_FEWEST_CELLS = 2
_SAME_ROW = 1.0
_BAND = 20
_TALLEST_ROW = 400
_WHITE = (1, (1,), (1, 1, 1), (0, 0, 0, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """A table between lines: rows of the cells that begin in them, merged ones as one."""

    left: float
    right: float
    top: float
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """What stands on a page, from top to bottom.

    pictured: whether there are pictures; a page without lines is one picture then.
    turned: whether text that does not run from left to right was left out.
    """

    width: float
    height: float
    lines: tuple[TextLine, ...]
    tables: tuple[RuledTable, ...]
    pictured: bool = False
    turned: bool = False


def page_of(page: Page, name: str) -> PdfPage:
    """The page taken apart. Raises AssistantError E105 for one that is no page of a report."""
    _require_reasonable(page, name)
    chars = _chars(page)
    upright = [char for char in chars if char.upright]
    found = page.filter(_may_rule).find_tables()
    boxes = [table.cells for table in found if len(table.cells) >= _FEWEST_CELLS]
    tables: list[RuledTable] = []
    rest = upright
    for cells in boxes:
        inside, rest = _by_cell(rest, cells)
        tables.append(_table(cells, inside))
    return PdfPage(
        width=float(page.width),
        height=float(page.height),
        lines=tuple(lines_of(rest)),
        tables=tuple(sorted(tables, key=lambda table: table.top)),
        pictured=bool(page.images),
        turned=len(upright) < len(chars),
    )


def _require_reasonable(page: Page, name: str) -> None:
    """Looks at how much there is before it is worked on: the work grows faster than it."""
    content = sum(len(stream.get_data()) for stream in page.page_obj.contents)
    small = content <= _MOST_CONTENT and len(page.chars) <= _MOST_CHARS
    if not small or len(page.edges) > _MOST_EDGES:
        raise AssistantError("E105", f"文件“{name}”第 {page.page_number} 页太复杂，不像一份年报。")


def _may_rule(drawn: Mapping[str, Any]) -> bool:
    """Whether a drawn thing may be a table's line; browsers paint paper white behind a page."""
    if drawn["object_type"] != "rect" or drawn["stroke"]:
        return True
    return drawn["height"] < _TALLEST_ROW and drawn["non_stroking_color"] not in _WHITE


def _chars(page: Page) -> list[Char]:
    return [
        Char(
            text=str(char["text"]),
            left=float(char["x0"]),
            right=float(char["x1"]),
            top=float(char["top"]),
            bottom=float(char["bottom"]),
            upright=bool(char["upright"]),
        )
        for char in page.chars
    ]


def _by_cell(
    chars: Iterable[Char], cells: Sequence[Box]
) -> tuple[dict[Box, list[Char]], list[Char]]:
    """The characters in every cell, and those in none."""
    bands = _bands(cells)
    inside: dict[Box, list[Char]] = defaultdict(list)
    outside: list[Char] = []
    for char in chars:
        found = next((box for box in bands[int(char.middle // _BAND)] if _holds(box, char)), None)
        (outside if found is None else inside[found]).append(char)
    return inside, outside


def _bands(cells: Sequence[Box]) -> dict[int, list[Box]]:
    """Cells by the strips of the page they touch: not every one is tried for each character."""
    bands: dict[int, list[Box]] = defaultdict(list)
    for box in cells:
        for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1):
            bands[band].append(box)
    return bands


def _holds(box: Box, char: Char) -> bool:
    centre = (char.left + char.right) / 2
    return box[0] <= centre <= box[2] and box[1] <= char.middle <= box[3]


def _table(cells: Sequence[Box], inside: dict[Box, list[Char]]) -> RuledTable:
    rows = tuple(tuple(_cell_text(inside.get(box, ())) for box in row) for row in _rows_of(cells))
    return RuledTable(
        left=min(box[0] for box in cells),
        right=max(box[2] for box in cells),
        top=min(box[1] for box in cells),
        rows=rows,
    )


def _rows_of(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """Cells that begin at the same height, from left to right."""
    row: list[Box] = []
    for box in sorted(cells, key=lambda box: box[1]):
        if row and box[1] > row[0][1] + _SAME_ROW:
            yield sorted(row)
            row = []
        row.append(box)
    if row:
        yield sorted(row)


def _cell_text(chars: Sequence[Char]) -> str:
    return "\n".join(line.text for line in lines_of(chars))
