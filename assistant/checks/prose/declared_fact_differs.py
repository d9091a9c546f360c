"""REF006."""

from collections.abc import Iterator

from assistant.checks.labels import bind_label, figure
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import contradiction
from assistant.checks.subject import Subject
from assistant.model import ClaimState, Outcome, Reading, Severity


@rule("REF006", "declared-fact-differs", "正文的数与申报的数据不符", Severity.ERROR)
def declared_fact_differs(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文里说到统计表文件 facts 所申报的数据时，数值是否一致。

    ## 为什么

    官方表格之外的数（网站发布条数、培训次数等）只有申报的数据可核。

    ## 怎么改

    核对来源，改正文或改申报的数值。

    ## 例外

    没有申报数据的不核；“余”“约”“多”按约数核。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    if not subject.statistics.facts:
        yield this.skip("没有申报表格之外的数据")
    for reading in subject.readings:
        if reading.state is ClaimState.DECLARED and reading.agrees is False:
            says = _says(subject, reading)
            yield contradiction(this, subject, reading, this.severity, says)


def _says(subject: Subject, reading: Reading) -> str:
    facts = subject.statistics.facts
    label = "、".join(bind_label(subject.form, bind, facts) for bind in reading.binds[:2])
    if reading.expected is None:
        return f"与{label}不符"
    text = f"{label}为{figure(reading.expected)}{reading.unit}"
    if reading.value is None:
        return text
    difference = reading.value - reading.expected
    return f"{text}，{'多' if difference > 0 else '少'}{figure(abs(difference))}{reading.unit}"
