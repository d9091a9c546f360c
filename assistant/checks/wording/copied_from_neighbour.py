"""WRD012."""

from collections.abc import Iterator, Sequence

from assistant.checks.copied import Overlap, Sentence, compared_sentences, overlap
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Related, Report, Severity, same_organisation

_SHORTEST = 20
_FEWEST = 3
_WORTH_TELLING = 20
_TOO_MUCH = 50
_MOST = 5


@rule("WRD012", "copied-from-neighbour", "与其他单位的报告雷同", Severity.WARNING)
def copied_from_neighbour(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    一起核对的其他单位的报告里，有没有与本报告大段相同或几乎相同的句子。

    ## 为什么

    互相照抄会连别人的错处一起抄来；内容雷同是点名追责的情形。

    ## 怎么改

    改写成本单位实际做的事。

    ## 例外

    引言、标题、表格、法定用语和有数字的句子不比，机关名称不同也算相同。同一上级统一布置的话会相近，
    所以要三句以上、占所比文字两成以上才提示，超过一半的提醒；最多列五份。没有一起核对的报告不核。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    others = [one for one in subject.neighbours if _is_other(subject, one)]
    if not others:
        yield this.skip("没有一起核对的其他单位的报告")
        return
    mine = _sentences(subject.report)
    pairs = [(other, overlap(mine, _sentences(other))) for other in others]
    alike = [
        (other, found)
        for other, found in pairs
        if len(found.shared) >= _FEWEST and found.percent >= _WORTH_TELLING
    ]
    alike.sort(key=lambda pair: -pair[1].percent)
    for other, found in alike[:_MOST]:
        yield _finding(this, other, found, len(alike))


def _is_other(subject: Subject, neighbour: Report) -> bool:
    own = subject.report.organisation
    return neighbour is not subject.report and not (
        own and same_organisation(own, neighbour.organisation)
    )


def _sentences(report: Report) -> Sequence[Sentence]:
    paragraphs = (paragraph for section in report.sections for paragraph in section.paragraphs)
    return compared_sentences(report, paragraphs, _SHORTEST)


def _finding(this: Rule, other: Report, found: Overlap, alike: int) -> Outcome:
    first = found.shared[0]
    known = f"“{other.organisation}”" if other.organisation else f"“{other.source}”"
    more = f"（共有{alike}份报告与本报告相近，只列最近的{_MOST}份）" if alike > _MOST else ""
    return this.finding(
        f"有{len(found.shared)}句与{known}的报告相同或相近，占所比文字的{found.percent}%{more}。",
        severity=this.severity if found.percent > _TOO_MUCH else Severity.NOTE,
        span=first.span,
        related=tuple(Related(label="雷同", span=one.span) for one in found.shared[1:]),
        sentence=f"{other.organisation}{first.span.quote}",
    )
