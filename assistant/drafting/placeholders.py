"""Placeholders in drafted text and their rendering: the only way a number enters prose."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_OPENING = "{{"
_CLOSING = "}}"
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A figure or a piece of given wording that text may name as ``{{name}}``.

    value: the figure; None where the placeholder stands for words. unit: written behind it.
    binds: cell id, derived expression or fact id; empty for words and dates.
    words: the text put in, when it is not a figure.
    """

    name: str
    value: Decimal | None = None
    unit: str = ""
    binds: str = ""
    words: str = ""

    @property
    def numeral(self) -> str:
        """The figure as prose writes it, without unit; empty for words."""
        return "" if self.value is None else plain(self.value)

    @property
    def text(self) -> str:
        """What stands in the report in its place."""
        return self.words if self.value is None else f"{self.numeral}{self.unit}"

    @property
    def mark(self) -> str:
        """How text names it."""
        return f"{_OPENING}{self.name}{_CLOSING}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Characters ``start`` to ``end`` (exclusive) of rendered text came from ``placeholder``.

    source_end: where its mark ends in the text with placeholders.
    """

    start: int
    end: int
    source_end: int
    placeholder: Placeholder

    @property
    def numeral_end(self) -> int:
        """Offset behind the figure, before its unit."""
        return self.start + len(self.placeholder.numeral)


class ProblemKind(Enum):
    """What is wrong with a drafted text."""

    UNKNOWN = "unknown"
    UNCLOSED = "unclosed"
    LITERAL_NUMBER = "literal-number"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProblem:
    """A defect of drafted text; offsets into the text with placeholders, message in Chinese."""

    kind: ProblemKind
    start: int
    end: int
    quote: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Text with its placeholders filled in, where each went, and what was wrong."""

    text: str
    uses: tuple[Use, ...] = ()
    problems: tuple[DraftProblem, ...] = ()

    def source_offset(self, offset: int) -> int:
        """Where a character of the writer's own stands in the text with placeholders."""
        before = [use for use in self.uses if use.end <= offset]
        return offset if not before else before[-1].source_end + offset - before[-1].end


@dataclass(frozen=True, slots=True)
class Literal:
    """Text of the writer's own; ``start`` is its offset in the text with placeholders."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A placeholder's name as found between the braces."""

    start: int
    end: int
    name: str


Piece = Literal | Named


def plain(value: Decimal) -> str:
    """Digits without exponent, thousands separators or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def pieces(text: str) -> tuple[tuple[Piece, ...], tuple[DraftProblem, ...]]:
    """The text cut at its placeholders; a brace pair without its partner is a problem."""
    found: list[Piece] = []
    problems: list[DraftProblem] = []
    position = 0
    while (opening := text.find(_OPENING, position)) >= 0:
        closing = text.find(_CLOSING, opening + 2, opening + 2 + _LONGEST_NAME)
        if closing < 0 or _OPENING in text[opening + 2 : closing]:
            problems.append(_unclosed(text, opening))
            found.append(Literal(position, text[position : opening + 2]))
            position = opening + 2
            continue
        found.append(Literal(position, text[position:opening]))
        found.append(Named(opening, closing + 2, text[opening + 2 : closing].strip()))
        position = closing + 2
    found.append(Literal(position, text[position:]))
    stray = [_unclosed(text, at) for at in _stray_closings(found)]
    return tuple(p for p in found if isinstance(p, Named) or p.text), (*problems, *stray)


def names_in(text: str) -> tuple[str, ...]:
    """Names of the placeholders in ``text``."""
    return tuple(piece.name for piece in pieces(text)[0] if isinstance(piece, Named))


def _stray_closings(found: list[Piece]) -> list[int]:
    literals = [piece for piece in found if isinstance(piece, Literal)]
    return [p.start + at for p in literals if (at := p.text.find(_CLOSING)) >= 0]


def _unclosed(text: str, at: int) -> DraftProblem:
    quote = text[at : at + 12]
    message = f"占位符“{quote}”没有写完整，应写成“{_OPENING}名称{_CLOSING}”。"
    return DraftProblem(
        kind=ProblemKind.UNCLOSED, start=at, end=at + len(quote), quote=quote, message=message
    )


def render(text: str, placeholders: Mapping[str, Placeholder]) -> Rendered:
    """``text`` with every ``{{name}}`` replaced; never raises, whatever a writer hands in.

    What is put in is not read again, so braces and digits inside given wording are harmless.
    An unknown placeholder stays as written and is a problem, as is a digit of the writer's own.
    """
    cut, problems = pieces(text)
    found = list(problems)
    parts: list[str] = []
    uses: list[Use] = []
    length = 0
    for piece in cut:
        known = placeholders.get(piece.name) if isinstance(piece, Named) else None
        if isinstance(piece, Literal):
            part = piece.text
            found += literal_digits(piece)
        elif known is None:
            part = text[piece.start : piece.end]
            found.append(_unknown(piece, part))
        else:
            part = known.text
            end = length + len(part)
            uses.append(Use(start=length, end=end, source_end=piece.end, placeholder=known))
        parts.append(part)
        length += len(part)
    return Rendered(text="".join(parts), uses=tuple(uses), problems=tuple(found))


def _unknown(piece: Named, quote: str) -> DraftProblem:
    return DraftProblem(
        kind=ProblemKind.UNKNOWN,
        start=piece.start,
        end=piece.end,
        quote=quote,
        message=f"没有名为“{piece.name}”的占位符，只能使用给出的占位符。",
    )


def literal_digits(piece: Literal) -> list[DraftProblem]:
    """One problem for each run of digits the writer typed itself."""
    found: list[DraftProblem] = []
    position = 0
    while position < len(piece.text):
        if not piece.text[position].isdigit():
            position += 1
            continue
        end = position
        while end < len(piece.text) and piece.text[end].isdigit():
            end += 1
        found.append(_literal(piece, position, end))
        position = end
    return found


def _literal(piece: Literal, start: int, end: int) -> DraftProblem:
    quote = piece.text[start:end]
    return DraftProblem(
        kind=ProblemKind.LITERAL_NUMBER,
        start=piece.start + start,
        end=piece.start + end,
        quote=quote,
        message=literal_message(quote),
    )


def literal_message(quote: str) -> str:
    """What is said of a number the writer typed itself."""
    return f"数字“{quote}”是直接写出的，数字只能用占位符。"
