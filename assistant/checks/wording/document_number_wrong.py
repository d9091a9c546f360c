"""WRD010."""

import re
from collections.abc import Iterator

from assistant.checks.official_documents import (
    CITED,
    OfficialDocument,
    document_named,
    document_of,
    official_documents,
)
from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_NAME_REACH = 60
_ANY_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])\s{0,2}([〔（(\[［【]\s{0,2}((?:19|20)\d{2})\s{0,2}[〕）)\]］】]\s{0,2}第?(\d{1,4}))\s{0,2}号"
)


@rule("WRD010", "document-number-wrong", "文号写错或已不适用", Severity.WARNING)
def document_number_wrong(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    所引国务院办公厅文件的文号与文件名是否成对，报告年度是否还适用；文号的写法是否规范。

    ## 为什么

    文号写错、引用已经替代的通知，是照抄往年报告的痕迹。

    ## 怎么改

    2019、2020年度引国办公开办函〔2019〕60号；2021年度起引国办公开办函〔2021〕30号。
    年份用六角括号，序号前不加“第”、不补0。

    ## 例外

    只核收录的文件，没有收录的文号不判；同一句里说明替代关系的、并列引用现行通知的不算。写法只作提示。

    ## 依据

    国办公开办函〔2021〕30号；《党政机关公文处理工作条例》关于发文字号的规定。
    """
    for placed in subject.places.paragraphs:
        wrong = list(_wrong_numbers(this, subject, placed))
        yield from wrong
        if not wrong:
            yield from _written_oddly(this, placed)


def _wrong_numbers(this: Rule, subject: Subject, placed: Placed) -> Iterator[Outcome]:
    for found in CITED.finditer(placed.paragraph.text):
        right, why = _right_number(subject, placed, found)
        if right:
            span = placed.paragraph.span(found.start(), found.end())
            yield this.finding(
                f"{placed.name}写“{found[0]}”，{why}“{right}”。",
                span=span,
                fix=TextFix(span=span, replacement=right),
                sentence=sentence_around(placed.paragraph, found.start(), found.end()),
            )


def _right_number(subject: Subject, placed: Placed, found: re.Match[str]) -> tuple[str, str]:
    """The number that should stand there, and why; empty where nothing is wrong."""
    cited = document_of(_normal(found))
    named = _named_before(placed.paragraph.text, found.start())
    if named is not None and cited is not named:
        return named.number, "这份文件的文号是"
    if cited is None:
        alike = _alike(placed, found)
        return ("", "") if alike is None else (alike.number, "年度报告格式的文号是")
    year = subject.year
    if year is None or cited.serves(year) or not cited.replaced_by:
        return "", ""
    sentence = sentence_around(placed.paragraph, found.start(), found.end())
    excused = cited.replaced_by in sentence or has_any(sentence, words("document_replaced"))
    return ("", "") if excused else (cited.replaced_by, f"{year}年度的报告应依据")


def _normal(found: re.Match[str]) -> str:
    return f"{found['issuer']}〔{found['year']}〕{int(found['serial'])}号"


def _named_before(text: str, start: int) -> OfficialDocument | None:
    """The document whose name stands in the same sentence right before the number."""
    return document_named(text[max(0, start - _NAME_REACH) : start].rpartition("。")[2])


def _alike(placed: Placed, found: re.Match[str]) -> OfficialDocument | None:
    """The document with the same year and serial, where the sentence speaks of annual reports."""
    sentence = sentence_around(placed.paragraph, found.start(), found.end())
    if not has_any(sentence, words("annual_report")):
        return None
    year_and_serial = f"〔{found['year']}〕{int(found['serial'])}号"
    alike = (one for one in official_documents() if one.year_and_serial == year_and_serial)
    return next(alike, None)


def _written_oddly(this: Rule, placed: Placed) -> Iterator[Outcome]:
    """Round brackets, 第 before the serial, a serial with a zero before it."""
    for found in _ANY_NUMBER.finditer(placed.paragraph.text):
        right = f"〔{found[2]}〕{int(found[3])}"
        if "".join(found[1].split()) != right:
            span = placed.paragraph.span(found.start(1), found.end(1))
            yield this.finding(
                f"{placed.name}文号写“{found[0].strip()}”，规范的写法为“{right}号”。",
                severity=Severity.NOTE,
                span=span,
                fix=TextFix(span=span, replacement=right),
                sentence=sentence_around(placed.paragraph, found.start(), found.end()),
            )
