"""STR010."""

from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("STR010", "form-wrong-for-year", "表式与报告年度不符", Severity.ERROR)
def form_wrong_for_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告所用的表式在报告年度是否适用。表式按表里的行和列认定。

    ## 为什么

    2021年起用新格式，旧表的行列已经删改；用旧表填报等于少报、错报。

    ## 怎么改

    换用报告年度适用的官方表样重新填写，不能只改标题。

    ## 例外

    没有读到表格，或认不出年度的，说明没有核。

    ## 依据

    国办公开办函〔2019〕60号（2019、2020年度）；国办公开办函〔2021〕30号（2021年度起）。
    """
    form, year = subject.form, subject.year
    if year is None:
        yield this.skip("读不出报告年度")
    elif not subject.report.tables:
        yield this.skip("没有读到表格，认不出所用的表式")
    elif not form.holds_in(year):
        start = (
            f"{form.valid_from}年起"
            if form.valid_to is None
            else f"{form.valid_from}至{form.valid_to}年"
        )
        yield this.finding(
            f"{year}年的报告用了“{form.title}”（{form.source.number}）的表，该表{start}适用。",
            cells=(),
            sentence=form.id,
        )
