"""WRD014."""

import re
from collections.abc import Iterator

from assistant.checks.places import sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_DOUBLED = re.compile(r"(?:19|20)\d{2}年(度)[\u4e00-\u9fff]{0,20}?年度报告")

_LONGEST_TITLE = 60


@rule("WRD014", "year-word-doubled", "引言里“年度”重复", Severity.NOTE)
def year_word_doubled(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    引言有没有写成“2025年度……年度报告”。

    ## 为什么

    一个名称里“年度”出现两次，是最常见的文字瑕疵。

    ## 怎么改

    前一个只写“年”，如“2025年政府信息公开工作年度报告”。

    ## 例外

    极普遍，只作提示。标题由 DOC002 提示，书名号里的文件名不算。

    ## 依据

    年度报告通行的标题写法。
    """
    for placed in subject.places.paragraphs:
        if placed.section is None and placed.is_body:
            for found in _DOUBLED.finditer(placed.paragraph.text):
                before = placed.paragraph.text[
                    max(0, found.start() - _LONGEST_TITLE) : found.start()
                ]
                if "《" in before.rpartition("》")[2]:
                    continue
                span = placed.paragraph.span(found.start(1), found.end(1))
                yield this.finding(
                    f"{placed.name}写“{found[0]}”，前一个“年度”只写“年”。",
                    span=span,
                    fix=TextFix(span=span, replacement=""),
                    sentence=sentence_around(placed.paragraph, found.start(), found.end()),
                )
