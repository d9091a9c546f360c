"""Rules on rates, growth and differences stated in prose: 占比、同比、增减."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import bind_label, cell_label, figure
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import (
    bound_cells,
    claims,
    contradiction,
    left_for_next_year,
    snippet,
    untold,
)
from assistant.checks.subject import Subject
from assistant.model import ClaimKind, Outcome, Reading, Severity

_WHOLE = Decimal(100)


@rule("CAL001", "rate-miscalculated", "占比算错", Severity.ERROR)
def rate_miscalculated(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文里的占比、办结率等百分数，是否等于表格里分子除以分母。

    ## 为什么

    分子分母改过而占比没有重算，是文表不符的常见来源。

    ## 怎么改

    用表里的数重算；小数位数照正文原来的写法。

    ## 例外

    四舍五入到所写的位数即为相符。同一句里各占比正好合计100%、只有末位调整的，只作提示。
    办结率100%而有结转下年度的，由 REF003 提示。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    readings = claims(subject, ClaimKind.RATE)
    for reading in readings:
        if reading.agrees is False and not left_for_next_year(subject, reading):
            severity = Severity.NOTE if _rounded_to_whole(reading, readings) else this.severity
            yield contradiction(this, subject, reading, severity, _says(subject, reading, "应为"))
    yield from untold(this, subject, ClaimKind.RATE, "所指的单元格空白或没有给出")


@rule("CAL002", "growth-miscalculated", "增减幅度算错", Severity.ERROR)
def growth_miscalculated(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “同比增长”“下降”的百分数，是否等于本年减上年再除以上年；升降方向也核。

    ## 为什么

    增幅须用上年报告的数来算，常见的错是分母用错或方向写反。

    ## 怎么改

    用两年表格里的数重算；上年为0的不写增幅，写两年的件数。

    ## 例外

    没有上年报告的不核，说明没有核；两年表式不同、名目改了的不判。四舍五入到所写的位数即为相符。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    for reading in claims(subject, ClaimKind.GROWTH):
        if reading.agrees is False and not _renamed_since(subject, reading):
            says = _says(subject, reading, "按两年的表计算应为")
            yield contradiction(this, subject, reading, this.severity, says)
    yield from _incomparable(this, subject, ClaimKind.GROWTH)
    yield from untold(this, subject, ClaimKind.GROWTH, "没有提供上年的数")


@rule("CAL003", "difference-miscalculated", "增减件数算错", Severity.ERROR)
def difference_miscalculated(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “比上年增加几件”“减少几件”，是否等于本年与上年的差；升降方向也核。

    ## 为什么

    差数由两年的表决定，写错即与表不符。

    ## 怎么改

    用两年表格里的数重算。

    ## 例外

    没有上年报告的不核，说明没有核；两年表式不同、名目改了的不判。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    for reading in claims(subject, ClaimKind.DIFFERENCE):
        if reading.agrees is False and not _renamed_since(subject, reading):
            says = _says(subject, reading, "按两年的表计算应为")
            yield contradiction(this, subject, reading, this.severity, says)
    yield from _incomparable(this, subject, ClaimKind.DIFFERENCE)
    yield from untold(this, subject, ClaimKind.DIFFERENCE, "没有提供上年的数")


def _incomparable(this: Rule, subject: Subject, kind: ClaimKind) -> Iterator[Outcome]:
    """Claims that compare with last year what last year's form counted otherwise."""
    for reading in claims(subject, kind):
        if reading.agrees is False and _renamed_since(subject, reading):
            reason = f"“{snippet(subject.report, reading)}”没有核：两年表式不同，口径不能相比"
            yield this.uncertain(reason, reading.span, bound_cells(subject, reading))


def _renamed_since(subject: Subject, reading: Reading) -> bool:
    """Whether last year's form has no row and column of these very names."""
    form, old = subject.form, subject.previous_form
    if old is None or old.id == form.id:
        return False
    cells = bound_cells(subject, reading)
    return any(
        cell not in old.columns_by_cell or cell_label(form, cell) != cell_label(old, cell)
        for cell in cells
    )


def _says(subject: Subject, reading: Reading, opening: str) -> str:
    bases = "、".join(bind_label(subject.form, bind) for bind in reading.binds[:1])
    if reading.expected is None or reading.value is None:
        return f"与{bases}不符"
    unit = reading.unit
    decimals = max(2, _decimals(reading.value))
    expected = figure(round(abs(reading.expected), decimals))
    direction = ""
    if reading.kind is not ClaimKind.RATE:
        direction = (
            "增加" if reading.expected > 0 else "减少" if reading.expected < 0 else "持平，即"
        )
    return f"{opening}{direction}{expected}{unit}（{bases}）"


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _rounded_to_whole(reading: Reading, readings: tuple[Reading, ...]) -> bool:
    """Whether the last digit was adjusted so that the sentence's shares add up to 100."""
    if reading.value is None or reading.expected is None or reading.sentence is None:
        return False
    values = [other.value for other in readings if other.sentence == reading.sentence]
    total = sum((value for value in values if value is not None), Decimal(0))
    step = Decimal(1).scaleb(-_decimals(reading.value))
    near = abs(reading.value - reading.expected) < step * 2
    return len(values) > 1 and total == _WHOLE and near
