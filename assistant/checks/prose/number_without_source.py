"""REF004."""

from collections.abc import Iterator, Sequence

from assistant.checks.rule import Rule, rule
from assistant.checks.statements import sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, ClaimState, Outcome, Reading, Related, Severity


@rule("REF004", "number-without-source", "数字没有出处", Severity.ERROR)
def number_without_source(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文里的数字是否都能在表格、算式或已申报的数据里找到出处。

    ## 为什么

    没有出处的数字无从核对，往往是上年留下的或随手写的。

    ## 怎么改

    在统计表文件的 facts 里申报这个数据（名称、数值、单位），或删去这个数字。

    ## 例外

    对本程序起草的报告判错；对读入的报告只作提示，每段一条，因为官方表格之外的数字本来就多；
    “未收取信息处理费”“均配发解读”一类没有数字的话不提示。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    unbound = [
        reading
        for reading in subject.readings
        if reading.is_claim and reading.state is ClaimState.UNBOUND
    ]
    if subject.own_draft:
        for reading in unbound:
            yield _finding(this, subject, [reading], this.severity)
        return
    # That nothing happened, or all was done some way, is no number anyone could look up.
    figures = (r for r in unbound if r.kind is not ClaimKind.ZERO and not _is_without_digit(r))
    for _, held in subject.places.grouped(figures):
        yield _finding(this, subject, held, Severity.NOTE)


def _is_without_digit(reading: Reading) -> bool:
    """均已按规定公开: a statement of all without a digit."""
    return reading.kind is ClaimKind.ALL and reading.value is None


def _finding(
    this: Rule, subject: Subject, readings: Sequence[Reading], severity: Severity
) -> Outcome:
    first = readings[0]
    shown = "、".join(f"“{snippet(subject.report, reading)}”" for reading in readings[:4])
    more = "" if len(readings) <= 4 else f"等{len(readings)}个数字"
    place = subject.places.name(first.span)
    return this.finding(
        f"{place}写{shown}{more}，在表格和已申报的数据里没有出处。",
        severity=severity,
        span=first.span,
        found=first.value,
        related=tuple(Related(label=r.span.quote, span=r.span) for r in readings[1:]),
        sentence=sentence_of(first),
    )
