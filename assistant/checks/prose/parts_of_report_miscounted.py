"""REF008."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, listed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.forms import Form
from assistant.model import Outcome, Severity, TextSpan

_COUNT = re.compile(r"([一二三四五六七八九十]|(?<!\d)\d{1,2})\s?(?:个|大){0,2}部分")
_NUMERALS = "零一二三四五六七八九十"
_LOOSE = re.compile(r"[、，,；;：:和及与以的\s“”（）()]")
_LOOK_BACK = 8
_FOUND = "\x00"
_HAN_LEFT = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a sentence says of the report's parts. named: their titles, None when unclear."""

    count: int
    span: TextSpan
    sentence: str
    named: tuple[str, ...] | None


@rule("REF008", "parts-of-report-miscounted", "自称的部分数不对", Severity.WARNING)
def parts_of_report_miscounted(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    引言说本报告由几个部分组成，与官方格式、与报告实有的部分、与所列的名称是否一致。

    ## 为什么

    自述六个部分只列五个，或者自述七个部分实为六个，说明引言照抄而没有校对。

    ## 怎么改

    按报告实有的部分写，名称逐一列全。

    ## 例外

    写“等六个部分”的可以不列全；所列名称认不全的不判；报告确实多一部分的不算。

    ## 依据

    年度报告格式的六部分标题。
    """
    for placed in subject.places.paragraphs:
        if placed.is_body and placed.section in {None, 1}:
            for stated in _statements(subject.form, placed):
                yield from _outcome(this, subject, placed, stated)


def _outcome(this: Rule, subject: Subject, placed: Placed, stated: _Stated) -> Iterator[Outcome]:
    official, present = len(subject.form.sections), len(subject.report.sections)
    right = {official, present}
    if stated.named is not None and len(stated.named) < stated.count:
        text = f"只列了{len(stated.named)}个（{listed(stated.named)}）"
    elif stated.count not in right:
        text = f"官方格式为{official}个部分"
    else:
        return
    yield this.finding(
        f"{placed.name}写报告有“{stated.span.quote}”，{text}。",
        span=stated.span,
        sentence=stated.sentence,
    )


def _statements(form: Form, placed: Placed) -> Iterator[_Stated]:
    """Sentences that say of how many parts the report is made."""
    text = placed.paragraph.text
    for found in _COUNT.finditer(text):
        sentence = sentence_around(placed.paragraph, found.start(), found.end())
        if has_any(sentence, words("report_itself")) and has_any(sentence, words("made_of")):
            numeral = found[1]
            count = int(numeral) if numeral.isdecimal() else _NUMERALS.index(numeral)
            span = placed.paragraph.span(found.start(), found.end())
            named = None if _is_open(text, found) else _named(form, sentence)
            yield _Stated(count=count, span=span, sentence=sentence, named=named)


def _is_open(text: str, found: re.Match[str]) -> bool:
    """等六个部分 promises no complete list."""
    return (
        text[max(0, found.start() - _LOOK_BACK) : found.start()]
        .rstrip(" 共计")
        .endswith(("等", "等等"))
    )


def _named(form: Form, sentence: str) -> tuple[str, ...] | None:
    """Titles of the form's sections listed in the sentence; None when others are among them."""
    left = _LOOSE.sub("", sentence)
    named: list[str] = []
    for spec in form.sections:
        keys = {_LOOSE.sub("", title) for title in (spec.title, *spec.variants)}
        key = next((key for key in sorted(keys, key=len, reverse=True) if key in left), None)
        if key is not None:
            named.append(spec.title)
            left = left.replace(key, _FOUND, 1)
    inner = left[left.find(_FOUND) : left.rfind(_FOUND)]
    return tuple(named) if len(named) > 1 and not _HAN_LEFT.search(inner) else None
