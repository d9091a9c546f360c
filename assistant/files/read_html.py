"""Web pages: paragraphs and tables of a government site's page, scripts and menus left out."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from assistant.errors import AssistantError
from assistant.files.blocks import Source, SourceWriter, strip_blanks
from assistant.files.declared import HTML_META
from assistant.files.file_bytes import MAX_CHARACTERS, decode

_SKIPPED = {
    *("script", "style", "noscript", "template", "head", "title", "nav", "aside", "form"),
    *("button", "select", "option", "input", "textarea", "svg", "iframe", "object", "embed"),
}
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "body", "center", "li", "ul"),
    *("ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"),
    *("address", "figure", "figcaption", "fieldset", "details", "summary", "td", "th", "tr"),
    *("caption", "thead", "tbody", "tfoot", "table", "html"),
}
_ROW_GROUPS = {"thead", "tbody", "tfoot"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]")
_LONGEST_CELL = 150
_DEEPEST = 200
_BROKEN_AT_MOST = 100


def source_of_html(data: bytes, name: str) -> Source:
    """The page's text and tables. Raises AssistantError E105, E106, E109."""
    writer = SourceWriter()
    text = _text_of(data, name, writer)
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise AssistantError("E106", f"文件“{name}”不能作为网页打开。") from error
    _Walk(writer, name).blocks(root, 0)
    return writer.source(name, _declared(root))


def _text_of(data: bytes, name: str, writer: SourceWriter) -> str:
    """The page decoded; a few broken characters do not make it unreadable, but are told."""
    try:
        return decode(data, name)
    except AssistantError as error:
        if error.code != "E109":
            raise
        found = _CHARSET.search(data[:4096])
        charset = found[1].decode("ascii").lower() if found else "utf-8"
        encoding = "gb18030" if charset.startswith("gb") else "utf-8"
        text = data.decode(encoding, errors="replace")
        broken = text.count("\ufffd")
        if broken > len(text) // _BROKEN_AT_MOST or "\x00" in text:
            raise
        writer.not_read(f"网页里有 {broken} 处乱码")
        return text


def _declared(root: HtmlElement) -> str:
    for meta in root.iter("meta"):
        if meta.get("name") == HTML_META:
            content = meta.get("content")
            return "" if content is None else content
    return ""


def _is_shown(element: HtmlElement) -> bool:
    if element.tag in _SKIPPED or element.get("hidden") is not None:
        return False
    style = element.get("style")
    return style is None or _HIDDEN.search(style) is None


class _Walk:
    """Goes through a page and hands paragraphs and tables to the writer."""

    def __init__(self, writer: SourceWriter, name: str) -> None:
        self._writer = writer
        self._name = name
        self._inline: list[str] = []

    def blocks(self, element: HtmlElement, depth: int) -> None:
        """A block element: its own text in lines, the blocks in it in turn."""
        if depth > _DEEPEST or self._writer.length > MAX_CHARACTERS:
            raise AssistantError("E105", f"文件“{self._name}”太大或嵌套太深，不像一份年报。")
        self._inline.append(element.text if element.text else "")
        for child in element:
            self._child(child, depth)
            self._inline.append(child.tail if child.tail else "")
        if element.tag in _BLOCKS:
            self._end_line()

    def _child(self, child: HtmlElement, depth: int) -> None:
        if child.tag == "br":
            self._end_line()
        elif not _is_shown(child):
            return
        elif child.tag == "table" and not _is_layout(child):
            self._end_line()
            rows = [[cell_text(cell) for cell in _cells(row)] for row in _rows(child)]
            self._writer.grid(rows)
        else:
            if child.tag in _BLOCKS:
                self._end_line()
            self.blocks(child, depth + 1)

    def _end_line(self) -> None:
        text = collapsed("".join(self._inline))
        self._inline = []
        if strip_blanks(text):
            self._writer.line(text)


def collapsed(text: str) -> str:
    """``text`` as a page shows it; a line break in the source between wide signs is nothing."""
    return _SPACE.sub(_gap, text).strip(" ")


def _gap(found: re.Match[str]) -> str:
    if "\n" not in found.group():
        return " "
    before = found.string[found.start() - 1 : found.start()]
    behind = found.string[found.end() : found.end() + 1]
    return "" if _WIDE.match(before) and _WIDE.match(behind) else " "


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only arranges the page: it holds tables, or cells of running text."""
    if any(inner is not table for inner in table.iter("table")):
        return True
    return any(len(cell_text(cell)) > _LONGEST_CELL for row in _rows(table) for cell in _cells(row))


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr" and _is_shown(child):
            yield child
        elif child.tag in _ROW_GROUPS and _is_shown(child):
            yield from _rows(child)


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    """Cells that begin in this row; a cell spanning from above is not among them."""
    return (child for child in row if child.tag in {"td", "th"} and _is_shown(child))


def cell_text(cell: HtmlElement) -> str:
    """A cell's text; line breaks and paragraphs in it as line ends."""
    lines = "".join(_pieces(cell)).split("\v")
    return "\n".join(line for line in map(collapsed, lines) if strip_blanks(line))


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Text of an inline tree, with a vertical tab for every line end that is meant."""
    yield element.text if element.text else ""
    for child in element:
        if child.tag == "br":
            yield "\v"
        elif _is_shown(child):
            edge = "\v" if child.tag in _BLOCKS else ""
            yield edge
            yield from _pieces(child)
            yield edge
        yield child.tail if child.tail else ""
