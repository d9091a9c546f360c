"""The end of a report: signature, date, and what a web page puts behind them."""

import re
from collections.abc import Sequence

from assistant.files.blocks import strip_blanks, trimmed
from assistant.files.reading_words import ReadingWords
from assistant.files.report_names import Tail, is_name, read_date
from assistant.model import Paragraph

_LONGEST_FOOTER = 60
_LONGEST_SIGNED = 45
_LINES_LOOKED_AT = 25


def find_tail(lines: Sequence[Paragraph], words: ReadingWords) -> Tail:
    """Signature and date among the lines of the last section (heading excluded)."""
    end = _footer_at(lines, words)
    looked_at = range(end - 1, max(-1, end - 1 - _LINES_LOOKED_AT), -1)
    dated = [tail for index in looked_at if (tail := _dated(lines, index, words)) is not None]
    signed = [tail for tail in dated if tail.signature is not None]
    for tail in (*signed, *dated):
        return tail
    last = _last_filled(lines, end)
    if last is not None and is_name(lines[last].text, words):
        return Tail(end=last, signature=trimmed(lines[last].start, lines[last].text))
    return Tail(end=end)


def _footer_at(lines: Sequence[Paragraph], words: ReadingWords) -> int:
    """Index of the first line that belongs to the page and not to the report."""
    for index, line in enumerate(lines):
        if _is_footer(strip_blanks(line.text).lstrip("【[ "), words):
            return index
    return len(lines)


def _is_footer(content: str, words: ReadingWords) -> bool:
    """Whether a line is one of the page's labels; 承办建议12件 is prose, 承办：… is not."""
    if len(content) > _LONGEST_FOOTER or content.endswith("。"):
        return False
    return any(
        content.startswith(word) and not content[len(word) : len(word) + 1].isalnum()
        for word in words.page_footers
    )


def _dated(lines: Sequence[Paragraph], index: int, words: ReadingWords) -> Tail | None:
    """The end of the report if this line is its date, with or without the name before it."""
    line = lines[index]
    found = read_date(line.text) if len(strip_blanks(line.text)) <= _LONGEST_SIGNED else None
    if found is None:
        return None
    date, cut = found
    date_line = trimmed(line.start + cut, line.text[cut:])
    before = trimmed(line.start, line.text[:cut])
    if before.text:
        if not is_name(before.text, words):
            return None
        return Tail(end=index, signature=before, date_line=date_line, date=date)
    above = _last_filled(lines, index)
    if above is not None and _signs(lines[above].text, words):
        signature = trimmed(lines[above].start, lines[above].text)
        return Tail(end=above, signature=signature, date_line=date_line, date=date)
    return Tail(end=index, date_line=date_line, date=date)


def _signs(text: str, words: ReadingWords) -> bool:
    """Whether the line above a date is a signature: a name, or short and no sentence."""
    content = strip_blanks(text)
    if is_name(content, words):
        return True
    return len(content) <= 20 and re.search(r"[。；，,：:！？\d、]", content) is None


def _last_filled(lines: Sequence[Paragraph], end: int) -> int | None:
    for index in range(end - 1, -1, -1):
        if strip_blanks(lines[index].text):
            return index
    return None
