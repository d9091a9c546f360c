"""WRD004."""

from collections.abc import Iterator

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import Phrase, words
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

_LISTS = {
    "township": "foreign_to_township",
    "department": "foreign_to_department",
    "region": "foreign_to_region",
}


@rule("WRD004", "foreign-self-designation", "自称不是本机关", Severity.WARNING)
def foreign_self_designation(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文的自称是否合乎机关的类别：乡镇报告里的“我局”、部门报告里的“我镇”等。

    ## 为什么

    自称不对，多半是从别单位的报告抄来没有改。

    ## 怎么改

    改成本机关的自称。

    ## 例外

    部门报告说“我县”“我市”指所在地，不算。引号里的话不核。机关类别看不出的不核。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    level = subject.level
    if level is None:
        yield this.skip("看不出机关的类别")
        return
    foreign = words(_LISTS[level.value])
    phrases = tuple(
        Phrase(find=word, why="不是本机关的自称", not_after=("“", "给", "由")) for word in foreign
    )
    for placed, match in phrase_matches(subject, phrases):
        if placed.is_body:
            yield phrase_finding(this, placed, match, this.severity)
