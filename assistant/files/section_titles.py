"""Headings of a report's sections, told by title; the number before it only helps."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.files.blocks import trimmed
from assistant.files.labels import label_text
from assistant.forms import Form
from assistant.model import Paragraph

_MARKER = re.compile(
    r"(?:第(?P<part>[一二三四五六七八九十]{1,3})部分[：:、\s]*|(?P<plain>[一二三四五六七八九十]{1,3})\s*[、.．,，:：]\s*)"
)
_LONGEST_HEADING = 45
_NEAR = 85
_NEAR_WITH_NUMBER = 60
_ENDS_OF_TITLE = "。：:；;！!？?"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line taken apart. number: the section it was recognised as. rest: prose behind it."""

    ordinal: int | None
    number: int | None
    line: Paragraph
    title: str
    rest: Paragraph | None = None


def chinese_ordinal(text: str) -> int:
    """Value of 一 to 九十九."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text[-1], 0)
    return 10 * (_DIGITS.get(tens[-1], 1) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)


@dataclass(frozen=True)
class SectionTitles:
    """The accepted titles of some forms' sections, by their compared letters."""

    keys: dict[str, int]

    @classmethod
    def of(cls, forms: Iterable[Form]) -> "SectionTitles":
        """Titles and variants of all sections of the forms."""
        return cls(
            {
                label_text(title).key: section.number
                for form in forms
                for section in form.sections
                for title in (section.title, *section.variants)
            }
        )

    def is_title(self, text: str) -> bool:
        """Whether a line is just an accepted title, with or without its number."""
        if len(text) > _LONGEST_HEADING:
            return False
        found = _MARKER.match(text.strip())
        title = text.strip()[found.end() :] if found else text.strip()
        return self._exact(title) is not None

    def heading(self, line: Paragraph) -> Heading | None:
        """The line as a heading, None if it cannot be one."""
        place = trimmed(line.start, _without_markup(line.text))
        start = line.text.find(place.text) if place.text else 0
        place = Paragraph(start=line.start + start, text=place.text)
        found = _MARKER.match(place.text)
        if found is None:
            return self._unnumbered(place)
        ordinal = chinese_ordinal(found["part"] if found["part"] else found["plain"])
        return self._numbered(place, found.end(), ordinal)

    def _unnumbered(self, place: Paragraph) -> Heading | None:
        title = place.text.rstrip(_ENDS_OF_TITLE)
        number = self._exact(title) if len(title) <= _LONGEST_HEADING else None
        if number is None:
            return None
        return Heading(None, number, Paragraph(start=place.start, text=title), title)

    def _numbered(self, place: Paragraph, cut: int, ordinal: int) -> Heading | None:
        title = place.text[cut:]
        run_in = self._run_in(place, cut, ordinal)
        if run_in is not None:
            return run_in
        if not title or len(title) > _LONGEST_HEADING or title.endswith(("。", "；")):
            return None
        title = title.rstrip(_ENDS_OF_TITLE)
        number = self._number(title, ordinal)
        text = place.text[: cut + len(title)]
        return Heading(ordinal, number, Paragraph(start=place.start, text=text), title)

    def _run_in(self, place: Paragraph, cut: int, ordinal: int) -> Heading | None:
        """A heading whose text goes on in the same line, behind a stop or a space."""
        stop = re.search(r"[。：:；\s]", place.text[cut : cut + _LONGEST_HEADING])
        if stop is None:
            return None
        title = place.text[cut : cut + stop.start()]
        number = self._exact(title)
        rest = trimmed(place.start + cut + stop.end(), place.text[cut + stop.end() :])
        if number is None or not rest.text:
            return None
        text = place.text[: cut + len(title)]
        return Heading(ordinal, number, Paragraph(start=place.start, text=text), title, rest)

    def _exact(self, title: str) -> int | None:
        label = label_text(title)
        return self.keys.get(label.key) if not label.marker else None

    def _number(self, title: str, ordinal: int) -> int | None:
        """Section of a title that is an accepted one, or near enough to one."""
        key = label_text(title).key
        if key in self.keys:
            return self.keys[key]
        scores = [(fuzz.ratio(key, known), number) for known, number in self.keys.items()]
        score, number = max(scores, default=(0, None))
        same = [pair for pair in scores if pair[1] == ordinal]
        if score < _NEAR and same:
            score_same = max(same)[0]
            return ordinal if score_same >= max(_NEAR_WITH_NUMBER, score - 5) else None
        return number if score >= _NEAR else None


def _without_markup(text: str) -> str:
    """The line without the signs Markdown puts around headings."""
    return text.strip().lstrip("#").strip("* ") if text.lstrip().startswith(("#", "*")) else text
