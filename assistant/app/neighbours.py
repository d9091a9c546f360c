"""Which reports of a batch may have been copied from one another, told without comparing all."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.model import Report, bare_name, same_organisation

_SHORTEST = 20
_FEWEST_SHARED = 2
_MOST_NEIGHBOURS = 3
# A sentence many units have is compared with that many before it only: the cost stays linear.
_NEAREST = 3
_END = re.compile(r"[。！？；\n]")
_NUMBER = re.compile(r"\d")


def sentence_marks(report: Report) -> frozenset[int]:
    """A mark for each longer sentence; equal for the same words about another organ.

    Sentences with figures are left out: they differ from unit to unit or say nothing.
    """
    names = [name for name in (report.organisation, bare_name(report.organisation)) if name]
    return frozenset(_mark(sentence) for sentence in _sentences(report, names))


def _sentences(report: Report, names: Sequence[str]) -> Iterator[str]:
    for section in report.sections:
        for paragraph in section.paragraphs:
            for sentence in _END.split(paragraph.text):
                bare = "".join(sentence.split())
                for name in names:
                    bare = bare.replace(name, "")
                if len(bare) >= _SHORTEST and not _NUMBER.search(bare):
                    yield bare


def _mark(sentence: str) -> int:
    return int.from_bytes(hashlib.blake2b(sentence.encode(), digest_size=8).digest())


def likely_neighbours(
    organisations: Sequence[str], marks: Sequence[frozenset[int]]
) -> list[tuple[int, ...]]:
    """For each report the places of the few that share most of its sentences, never its own unit's.

    Both sequences are in the order of the reports.
    """
    shared = _shared(organisations, marks)
    chosen: list[tuple[int, ...]] = []
    for counts in shared:
        likely = sorted(
            (-count, place) for place, count in counts.items() if count >= _FEWEST_SHARED
        )
        chosen.append(tuple(place for _, place in likely[:_MOST_NEIGHBOURS]))
    return chosen


def _shared(organisations: Sequence[str], marks: Sequence[frozenset[int]]) -> list[Counter[int]]:
    """How many sentences pairs of reports share, as far as they are near one another."""
    having: dict[int, list[int]] = {}
    for place, own in enumerate(marks):
        for mark in own:
            having.setdefault(mark, []).append(place)
    counts = [Counter[int]() for _ in marks]
    for places in having.values():
        for one, other in _near(places):
            if not same_organisation(organisations[one], organisations[other]):
                counts[one][other] += 1
                counts[other][one] += 1
    return counts


def _near(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from pairwise(places)
    for step in range(2, _NEAREST + 1):
        yield from zip(places, places[step:], strict=False)
