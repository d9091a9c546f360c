"""DOC007."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import figure, placed_cell_label
from assistant.checks.phrases import has_any, words
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.model import CellId, Outcome, Reading, Severity

_UNITS = {"元": Decimal(1), "万元": Decimal(10000)}


@rule("DOC007", "information-fee-confused", "把行政事业性收费写成了信息处理费", Severity.WARNING)
def information_fee_confused(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文所写收取的信息处理费，金额是否恰好等于表里的行政事业性收费。

    ## 为什么

    信息处理费是对申请人收的，行政事业性收费是部门的规费，两者无关；金额相同多半是填混了。

    ## 怎么改

    第六部分只写向申请人收取的信息处理费；没有收的写“未收取”。

    ## 例外

    表里为0或空白的不查；金额碰巧相同的不用改。

    ## 依据

    《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；年度报告格式第六部分。
    """
    fees = {
        amount.number * _UNITS[column.unit]: cell
        for cell, column in subject.form.columns_by_cell.items()
        if column.unit in _UNITS
        and (amount := subject.amount(cell)) is not None
        and amount.number is not None
        and amount.number > 0
    }
    for reading in subject.readings:
        cell = _same_fee(reading, fees)
        if cell is not None:
            yield _finding(this, subject, reading, cell)


def _same_fee(reading: Reading, fees: dict[Decimal, CellId]) -> CellId | None:
    """The cell whose amount a sentence on the information fee repeats."""
    unit = _UNITS.get(reading.unit)
    if not reading.is_claim or reading.value is None or unit is None:
        return None
    sentence = sentence_of(reading)
    speaks = has_any(sentence, words("fee_for_information"))
    apart = has_any(sentence, words("fee_of_offices"))
    return fees.get(reading.value * unit) if speaks and not apart else None


def _finding(this: Rule, subject: Subject, reading: Reading, cell: CellId) -> Outcome:
    amount = subject.amount(cell)
    number = Decimal(0) if amount is None or amount.number is None else amount.number
    return this.finding(
        f"{subject.places.name(reading.span)}写“{snippet(subject.report, reading)}”，"
        f"与{placed_cell_label(subject.form, cell)}的{figure(number)}相同，"
        "信息处理费与行政事业性收费是两回事。",
        span=reading.span,
        cells=(cell,),
        found=reading.value,
        sentence=sentence_of(reading),
    )
