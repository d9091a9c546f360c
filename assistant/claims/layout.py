"""A stretch of prose cut into sentences, clauses and the labels of its numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.claims.lexicon import Lexicon, Mention
from assistant.claims.phrases import claim_phrases
from assistant.claims.shadow import Shadow, shadow_of
from assistant.claims.subjects import without_other_subjects
from assistant.claims.tokens import Token, classify
from assistant.model import Paragraph, TextSpan, TokenClass

STOPS = "。！？"
"""Signs that end a sentence, in a shadow."""
_BREAKS = re.compile("[。！？；，：（）]")
_CLOSES_LINE = frozenset("。！？；;：:!?.")
_FULL_LINE = 20
_LINES_JOINED = 40
_BROKEN_WORD = 6
_NOTHING_MORE = " \u3000。；;.，,"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that read on: ``start`` is their place in the report's text."""

    start: int
    text: str

    def span(self, start: int, end: int) -> TextSpan:
        """Span of the report's text."""
        return TextSpan(self.start + start, self.start + end, self.text[start:end])


def blocks_of(paragraphs: Iterable[Paragraph], lexicon: Lexicon) -> Iterator[Block]:
    """Paragraphs, a sentence or a word broken over lines put together again."""
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        if held and not _reads_on(held, paragraph, lexicon):
            yield _block(held)
            held = []
        held.append(paragraph)
    if held:
        yield _block(held)


def _reads_on(held: list[Paragraph], following: Paragraph, lexicon: Lexicon) -> bool:
    last = held[-1]
    line = last.text.rstrip()
    touching = following.start == last.end + 1
    if touching and line and line[-1] not in _CLOSES_LINE:
        said = following.text.strip(_NOTHING_MORE)
        if said in claim_phrases().zero.cues or _breaks_a_word(line, following.text, lexicon):
            return True
    broken = len(line) > _FULL_LINE and line[-1] not in _CLOSES_LINE
    begins = following.text.lstrip()[:1]
    fresh = begins in ("", "（", "(", "一", "二", "三", "四", "五", "六") or begins.isdigit()
    return touching and broken and not fresh and len(held) < _LINES_JOINED


def _breaks_a_word(line: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a known word begins in one line and ends in the next: 行政复／议."""
    head = line[-_BROKEN_WORD:]
    return any(
        found.start < len(head) < found.end
        for found in lexicon.scan(head + following.lstrip()[:_BROKEN_WORD])
    )


def _block(held: list[Paragraph]) -> Block:
    return Block(held[0].start, "\n".join(paragraph.text for paragraph in held))


@dataclass(frozen=True, slots=True)
class Number:
    """A claim token's place in the shadow; ``reach`` is behind its unit."""

    token: Token
    start: int
    end: int
    reach: int


@dataclass(slots=True)
class Layout:
    """A block, its tokens, its shadow and the known words in it."""

    block: Block
    tokens: tuple[Token, ...]
    shadow: Shadow
    mentions: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    breaks: tuple[int, ...]
    """Places of punctuation that ends a clause."""
    stops: tuple[int, ...]
    brackets: tuple[tuple[int, int], ...]
    """Brackets with numbers in them."""
    _starts: list[int] = field(default_factory=list[int])

    def sentence(self, at: int) -> tuple[int, int]:
        """Sentence around a place of the shadow."""
        here = bisect_left(self.stops, at)
        start = self.stops[here - 1] + 1 if here else 0
        end = self.stops[here] if here < len(self.stops) else len(self.shadow.text)
        return start, end

    def clause(self, at: int) -> tuple[int, int]:
        """Clause around a place of the shadow."""
        here = bisect_left(self.breaks, at)
        start = self.breaks[here - 1] + 1 if here else 0
        end = self.breaks[here] if here < len(self.breaks) else len(self.shadow.text)
        return start, end

    def bracket(self, at: int) -> tuple[int, int] | None:
        """The bracket around a place, None outside."""
        here = bisect_right(self.brackets, (at, 0)) - 1
        if here < 0:
            return None
        opened, closed = self.brackets[here]
        return (opened, closed) if at < closed else None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Known words that lie in a stretch of the shadow."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(found for found in self.mentions[first:last] if found.end <= end)

    def across(self, number: Number) -> tuple[Mention, ...]:
        """Known words that a number stands inside: 结转2件至下年."""
        last = bisect_left(self._starts, number.start)
        return tuple(
            found for found in self.mentions[max(0, last - 1) : last] if found.end > number.start
        )

    def index_of(self, number: Number) -> int:
        """Its place among the numbers of the block."""
        return bisect_left(self.numbers, number.start, key=_start)

    def numbers_within(self, start: int, end: int) -> tuple[Number, ...]:
        """Claims that begin in a stretch of the shadow."""
        first = bisect_left(self.numbers, start, key=_start)
        last = bisect_left(self.numbers, end, key=_start)
        return self.numbers[first:last]

    def source_span(self, start: int, end: int) -> TextSpan:
        """Span of the report's text for a stretch of the shadow."""
        return self.block.span(self.shadow.source(start), self.shadow.source_end(end))


def _start(number: Number) -> int:
    return number.start


def layout_of(block: Block, lexicon: Lexicon, year: int | None, organisation: str) -> Layout:
    """Reads a block's tokens and words."""
    tokens = classify(block.text, organisation)
    shadow = shadow_of(block.text, tokens, year)
    mentions = without_other_subjects(shadow.text, lexicon.scan(shadow.text))
    numbers = tuple(_number(token, shadow) for token in tokens if _counts(token))
    breaks = _breaks(shadow.text, numbers)
    return Layout(
        block=block,
        tokens=tokens,
        shadow=shadow,
        mentions=mentions,
        numbers=numbers,
        breaks=breaks,
        stops=tuple(at for at in breaks if shadow.text[at] in STOPS),
        brackets=_brackets(shadow.text, breaks),
        _starts=[found.start for found in mentions],
    )


def _counts(token: Token) -> bool:
    return token.token_class is TokenClass.CLAIM


def _number(token: Token, shadow: Shadow) -> Number:
    start, end = shadow.place(token.start), shadow.place(token.end)
    reach = shadow.place(max(token.end, token.quantity.reach))
    return Number(token, start, end, max(end, reach))


def _breaks(text: str, numbers: tuple[Number, ...]) -> tuple[int, ...]:
    """Punctuation that ends a clause; brackets without a number in them are read over."""
    places = [found.start() for found in _BREAKS.finditer(text)]
    if "（" not in text:
        return tuple(places)
    hidden = _plain_brackets(text, places, [number.start for number in numbers])
    return tuple(at for at in places if not any(a <= at <= b for a, b in _near(hidden, at)))


def _brackets(text: str, breaks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    opened = -1
    for at in breaks:
        if text[at] == "（":
            opened = at
        elif text[at] == "）" and opened >= 0:
            found.append((opened, at))
            opened = -1
    return tuple(found)


def _near(hidden: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    here = bisect_right(hidden, (at, 1 << 60))
    return hidden[max(0, here - 1) : here]


def _plain_brackets(text: str, places: list[int], starts: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = -1
    for at in places:
        if text[at] == "（":
            opened = at
        elif text[at] == "）" and opened >= 0:
            if bisect_left(starts, opened) == bisect_left(starts, at):
                found.append((opened, at))
            opened = -1
    return found
