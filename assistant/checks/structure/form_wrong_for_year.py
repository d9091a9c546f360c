"""STR010."""

from collections.abc import Iterator

from assistant.checks.labels import table_name
from assistant.checks.places import listed
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.foreign_parts import ForeignPart, foreign_parts
from assistant.checks.subject import Subject
from assistant.forms import Form
from assistant.model import Outcome, Severity


@rule("STR010", "form-wrong-for-year", "表式与报告年度不符", Severity.ERROR)
def form_wrong_for_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告所用的表式在报告年度是否适用；表里有没有夹着别的表式的行、列，
    如2021年以后“（六）其他处理”仍只有一行。表式按表里的行和列认定。

    ## 为什么

    2021年起用新格式，旧表的行列已经删改；用旧表填报等于少报、错报。

    ## 怎么改

    换用报告年度适用的官方表样重新填写，不能只改标题。

    ## 例外

    没有读到表格，或认不出年度的，说明没有核。地方自己加的行不算；只留着旧表的一行、一列的按提醒处理。

    ## 依据

    国办公开办函〔2019〕60号（2019、2020年度）；国办公开办函〔2021〕30号（2021年度起）。
    """
    form, year = subject.form, subject.year
    if year is None:
        yield this.skip("读不出报告年度")
    elif not subject.report.tables:
        yield this.skip("没有读到表格，认不出所用的表式")
    elif not form.holds_in(year):
        yield this.finding(
            f"{year}年的报告用了“{form.title}”（{form.source.number}）的表，该表{_years(form)}适用。",
            sentence=form.id,
        )
    else:
        yield from _mixed(this, subject, foreign_parts(subject), year)


def _mixed(
    this: Rule, subject: Subject, parts: tuple[ForeignPart, ...], year: int
) -> Iterator[Outcome]:
    """One finding for every table that holds parts of a form not in force."""
    old = [part for part in parts if not part.form.holds_in(year)]
    for table in dict.fromkeys(part.table for part in old):
        here = [part for part in old if part.table == table]
        form, names = here[0].form, listed(part.label for part in here)
        merged = any(part.cells for part in here)
        single = "只有一行" if merged else ""
        yield this.finding(
            f"{table_name(subject.form, table)}里{names}{single}，是{_years(form)}的旧表"
            f"（{form.source.number}）的写法，{year}年的报告应换用新表。",
            severity=this.severity if merged or len(here) > 1 else Severity.WARNING,
            span=here[0].span,
            cells=tuple(cell for part in here for cell in part.cells),
            sentence=names,
        )


def _years(form: Form) -> str:
    if form.valid_to is None:
        return f"{form.valid_from}年起"
    return f"{form.valid_from}至{form.valid_to}年"
