"""Rules on the document's form: title, signature, date, who may fill in what."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import figure, row_label, table_name
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.forms import Row, Table
from assistant.model import Level, Outcome, Severity, TextFix, level_of

_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


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


@rule("DOC003", "signature-or-date-missing", "没有署名或日期", Severity.NOTE)
def signature_or_date_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告末尾有没有机关署名和成文日期。

    ## 为什么

    署名和日期说明谁在何时对数据负责。

    ## 怎么改

    末尾写机关全称和年月日，月、日不补0。

    ## 例外

    网页版常不署名，所以对读入的报告只作提示；本程序起草的按提醒处理。只给一段文字的不查。

    ## 依据

    GB/T 9704—2012 的落款要求（参照）。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    report = subject.report
    missing = [
        name
        for name, present in (("署名", report.signature), ("日期", report.date))
        if present is None
    ]
    if missing:
        severity = Severity.WARNING if subject.own_draft else this.severity
        yield this.finding(f"报告末尾没有{'和'.join(missing)}。", severity=severity)


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


@rule("DOC005", "figure-beyond-powers", "填了本级机关没有的职权", Severity.ERROR)
def figure_beyond_powers(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “规章”各格：乡镇、街道和部门的报告应为0。

    ## 为什么

    规章只能由国务院部门、省级政府、设区的市和自治州的政府制定；填了数多半是把普通文件当成规章。

    ## 怎么改

    改为0；是规范性文件的填到规范性文件一行。

    ## 例外

    乡镇、街道判错；部门可能填了代拟的数，按提醒处理。机关类别看不出的不查。

    ## 依据

    《立法法》关于规章制定权的规定。
    """
    level = subject.level
    if level is None:
        yield this.skip("看不出机关的类别")
        return
    # A government's own office reports what the government issues.
    levels = {level.value, level_of(subject.report.organisation).value}
    for table in subject.form.tables:
        for row in table.rows:
            if row.only_levels and levels.isdisjoint(row.only_levels):
                yield from _beyond_powers(this, subject, table, row)


def _beyond_powers(this: Rule, subject: Subject, table: Table, row: Row) -> Iterator[Outcome]:
    start = f"{table.id}.{row.id}."
    amounts = [(cell, subject.amount(cell)) for cell in table.cells if cell.startswith(start)]
    held = [
        (cell, amount.number)
        for cell, amount in amounts
        if amount is not None and amount.number is not None and amount.number != 0
    ]
    if held:
        cells = tuple(cell for cell, _ in held)
        figures = "、".join(figure(number) for _, number in held)
        severity = this.severity if subject.level is Level.TOWNSHIP else Severity.WARNING
        where = f"{table_name(subject.form, table.id)}“{row_label(table, row.id)}”行"
        yield this.finding(
            f"{where}填了{figures}，{row.only_basis}不属于本级机关，应为0。",
            severity=severity,
            span=subject.cell_span(cells[0]),
            cells=cells,
            found=held[0][1],
            expected=Decimal(0),
            sentence=row.id,
        )
