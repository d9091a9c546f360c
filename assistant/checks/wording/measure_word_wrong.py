"""WRD013."""

from collections.abc import Iterator

from assistant.checks.phrases import words
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import bound_cells, sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.model import Outcome, Reading, Severity, TextFix

_COUNTED = "applications"
_UNIT = "件"
_MORE = "余"
_TEN = 10


@rule("WRD013", "measure-word-wrong", "量词、数词用得不当", Severity.NOTE)
def measure_word_wrong(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    申请的件数有没有用“条”“份”“例”“项”作量词；数字写到了个位有没有又说“余”，如“30299余条”。

    ## 为什么

    表格以件计，量词不一，读者不知是否同一口径；确数后面加“余”自相矛盾。

    ## 怎么改

    申请一律用“件”；确数不加“余”，约数写整数。

    ## 例外

    信息用“条”、文件用“份”不算。只作提示。

    ## 依据

    年度报告格式申请情况表（单位：件）；GB/T 15835—2011《出版物上数字用法》。
    """
    counted = (reading for reading in subject.readings if reading.is_claim)
    for _, inside in subject.places.grouped(counted):
        measured = [one for one in inside if _measured_otherwise(subject, one)]
        if measured:
            count = "" if len(measured) == 1 else f"，本段共{len(measured)}处"
            why = f"申请以“{_UNIT}”计，不用“{measured[0].unit}”{count}"
            yield _finding(this, subject, measured[0], why)
        for reading in inside:
            if _exact_and_more(subject, reading):
                yield _finding(this, subject, reading, "数字写到了个位，后面不用“余”")


def _measured_otherwise(subject: Subject, reading: Reading) -> bool:
    """Whether it counts applications by another word than the table does."""
    cells = bound_cells(subject, reading)
    counts = bool(cells) and all(cell.startswith(f"{_COUNTED}.") for cell in cells)
    return counts and reading.unit in words("other_measures")


def _exact_and_more(subject: Subject, reading: Reading) -> bool:
    quote, value = reading.span.quote, reading.value
    told = subject.report.text.startswith(_MORE, reading.span.end)
    return told and quote.isascii() and quote.isdecimal() and value is not None and value % _TEN > 0


def _finding(this: Rule, subject: Subject, reading: Reading, why: str) -> Outcome:
    place = subject.places.name(reading.span)
    return this.finding(
        f"{place}写“{snippet(subject.report, reading)}”，{why}。",
        span=reading.span,
        found=reading.value,
        fix=_fix(subject, reading),
        sentence=sentence_of(reading),
    )


def _fix(subject: Subject, reading: Reading) -> TextFix | None:
    """Takes 余 out, or puts 件 in, where that is what follows the number."""
    text, end = subject.report.text, reading.span.end
    wrong = _MORE if text.startswith(_MORE, end) else reading.unit
    placed = subject.places.at(reading.span)
    if placed is None or not wrong or not text.startswith(wrong, end):
        return None
    start = end - placed.paragraph.start
    right = "" if wrong == _MORE else _UNIT
    return TextFix(span=placed.paragraph.span(start, start + len(wrong)), replacement=right)
