"""REF001."""

from collections.abc import Iterator

from assistant.checks.phrases import has_any, words
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import (
    bound_cells,
    claims,
    contradiction,
    sentence_of,
    table_says,
    untold,
)
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, Level, Outcome, Reading, Severity

_DISPUTES = "disputes"
_OWN_MEASURE = (_DISPUTES, "disclosure")


@rule("REF001", "number-differs-from-table", "正文的数与表格不符", Severity.ERROR)
def number_differs_from_table(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文里说到表格的每个数（新收、结转、办结、复议、诉讼、规范性文件、许可、处罚、收费等）是否与表格一致。

    ## 为什么

    同一份报告文、表不一，读者不知信哪一个，评查按数据失准处理。

    ## 怎么改

    先核台账：正文错改正文，表格错改表格。给出的改法只是把正文换成表里的数，须人确认。

    ## 例外

    一个数有几种合理口径的，合乎其一即可。“余”“约”“多”按约数核。市县报告的复议、诉讼和第二部分的数口径
    不一，按提醒处理；写明是备案、应诉件数的只作提示。所指单元格空白的不判。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容不准确的，按《政府信息公开条例》第四十七条处理。
    """
    for reading in claims(subject, ClaimKind.NUMBER):
        if reading.agrees is False:
            severity = _severity(this, subject, reading)
            yield contradiction(this, subject, reading, severity, table_says(subject, reading))
    yield from untold(this, subject, ClaimKind.NUMBER, "所指的单元格空白或没有给出")


def _severity(this: Rule, subject: Subject, reading: Reading) -> Severity:
    tables = {cell.partition(".")[0] for cell in bound_cells(subject, reading)}
    if subject.own_draft:
        return this.severity
    if _DISPUTES in tables and has_any(sentence_of(reading), words("other_dispute_measures")):
        return Severity.NOTE
    if subject.level is Level.REGION and tables.intersection(_OWN_MEASURE):
        return Severity.WARNING
    return this.severity
