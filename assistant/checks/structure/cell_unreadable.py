"""STR009."""

from collections.abc import Iterator

from assistant.checks.labels import placed_cell_label
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import AmountState, Outcome, Severity


@rule("STR009", "cell-unreadable", "单元格读不成数", Severity.WARNING)
def cell_unreadable(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    单元格里写的能不能确定是哪个数；还有读入时拿不准的地方。

    ## 为什么

    单元格里夹了文字、写成中文数字或两个数挤在一格，都无法汇总和核对。

    ## 怎么改

    单元格里只写阿拉伯数字；需要说明的写进正文。

    ## 例外

    数字后的括注、“元”“万元”“增加”“减少”能认的照认。转换造成的错乱请对照原件，所以对读入的报告按提醒处理。

    ## 依据

    年度报告格式各表的填写单位。
    """
    for cell in subject.cells_in(AmountState.UNREADABLE, subject.form.cells):
        amount = subject.amount(cell)
        written = "" if amount is None else amount.written.strip()
        yield this.finding(
            f"{placed_cell_label(subject.form, cell)}写“{written}”，读不成一个数。",
            severity=Severity.ERROR if subject.own_draft else this.severity,
            span=subject.cell_span(cell),
            cells=(cell,),
            sentence=written,
        )
    for doubt in subject.report.unreadable:
        if doubt.cell is None or doubt.cell not in subject.statistics.cells:
            cells = () if doubt.cell is None else (doubt.cell,)
            yield this.uncertain(doubt.reason, doubt.span, cells)
