"""WRD001."""

import re
from collections.abc import Iterator

from assistant.checks.phrase_findings import inside, quoted_titles
from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix, bare_name

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_TOO_LONG = re.compile(r"(?<!\d)((?:19|20)\d{3,6})年")
_NAMES_REPORT = re.compile(r"政府信息公开(?:工作)?(?:年度)?报告|(?:工作)?年度报告|年报")
_REPORT_REACH = 30
_BREAK = re.compile(r"[，。；！？》]|\d")
_BODY_YEAR = re.compile(r"(?<![\d—～~-])((?:19|20)\d{2})年(?!\d{1,2}月(?!底|31日))度?([，,]?)")
_COUNTS = re.compile(r"(?:有|对|就)\d")
_HEADING = " 　（()）.．、一二三四五六七八九十0123456789"
_SENTENCE_OPENS = "。；\n"
_LONGEST_HEADING = 20
_LONGEST_LINE = 40
_PROSE_MARK = re.compile(r"[，。；,;]")
_LONGEST_BEFORE = 4


@rule("WRD001", "year-wrong", "年份写错", Severity.ERROR)
def year_wrong(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    标题、自称“××年度报告”的话、各部分开头的“××年，”是否写的是报告年度；正文里说全年工作的年份、
    “截至××年底”是否为报告年度；年份有没有多写了数字。

    ## 为什么

    年份没有改是照抄上年报告最明显的痕迹，曾因此被通报、撤稿。

    ## 怎么改

    改成报告年度；说的确是往年的事，写明“上年”或“××年以来”。

    ## 例外

    书名号里的文件名、届次、文号、成文日期、上年问题的整改、同比和“××年以来”一类的话不算。
    不在一部分开头的只提醒（本程序起草的，句子开头也为错误）；说下一年打算的不算。

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
        named = list(_names_other_report(this, subject, placed, year))
        yield from named
        if placed.is_body and not named:
            first = placed.section is not None and placed.section not in seen_sections
            yield from _other_years(this, subject, placed, year, first=first)
        if placed.is_body and placed.section is not None:
            seen_sections.add(placed.section)


def _malformed(this: Rule, placed: Placed) -> Iterator[Outcome]:
    for found in _TOO_LONG.finditer(placed.paragraph.text):
        message = f"{placed.name}写“{found[0]}”，年份多了数字。"
        span = placed.paragraph.span(found.start(1), found.end(1))
        sentence = sentence_around(placed.paragraph, found.start(), found.end())
        yield this.finding(message, span=span, sentence=sentence)


def _names_other_report(
    this: Rule, subject: Subject, placed: Placed, year: int
) -> Iterator[Outcome]:
    """A year right before the report's own name: in the title or in 现公布……年度报告."""
    text = placed.paragraph.text
    titles = quoted_titles(text) if placed.is_body else []
    # In the sections last year's report is a piece of this year's work.
    right = {year} if placed.section is None else {year, year - 1}
    severity = this.severity if placed.section is None else Severity.WARNING
    for found in _YEAR.finditer(text):
        if int(found[1]) in right:
            continue
        if inside(titles, found.start(), found.end()) and not _own_title(subject, placed, found):
            continue
        if _names_report(text[found.end() : found.end() + _REPORT_REACH]):
            yield _finding(this, placed, found, year, severity)


def _own_title(subject: Subject, placed: Placed, found: re.Match[str]) -> bool:
    """Whether 《…》 in the introduction is this very report: 现将《……》公布如下."""
    text, own = placed.paragraph.text, bare_name(subject.report.organisation)
    before = text[max(0, found.start() - _REPORT_REACH) : found.start()]
    named = bool(own) and before.rpartition("《")[2].removesuffix("人民政府").endswith(own)
    return placed.section is None and named and has_any(text, words("report_announced"))


def _names_report(behind: str) -> bool:
    """Whether a year is followed by the name of the report itself, not of work on reports."""
    name = _NAMES_REPORT.search(behind)
    if name is None or _BREAK.search(behind, 0, name.start()):
        return False
    return not behind.startswith(words("about_report"), name.end())


def _other_years(
    this: Rule, subject: Subject, placed: Placed, year: int, *, first: bool
) -> Iterator[Outcome]:
    """Sentences that tell of another year as if it were the report's."""
    text = placed.paragraph.text
    titles = quoted_titles(text)
    for found in _BODY_YEAR.finditer(text):
        if int(found[1]) == year or inside(titles, found.start(), found.end()):
            continue
        # The first sentence of a section speaks of the year as a whole, with or without a comma.
        near = first and found.start(1) <= _LONGEST_HEADING
        opens_section = near and not text[: found.start(1)].strip(_HEADING)
        if opens_section or _speaks_of_the_year(subject, text, found, year):
            sentence = sentence_around(placed.paragraph, found.start(1), found.end())
            if not has_any(sentence, _excuses(found, year, opens_section=opens_section)):
                own = subject.own_draft and _opens_sentence(text, found)
                grave = own or (opens_section and not _is_heading(text))
                severity = this.severity if grave else Severity.WARNING
                yield _finding(this, placed, found, year, severity)


def _is_heading(text: str) -> bool:
    """A line such as （一）2021年存在问题的改进情况 may rightly name last year."""
    return len(text) <= _LONGEST_LINE and not _PROSE_MARK.search(text)


def _speaks_of_the_year(subject: Subject, text: str, found: re.Match[str], year: int) -> bool:
    """2020年，… at the head of a sentence; 2020年共收到…; 截至2020年底."""
    before = text[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    if before.endswith(words("until")):
        return text.startswith(words("year_ends"), found.end())
    if before.endswith(words("before_other_year")):
        return False
    if text.startswith(words("behind_other_year"), found.end()):
        return False
    if _opens_sentence(text, found):
        return True
    if int(found[1]) < year - 1:
        # Inside a sentence an earlier year is history told; last year's is what copying leaves.
        return False
    own = bare_name(subject.report.organisation)
    works = (*words("year_at_work"), own) if own else words("year_at_work")
    return text.startswith(works, found.end()) or bool(_COUNTS.match(text, found.end()))


def _opens_sentence(text: str, found: re.Match[str]) -> bool:
    """2020年，… where a sentence begins."""
    before = text[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    at_head = not before or before.strip(_HEADING)[-1:] in {"", *_SENTENCE_OPENS}
    return at_head and bool(found[2])


def _excuses(found: re.Match[str], year: int, *, opens_section: bool) -> tuple[str, ...]:
    """Words with which a sentence may tell of another year."""
    if int(found[1]) > year:
        return words("future")
    excuses = words("last_report" if opens_section else "other_year_excused")
    return (f"{year}年", *excuses)


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
