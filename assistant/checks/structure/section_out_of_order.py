"""STR002."""

from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Section, Severity


@rule("STR002", "section-out-of-order", "部分的次序颠倒或重复", Severity.WARNING)
def section_out_of_order(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    六个部分是否按官方次序排列，有没有同一部分写了两次。

    ## 为什么

    次序由官方格式规定；颠倒或重复多半是粘贴时出的错。

    ## 怎么改

    按官方格式的次序调整，重复的合并。

    ## 例外

    认不出属于哪一部分的标题不参与比较。

    ## 依据

    年度报告格式的六部分次序。
    """
    known = [section for section in subject.report.sections if section.number is not None]
    for earlier, later in pairwise(known):
        if _number(later) == _number(earlier):
            message = f"{section_name(_number(later))}“{later.title}”出现了两次。"
        elif _number(later) < _number(earlier):
            names = section_name(_number(later)), section_name(_number(earlier))
            message = f"{names[0]}“{later.title}”排在{names[1]}“{earlier.title}”之后，次序颠倒。"
        else:
            continue
        yield this.finding(message, span=later.heading.whole, sentence=later.heading.text)


def _number(section: Section) -> int:
    return -1 if section.number is None else section.number
