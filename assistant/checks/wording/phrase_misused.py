"""WRD008."""

from collections.abc import Iterator

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import load_phrases
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("WRD008", "phrase-misused", "固定搭配用错或词语缺字", Severity.WARNING)
def phrase_misused(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    常见的错搭配和缺字：“获取信息的权力”应为“权利”，“截止某日”应为“截至”，“渠”后缺“道”等。

    ## 为什么

    这些错处在公开的报告里反复出现，网站检查按错别字计。

    ## 怎么改

    照给出的正确写法改。

    ## 例外

    只查收录的搭配；所在的词本来正确的已列为例外。可两用的只作提示。

    ## 依据

    《政府信息公开条例》的用语；《现代汉语词典》。
    """
    for placed, match in phrase_matches(subject, load_phrases("wording")):
        yield phrase_finding(this, placed, match, match.phrase.grade)
