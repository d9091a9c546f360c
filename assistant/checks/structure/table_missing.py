"""STR005."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.forms import SectionSpec
from assistant.model import Outcome, Severity


@rule("STR005", "table-missing", "缺少规定的表", Severity.WARNING)
def table_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第二、三、四部分的官方表格在不在正文里。

    ## 为什么

    表格做成图片或附件，读者无法检索、复制，评查时按缺表处理。

    ## 怎么改

    把表格放进正文，单元格里写数字，不用图片。

    ## 例外

    网页或 PDF 转成文字时可能丢表，所以对读入的报告按提醒处理；本程序起草的报告缺表为错误。

    ## 依据

    年度报告格式第二、三、四部分；《政府信息公开条例》第二十四条。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    for spec in subject.form.sections:
        if spec.table is not None and spec.table not in subject.report.tables:
            yield _finding(this, subject, spec, spec.table)


def _finding(this: Rule, subject: Subject, spec: SectionSpec, table_id: str) -> Outcome:
    section = subject.report.section(spec.number)
    return this.finding(
        f"{section_name(spec.number)}“{spec.title}”没有读到官方表格。",
        severity=Severity.ERROR if subject.own_draft else this.severity,
        span=None if section is None else section.heading.whole,
        cells=subject.form.table(table_id).cells,
        sentence=spec.title,
    )
