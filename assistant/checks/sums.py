"""Rules on sums inside one table: 表内勾稽. The identities themselves stand in the form file."""

from collections.abc import Iterator

from assistant.checks.identities import broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

_READABLE = ("STR006", "STR009", "STR014")


@rule(
    "SUM001",
    "received-and-handled-do-not-balance",
    "收到的与办理的两边不平",
    Severity.ERROR,
    requires=_READABLE,
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


@rule(
    "SUM002",
    "total-differs-from-applicants",
    "总计与各类申请人之和不等",
    Severity.ERROR,
    requires=_READABLE,
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


@rule(
    "SUM003",
    "results-total-differs-from-results",
    "办理结果总计与各项结果之和不等",
    Severity.ERROR,
    requires=_READABLE,
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


@rule(
    "SUM004",
    "dispute-total-differs-from-outcomes",
    "复议、诉讼总计与各种结果之和不等",
    Severity.ERROR,
    requires=_READABLE,
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


@rule(
    "SUM005",
    "stock-below-flow",
    "存量少于当年增量",
    Severity.ERROR,
    requires=_READABLE,
)
def stock_below_flow(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    规章和规范性文件：2019年版，对外公开总数量是否不少于本年新公开数量；
    2021年版，现行有效件数是否不少于本年制发减本年废止。

    ## 为什么

    当年新增的必在年末存量之内，存量更少说明有一格填错。

    ## 怎么改

    会同司法行政部门核对文件目录，改错的那一格。

    ## 例外

    2021年版中当年制发又当年废止的会出现这种情形，所以按提醒处理；有空白格的不判。

    ## 依据

    年度报告格式主动公开情况表的列名。
    """
    yield from broken_identities(this, subject)
