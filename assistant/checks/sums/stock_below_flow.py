"""SUM005."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM005",
    "stock-below-flow",
    "存量少于当年增量",
    Severity.ERROR,
    requires=CELLS_READABLE,
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
