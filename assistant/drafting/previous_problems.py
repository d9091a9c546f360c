"""The problems last year's report named, read from its own numbering; data, never advice."""

from collections.abc import Iterator

from assistant.model import Section
from assistant.numerals import to_chinese

_MOST = 8
_LONGEST = 60
_STOPS = "。；;！？\n"
_MEASURES = ("改进措施", "整改措施", "改进情况", "针对", "下一步", "今后", "为此", "对此")
_SINGLE = ("问题是：", "问题：", "问题是")
_BEFORE_A_SENTENCE = "。\n）)：:"


def read_problems(section: Section) -> tuple[str, ...]:
    """Problems a section names after 一是, 二是 … before its measures begin; may be none.

    A phrase too long to be a problem's name is cut at its first comma, or left out.
    """
    text = "\n".join(paragraph.text for paragraph in section.paragraphs)
    first = text.find("一是")
    if first < 0:
        return tuple(problem for problem in _single(text) if problem)
    problems = _numbered(text[first : _measures_at(text, first)])
    return tuple(problem for problem in problems if problem)


def _single(text: str) -> Iterator[str]:
    """The only problem of a section that does not number: …问题是：……。"""
    for mark in _SINGLE:
        at = text.find(mark)
        if at >= 0:
            yield _phrase(text, at + len(mark))
            return


def _measures_at(text: str, first: int) -> int:
    """Where measures begin behind the first problem: a sentence that says so, or a new 一是."""
    ends = [at for word in _MEASURES if (at := _sentence_with(text, word, first)) >= 0]
    again = text.find("一是", first + 2)
    return min([*ends, again if again >= 0 else len(text)])


def _sentence_with(text: str, word: str, start: int) -> int:
    at = text.find(word, start)
    while at > 0 and text[at - 1] not in _BEFORE_A_SENTENCE:
        at = text.find(word, at + 1)
    return at


def _numbered(text: str) -> Iterator[str]:
    position = 0
    for number in range(1, _MOST + 1):
        mark = f"{to_chinese(number)}是"
        at = text.find(mark, position)
        if at < 0:
            return
        position = at + len(mark)
        yield _phrase(text, position)


def _phrase(text: str, start: int) -> str:
    stops = [at for stop in _STOPS if (at := text.find(stop, start)) >= 0]
    phrase = text[start : min(stops, default=len(text))].strip()
    if len(phrase) > _LONGEST:
        phrase = phrase.split("，", 1)[0].strip()
    return phrase if len(phrase) <= _LONGEST else ""
