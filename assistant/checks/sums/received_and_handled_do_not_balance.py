"""SUM001."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM001",
    "received-and-handled-do-not-balance",
    "收到的与办理的两边不平",
    Severity.ERROR,
    requires=CELLS_READABLE,
)
def received_and_handled_do_not_balance(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    申请情况表的每一列，本年新收加上年结转，是否等于办理结果总计加结转下年度。

    ## 为什么

    这项勾稽关系印在官方表的左上角。两边不平，说明有申请漏填、重填或填错了行。

    ## 怎么改

    对照申请台账逐件核对；先核总计列，再核出错的那一类申请人。

    ## 例外

    有空白格而差额可能出在空白处的，不判错，只说没有核；空白格按0计仍然超出的才判错。

    ## 依据

    年度报告格式申请情况表所印“第一项加第二项之和，等于第三项加第四项之和”。
    """
    yield from broken_identities(this, subject)
