"""A report set on pages as a word processor does it, and those pages written as a PDF."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.files.document_order import Part, Text, in_order
from assistant.files.table_layout import column_shares
from assistant.forms import Form
from assistant.forms.grid import Grid, GridCell, GridRow, grid
from assistant.model import Report

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 80, 80 + 28 * 16, 105, 740
BODY, TITLE, SMALL, STEP, ROW = 16, 22, 9, 28, 12
RADICALS = str.maketrans("工长门见龙页一", "⼯⻓⻔⻅⻰⻚⼀")
CLOSING = "，。、；：！？）》”’】〕%"


def width(text: str, size: float) -> float:
    """How much room a text takes."""
    return sum(size * (0.5 if char.isascii() else 1) for char in text)


def broken(text: str, size: float, room: float, indent: float = 0) -> Iterator[str]:
    """The lines of a paragraph; figures stay whole, no line begins with a closing sign."""
    line, left = "", room - indent
    for unit in _units(text):
        if line and width(line + unit, size) > left:
            yield line
            line, left = "", room
        line += unit
    yield line


def _units(text: str) -> Iterator[str]:
    unit = ""
    for char in text:
        joined = char in CLOSING or (char.isascii() and unit[-1:].isascii() and char != " ")
        if unit and not joined:
            yield unit
            unit = ""
        unit += char
    if unit:
        yield unit


@dataclass
class Sheet:
    """One page: what is printed where, from the upper left corner."""

    texts: list[tuple[float, float, float, str]] = field(
        default_factory=list[tuple[float, float, float, str]]
    )
    rules: list[tuple[float, float, float, float]] = field(
        default_factory=list[tuple[float, float, float, float]]
    )
    picture: bool = False


@dataclass
class Typesetter:
    """Sets a report. running_head: printed above every page."""

    running_head: str = ""
    sheets: list[Sheet] = field(default_factory=list[Sheet])
    down: float = BOTTOM + 1

    def sheet(self, needed: float) -> Sheet:
        """The page with so much room left, a new one if need be."""
        if self.down + needed > BOTTOM or not self.sheets:
            self.sheets.append(Sheet())
            self.down = TOP
            number = len(self.sheets)
            self.sheets[-1].texts.append((280, 754, 14, f"— {number} —"))
            if self.running_head:
                self.sheets[-1].texts.append((200, 60, 9, f"{self.running_head} {number}"))
        return self.sheets[-1]

    def report(self, report: Report, form: Form) -> "Typesetter":
        for block in in_order(report, form):
            if isinstance(block, Text):
                self.text(block)
            else:
                self.table(grid(block), report)
        return self

    def text(self, block: Text) -> None:
        said = block.paragraph.text
        if block.part is Part.TITLE:
            for line in broken(said, TITLE, RIGHT - LEFT):
                self.line((WIDTH - width(line, TITLE)) / 2, TITLE, line)
        elif block.part in {Part.SIGNATURE, Part.DATE}:
            self.line(RIGHT - 64 - width(said, BODY), BODY, said)
        else:
            for index, line in enumerate(broken(said, BODY, RIGHT - LEFT, 2 * BODY)):
                self.line(LEFT if index else LEFT + 2 * BODY, BODY, line)

    def line(self, left: float, size: float, text: str) -> None:
        self.sheet(STEP).texts.append((left, self.down, size, text))
        self.down += STEP + (size - BODY)

    def table(self, printed: Grid, report: Report) -> None:
        """Every row as tall as its labels; the column labels again on every page."""
        widths = column_shares(printed, RIGHT - LEFT)
        edges = [LEFT + sum(widths[:count]) for count in range(len(widths) + 1)]
        open_cells: dict[GridCell, int] = {}
        self.sheet(ROW * 4 * (printed.header_rows + 1))
        for index, row in enumerate(printed.rows):
            before = self.down
            if self._begins_page(self._tall(row, open_cells, index, edges)) and index:
                self._cut(self.sheets[-2], open_cells, edges, before)
                again: dict[GridCell, int] = {}
                for head, labels in enumerate(printed.rows[: printed.header_rows]):
                    self._row(head, labels, again, (edges, report))
                self._cut(self.sheets[-1], open_cells, edges, self.down)
            self._row(index, row, open_cells, (edges, report))
        self.down += ROW

    def _begins_page(self, needed: float) -> bool:
        before = len(self.sheets)
        self.sheet(needed)
        return len(self.sheets) > before

    def _tall(
        self, row: GridRow, open_cells: dict[GridCell, int], index: int, edges: Sequence[float]
    ) -> float:
        """A row must hold its cells, and those from above that end in it."""
        ending = [cell for cell, until in open_cells.items() if until == index + 1]
        return max(self._height(cell, edges) for cell in (*row.cells, *ending))

    def _row(
        self,
        index: int,
        row: GridRow,
        open_cells: dict[GridCell, int],
        page: tuple[Sequence[float], Report],
    ) -> None:
        edges, report = page
        height = self._tall(row, open_cells, index, edges)
        sheet = self.sheets[-1]
        self._cut(sheet, dict.fromkeys(row.cells, 0), edges, self.down)
        for cell in row.cells:
            open_cells[cell] = index + cell.row_span
            self._text_in(sheet, cell, edges, report)
        for cell in open_cells:
            for side in (edges[cell.column], edges[cell.column + cell.column_span]):
                sheet.rules.append((side, self.down, side, self.down + height))
        self.down += height
        ended = {cell: until for cell, until in open_cells.items() if until <= index + 1}
        self._cut(sheet, ended, edges, self.down)
        for cell in ended:
            del open_cells[cell]

    def _cut(
        self, sheet: Sheet, cells: dict[GridCell, int], edges: Sequence[float], down: float
    ) -> None:
        """A rule across the given cells."""
        sheet.rules += [
            (edges[cell.column], down, edges[cell.column + cell.column_span], down)
            for cell in cells
        ]

    def _height(self, cell: GridCell, edges: Sequence[float]) -> float:
        room = edges[cell.column + cell.column_span] - edges[cell.column] - 4
        return 4 + ROW * len(list(broken(cell.text, SMALL, room)))

    def _text_in(
        self, sheet: Sheet, cell: GridCell, edges: Sequence[float], report: Report
    ) -> None:
        said = cell.text if cell.cell is None else report.cells[cell.cell].written
        room = edges[cell.column + cell.column_span] - edges[cell.column] - 4
        for number, line in enumerate(broken(said, SMALL, room)):
            down = self.down + 2 + number * ROW
            sheet.texts.append((edges[cell.column] + 2, down, SMALL, line))


def pdf(
    sheets: Sequence[Sheet], *, locked: bool = False, mapped: bool = True, packed: bool = True
) -> bytes:
    """The pages as a file. locked: with a password. mapped: whether it tells what signs mean."""
    used = sorted({char for sheet in sheets for *_, text in sheet.texts for char in text})
    first = 8
    kids = [first + 2 * index for index in range(len(sheets))]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] " + (b"/ToUnicode 6 0 R" if mapped else b"") + b" >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor 5 0 R >>",
        5: b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880]"
        b" /Ascent 880 /Descent -120 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
        6: _stream(_meanings(used), pack=packed),
        7: _stream(
            b"\x80",
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1"
            b" /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    }
    for kid, sheet in zip(kids, sheets, strict=True):
        objects[kid] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {kid + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 7 0 R >> >> >>"
        ).encode()
        objects[kid + 1] = _stream(_content(sheet), pack=packed)
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"1f" * 32, b"2e" * 32)
    return _file(objects, lock if locked else b"")


def _meanings(used: Sequence[str]) -> bytes:
    lines = [f"<{ord(char):04x}> <{ord(char):04x}>" for char in used]
    body = "\n".join(lines)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(lines)} beginbfchar\n{body}\nendbfchar endcmap end end"
    ).encode()


def _content(sheet: Sheet) -> bytes:
    rules = [
        f"{left} {HEIGHT - top} m {right} {HEIGHT - bottom} l S"
        for left, top, right, bottom in sheet.rules
    ]
    texts = [
        f"BT /F1 {size} Tf 1 0 0 1 {left} {HEIGHT - top - 0.88 * size} Tm"
        f" <{''.join(f'{ord(char):04x}' for char in text)}> Tj ET"
        for left, top, size, text in sheet.texts
        if text
    ]
    picture = ["q 300 0 0 400 100 200 cm /Im1 Do Q"] if sheet.picture else []
    return "\n".join(["0.5 w", *rules, *texts, *picture]).encode()


def _stream(content: bytes, more: bytes = b"", *, pack: bool = True) -> bytes:
    if not pack:
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (
        len(packed), more, packed,
    )  # fmt: skip


def _file(objects: dict[int, bytes], lock: bytes) -> bytes:
    output = bytearray(b"%PDF-1.5\n")
    places: list[int] = []
    for number in sorted(objects):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt %s /ID [<00> <00>]" % lock if lock else b""
    output += b"trailer << /Size %d /Root 1 0 R%s >>\n" % (len(places) + 1, locked)
    output += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(output)


def report_pdf(
    report: Report, form: Form, running_head: str = "", signs: dict[int, int] | None = None
) -> bytes:
    """A report as the file a word processor makes of it. signs: other ones for some characters."""
    sheets = Typesetter(running_head).report(report, form).sheets
    if signs is not None:
        for sheet in sheets:
            sheet.texts = [(x, y, size, said.translate(signs)) for x, y, size, said in sheet.texts]
    return pdf(sheets)
