"""WRD009."""

from collections.abc import Iterator

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import load_phrases
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule("WRD009", "phrase-out-of-date", "用语与年度不合", Severity.WARNING)
def phrase_out_of_date(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    有没有报告年度已经不用的提法，如2021年以后的“脱贫攻坚”“精准扶贫”。

    ## 为什么

    过时的提法是照抄往年报告的痕迹。

    ## 怎么改

    换成当年的提法，或写明说的是往年。

    ## 例外

    书名号里的文件名不算；“巩固拓展脱贫攻坚成果”等现行提法不算；当年适用的不算。

    ## 依据

    各项工作公布的起止年份，见数据文件所注来源。
    """
    year = subject.year
    if year is None:
        yield this.skip("读不出报告年度")
        return
    phrases = tuple(one for one in load_phrases("stale") if not one.in_place(year))
    for placed, match in phrase_matches(subject, phrases, in_titles=False):
        yield phrase_finding(this, placed, match, match.phrase.grade)
