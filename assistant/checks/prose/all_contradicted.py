"""REF003."""

from collections.abc import Iterator

from assistant.checks.labels import cell_label
from assistant.checks.phrases import has_any, words
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import (
    bound_cells,
    claims,
    contradiction,
    left_for_next_year,
    untold,
)
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, Outcome, Reading, Severity


@rule("REF003", "all-contradicted", "说全部而表里不是全部", Severity.ERROR)
def all_contradicted(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “全部予以公开”“均获维持”“全部办结”这类话，是否与表格一致。

    ## 为什么

    说“全部”而表里另有其他结果，文表互相否定。

    ## 怎么改

    按表格写明各种结果的件数；有未办结的，写明结转件数和原因。

    ## 例外

    说全部办结、答复率100%而有结转下年度的，可能是未到期的合法结转，只作提示；
    同一段写明有转到下年度的，只提示百分数的口径。写成100%的也一样。

    ## 依据

    《政府信息公开条例》第三十三条（答复期限）；年度报告格式申请情况表。
    """
    for reading in (*claims(subject, ClaimKind.ALL), *claims(subject, ClaimKind.RATE)):
        if left_for_next_year(subject, reading):
            yield from _left_for_next_year(this, subject, reading)
        elif reading.kind is ClaimKind.ALL and reading.agrees is False:
            yield _finding(this, subject, reading)
    yield from untold(this, subject, ClaimKind.ALL, "所指的单元格空白或没有给出")


def _left_for_next_year(this: Rule, subject: Subject, reading: Reading) -> Iterator[Outcome]:
    says = "而表中有结转下年度的申请，未到期的应写明"
    if _is_told(subject, reading):
        if reading.kind is ClaimKind.ALL:
            return
        says = "而表中有结转下年度的申请，未到期的没有算在内的，应写明口径"
    yield contradiction(this, subject, reading, Severity.NOTE, says)


def _is_told(subject: Subject, reading: Reading) -> bool:
    """Whether the paragraph itself says that some go on next year."""
    placed = subject.places.at(reading.span)
    return placed is not None and has_any(placed.paragraph.text, words("left_told"))


def _finding(this: Rule, subject: Subject, reading: Reading) -> Outcome:
    cells = bound_cells(subject, reading)
    names = "、".join(cell_label(subject.form, cell) for cell in cells[:2])
    says = f"与表中{names}不符" if names else "与表格不符"
    return contradiction(this, subject, reading, this.severity, says)
