"""Reports for the tests of writers: a whole one, and what may be found in it."""

import datetime
from collections.abc import Mapping

from assistant.forms import Form, complete, load_forms
from assistant.forms.totals import totals
from assistant.model import (
    Amount,
    CellId,
    Finding,
    Level,
    Organisation,
    Report,
    ReportParts,
    SectionText,
    Severity,
    TextSpan,
    compose,
)

ORGANISATION = Organisation(name="云岫县松岚镇人民政府", short_name="松岚镇", level=Level.TOWNSHIP)
INTRODUCTION = "按照有关规定，现公布本机关上一年度的工作情况。"
LEAD = "（一）主动公开。"
PROSE = f"{LEAD}全年公开“三公”经费信息12条。"
SUBHEADING = "（二）依申请公开"
ANSWER = "全年新收政府信息公开申请3件，均已办结。"


def form_of(form_id: str) -> Form:
    return load_forms().by_id(form_id)


def whole_cells(form: Form, given: Mapping[CellId, Amount] | None = None) -> dict[CellId, Amount]:
    """Zeros but for what is given, sums worked out."""
    summed = totals(form)
    zeros = {cell: Amount.of(0) for cell in form.cells if cell not in summed}
    return dict(complete(form, {**zeros, **({} if given is None else given)}).cells)


def whole_report(
    form: Form,
    *,
    cells: Mapping[CellId, Amount] | None = None,
    prose: str = PROSE,
    organisation: Organisation = ORGANISATION,
) -> Report:
    """A report with all sections, tables, signature and date."""
    texts = {1: (prose, SUBHEADING, ANSWER), 5: ("问题都有对应的措施。",), 6: ("没有其他事项。",)}
    return compose(
        ReportParts(
            organisation=organisation,
            year=form.valid_from,
            form=form.id,
            title=form.title_for(organisation.name, form.valid_from),
            introduction=(INTRODUCTION,),
            sections=[
                SectionText(
                    number=spec.number,
                    heading=f"{'一二三四五六'[spec.number - 1]}、{spec.title}",
                    title=spec.title,
                    paragraphs=texts.get(spec.number, ()),
                )
                for spec in form.sections
            ],
            tables=tuple(table.id for table in form.tables),
            cells=whole_cells(form) if cells is None else cells,
            signature=organisation.name,
            date=datetime.date(form.valid_from + 1, 1, 15),
        )
    )


def finding_at(
    report: Report, quote: str, message: str = "对不上。", severity: Severity = Severity.ERROR
) -> Finding:
    """A finding at the first place where the report says ``quote``."""
    start = report.text.index(quote)
    span = TextSpan.cut(report.text, start, start + len(quote))
    return Finding(code="REF001", slug="example", severity=severity, message=message, span=span)


def finding_in(cell: CellId, message: str = "与合计不符。") -> Finding:
    """A finding about a cell."""
    return Finding(
        code="SUM001", slug="example", severity=Severity.ERROR, message=message, cells=(cell,)
    )
