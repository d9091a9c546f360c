"""REF002."""

from collections.abc import Iterator

from assistant.checks.labels import cells_in_bind, figure, placed_cell_label
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import claims, contradiction, untold
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, Outcome, Reading, Severity


@rule("REF002", "zero-contradicted", "说没有而表里有", Severity.ERROR)
def zero_contradicted(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “未收到申请”“没有发生行政复议”这类没有数字的话，是否与表格里的0一致。

    ## 为什么

    这类话最容易从上年报告照抄下来，当年其实已有申请或案件。

    ## 怎么改

    核对台账：确有的，把这句话改成件数；确实没有的，改表格。

    ## 例外

    所指单元格空白的不判。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    for reading in claims(subject, ClaimKind.ZERO):
        if reading.agrees is False:
            says = _says(subject, reading)
            yield contradiction(this, subject, reading, this.severity, says)
    yield from untold(this, subject, ClaimKind.ZERO, "所指的单元格空白或没有给出")


def _says(subject: Subject, reading: Reading) -> str:
    cells = [cell for bind in reading.binds for cell in cells_in_bind(subject.form, bind)]
    amounts = [(cell, subject.amount(cell)) for cell in dict.fromkeys(cells)]
    held = [
        f"{placed_cell_label(subject.form, cell)}为{figure(amount.number)}"
        for cell, amount in amounts
        if amount is not None and amount.number is not None and amount.number != 0
    ]
    return "、".join(held[:3]) if held else "与表格不符"
