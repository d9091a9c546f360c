"""DOC003."""

from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("DOC003", "signature-or-date-missing", "没有署名或日期", Severity.NOTE)
def signature_or_date_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告末尾有没有机关署名和成文日期。

    ## 为什么

    署名和日期说明谁在何时对数据负责。

    ## 怎么改

    末尾写机关全称和年月日，月、日不补0。

    ## 例外

    网页版常不署名，所以对读入的报告只作提示；本程序起草的按提醒处理。只给一段文字的不查。

    ## 依据

    GB/T 9704—2012 的落款要求（参照）。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    report = subject.report
    missing = [
        name
        for name, present in (("署名", report.signature), ("日期", report.date))
        if present is None
    ]
    if missing:
        severity = Severity.WARNING if subject.own_draft else this.severity
        yield this.finding(f"报告末尾没有{'和'.join(missing)}。", severity=severity)
