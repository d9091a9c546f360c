"""DOC004."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


@rule("DOC004", "date-before-period-ends", "成文日期早于统计期结束", Severity.ERROR)
def date_before_period_ends(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    成文日期是否在报告年度的统计期结束之后。

    ## 为什么

    统计期还没有结束，全年的数据不可能已经核定；多半是日期照抄了上年。

    ## 怎么改

    改成实际的成文日期，在统计年度的次年。

    ## 例外

    没有读到日期的由 DOC003 提示。

    ## 依据

    《政府信息公开条例》第四十九条（报告上一年度）。
    """
    date, year = subject.report.date, subject.year
    ends = _DAY.search(subject.form.period.ends)
    if date is None or year is None or ends is None:
        yield this.skip("没有读到成文日期或报告年度")
        return
    last = (year, int(ends[1]), int(ends[2]))
    if (date.year, date.month, date.day) <= last:
        line = subject.report.date_line
        written = f"{date.year}年{date.month}月{date.day}日"
        yield this.finding(
            f"成文日期{written}早于{year}年统计期结束（{subject.form.period.ends}）。",
            span=None if line is None else line.whole,
            sentence=written,
        )
