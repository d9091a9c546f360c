"""STR008."""

from collections.abc import Iterator

from assistant.checks.cell_groups import compact_cells
from assistant.checks.labels import table_name
from assistant.checks.places import listed
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import AmountState, CellId, Outcome, Severity


@rule("STR008", "cell-marked-not-applicable", "单元格填了“/”“—”“无”", Severity.WARNING)
def cell_marked_not_applicable(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    表格里有没有用“/”“—”“无”代替数字的单元格。每张表报一次。

    ## 为什么

    官方表格填数字；这类记号看不出是0还是不适用，也不能汇总。

    ## 怎么改

    没有发生的填0。

    ## 例外

    核算勾稽时按0计并注明，不把它改成0。

    ## 依据

    年度报告格式各表；考评通行做法。
    """
    for table in subject.form.tables:
        marked = subject.cells_in(AmountState.NOT_APPLICABLE, table.cells)
        if marked:
            where, names = table_name(subject.form, table.id), compact_cells(table, marked)
            marks = _marks(subject, marked)
            yield this.finding(
                f"{where}有{len(marked)}格填了{marks}：{names}；没有发生的应填0。",
                span=subject.cell_span(marked[0]),
                cells=marked,
                sentence=table.id,
            )


def _marks(subject: Subject, cells: tuple[CellId, ...]) -> str:
    amounts = (subject.amount(cell) for cell in cells)
    return listed(dict.fromkeys(a.written.strip() for a in amounts if a is not None))
