"""Lists of parts: …共12条，其中甲5条、乙7条."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from assistant.claims.fragments import has_any
from assistant.claims.layout import Layout, Number
from assistant.claims.phrases import claim_phrases
from assistant.model import TextSpan
from assistant.numerals import Form, Quantity

_FEWEST = 2
_PLAIN = frozenset({Form.INTEGER, Form.DECIMAL})
_HEAD = 8


class ListVerdict(Enum):
    """How the parts stand to the whole."""

    ADDS_UP = "adds_up"
    PARTIAL = "partial"
    """Less than the whole, and the list may leave parts out."""
    MISSES = "misses"
    """Less than the whole, though the list names all parts."""
    EXCEEDS = "exceeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartList:
    """A whole and the parts told behind it, all in one measure word and all exact."""

    whole: TextSpan
    value: Decimal
    unit: str
    parts: tuple[TextSpan, ...]
    total: Decimal
    verdict: ListVerdict


def lists_of(layout: Layout) -> Iterator[PartList]:
    """The lists of a block, each within one sentence."""
    done = 0
    for index, number in enumerate(layout.numbers[:-_FEWEST]):
        if index < done:
            continue
        parts = _parts(layout, index)
        if len(parts) >= _FEWEST:
            done = index + 1 + len(parts)
            found = _judged(layout, number, parts)
            if found is not None:
                yield found


def _parts(layout: Layout, index: int) -> list[Number]:
    """Numbers behind a cue like 其中, up to the end of the bracket or sentence."""
    whole = layout.numbers[index]
    text = layout.shadow.text
    following = layout.numbers[index + 1]
    lead = text[whole.reach : following.start]
    bracket = layout.bracket(following.start)
    inside = bracket is not None and layout.bracket(whole.start) != bracket
    if "。" in lead or not (inside or has_any(lead[:_HEAD], claim_phrases().partition)):
        return []
    _, end = layout.sentence(whole.reach)
    if inside and bracket is not None:
        end = bracket[1]
    return _same_unit(layout, layout.numbers[index + 1 :], whole, end)


def _same_unit(
    layout: Layout, numbers: tuple[Number, ...], whole: Number, end: int
) -> list[Number]:
    found: list[Number] = []
    last = whole.reach
    for number in numbers:
        text = layout.shadow.text[last : number.start]
        if number.start >= end or (found and _ends_list(text)):
            break
        if number.token.quantity.unit != whole.token.quantity.unit:
            return []
        found.append(number)
        last = number.reach
    return found


def _ends_list(text: str) -> bool:
    phrases = claim_phrases()
    nested = has_any(text, ("其中", "（", "共", "里，", "均"))
    return nested or has_any(text, phrases.list_ends)


def _judged(layout: Layout, whole: Number, parts: list[Number]) -> PartList | None:
    figures = [number.token.quantity for number in (whole, *parts)]
    values = [quantity.value for quantity in figures if _is_exact(quantity)]
    known = [value for value in values if value is not None]
    if len(known) != len(figures):
        return None
    start = whole.reach
    words = layout.shadow.text[start : parts[-1].reach + 2]
    nested = has_any(words[_HEAD:], ("其中",))
    if nested:
        return None
    return PartList(
        whole=_span(layout, whole),
        value=known[0],
        unit=figures[0].unit or "",
        parts=tuple(_span(layout, part) for part in parts),
        total=sum(known[1:], Decimal(0)),
        verdict=_verdict(known[0], sum(known[1:], Decimal(0)), words),
    )


def _is_exact(quantity: Quantity) -> bool:
    return quantity.approximation is None and quantity.form in _PLAIN and quantity.role is None


def _verdict(whole: Decimal, total: Decimal, words: str) -> ListVerdict:
    if total == whole:
        return ListVerdict.ADDS_UP
    if total > whole:
        return ListVerdict.EXCEEDS
    opened = has_any(words, claim_phrases().open_lists)
    return ListVerdict.PARTIAL if opened else ListVerdict.MISSES


def _span(layout: Layout, number: Number) -> TextSpan:
    return layout.block.span(number.token.start, number.token.end)
