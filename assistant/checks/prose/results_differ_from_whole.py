"""REF011."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from assistant.checks.labels import figure
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import bound_cells, claims, sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.forms import Identity, IdentityLine, identity_lines
from assistant.model import CellId, ClaimKind, Outcome, Reading, Related, Severity

_Bound: TypeAlias = tuple[Reading, set[CellId]]
"""A reading with the cells it speaks of."""

_FEWEST = 2


@rule("REF011", "results-differ-from-whole", "正文各项结果之和与总数不等", Severity.WARNING)
def results_differ_from_whole(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    一段话里把各项办理结果（或各类申请人，复议、诉讼的各种结果）都写全了，加起来是否等于同一段写的总数。

    ## 为什么

    各项结果是总数的全部，正文自己就应当加得起来，不管表格填了没有。

    ## 怎么改

    核对台账，改写错的那一项或总数。

    ## 例外

    没有写全的不核；各数都与表格相符的不报；“余”“约”“多”不核。

    ## 依据

    年度报告格式申请情况表“（七）总计”行、复议和诉讼情况表“总计”列的含义。
    """
    numbers = claims(subject, ClaimKind.NUMBER)
    lines = list(_sums(subject))
    for _, inside in subject.places.grouped(numbers):
        bound = [(reading, set(bound_cells(subject, reading))) for reading in inside]
        for line in lines if len(bound) > _FEWEST else ():
            yield from _outcome(this, subject, bound, line)


def _sums(subject: Subject) -> Iterator[IdentityLine]:
    """Identities of one year that say a cell to be the sum of others."""
    for identity in subject.form.identities:
        if _is_sum(identity):
            yield from identity_lines(subject.form, identity)


def _is_sum(identity: Identity) -> bool:
    single = len(identity.left_terms) == 1 and identity.relation == "equal"
    return single and not identity.spans_years and identity.standing != "usual"


def _outcome(
    this: Rule, subject: Subject, bound: Sequence[_Bound], line: IdentityLine
) -> Iterator[Outcome]:
    whole_cells = {cell for term in line.left for cell in term.cells}
    part_cells = {cell for term in line.right for cell in term.cells}
    whole = next((reading for reading, cells in bound if cells == whole_cells), None)
    parts = _covering([(r, c) for r, c in bound if c and c <= part_cells], part_cells)
    if whole is None or whole.value is None or not parts:
        return
    readings = (whole, *parts)
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    settled = all(reading.agrees is True for reading in readings)
    if total == whole.value or settled or any(reading.approximate for reading in readings):
        return
    added = "＋".join(figure(part.value) for part in parts if part.value is not None)
    yield this.finding(
        f"{subject.places.name(whole.span)}写“{snippet(subject.report, whole)}”，"
        f"所列各项{added}＝{figure(total)}，与总数不等。",
        span=whole.span,
        found=whole.value,
        expected=total,
        related=tuple(Related(label="分项", span=part.span) for part in parts),
        sentence=sentence_of(whole),
    )


def _covering(bound: Sequence[_Bound], wanted: set[CellId]) -> tuple[Reading, ...]:
    """Readings that together speak of every wanted cell once; none when they do not."""
    open_cells = set(wanted)
    taken: list[Reading] = []
    for reading, cells in sorted(bound, key=lambda pair: -len(pair[1])):
        if cells <= open_cells:
            open_cells -= cells
            taken.append(reading)
    return () if open_cells else tuple(sorted(taken, key=lambda one: one.span.start))
