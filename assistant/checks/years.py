"""Rules on this year against last year: 年际衔接. The identities stand in the form file."""

from collections.abc import Iterator

from assistant.checks.identities import CELLS_READABLE, broken_identities
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity


@rule(
    "YOY001",
    "carried-in-differs-from-last-year",
    "上年结转与上年报告的结转下年度不等",
    Severity.ERROR,
    requires=CELLS_READABLE,
)
def carried_in_differs_from_last_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    本年的“上年结转”是否等于上年报告的“结转下年度继续办理”，总计列和各类申请人列都核。

    ## 为什么

    同一批申请在两年的报告里出现，件数应当相同；评查时必核这一项。

    ## 怎么改

    先核上年报告已公布的数；上年报告有误的，在本年报告中说明更正。

    ## 例外

    总计不等判错；只是申请人类别之间有出入的按提醒处理。没有上年报告的不核。两年表式不同时仍核。

    ## 依据

    年度报告格式申请情况表的行名。
    """
    yield from broken_identities(this, subject)


@rule(
    "YOY002",
    "stock-does-not-continue-last-year",
    "年末存量与上年不衔接",
    Severity.WARNING,
    requires=CELLS_READABLE,
)
def stock_does_not_continue_last_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    2021年版：现行有效件数是否等于上年现行有效加本年制发减本年废止；
    2019年版：上一年项目数量是否等于上年表中的项目数量加上年增减。

    ## 为什么

    存量逐年相接，接不上多半是漏计了制发、废止或增减。

    ## 怎么改

    核对文件或事项目录；确有清理、自然失效、机构改革等原因的，在报告中说明。

    ## 例外

    只作提醒。两年表式不同的不比；有空白格而差额可能出在空白处的不判。

    ## 依据

    年度报告格式主动公开情况表的列名。
    """
    yield from broken_identities(this, subject)


@rule(
    "YOY003",
    "published-total-below-last-year",
    "对外公开总数量少于上年加本年新公开",
    Severity.WARNING,
    requires=CELLS_READABLE,
)
def published_total_below_last_year(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    2019年版：对外公开总数量是否不少于上年对外公开总数量加本年新公开数量。

    ## 为什么

    总数量是逐年累加的，变少而没有废止，说明有一格填错。

    ## 怎么改

    核对文件目录；有文件废止的，在报告中说明。

    ## 例外

    表上没有废止一列，所以只作提醒。两年表式不同的不比。

    ## 依据

    年度报告格式（2019年版）主动公开情况表的列名。
    """
    yield from broken_identities(this, subject)
