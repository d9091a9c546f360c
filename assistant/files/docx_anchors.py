"""Puts the anchors of comments into a Word document; cuts runs where a comment begins or ends."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import cast

from docx.oxml.ns import qn
from lxml import etree

from assistant.files.docx_spots import Spot, Stretch
from assistant.files.read_docx import Element

_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES, _TEXT = qn("w:rPr"), qn("w:pPr"), qn("w:t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def add_anchors(stretches: Mapping[int, Stretch]) -> None:
    """Anchors the comment with each id at its stretch."""
    pieces = _Pieces()
    for run, parts in _cuts(stretches.values()).items():
        pieces.cut(run, parts)
    # From the last: where several comments end at one place, each stands before those behind it.
    for number in sorted(stretches, reverse=True):
        _anchor(number, stretches[number], pieces)


def _cuts(stretches: Iterable[Stretch]) -> dict[Element, dict[Element, set[int]]]:
    """By run and part, before which characters a new run must begin."""
    cuts: dict[Element, dict[Element, set[int]]] = {}
    for stretch in stretches:
        for spot, behind in ((stretch.first, 0), (stretch.last, 1)):
            if spot is not None:
                parts = cuts.setdefault(spot.run, {})
                parts.setdefault(spot.part, set()).add(spot.index + behind)
    return cuts


def _anchor(number: int, stretch: Stretch, pieces: "_Pieces") -> None:
    begin, end = _marker("commentRangeStart", number), _marker("commentRangeEnd", number)
    reference = made("r")
    reference.append(_marker("commentReference", number))
    if stretch.first is None or stretch.last is None:
        properties = stretch.paragraph.find(_PARAGRAPH_PROPERTIES)
        at = 0 if properties is None else stretch.paragraph.index(properties) + 1
        stretch.paragraph[at:at] = [begin, end, reference]
        return
    pieces.run_of(stretch.first).addprevious(begin)
    last = pieces.run_of(stretch.last)
    last.addnext(reference)
    last.addnext(end)


def made(tag: str, **attributes: str) -> Element:
    """An element of the ``w`` namespace, of the plain parser's kind; so are its attributes."""
    named = {qn(f"w:{name}"): value for name, value in attributes.items()}
    namespaces = {"w": qn("w:r").removeprefix("{").removesuffix("}r")}
    return cast("Element", etree.Element(qn(f"w:{tag}"), named, namespaces))


def _marker(tag: str, number: int) -> Element:
    return made(tag, id=str(number))


class _Pieces:
    """Cuts runs, and knows afterwards which one shows a character."""

    def __init__(self) -> None:
        self._starts: dict[Element, list[int]] = {}
        self._runs: dict[Element, list[Element]] = {}

    def run_of(self, spot: Spot) -> Element:
        """The run that shows the character."""
        index = bisect_right(self._starts[spot.part], spot.index) - 1
        return self._runs[spot.part][index]

    def cut(self, run: Element, parts: Mapping[Element, Collection[int]]) -> None:
        """Begins a new run of the same looks at every cut that has something before it."""
        content = [part for part in run if part.tag != _RUN_PROPERTIES]
        for part in content:
            run.remove(part)
        filled = due = False
        for part in content:
            offsets = parts.get(part, ())
            length = len(part.text) if part.tag == _TEXT and part.text else 1
            for start, fragment in _fragments(part, offsets):
                if filled and (due or start in offsets):
                    run = _next_run(run)
                run.append(fragment)
                self._starts.setdefault(part, []).append(start)
                self._runs.setdefault(part, []).append(run)
                filled, due = True, False
            due = length in offsets


def _fragments(part: Element, offsets: Collection[int]) -> Iterator[tuple[int, Element]]:
    """A part in pieces with their offsets; only text can be cut."""
    text = part.text if part.tag == _TEXT and part.text and not len(part) else ""
    inner = sorted(offset for offset in offsets if 0 < offset < len(text))
    if not inner:
        yield 0, part
        return
    for left, right in pairwise((0, *inner, len(text))):
        fragment = part if left == 0 else made("t")
        fragment.text = text[left:right]
        fragment.set(_SPACE, "preserve")
        yield left, fragment


def _next_run(run: Element) -> Element:
    """An empty run behind this one, with the same looks."""
    behind = made("r")
    behind.attrib.update(run.attrib)
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        behind.append(deepcopy(properties))
    run.addnext(behind)
    return behind
