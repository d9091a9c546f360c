"""Findings from phrase files: every paragraph is searched, web addresses left out."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from assistant.checks.phrases import Match, Phrase
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\u3000-\u9fff（），；：！？]+|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]{1,64}"
)
_QUOTED_TITLE = re.compile(r"《[^《》]*》")

_AROUND = " 　，。；：、！？"


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand in ``text``."""
    return [found.span() for found in _ADDRESS.finditer(text)]


def quoted_titles(text: str) -> list[tuple[int, int]]:
    """Where titles in 书名号 stand in ``text``."""
    return [found.span() for found in _QUOTED_TITLE.finditer(text)]


def inside(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether characters ``start`` to ``end`` lie in one of the ranges, which are in order."""
    index = bisect_right(ranges, (start, sys.maxsize)) - 1
    return index >= 0 and ranges[index][0] <= start and end <= ranges[index][1]


def phrase_matches(
    subject: Subject, phrases: tuple[Phrase, ...], *, in_titles: bool = True
) -> Iterator[tuple[Placed, Match]]:
    """Matches in reading order, the longest of those that overlap."""
    phrases = tuple(phrase for phrase in phrases if phrase.find in subject.report.text)
    for placed in subject.places.paragraphs:
        text = placed.paragraph.text
        found = [match for phrase in phrases for match in phrase.matches(text)]
        if not found:
            continue
        skipped = sorted(addresses(text) + ([] if in_titles else quoted_titles(text)))
        end = 0
        for match in sorted(found, key=lambda one: (one.start, -one.end)):
            if match.start >= end and not inside(skipped, match.start, match.end):
                end = match.end
                yield placed, match


def phrase_finding(this: Rule, placed: Placed, match: Match, severity: Severity) -> Outcome:
    """第一部分第2段写“的的”，应为“的”（多了一个“的”字）。"""
    phrase, paragraph = match.phrase, placed.paragraph
    span = paragraph.span(match.start, match.end)
    right = "" if phrase.right is None else f"，应为“{phrase.right}”"
    why = f"（{phrase.why}）" if phrase.right is not None and phrase.why else ""
    reason = f"，{phrase.why}" if phrase.right is None and phrase.why else ""
    return this.finding(
        f"{placed.name}写“{_with_neighbours(paragraph.text, match)}”{right}{why}{reason}。",
        severity=severity,
        span=span,
        fix=None if phrase.right is None else TextFix(span=span, replacement=phrase.right),
        sentence=sentence_around(paragraph, match.start, match.end),
    )


def _with_neighbours(text: str, match: Match) -> str:
    """The phrase itself, with a few characters around it when it is very short."""
    if match.end - match.start > 4:
        return text[match.start : match.end]
    before = text[max(0, match.start - 4) : match.start].lstrip(_AROUND)
    return before + text[match.start : match.end] + text[match.end : match.end + 4].rstrip(_AROUND)
