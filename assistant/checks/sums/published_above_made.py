"""SUM006."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "SUM006",
    "published-above-made",
    "新公开的比新制作的多",
    Severity.NOTE,
    requires=CELLS_READABLE,
)
def published_above_made(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    2019年版：规章和规范性文件的本年新公开数量是否不多于本年新制作数量。

    ## 为什么

    当年公开的通常是当年制作的；公开的更多，可能是两格填反。

    ## 怎么改

    核对文件目录；确是补公开往年文件的，不用改。

    ## 例外

    可以公开往年制作的文件，所以只作提示；有空白格的不判。2021年版没有这两列。

    ## 依据

    年度报告格式（2019年版）主动公开情况表的列名。
    """
    yield from broken_identities(this, subject)
