"""Sentences that stand in two reports: told in time that grows with the text and no faster."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from assistant.checks.phrases import has_any, words
from assistant.model import Paragraph, Report, TextSpan, bare_name

_SENTENCE = re.compile(r"[^。；！？;\n]+")
_YEAR = re.compile(r"(?:19|20)\d{2}年度?")
_NOT_TEXT = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_MARKER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]是|\d{1,2}[.．、])"
)
_NEAR = 90
_BLOCK = 6
"""Two sentences of the least length that are alike by _NEAR share a run of so many characters."""
_MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence without year, names, marks; ``span`` is where it stands."""

    bare: str
    span: TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The sentences two reports have in common, and how much of the compared text they are."""

    shared: tuple[Sentence, ...]
    percent: int


@dataclass(slots=True)
class _Known:
    """Sentences by the blocks of characters they are made of."""

    sentences: set[str] = field(default_factory=set[str])
    by_block: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def add(self, sentence: str) -> None:
        self.sentences.add(sentence)
        for start in range(0, len(sentence) - _BLOCK + 1, _BLOCK):
            held = self.by_block.setdefault(sentence[start : start + _BLOCK], [])
            if len(held) < _MOST_CANDIDATES:
                held.append(sentence)

    def has_like(self, sentence: str) -> bool:
        if sentence in self.sentences:
            return True
        blocks = (sentence[at : at + _BLOCK] for at in range(len(sentence) - _BLOCK + 1))
        near = dict.fromkeys(other for block in blocks for other in self.by_block.get(block, ()))
        candidates = list(near)[:_MOST_CANDIDATES]
        return any(fuzz.ratio(sentence, other, score_cutoff=_NEAR) > 0 for other in candidates)


def compared_sentences(
    report: Report, paragraphs: Iterable[Paragraph], least: int
) -> tuple[Sentence, ...]:
    """Sentences worth comparing: own words without figures, not shorter than ``least``."""
    names = _names(report)
    found = (one for paragraph in paragraphs for one in _sentences(paragraph, names))
    return tuple(one for one in found if len(one.bare) >= least and not _is_formula(one.bare))


def overlap(mine: Sequence[Sentence], theirs: Iterable[Sentence]) -> Overlap:
    """What of ``mine`` stands in ``theirs`` too, word for word or nearly so."""
    known = _Known()
    for sentence in theirs:
        known.add(sentence.bare)
    shared = tuple(one for one in mine if known.has_like(one.bare))
    total = sum(len(one.bare) for one in mine)
    percent = 100 * sum(len(one.bare) for one in shared) // total if total else 0
    return Overlap(shared=shared, percent=percent)


def section_paragraphs(report: Report) -> Mapping[int, tuple[Paragraph, ...]]:
    """Paragraphs by the number of their section."""
    return {
        section.number: section.paragraphs
        for section in report.sections
        if section.number is not None
    }


def _sentences(paragraph: Paragraph, names: tuple[str, ...]) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(paragraph.text):
        text = _YEAR.sub("", _MARKER.sub("", found[0].strip()))
        for name in names:
            text = text.replace(name, "")
        yield Sentence(
            bare=_NOT_TEXT.sub("", text), span=paragraph.span(found.start(), found.end())
        )


def _names(report: Report) -> tuple[str, ...]:
    """Names the organ has in its own report; two organs' sentences differ in nothing else."""
    own = {report.organisation, bare_name(report.organisation)} - {""}
    return (*sorted(own, key=len, reverse=True), *words("own_organ"))


def _is_formula(bare: str) -> bool:
    """Whether a sentence states figures, or is one that everybody has to write."""
    return any(character.isdecimal() for character in bare) or has_any(bare, words("formulas"))
