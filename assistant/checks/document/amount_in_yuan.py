"""DOC006."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import figure, placed_cell_label
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import CellId, Level, Outcome, Related, Severity

_UNIT = "万元"
_TIMES = 100
_ROUND = 100
_LARGE = {Level.TOWNSHIP: Decimal(1000), Level.DEPARTMENT: Decimal(10000)}


@rule("DOC006", "amount-in-yuan", "以万元计的金额像是按元填的", Severity.WARNING)
def amount_in_yuan(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    以万元计的收费金额，是否超过上年的100倍，或者在乡镇、部门的报告里是上千万元的整百数。

    ## 为什么

    把元当成万元填，数值会大一万倍，汇总时全县的数都跟着错。

    ## 怎么改

    核对财政票据；按元填的，除以10000再填，可以有小数。

    ## 例外

    收费确有这么多的不用改，所以只作提醒。市县政府的报告金额本来大，只同上年比。空白、0和有小数的不查。

    ## 依据

    年度报告格式主动公开情况表所注“单位：万元”。
    """
    for cell, column in subject.form.columns_by_cell.items():
        if column.unit == _UNIT:
            yield from _outcome(this, subject, cell)


def _outcome(this: Rule, subject: Subject, cell: CellId) -> Iterator[Outcome]:
    amount = subject.amount(cell)
    number = None if amount is None else amount.number
    if number is None or number <= 0 or number != number.to_integral_value():
        return
    last = _last_year(subject, cell)
    grown = last is not None and last > 0 and number > _TIMES * last
    if grown or _is_large_and_round(subject, number):
        than_last = f"，上年为{figure(last)}万元" if grown and last is not None else ""
        yield this.finding(
            f"{placed_cell_label(subject.form, cell)}为{figure(number)}（单位：万元）{than_last}，"
            "像是按元填的，请核对单位。",
            span=subject.cell_span(cell),
            cells=(cell,),
            found=number,
            related=(Related(label="上年的同一格", cell=cell),) if grown else (),
            sentence=cell,
        )


def _last_year(subject: Subject, cell: CellId) -> Decimal | None:
    """Last year's figure, where last year's form counted it in the same unit."""
    old = subject.previous_form
    if old is not None and old.id != subject.form.id:
        return None
    amount = subject.previous_cells.get(cell)
    return None if amount is None else amount.number


def _is_large_and_round(subject: Subject, number: Decimal) -> bool:
    least = None if subject.level is None else _LARGE.get(subject.level)
    return least is not None and number >= least and number % _ROUND == 0
