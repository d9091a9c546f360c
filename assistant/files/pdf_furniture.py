"""What stands on every page of a PDF and is no part of the report: page numbers, running heads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.files.pdf_lines import TextLine
from assistant.files.pdf_page import PdfPage

_MARGIN = 0.14
_NUMBER = re.compile(
    r"[\s—–－\-·.|第]*(?:\d{1,4}|[一二三四五六七八九十]{1,4})[\s—–－\-·.|页]*"
    r"(?:(?:[/／,，、共]|of)\s*共?\s*\d{1,4}\s*页?)?[\s—–－\-]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE_LINES = 3
_NEAR = 6


def without_furniture(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """The pages without their numbers, and without lines that come again on most of them."""
    repeated = _repeated(pages)
    return [
        replace(
            page,
            lines=tuple(line for line in page.lines if not _is_furniture(line, page, repeated)),
        )
        for page in pages
    ]


def _is_furniture(line: TextLine, page: PdfPage, repeated: set[tuple[str, int]]) -> bool:
    if not _at_edge(line, page):
        return False
    return _NUMBER.fullmatch(line.text) is not None or bool(set(_keys(line)) & repeated)


def _at_edge(line: TextLine, page: PdfPage) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _repeated(pages: Sequence[PdfPage]) -> set[tuple[str, int]]:
    """What stands at the same place of more than half of the pages, whatever its figures."""
    counts = Counter(key for page in pages for key in set(_page_keys(page)))
    fewest = max(2, len(pages) // 2 + 1)
    return {key for key, count in counts.items() if count >= fewest}


def _page_keys(page: PdfPage) -> Iterator[tuple[str, int]]:
    edges = [line for line in page.lines if _at_edge(line, page)]
    for line in {*edges[:_EDGE_LINES], *edges[-_EDGE_LINES:]}:
        yield from _keys(line)


def _keys(line: TextLine) -> Iterator[tuple[str, int]]:
    """What a line says and about where; two places, for pages a hair's breadth apart."""
    said = _DIGITS.sub("0", line.text)
    place = int(line.top // _NEAR)
    yield said, place
    yield said, place + 1
