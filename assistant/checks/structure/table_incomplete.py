"""STR006."""

from collections.abc import Iterator

from assistant.checks.cell_groups import compact_cells
from assistant.checks.labels import table_name
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.foreign_parts import foreign_parts
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("STR006", "table-incomplete", "表格缺行或缺列", Severity.WARNING)
def table_incomplete(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    官方表格的行和列是否齐全，按行名、列名识别，不按位置。

    ## 为什么

    删行删列即擅自删减报告事项，也使勾稽关系无法核对。

    ## 怎么改

    照本年度适用的官方表样补齐，没有的填0。

    ## 例外

    网页截去尾部零值表、转换时丢行都会造成这种情形，所以对读入的报告按提醒处理；本程序起草的为错误。
    旧表里合成一行的由 STR010 报告。

    ## 依据

    年度报告格式各表的行和列。
    """
    printed_otherwise = {cell for part in foreign_parts(subject) for cell in part.cells}
    for table in subject.form.tables:
        if table.id not in subject.report.tables:
            continue
        missing = tuple(
            cell
            for cell in table.cells
            if subject.amount(cell) is None and cell not in printed_otherwise
        )
        if missing:
            names = compact_cells(table, missing)
            yield this.finding(
                f"{table_name(subject.form, table.id)}缺少{names}，共{len(missing)}格。",
                severity=Severity.ERROR if subject.own_draft else this.severity,
                cells=missing,
                sentence=table.id,
            )
