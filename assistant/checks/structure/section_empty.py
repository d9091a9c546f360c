"""STR004."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("STR004", "section-empty", "部分只有标题没有内容", Severity.ERROR)
def section_empty(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    文字部分（总体情况、问题及改进、其他事项）的标题下面有没有内容。

    ## 为什么

    只有标题等于没有报告这一项。

    ## 怎么改

    写上内容；确实没有需要报告的事项，也要写明没有，并说明信息处理费的收取情况。

    ## 例外

    表格部分没有文字不算，缺表由 STR005 报告。只给一段文字的不查。

    ## 依据

    《政府信息公开条例》第五十条。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    with_table = {spec.number for spec in subject.form.sections if spec.table is not None}
    for section in subject.report.sections:
        if section.number is None or section.number in with_table:
            continue
        if not any(paragraph.text.strip() for paragraph in section.paragraphs):
            name = section_name(section.number)
            yield this.finding(
                f"{name}“{section.title}”只有标题，没有内容。",
                span=section.heading.whole,
                sentence=section.heading.text,
            )
