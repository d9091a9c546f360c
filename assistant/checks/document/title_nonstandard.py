"""DOC002."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_SPACE = re.compile(r"\s+")


@rule("DOC002", "title-nonstandard", "标题不规范", Severity.NOTE, requires=("DOC001",))
def title_nonstandard(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    标题是否为“机关全称＋年份＋年政府信息公开工作年度报告”。

    ## 为什么

    “2025年度……年度报告”重复“年度”，缺“工作”“年度”“公开”，都是常见瑕疵。

    ## 怎么改

    照通行的写法改。

    ## 例外

    极普遍，只作提示。标题里的年份错由 WRD001 报告。

    ## 依据

    年度报告通行的标题写法。
    """
    report, year = subject.report, subject.year
    if report.title is None or not report.organisation or year is None:
        return
    written = _SPACE.sub("", report.title.text)
    right = subject.form.title_for(report.organisation, year)
    if written != _SPACE.sub("", right):
        span = report.title.whole
        yield this.finding(
            f"标题写“{written}”，通行的写法为“{right}”。",
            span=span,
            fix=TextFix(span=span, replacement=right),
            sentence=written,
        )
