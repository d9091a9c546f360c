"""WRD005."""

from collections.abc import Iterator

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import load_phrases
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("WRD005", "placeholder-left", "占位或填写说明没有换掉", Severity.ERROR)
def placeholder_left(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    有没有留下“××”“XX”“{{…}}”“（具体网址）”“请填写”一类的占位和填写说明。

    ## 为什么

    占位留在公开的报告里，说明没有校对。

    ## 怎么改

    换成实际内容，或删去。

    ## 例外

    网址里的字母、与其他字母数字连写的不算。

    ## 依据

    国办公开办函〔2021〕30号（四）：敷衍塞责的追责。
    """
    for placed, match in phrase_matches(subject, load_phrases("placeholders")):
        yield phrase_finding(this, placed, match, this.severity)
