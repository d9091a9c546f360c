"""WRD002."""

import re
from collections.abc import Iterator

from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

_DATE = r"(?:((?:19|20)\d{2})年|[本当同]年|)\s{0,2}(\d{1,2})月\s{0,2}(\d{1,2})日"
_PERIOD = re.compile(
    r"((?:19|20)\d{2})年\s{0,2}(\d{1,2})月\s{0,2}(\d{1,2})日\s{0,2}起?\s{0,2}(?:至|到|—|－|-|–|~|～)\s{0,2}"
    + _DATE
)


@rule("WRD002", "period-wrong", "统计期写错", Severity.ERROR)
def period_wrong(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “统计期限自××年1月1日至12月31日”一类的话，年份和起止日是否为报告年度的全年。

    ## 为什么

    统计期写成往年、起止颠倒或止于别的日子，全部数据的口径就不清楚。

    ## 怎么改

    改成报告年度的1月1日至12月31日。

    ## 例外

    不是说统计期、所列数据、本报告的起止日期不核。

    ## 依据

    《政府信息公开条例》第四十九条；统计期为报告年度的公历年。
    """
    year = subject.year
    if year is None:
        yield this.skip("读不出报告年度")
        return
    for placed in subject.places.paragraphs:
        for found in _PERIOD.finditer(placed.paragraph.text):
            sentence = sentence_around(placed.paragraph, found.start(), found.end())
            speaks_of_period = has_any(sentence, words("period"))
            if speaks_of_period and not _is_right(
                found, year, subject.form.period.starts, subject.form.period.ends
            ):
                yield _finding(this, subject, placed, found, year)


def _is_right(found: re.Match[str], year: int, starts: str, ends: str) -> bool:
    years = {int(written) for written in (found[1], found[4]) if written is not None}
    first = f"{int(found[2])}月{int(found[3])}日"
    last = f"{int(found[5])}月{int(found[6])}日"
    return years == {year} and first == starts and last == ends


def _finding(
    this: Rule, subject: Subject, placed: Placed, found: re.Match[str], year: int
) -> Outcome:
    period = subject.form.period
    return this.finding(
        f"{placed.name}写统计期“{found[0]}”，应为{year}年{period.starts}至{year}年{period.ends}。",
        span=placed.paragraph.span(found.start(), found.end()),
        sentence=sentence_around(placed.paragraph, found.start(), found.end()),
    )
