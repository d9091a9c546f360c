"""WRD011."""

from collections.abc import Iterator

from assistant.checks.copied import Overlap, compared_sentences, overlap, section_paragraphs
from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Related, Report, Severity

_COMPARED = ("overview", "problems")
_SHORTEST = 15
_FEWEST = 2
_TOO_MUCH = 50


@rule("WRD011", "copied-from-last-year", "与上年的报告雷同", Severity.WARNING)
def copied_from_last_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第一、第五部分有多少句与上年的报告相同或几乎相同（相似度九成以上），占所比文字的多少。

    ## 为什么

    内容雷同、敷衍塞责是点名追责的情形；有的地方规定与上年重复超过一半就扣分。

    ## 怎么改

    改写成本年实际做的事；问题和措施写本年的，上年的问题说明整改结果。

    ## 例外

    引言、标题、表格、法定用语和有数字的句子不比，年份和机关名称不同也算相同。
    只有一句相同的不报；超过一半的提醒，其余只作提示：常规工作的写法本来会相近。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    previous = subject.previous_report
    if previous is None:
        yield this.skip("没有提供上年报告")
        return
    for spec in subject.form.sections:
        if spec.id in _COMPARED:
            found = _overlap(subject.report, previous, spec.number)
            if len(found.shared) >= _FEWEST:
                yield _finding(this, previous, section_name(spec.number), found)


def _overlap(report: Report, previous: Report, number: int) -> Overlap:
    mine = section_paragraphs(report).get(number, ())
    theirs = section_paragraphs(previous).get(number, ())
    return overlap(
        compared_sentences(report, mine, _SHORTEST),
        compared_sentences(previous, theirs, _SHORTEST),
    )


def _finding(this: Rule, previous: Report, name: str, found: Overlap) -> Outcome:
    first = found.shared[0]
    year = "上年" if previous.year is None else f"{previous.year}年"
    return this.finding(
        f"{name}有{len(found.shared)}句与{year}的报告相同或相近，占所比文字的{found.percent}%。",
        severity=this.severity if found.percent > _TOO_MUCH else Severity.NOTE,
        span=first.span,
        related=tuple(Related(label="雷同", span=one.span) for one in found.shared[1:]),
        sentence=first.span.quote,
    )
