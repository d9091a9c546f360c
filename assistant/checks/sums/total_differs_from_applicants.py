"""SUM002."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM002",
    "total-differs-from-applicants",
    "总计与各类申请人之和不等",
    Severity.ERROR,
    requires=CELLS_READABLE,
)
def total_differs_from_applicants(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    申请情况表的每一行，总计是否等于自然人与法人或其他组织各类之和。

    ## 为什么

    总计列就是各类申请人之和，不等必有一格填错。

    ## 怎么改

    核对这一行各类申请人的件数，改错的那一格；总计由各类相加得出。

    ## 例外

    整行空白的只报空白；有空白格而差额可能出在空白处的，说明没有核。

    ## 依据

    年度报告格式申请情况表“总计”列的含义。
    """
    yield from broken_identities(this, subject)
