"""STR007."""

from collections.abc import Iterator

from assistant.checks.cell_groups import compact_cells
from assistant.checks.labels import table_name
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import AmountState, Outcome, Severity


@rule("STR007", "cell-blank", "单元格空白", Severity.WARNING)
def cell_blank(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    表格里有没有空白的单元格。每张表报一次，写明是哪些行、列。

    ## 为什么

    空白看不出是0还是漏填；考评常把空白格列为问题。

    ## 怎么改

    没有发生的填0，漏填的补数。

    ## 例外

    官方没有写明空白即为0，本程序核算时按0计并注明，不把空白改成0。“/”“—”“无”由 STR008 报告。

    ## 依据

    年度报告格式各表；考评通行做法。
    """
    for table in subject.form.tables:
        blank = subject.cells_in(AmountState.BLANK, table.cells)
        if blank:
            where, names = table_name(subject.form, table.id), compact_cells(table, blank)
            yield this.finding(
                f"{where}有{len(blank)}格空白：{names}；没有发生的应填0，勾稽核算时空白按0计。",
                span=subject.cell_span(blank[0]),
                cells=blank,
                sentence=table.id,
            )
