"""REF010."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.labels import figure
from assistant.checks.phrases import has_any, words
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import bound_cells, sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, Outcome, Reading, Related, Severity

_REACH = 14
_CLAUSE_ENDS = "，。；、：（）,;:()"


@rule("REF010", "channels-differ-from-received", "各渠道件数之和与新收不等", Severity.WARNING)
def channels_differ_from_received(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    一句话里既写新收申请的总数、又按网络、信函、当面等渠道分列时，各渠道之和是否等于总数。

    ## 为什么

    每件申请只从一个渠道收到，和与总数不等，必有一处写错。

    ## 怎么改

    按申请台账核对各渠道的件数。

    ## 例外

    只写一个渠道、写“等”“主要”“余”的不核；等于新收或新收加上年结转的都算对。

    ## 依据

    年度报告格式申请情况表“本年新收”行的含义。
    """
    by_sentence: dict[tuple[int, int], list[Reading]] = {}
    for reading in subject.readings:
        if reading.is_claim and reading.kind is ClaimKind.NUMBER and reading.sentence is not None:
            key = (reading.sentence.start, reading.sentence.end)
            by_sentence.setdefault(key, []).append(reading)
    for readings in by_sentence.values():
        yield from _in_sentence(this, subject, readings)


def _in_sentence(this: Rule, subject: Subject, readings: Sequence[Reading]) -> Iterator[Outcome]:
    whole = next((one for one in readings if _is_received(subject, one)), None)
    if whole is None or has_any(sentence_of(whole), words("channels_open")):
        return
    parts = [
        one
        for one in readings
        if one.span.start > whole.span.end and one.unit == whole.unit and _by_channel(subject, one)
    ]
    exact = not any(one.approximate for one in (whole, *parts))
    total = sum((one.value for one in parts if one.value is not None), Decimal(0))
    if len(parts) > 1 and exact and total not in _accepted(subject, whole):
        added = "＋".join(figure(one.value) for one in parts if one.value is not None)
        yield this.finding(
            f"{subject.places.name(whole.span)}写“{snippet(subject.report, whole)}”，"
            f"各渠道{added}＝{figure(total)}，与总数不等。",
            span=whole.span,
            found=whole.value,
            expected=total,
            related=tuple(Related(label="渠道", span=one.span) for one in parts),
            sentence=sentence_of(whole),
        )


def _is_received(subject: Subject, reading: Reading) -> bool:
    cells = bound_cells(subject, reading)
    return bool(cells) and all(cell in words("received_cells") for cell in cells)


def _by_channel(subject: Subject, reading: Reading) -> bool:
    """Whether the words of its clause before the number name a channel."""
    text, start = subject.report.text, reading.span.start
    before = text[max(0, start - _REACH) : start]
    cut = max(before.rfind(mark) for mark in _CLAUSE_ENDS)
    return has_any(before[cut + 1 :], words("channels"))


def _accepted(subject: Subject, whole: Reading) -> set[Decimal]:
    """The total as written, and with what was carried in."""
    values = {Decimal(0) if whole.value is None else whole.value}
    amounts = [subject.amount(cell) for cell in words("received_cells")]
    numbers = [one.number for one in amounts if one is not None and one.number is not None]
    return values | {sum(numbers, Decimal(0))}
