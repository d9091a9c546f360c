"""WRD001."""

import re
from collections.abc import Iterator

from assistant.checks.phrase_findings import inside, quoted_titles
from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_TOO_LONG = re.compile(r"(?<!\d)((?:19|20)\d{3,6})年")
_NAMES_REPORT = re.compile(r"政府信息公开(?:工作)?(?:年度)?报告|(?:工作)?年度报告|年报")
_REPORT_REACH = 30
_BREAK = re.compile(r"[，。；！？》]|\d")
_OPENING = re.compile(r"^\s*(?:[（(][一二三四五六七八九十][）)])?((?:19|20)\d{2})年(?:度|来)?[，,]")


@rule("WRD001", "year-wrong", "年份写错", Severity.ERROR)
def year_wrong(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    标题、自称“××年度报告”的话、各部分开头的“××年，”是否写的是报告年度；年份有没有多写了数字。

    ## 为什么

    年份没有改是照抄上年报告最明显的痕迹，曾因此被通报、撤稿。

    ## 怎么改

    改成报告年度；说的确是往年的事，写明“上年”或“××年以来”。

    ## 例外

    书名号里的文件名、届次、文号、成文日期、上年问题的整改、同比和“××年以来”一类的话不算。
    不在一部分开头的段落只提醒；说下一年打算的不算。

    ## 依据

    《政府信息公开条例》第四十九条（上一年度报告）；国办公开办函〔2021〕30号（四）。
    """
    year = subject.year
    if year is None:
        yield this.skip("读不出报告年度")
        return
    seen_sections: set[int] = set()
    for placed in subject.places.paragraphs:
        if placed.name in {"署名", "日期"}:
            continue
        yield from _malformed(this, placed)
        yield from _names_other_report(this, placed, year)
        if placed.is_body:
            first = placed.section is not None and placed.section not in seen_sections
            yield from _opens_with_other_year(this, placed, year, first=first)
            seen_sections.update(() if placed.section is None else (placed.section,))


def _malformed(this: Rule, placed: Placed) -> Iterator[Outcome]:
    for found in _TOO_LONG.finditer(placed.paragraph.text):
        message = f"{placed.name}写“{found[0]}”，年份多了数字。"
        span = placed.paragraph.span(found.start(1), found.end(1))
        sentence = sentence_around(placed.paragraph, found.start(), found.end())
        yield this.finding(message, span=span, sentence=sentence)


def _names_other_report(this: Rule, placed: Placed, year: int) -> Iterator[Outcome]:
    """A year right before the report's own name: in the title or in 现公布……年度报告."""
    text = placed.paragraph.text
    titles = quoted_titles(text) if placed.is_body else []
    # In the sections last year's report is a piece of this year's work.
    right = {year} if placed.section is None else {year, year - 1}
    severity = this.severity if placed.section is None else Severity.WARNING
    for found in _YEAR.finditer(text):
        if int(found[1]) in right or inside(titles, found.start(), found.end()):
            continue
        if _names_report(text[found.end() : found.end() + _REPORT_REACH]):
            yield _finding(this, placed, found, year, severity)


def _names_report(behind: str) -> bool:
    """Whether a year is followed by the name of the report itself, not of work on reports."""
    name = _NAMES_REPORT.search(behind)
    if name is None or _BREAK.search(behind, 0, name.start()):
        return False
    return not behind.startswith(words("about_report"), name.end())


def _opens_with_other_year(
    this: Rule, placed: Placed, year: int, *, first: bool
) -> Iterator[Outcome]:
    """A paragraph that begins with another year than the report's."""
    found = _OPENING.match(placed.paragraph.text)
    if found is None or int(found[1]) == year:
        return
    sentence = sentence_around(placed.paragraph, found.start(1), found.end(1))
    excuses = words("last_report" if first else "other_year_excused")
    if int(found[1]) > year:
        excuses = words("future")
    if not has_any(sentence[len(found[0]) :], (f"{year}年", *excuses)):
        severity = this.severity if first else Severity.WARNING
        yield _finding(this, placed, found, year, severity)


def _finding(
    this: Rule, placed: Placed, found: re.Match[str], year: int, severity: Severity
) -> Outcome:
    span = placed.paragraph.span(found.start(1), found.end(1))
    return this.finding(
        f"{placed.name}写“{found[1]}年”，报告年度是{year}年。",
        severity=severity,
        span=span,
        fix=TextFix(span=span, replacement=str(year)),
        sentence=sentence_around(placed.paragraph, found.start(1), found.end(1)),
    )
