"""STR001."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

NOT_WHOLE = "只给了文字，没有给整份报告"


@rule("STR001", "section-missing", "缺少规定的部分", Severity.ERROR, requires=("STR015",))
def section_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    六个部分是否齐全。部分按标题识别，标题的常见变体也认。

    ## 为什么

    六个部分由官方格式规定，不得遗漏；缺一部分即为内容不全。

    ## 怎么改

    补上缺的部分，标题照官方格式写；没有内容可报的也要写明没有。

    ## 例外

    只给一段文字、没有给整份报告的不查。整份用旧条例目录的由 STR015 报告。

    ## 依据

    《政府信息公开条例》第五十条；年度报告格式的六部分标题。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    present = {section.number for section in subject.report.sections}
    missing = [spec for spec in subject.form.sections if spec.number not in present]
    if len(missing) == len(subject.form.sections):
        yield this.finding(f"报告里没有找到规定的{len(missing)}个部分。")
        return
    for spec in missing:
        yield this.finding(f"报告缺少{section_name(spec.number)}“{spec.title}”。")
