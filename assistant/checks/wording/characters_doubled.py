"""WRD007."""

from collections.abc import Iterator

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import load_phrases
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("WRD007", "characters-doubled", "字、词或标点重复", Severity.WARNING)
def characters_doubled(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    有没有“的的”“政府政府”“。。”一类重复的字、词和连用的标点。

    ## 为什么

    重复是改稿、粘贴留下的，网站检查按错别字计。

    ## 怎么改

    删去多余的。

    ## 例外

    “的的确确”“和和美美”这类本来重叠的词不算；省略号、破折号不算。

    ## 依据

    GB/T 15834—2011《标点符号用法》；政府网站检查对错别字的要求。
    """
    for placed, match in phrase_matches(subject, load_phrases("doubled")):
        yield phrase_finding(this, placed, match, match.phrase.grade)
