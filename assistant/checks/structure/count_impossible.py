"""STR014."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import figure, placed_cell_label
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("STR014", "count-impossible", "单元格的数不可能", Severity.ERROR)
def count_impossible(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    件数、项数是否为不小于0的整数。

    ## 为什么

    件数不会是负数或小数，出现了就是填错了格或错了单位。

    ## 怎么改

    核对原始台账，改成正确的整数；“本年增/减”可以是负数，金额可以有小数。

    ## 例外

    “本年增/减”列的负数、以万元计的收费金额和采购金额的小数是对的。

    ## 依据

    年度报告格式各表的填写单位。
    """
    form = subject.form
    for cell in form.cells:
        amount = subject.amount(cell)
        number = None if amount is None else amount.number
        if number is None or form.accepts(cell, number):
            continue
        reason = "不应为负数" if number < 0 else "应为整数"
        yield this.finding(
            f"{placed_cell_label(form, cell)}为{figure(number)}，{reason}。",
            span=subject.cell_span(cell),
            cells=(cell,),
            found=number,
            sentence=_written(number),
        )


def _written(number: Decimal) -> str:
    return f"{number:f}"
