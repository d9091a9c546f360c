"""DOC008."""

import datetime
import re
from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.forms import Deadline
from assistant.model import Level, Outcome, Severity, level_of

_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


@rule("DOC008", "published-late", "成文日期已过公布期限", Severity.WARNING)
def published_late(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    成文日期是否晚于条例规定的公布期限：部门为次年1月31日，县级以上地方政府为次年3月31日。

    ## 为什么

    不按时公布是考评扣分、通报的事项。

    ## 怎么改

    日期写错的改正；确已逾期的，尽快公布并向主管部门说明。

    ## 例外

    条文没有单列乡镇的期限，乡镇只作提示，按本地通知；政府办公厅、办公室代政府报告的按政府的期限。
    成文日期不等于公布日期，所以不判错。没有读到日期的不核。

    ## 依据

    《政府信息公开条例》第四十九条。
    """
    date, year, level = subject.report.date, subject.year, subject.level
    if date is None or year is None or level is None:
        yield this.skip("没有读到成文日期、报告年度或机关的类别")
        return
    levels = {level.value, level_of(subject.report.organisation).value}
    known = [one for one in subject.form.deadlines if levels.intersection(one.levels)]
    days = {_day(one, year): one for one in known}
    if days and date > max(days):
        deadline = days[max(days)]
        line = subject.report.date_line
        written = f"{date.year}年{date.month}月{date.day}日"
        local = "，乡镇以本地通知的期限为准" if level is Level.TOWNSHIP else ""
        yield this.finding(
            f"成文日期{written}晚于{year + 1}年{deadline.date}的公布期限{local}。",
            severity=Severity.NOTE if level is Level.TOWNSHIP else this.severity,
            span=None if line is None else line.whole,
            sentence=written,
        )


def _day(deadline: Deadline, year: int) -> datetime.date:
    """The deadline's day in the year after the report's; the end of that year if unreadable."""
    found = _DAY.search(deadline.date)
    month, day = (12, 31) if found is None else (int(found[1]), int(found[2]))
    return datetime.date(year + 1, month, day)
