"""Last year's report: is it the right one, and what does it hand on to this year."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from assistant.errors import AssistantError
from assistant.forms import (
    Form,
    FormRegistry,
    IdentityLine,
    IdentityTerm,
    complete,
    identity_lines,
)
from assistant.model import Amount, CellId, Report, same_organisation


def require_previous(previous: Report, *, organisation: str, year: int | None) -> None:
    """Raises AssistantError E160–E162 when it is not the same organ's report of last year."""
    name = previous.source if previous.source else "上年报告"
    if year is not None and previous.year is not None and previous.year != year - 1:
        raise AssistantError(
            "E160",
            f"“{name}”是 {previous.year} 年度的报告，编制 {year} 年度报告需要 {year - 1} 年度的。",
            "请换成上一年度已公布的报告。",
        )
    if year is not None and previous.year is None:
        raise AssistantError("E162", f"从“{name}”里读不出报告年度。", "请核对文件是否为年报。")
    known = bool(organisation and previous.organisation)
    if known and not same_organisation(organisation, previous.organisation):
        raise AssistantError(
            "E161",
            f"“{name}”是“{previous.organisation}”的报告，不是“{organisation}”的。",
            "请换成本机关上一年度的报告；机关改名的，请先在副本里改成现名。",
        )


def carried_in(form: Form, previous_form: Form, previous: Report) -> dict[CellId, Amount]:
    """Cells of this year that equal one of last year's by an identity of the form.

    Only identities the form implies count (上年结转＝上年的结转下年度), and across a change of
    form only those said to hold across forms. Unknown values are left out.
    """
    lines = _lines_into(form, previous_form, standing=("printed", "implied"))
    known = complete(previous_form, previous.cells).cells
    whole = (line for line in lines if all(term.previous for term in line.right))
    values = ((line.left[0].cells[0], _value(line.right, known)) for line in whole)
    return {cell: Amount.of(value) for cell, value in values if value is not None}


def expected_values(
    form: Form, forms: FormRegistry, previous: Report | None
) -> dict[CellId, Decimal]:
    """What cells of this year usually are when nothing happened: last year's stock goes on.

    To be offered as defaults, never put in unasked.
    """
    if previous is None or previous.form is None:
        return {}
    previous_form = forms.by_id(previous.form)
    known = complete(previous_form, previous.cells).cells
    lines = _lines_into(form, previous_form, standing=("usual",))
    stocks = (
        (line.left[0].cells[0], _value([t for t in line.right if t.previous], known))
        for line in lines
    )
    return {cell: value for cell, value in stocks if value is not None}


def _lines_into(
    form: Form, previous_form: Form, *, standing: tuple[str, ...]
) -> Iterator[IdentityLine]:
    """Identities that lead from last year's figures to a single cell of this year."""
    for identity in form.identities:
        comparable = form.id == previous_form.id or identity.across_forms
        if identity.standing in standing and identity.spans_years and comparable:
            for line in identity_lines(form, identity):
                left = line.left[0]
                if len(line.left) == 1 and len(left.cells) == 1 and not left.previous:
                    yield line


def _value(terms: Iterable[IdentityTerm], known: Mapping[CellId, Amount]) -> Decimal | None:
    total = Decimal(0)
    for term in terms:
        for cell in term.cells:
            amount = known.get(cell)
            if amount is None or amount.number is None:
                return None
            total += term.sign * amount.number
    return total
