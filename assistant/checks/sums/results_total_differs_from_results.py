"""SUM003."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM003",
    "results-total-differs-from-results",
    "办理结果总计与各项结果之和不等",
    Severity.ERROR,
    requires=CELLS_READABLE,
)
def results_total_differs_from_results(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    申请情况表的每一列，“（七）总计”是否等于上面各项办理结果之和。

    ## 为什么

    每件办结的申请只计入一项结果，总计应与各项之和一致。

    ## 怎么改

    按答复文书逐件归入一项结果，再相加；区分处理的只计“部分公开”。

    ## 例外

    有空白格而差额可能出在空白处的，不判错，只说没有核。

    ## 依据

    年度报告格式申请情况表“（七）总计”行的含义。
    """
    yield from broken_identities(this, subject)
