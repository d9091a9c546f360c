"""DOC009."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix
from assistant.model.compose import date_text

_SPACE = re.compile(r"\s")


@rule("DOC009", "date-written-oddly", "成文日期的写法不规范", Severity.NOTE)
def date_written_oddly(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    末尾的成文日期是否写作阿拉伯数字的年月日，月、日不补0。

    ## 为什么

    公文的成文日期有规定的写法。

    ## 怎么改

    写作“2023年1月5日”，不写“2023年01月05日”“二〇二三年一月五日”“2023-1-5”。

    ## 例外

    只作提示；中间的空格不算。没有读到日期的由 DOC003 提示。

    ## 依据

    GB/T 9704—2012 成文日期的写法（参照）。
    """
    date, line = subject.report.date, subject.report.date_line
    if date is None or line is None:
        return
    written, right = _SPACE.sub("", line.text), date_text(date)
    if not written.endswith(right) or written[: -len(right)].endswith("0"):
        yield this.finding(
            f"成文日期写“{line.text.strip()}”，规范的写法为“{right}”。",
            span=line.whole,
            fix=TextFix(span=line.whole, replacement=right),
            sentence=written,
        )
