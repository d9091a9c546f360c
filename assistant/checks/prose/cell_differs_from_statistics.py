"""REF005."""

from collections.abc import Iterator

from assistant.checks.labels import figure, placed_cell_label
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Amount, AmountState, CellId, Outcome, Severity


@rule("REF005", "cell-differs-from-statistics", "表格与所给统计表不符", Severity.ERROR)
def cell_differs_from_statistics(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    报告表格的每一格是否与另外给出的统计表（xlsx、yaml、json）一致。

    ## 为什么

    统计表是数据的来源；誊到报告里再改动、再漏填，就会对不上。

    ## 怎么改

    核对哪一边是最后审定的数，改另一边。

    ## 例外

    没有给统计表的不核。统计表里为0而报告空白的，由 STR007 报告。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    given = subject.given_statistics
    if given is None:
        yield this.skip("没有另外提供统计表")
        return
    if not subject.report.tables:
        yield this.skip("报告里没有读到表格")
        return
    for cell in subject.form.cells:
        mine, theirs = subject.report.cells.get(cell), given.cells.get(cell)
        if mine is not None and theirs is not None and _differ(mine, theirs):
            yield _finding(this, subject, cell, mine, theirs)


def _differ(mine: Amount, theirs: Amount) -> bool:
    if AmountState.UNREADABLE in {mine.state, theirs.state}:
        return False
    open_mine, open_theirs = mine.number is None, theirs.number is None
    if open_mine or open_theirs:
        return not (mine.is_zero or theirs.is_zero or (open_mine and open_theirs))
    return mine.number != theirs.number


def _finding(this: Rule, subject: Subject, cell: CellId, mine: Amount, theirs: Amount) -> Outcome:
    label = placed_cell_label(subject.form, cell)
    return this.finding(
        f"{label}为{_shown(mine)}，所给统计表为{_shown(theirs)}{_gap(mine, theirs)}。",
        span=subject.cell_span(cell),
        cells=(cell,),
        found=mine.number,
        expected=theirs.number,
        sentence=cell,
    )


def _shown(amount: Amount) -> str:
    if amount.number is not None:
        return figure(amount.number)
    return "空白" if amount.state is AmountState.BLANK else f"“{amount.written.strip()}”"


def _gap(mine: Amount, theirs: Amount) -> str:
    if mine.number is None or theirs.number is None:
        return ""
    difference = mine.number - theirs.number
    return f"，{'多' if difference > 0 else '少'}{figure(abs(difference))}"
