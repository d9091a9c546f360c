"""WRD002."""

import re
from collections.abc import Iterator

from assistant.checks.phrases import has_any, words
from assistant.checks.places import sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.forms import Period
from assistant.model import Outcome, Severity

_DATE = r"(?:((?:19|20)\d{2})年|[本当同]年|)\s{0,2}(\d{1,2})月\s{0,2}(\d{1,2})日"
_UNTIL = re.compile(rf"(?:截至|截止)[到至]?\s{{0,2}}{_DATE}")
_UNTIL_MONTH = re.compile(
    r"(?:截至|截止)[到至]?\s{0,2}(?:((?:19|20)\d{2})年)?\s{0,2}(\d{1,2})月(?:底|末|份)"
)
_MONTHS = re.compile(
    r"((?:19|20)\d{2})年\s{0,2}(\d{1,2})月?(?:至|到|—{1,2}|－|-|–|~|～)(\d{1,2})月(?!\s{0,2}\d)"
)
_PERIOD = re.compile(
    r"((?:19|20)\d{2})年\s{0,2}(\d{1,2})月\s{0,2}(\d{1,2})日\s{0,2}起?[，,]?\s{0,2}"
    r"(?:至|到|截至|截止到?|—{1,2}|－|-|–|~|～)\s{0,2}" + _DATE
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

    不是说统计期、所列数据的起止日期不核。只写截至某日、只写月份的按提醒处理。

    ## 依据

    《政府信息公开条例》第四十九条；统计期为报告年度的公历年。
    """
    year = subject.year
    if year is None:
        yield this.skip("读不出报告年度")
        return
    for placed in subject.places.paragraphs:
        told_by = words("period" if placed.section is None else "period_in_sections")
        for found, severity in _wrong_periods(placed.paragraph.text, year, subject.form.period):
            sentence = sentence_around(placed.paragraph, found.start(), found.end())
            if has_any(sentence, told_by):
                yield this.finding(
                    f"{placed.name}写统计期“{found[0]}”，应为{_right(year, subject.form.period)}。",
                    severity=severity,
                    span=placed.paragraph.span(found.start(), found.end()),
                    sentence=sentence,
                )


def _wrong_periods(
    text: str, year: int, period: Period
) -> Iterator[tuple[re.Match[str], Severity]]:
    """Beginning and end, the end alone, months without days; all that is not the whole year."""
    whole = list(_PERIOD.finditer(text))
    for found in whole:
        if not _is_right(found, year, period):
            yield found, Severity.ERROR
    for found in _MONTHS.finditer(text):
        if (found[1], found[2].lstrip("0"), found[3]) != (str(year), "1", "12"):
            yield found, Severity.WARNING
    last = period.ends.partition("月")[0]
    for found in _UNTIL_MONTH.finditer(text):
        if (found[1], found[2].lstrip("0")) not in {(str(year), last), (None, last)}:
            yield found, Severity.WARNING
    for found in _UNTIL.finditer(text):
        inside = any(one.start() <= found.start() < one.end() for one in whole)
        years = {year} if found[1] is None else {int(found[1])}
        if not inside and (years != {year} or _day(found, 2) != period.ends):
            yield found, Severity.WARNING


def _is_right(found: re.Match[str], year: int, period: Period) -> bool:
    years = {int(written) for written in (found[1], found[4]) if written is not None}
    return years == {year} and (_day(found, 2), _day(found, 5)) == (period.starts, period.ends)


def _day(found: re.Match[str], group: int) -> str:
    return f"{int(found[group])}月{int(found[group + 1])}日"


def _right(year: int, period: Period) -> str:
    return f"{year}年{period.starts}至{year}年{period.ends}"
