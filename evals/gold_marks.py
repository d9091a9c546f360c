"""Marks inside the source text of labelled passages.

``[[16|件|A.received.total]]`` is a claim: the number as it stands in the text, its unit, what it
is bound to, flags. The unit is written behind the number, unless it is in brackets: ``(件)``.
``{{2023年|year}}`` is a token of another class, and may stand inside a claim.
"""

from dataclasses import dataclass

_OPENINGS = {"[[": "]]", "{{": "}}"}
_LONGEST_FIELDS = 900
_KINDS = {"zero", "all", "same", "rate", "growth+", "growth-", "difference+", "difference-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of the plain text. ``fields``: what stood behind the first bar."""

    start: int
    end: int
    is_claim: bool
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The plain text and its marks in order."""

    text: str
    marks: tuple[Mark, ...]


def parse_marks(source: str) -> Marked:
    """Takes the marks out of a source text. ValueError for an unfinished mark."""
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    place = 0
    while place < len(source):
        two = source[place : place + 2]
        if two in _OPENINGS:
            opened.append((two, len(plain)))
            place += 2
        elif opened and source[place] == "|":
            opening, start = opened.pop()
            fields, place = _fields(source, place, _OPENINGS[opening])
            mark = Mark(start=start, end=len(plain), is_claim=opening == "[[", fields=fields)
            marks.append(mark)
            plain.extend(_written_unit(mark))
        else:
            plain.append(source[place])
            place += 1
    if opened:
        raise ValueError(f"unfinished mark near {''.join(plain)[opened[-1][1] :][:20]}")
    return Marked(text="".join(plain), marks=tuple(sorted(marks, key=lambda m: (m.start, m.end))))


def _fields(source: str, bar: int, closing: str) -> tuple[tuple[str, ...], int]:
    end = source.find(closing, bar, bar + _LONGEST_FIELDS)
    if end < 0:
        raise ValueError(f"no {closing} behind {source[bar : bar + 30]}")
    fields = source[bar + 1 : end].split("|")
    return tuple(field.strip() for field in fields), end + len(closing)


def unit_of(field: str) -> str:
    """``件`` of ``件``, ``余件``, ``(件)``, ``件=16`` and ``difference+ 件``; may be empty."""
    what = field.partition("=")[0]
    kind, _, unit = what.partition(" ")
    return (unit if kind in _KINDS else what).strip().strip("()").lstrip("余多")


def _written_unit(mark: Mark) -> str:
    what = mark.fields[0].partition("=")[0].strip()
    if not mark.is_claim or what.endswith(")"):
        return ""
    kind, _, unit = what.partition(" ")
    return unit if kind in _KINDS else what
