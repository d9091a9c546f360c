"""SUM004."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM004",
    "dispute-total-differs-from-outcomes",
    "复议、诉讼总计与各种结果之和不等",
    Severity.ERROR,
    requires=CELLS_READABLE,
)
def dispute_total_differs_from_outcomes(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    行政复议、未经复议直接起诉、复议后起诉三组，总计是否等于维持、纠正、其他结果与尚未审结之和。

    ## 为什么

    总计常被漏填成0，或只加了已审结的案件。

    ## 怎么改

    核对案件台账；尚未审结的也计入总计。

    ## 例外

    整组空白的只报空白；复议机关作共同被告的案件不计复议机关，与本规则无关。

    ## 依据

    年度报告格式复议、诉讼情况表“总计”列的含义；国办公开办函〔2016〕201号。
    """
    yield from broken_identities(this, subject)
