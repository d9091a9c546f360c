"""Title, organisation, year, signature and date of a report."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.files.blocks import strip_blanks, trimmed, without_blanks
from assistant.files.reading_words import ReadingWords
from assistant.files.section_titles import chinese_ordinal
from assistant.model import Paragraph

_YEAR = re.compile(r"(?<!\d)20\d{2}\s*(?:年度?|度)?")
_YEAR_WORD = re.compile(r"(?<!\d)(20\d{2})\s*年")
_CHINESE_YEAR = re.compile(r"二[〇○零0O][一二三四五六七八九〇○零]{2}年度?")
_PERIOD = re.compile(r"(20\d{2})\s*年\s*1\s*月\s*1\s*日")
_DATE = re.compile(r"(20\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$")
_CHINESE_DATE = re.compile(
    r"(二[〇○零0O][一二三四五六七八九〇○零]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$"
)
_CHINESE_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_SENTENCE = re.compile(r"[。；，,：:！？!?]")
_LONGEST_TITLE = 60
_LONGEST_NAME = 30


def is_title(text: str, words: ReadingWords) -> bool:
    """Whether a line may be the report's title."""
    content = strip_blanks(text)
    if not 4 <= len(content) <= _LONGEST_TITLE or _SENTENCE.search(content):
        return False
    if any(sign in content for sign in (">", "＞", "》", "|", "→", "/")):
        return False
    named = any(word in content for word in words.title_words)
    return named and any(word in content for word in words.title_subjects)


def find_title(lines: Sequence[Paragraph], text: str, words: ReadingWords) -> Paragraph | None:
    """The title among the lines before the first section; it may take two lines."""
    found = [index for index, line in enumerate(lines) if is_title(line.text, words)]
    if found:
        return _with_line_before(lines, found[-1], text, words)
    for index in range(len(lines) - 1):
        pair = lines[index].text + lines[index + 1].text
        if is_title(without_blanks(pair), words) and len(strip_blanks(lines[index].text)) > 1:
            return _joined(lines[index], lines[index + 1], text)
    return None


def _joined(first: Paragraph, last: Paragraph, text: str) -> Paragraph:
    return trimmed(first.start, text[first.start : last.end])


def _with_line_before(
    lines: Sequence[Paragraph], index: int, text: str, words: ReadingWords
) -> Paragraph:
    """A title that begins with the year has the organ's name in the line before it."""
    line = lines[index]
    place = _without_markup(line)
    if index == 0 or organisation_of(place.text, words):
        return place
    before = strip_blanks(lines[index - 1].text)
    crumb = any(subject in before for subject in words.title_subjects)
    if not crumb and _is_short_label(before):
        return _joined(lines[index - 1], line, text)
    return place


def _without_markup(line: Paragraph) -> Paragraph:
    """The line without the signs Markdown puts around a heading."""
    place = trimmed(line.start, line.text)
    content = place.text.strip("#* ") if place.text.startswith(("#", "*")) else place.text
    return Paragraph(start=place.start + place.text.index(content), text=content)


def is_name(text: str, words: ReadingWords) -> bool:
    """Whether a line may be the name of an organ and nothing else."""
    content = without_blanks(text)
    return _is_short_label(content) and words.names_an_organ(
        re.sub(r"[（(](?:盖章|章|公章)[)）]$", "", content)
    )


def _is_short_label(text: str) -> bool:
    """Whether a line is short and holds neither figures nor punctuation."""
    content = without_blanks(text)
    inside = re.search(r"[\d。；，、,：:！？《》>＞/|]", content)
    return 2 <= len(content) <= _LONGEST_NAME and inside is None


def organisation_of(title: str, words: ReadingWords) -> str:
    """The organ named in a title; empty when there is none."""
    flat = without_blanks(title).lstrip("#*")
    places = [flat.find(subject) for subject in words.title_subjects if subject in flat]
    head = flat[: min(places)] if places else flat
    bare = _CHINESE_YEAR.sub("", _YEAR.sub("", head))
    bare = re.sub(r"^年度?|(?:年度?|度)$", "", bare)
    return re.sub(r"关于$", "", bare).strip("《》“”—-")


def year_in(text: str) -> int | None:
    """The first year a title names."""
    flat = unicodedata.normalize("NFKC", without_blanks(text))
    found = re.search(r"(?<!\d)(20\d{2})(?!\d)", flat)
    if found:
        return int(found[1])
    chinese = re.search(r"二[〇○零0O][一二三四五六七八九〇○零]{2}(?=年)", without_blanks(text))
    return int(chinese[0].translate(_CHINESE_DIGITS)) if chinese else None


def guess_year(lines: Sequence[Paragraph], date: datetime.date | None) -> int | None:
    """The year a report without a telling title is about."""
    for line in lines:
        found = _PERIOD.search(line.text)
        if found:
            return int(found[1])
    if date is not None:
        return date.year - 1
    years = Counter(int(year) for line in lines for year in _YEAR_WORD.findall(line.text))
    return years.most_common(1)[0][0] if years else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """End of a report: where its last section stops, who signed and when."""

    end: int
    signature: Paragraph | None = None
    date_line: Paragraph | None = None
    date: datetime.date | None = None


def read_date(text: str) -> tuple[datetime.date, int] | None:
    """The date a line ends with, and where in ``text`` it begins."""
    content = text.rstrip()
    flat = unicodedata.normalize("NFKC", without_blanks(content))
    found = _DATE.search(flat)
    parts = [found[1], found[2], found[3]] if found else []
    if found is None:
        found = _CHINESE_DATE.search(without_blanks(content))
        parts = _chinese_parts(found) if found else []
    if found is None:
        return None
    try:
        date = datetime.date(*(int(part) for part in parts))
    except ValueError:
        return None
    return date, _start_of(text, len(found[0]))


def _chinese_parts(found: re.Match[str]) -> list[str]:
    year = found[1].translate(_CHINESE_DIGITS)
    return [year, str(chinese_ordinal(found[2])), str(chinese_ordinal(found[3]))]


def _start_of(text: str, length: int) -> int:
    """Index in ``text`` from which ``length`` characters that are no blanks are left."""
    left = length
    for index in range(len(text) - 1, -1, -1):
        if without_blanks(text[index]):
            left -= 1
        if left == 0:
            return index
    return 0
