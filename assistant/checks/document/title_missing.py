"""DOC001."""

from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("DOC001", "title-missing", "没有标题", Severity.WARNING)
def title_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告有没有标题。

    ## 为什么

    没有标题，看不出是哪个机关、哪一年的报告，也不利于检索。

    ## 怎么改

    加上“机关全称＋年份＋年政府信息公开工作年度报告”。

    ## 例外

    从网页复制正文时标题常在正文之外，所以按提醒处理。只给一段文字的不查。

    ## 依据

    年度报告通行的标题写法。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    title = subject.report.title
    if title is None or not title.text.strip():
        yield this.finding("报告没有标题。")
