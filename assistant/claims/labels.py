"""The words that name a number: before it and behind it, in its clause."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.claims.fragments import has_any, names_something
from assistant.claims.layout import STOPS, Layout, Number
from assistant.claims.lexicon import Facet, Mention, trie_pattern
from assistant.claims.phrases import claim_phrases

_LONGEST_LABEL = 160
_DENIALS = "未不没"


@dataclass(frozen=True, slots=True)
class Label:
    """What names a number: words before it and words behind it, in its clause."""

    before: tuple[Mention, ...]
    after: tuple[Mention, ...]
    text_before: str
    text_after: str
    start: int
    """Where ``text_before`` begins in the shadow."""
    gap: str
    """Text between the last known word before the number and the number."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All known words in reading order."""
        return (*self.before, *self.after)

    @property
    def text(self) -> str:
        """The words around the number."""
        return self.text_before + "0" + self.text_after


def label_of(layout: Layout, number: Number, dealt: tuple[Mention, ...] | None = None) -> Label:
    """The words that name a number: in its clause, or before the bracket or comma it follows.

    dealt: the words that a list with 分别 gives it.
    """
    text = layout.shadow.text
    if dealt is not None:
        return Label(dealt, (), text[dealt[0].start : dealt[-1].end], "", dealt[0].start, "")
    start, end = layout.clause(number.start)
    index = layout.index_of(number)
    previous = layout.numbers[index - 1].reach if index else 0
    start = max(start, previous, number.start - _LONGEST_LABEL)
    end = min(end, number.reach + _LONGEST_LABEL)
    stop = _after_end(layout, number, index, end)
    if text[start : number.start] in claim_phrases().raised:
        start = max(layout.clause(number.start)[0], number.start - _LONGEST_LABEL)
    if start and _says_nothing(layout, start, number, stop):
        start = _further(layout, start, previous)
    before = (*layout.within(start, number.start), *layout.across(number))
    told = _before_assertion(text, number.reach, stop)
    if _is_named(before, layout.within(number.reach, told), layout.within(told, stop)):
        stop = told
    if any(word.senses for word in before):
        ends = [at for sign in "、（" if (at := text.find(sign, number.reach, stop)) >= 0]
        stop = min(ends, default=stop)
    after = _undenied(text, number.reach, layout.within(number.reach, stop))
    if not before:
        after = _head(text, number.reach, after)
    if not any(word.senses for word in (*before, *after)):
        after = _in_next_clause(layout, number) or after
    known = min(before[-1].end, number.start) if before else start
    return Label(
        before=before,
        after=after,
        text_before=text[start : number.start],
        text_after=text[number.reach : stop],
        start=start,
        gap=text[known : number.start],
    )


def _head(text: str, at: int, words: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """两起行政诉讼案件系复议后提起: the noun right behind a number is what it counts."""
    if not words or words[0].start != at or not words[0].of(Facet.ROW):
        return words
    nouns = claim_phrases().case_nouns
    counted = words[0].word.endswith(nouns) or text.startswith(nouns, words[0].end)
    return words[:1] if counted else words


def _undenied(text: str, start: int, words: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The words up to a denial that is none of them: 1件未按公开申请处理 was not handled."""
    at = start
    for place, word in enumerate(words):
        if any(sign in text[at : word.start] for sign in _DENIALS):
            return words[:place]
        at = word.end
    return words


def _in_next_clause(layout: Layout, number: Number) -> tuple[Mention, ...]:
    """余下1件因须补正，结转下年: what became of those that have no name of their own."""
    text = layout.shadow.text
    start, end = layout.clause(number.start)
    told = has_any(text[start : number.start], claim_phrases().left_over)
    if not told or text[end : end + 1] != "，":
        return ()
    _, stop = layout.clause(end + 1)
    asserted = has_any(text[end:stop], claim_phrases().completion.quantifiers)
    if asserted or layout.numbers_within(number.reach, stop):
        return ()
    return layout.within(end, stop)


def _is_named(
    before: tuple[Mention, ...], after: tuple[Mention, ...], asserted: tuple[Mention, ...]
) -> bool:
    """Whether the number has a name apart from what is asserted of it.

    15件申请均已答复 counts what was answered; 3件申请均由个人提出 counts the applications.
    """
    if before or any(word.of(Facet.ROW) for word in after):
        return any(word.senses for word in (*before, *after))
    named = any(word.senses for word in after)
    return named and not any(word.of(Facet.ROW) for word in asserted)


def _before_assertion(text: str, start: int, stop: int) -> int:
    """收到3项全部给予公开: what all of them came to is no name of the number."""
    found = _assertion().search(text, start, stop)
    return stop if found is None else found.start()


@cache
def _assertion() -> re.Pattern[str]:
    return re.compile(trie_pattern((*claim_phrases().completion.quantifiers, "已", "并", "目前")))


def _says_nothing(layout: Layout, start: int, number: Number, stop: int) -> bool:
    """Whether the clause leaves the name to the one before: …为主，有402件; not 4件均已答复."""
    before = layout.shadow.text[start : number.start]
    if not before.strip("、"):
        return not layout.within(number.reach, stop)
    return not layout.within(start, number.start) and not names_something(before)


def _further(layout: Layout, start: int, previous: int) -> int:
    """Where the clause before begins, if it holds no number of its own."""
    if previous >= start or layout.shadow.text[start - 1] in STOPS:
        return start
    before, _ = layout.clause(start - 1)
    return start if before < previous else max(before, start - _LONGEST_LABEL)


def _after_end(layout: Layout, number: Number, index: int, end: int) -> int:
    """Where the words behind a number end; words right before another number are its own."""
    following = layout.numbers[index + 1] if index + 1 < len(layout.numbers) else None
    stop = end if following is None else min(end, following.start)
    if number.token.quantity.unit is None:
        return number.reach
    listed = layout.shadow.text.find("、", number.reach, stop)
    if listed >= 0 and following is not None and following.start < end:
        return listed
    same = following is not None and following.token.quantity.unit == number.token.quantity.unit
    return number.reach if same and stop < end else stop
