"""勾稽关系 of a form applied to figures; what blanks leave open is skipped, not guessed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checks.labels import column_label, figure, related_cells, row_label, table_name
from assistant.checks.rule import Rule
from assistant.checks.subject import Subject
from assistant.forms import Form, Identity, IdentityLine, IdentityTerm, identity_lines
from assistant.model import Amount, AmountState, CellId, Outcome, Severity

CELLS_READABLE = ("STR006", "STR009", "STR014")
"""Rules whose findings take the premise of an identity: rows missing, cells no one can read."""

_MOST_PARTS = 6
_OPEN = (AmountState.BLANK, AmountState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One cell of one side: its amount (None where it was not given) and its sign."""

    cell: CellId
    amount: Amount | None
    sign: int
    previous: bool
    signed: bool

    @property
    def value(self) -> Decimal:
        """Signed figure; an open cell counts as zero."""
        number = None if self.amount is None else self.amount.number
        return Decimal(0) if number is None else self.sign * number

    @property
    def is_open(self) -> bool:
        """Blank or marked not applicable."""
        return self.amount is not None and self.amount.state in _OPEN

    def may_add(self, direction: int) -> bool:
        """Whether filling this open cell could move its side up (1) or down (-1)."""
        return self.is_open and (self.signed or self.sign == direction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An identity for one row or column with its figures."""

    spelled: IdentityLine
    left: tuple[Part, ...]
    right: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Both sides."""
        return (*self.left, *self.right)

    @property
    def difference(self) -> Decimal:
        """Left minus right, open cells as zero."""
        return _total(self.left) - _total(self.right)

    @property
    def holds(self) -> bool:
        """Whether the relation is kept, open cells as zero."""
        if self.spelled.identity.relation == "at_least":
            return self.difference >= 0
        return self.difference == 0

    @property
    def could_hold(self) -> bool:
        """Whether filling the open cells could make it hold."""
        missing = 1 if self.difference < 0 else -1
        left = any(part.may_add(missing) for part in self.left)
        return left or any(part.may_add(-missing) for part in self.right)


def _total(parts: tuple[Part, ...]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def broken_identities(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """Outcomes of all identities of the form that name this rule."""
    known = (*subject.form.identities, *subject.form.expectations)
    identities = [found for found in known if found.rule == this.code]
    if not identities:
        yield this.skip("本表式没有这项勾稽关系")
    for identity in identities:
        reason = _incomparable(subject, identity)
        if reason:
            yield this.skip(reason)
            continue
        for spelled in identity_lines(subject.form, identity):
            yield from _outcome(this, subject, _line(subject, spelled))


def _incomparable(subject: Subject, identity: Identity) -> str:
    """Why an identity between two years cannot be checked; empty if it can."""
    if not identity.spans_years:
        return ""
    if not subject.previous_cells:
        return "没有提供上年报告"
    year, previous_year = subject.year, subject.previous_year
    if year is not None and previous_year is not None and previous_year != year - 1:
        return f"所给的是{previous_year}年的报告，不是{year - 1}年的"
    previous_form = subject.previous_form
    if previous_form is not None and previous_form.id != subject.form.id:
        return "" if identity.across_forms else "上年与本年表式不同，只核对结转"
    return ""


def _line(subject: Subject, spelled: IdentityLine) -> Line:
    return Line(
        spelled=spelled,
        left=tuple(part for term in spelled.left for part in _parts(subject, term)),
        right=tuple(part for term in spelled.right for part in _parts(subject, term)),
    )


def _parts(subject: Subject, term: IdentityTerm) -> Iterator[Part]:
    cells = subject.previous_cells if term.previous else subject.statistics.cells
    for cell in term.cells:
        column = subject.form.columns_by_cell.get(cell)
        if column is not None:
            yield Part(
                cell=cell,
                amount=cells.get(cell),
                sign=term.sign,
                previous=term.previous,
                signed=column.signed,
            )


def _outcome(this: Rule, subject: Subject, line: Line) -> Iterator[Outcome]:
    cells = line.spelled.cells
    states = {None if part.amount is None else part.amount.state for part in line.parts}
    if None in states:
        yield this.skip("表中缺少需要的单元格", cells)
    elif AmountState.UNREADABLE in states:
        yield this.skip("有单元格读不成数", cells)
    elif states <= set(_OPEN):
        yield this.skip("所涉单元格全部空白，已按空白报告", cells)
    elif not line.holds and line.could_hold:
        yield this.skip("差额可能出在空白单元格，填齐后再核", cells)
    elif not line.holds:
        yield _finding(this, subject, line)


def _finding(this: Rule, subject: Subject, line: Line) -> Outcome:
    primary = line.left[0].cell
    others = [part for part in line.parts if part.cell != primary or part.previous]
    telling = [part for part in others if part.value != 0]
    form = subject.form
    return this.finding(
        _message(form, line),
        severity=_severity(this, form, line.spelled),
        span=subject.cell_span(primary),
        cells=line.spelled.cells,
        found=_total(line.left),
        expected=_total(line.right),
        related=tuple(
            place
            for part in telling
            for place in related_cells(form, (part.cell,), "上年" if part.previous else "")
        ),
        sentence=line.spelled.label,
    )


def _severity(this: Rule, form: Form, spelled: IdentityLine) -> Severity:
    if spelled.identity.standing == "usual":
        return max(this.severity, Severity.WARNING, key=lambda severity: severity.rank)
    if spelled.identity.spans_years and spelled.identity.each == "column":
        # Applicants may be sorted anew between two years; the total may not change.
        totals = _total_columns(form, spelled.identity.table)
        return this.severity if spelled.key in totals else Severity.WARNING
    return this.severity


def _total_columns(form: Form, table_id: str) -> set[str]:
    """Columns that a row identity of the table says to be the sum of others."""
    return {
        term.id
        for identity in form.identities
        if identity.table == table_id and identity.each == "row" and not identity.spans_years
        for term in identity.left_terms
        if len(identity.left_terms) == 1 and identity.relation == "equal"
    }


def _message(form: Form, line: Line) -> str:
    identity = line.spelled.identity
    table = form.table(identity.table)
    by_column = identity.each == "column"
    label = (column_label if by_column else row_label)(table, line.spelled.key)
    where = f"{table_name(form, identity.table)}“{label}”{'列' if by_column else '行'}"
    left, right = _side(form, line, line.left), _side(form, line, line.right)
    gap = figure(abs(line.difference))
    relation = "应不少于" if identity.relation == "at_least" else "应等于"
    verdict = f"{'多' if line.difference > 0 else '少'}{gap}"
    assumed = "（空白格按0计）" if any(part.is_open for part in line.parts) else ""
    return f"{where}，{left}，{relation}{right}，{verdict}{assumed}。"


def _side(form: Form, line: Line, parts: tuple[Part, ...]) -> str:
    """One side in figures: “总计”3, or 自然人2＋商业企业1＝3."""
    total = figure(_total(parts))
    if len(parts) == 1:
        return f"“{_part_name(form, line, parts[0])}”为{total}"
    telling = [part for part in parts if part.value != 0]
    if not telling:
        return f"{len(parts)}项之和0"
    if len(telling) > _MOST_PARTS:
        return f"{len(parts)}项之和{total}"
    texts = [_term_text(form, line, part) for part in telling]
    return "".join(texts).removeprefix("＋") + (f"＝{total}" if len(telling) > 1 else "")


def _term_text(form: Form, line: Line, part: Part) -> str:
    amount = part.value
    sign = "－" if amount < 0 else "＋"
    return f"{sign}“{_part_name(form, line, part)}”{figure(abs(amount))}"


def _part_name(form: Form, line: Line, part: Part) -> str:
    table_id, row, column = part.cell.split(".")
    table = form.table(table_id)
    by_column = line.spelled.identity.each == "column"
    name = row_label(table, row) if by_column else column_label(table, column, row)
    return f"上年表中的{name}" if part.previous else name
