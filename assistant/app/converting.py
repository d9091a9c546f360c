"""A report or statistics file in another format."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol, cast

from assistant.app.outputs import require_other
from assistant.errors import AssistantError
from assistant.files import read_report, read_report_bytes, read_statistics
from assistant.files.file_bytes import read_bytes
from assistant.files.report_folder import STATISTICS_SUFFIXES
from assistant.files.saving import save
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.files.write_pdf import write_pdf
from assistant.files.write_statistics import write_statistics_json, write_statistics_yaml
from assistant.files.write_workbook import write_workbook
from assistant.forms import Form, FormRegistry
from assistant.model import Amount, AmountState, CellId, Report, Statistics

_SHOWN = 5


class Target(StrEnum):
    """What can be written: documents, and figures alone."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    XLSX = "xlsx"
    YAML = "yaml"


_DOCUMENTS: Mapping[Target, Callable[[Report, Form], bytes]] = {
    Target.DOCX: write_docx,
    Target.HTML: write_html,
    Target.PDF: write_pdf,
}


class _WritesByTemplate(Protocol):
    def __call__(self, template: bytes, name: str, report: Report, form: Form) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What was written. left_out: what the new file does not hold (Chinese sentences)."""

    file: Path
    left_out: tuple[str, ...] = ()


def convert_file(
    source: Path,
    to: Target,
    forms: FormRegistry,
    *,
    output: Path | None = None,
    force: bool = False,
    template: Path | None = None,
) -> Conversion:
    """Writes ``source`` in another format, beside it where no output is named.

    force: an existing file may be replaced, but never one that was read. template: the unit's
    own Word document with placeholders, instead of our layout.

    Raises AssistantError E167 for a file in the way, E307, E110 without year, E317 for figures
    that are to become a document, E316, E157 for PDF, E318, E319 for a template, and what
    reading and saving raise.
    """
    target = source.with_suffix(f".{to.value}") if output is None else output
    require_other(target, [source] if template is None else [source, template])
    _require_free(target, force=force)
    if template is not None:
        _require_docx(to)
        data, left_out = _by_template(template, read_report(source, forms), forms)
    elif source.suffix.lower() in STATISTICS_SUFFIXES:
        data, left_out = _figures(read_statistics(source, forms), to, forms)
    else:
        data, left_out = _converted(read_report(source, forms), to, forms)
    # Somebody may have written it meanwhile.
    _require_free(target, force=force)
    save(target, data)
    return Conversion(file=target, left_out=left_out)


def _require_free(target: Path, *, force: bool) -> None:
    if target.exists() and not force:
        hint = "请用 --output 换一个文件名；确定要替换它，加 --force。"
        raise AssistantError("E167", f"“{target}”已经存在，可能已经改过。", hint)


def _converted(report: Report, to: Target, forms: FormRegistry) -> tuple[bytes, tuple[str, ...]]:
    form = _form_of(report, forms)
    write = _DOCUMENTS.get(to)
    if write is not None:
        return write(report, form), tuple(_unread(report))
    statistics = statistics_of(report, form)
    data, left_out = _figures(statistics, to, forms)
    return data, (*_not_figures(report, statistics), *left_out)


def _require_docx(to: Target) -> None:
    if to is not Target.DOCX:
        raise AssistantError("E319", f"模板是 Word 文档，不能写成 {to.value}。", "请写 --to docx。")


def _by_template(
    template: Path, report: Report, forms: FormRegistry
) -> tuple[bytes, tuple[str, ...]]:
    """What the template has no room for is told: it is read back like any report."""
    form = _form_of(report, forms)
    data = _template_writer()(read_bytes(template), template.name, report, form)
    again = read_report_bytes(data, template.name, forms)
    left_out = list(_unread(report))
    lost = sum(1 for paragraph in report.prose() if paragraph.text not in again.text)
    if lost:
        left_out.append(f"模板里没有放下 {lost} 段标题或正文。")
    cells = [c for c, a in report.cells.items() if _number(again, c) != a.number]
    if cells:
        left_out.append(f"模板里读不到 {len(cells)} 格数字：{'、'.join(cells[:_SHOWN])}。")
    return data, tuple(left_out)


def _number(report: Report, cell: CellId) -> Decimal | None:
    amount = report.cells.get(cell)
    return None if amount is None else amount.number


def _template_writer() -> _WritesByTemplate:
    """Its library is an extra that need not be there."""
    try:
        module = importlib.import_module("assistant.files.write_template")
    except ModuleNotFoundError as error:
        hint = "请安装：pip install 'nianbao-assistant[template]'。"
        raise AssistantError("E319", "没有安装 docxtpl，不能用模板。", hint) from error
    return cast("_WritesByTemplate", module.write_by_template)


def _form_of(report: Report, forms: FormRegistry) -> Form:
    if report.form is not None:
        return forms.by_id(report.form)
    if report.year is None:
        message = f"从“{report.source}”里读不出报告年度，也没有认出统计表。"
        raise AssistantError("E110", message, "请在标题里写明年度。")
    return forms.for_year(report.year)


def _unread(report: Report) -> list[str]:
    return [f"没有读到、因而没有写进去：{piece.reason}。" for piece in report.unreadable]


def statistics_of(report: Report, form: Form) -> Statistics:
    """The figures of a report's tables and what it declares; no cell that is unreadable."""
    declared = Statistics() if report.declared is None else report.declared
    return replace(
        declared,
        year=report.year,
        organisation=report.organisation,
        form=form.id,
        cells={c: _plain(a) for c, a in report.cells.items() if _is_figure(form, c, a)},
    )


def _is_figure(form: Form, cell: CellId, amount: Amount) -> bool:
    """Whether a statistics file may hold it: half a case or a number below nothing is none."""
    if amount.number is not None:
        return form.accepts(cell, amount.number)
    return amount.state is not AmountState.UNREADABLE


def _not_figures(report: Report, statistics: Statistics) -> Iterator[str]:
    lost = [cell for cell in report.cells if cell not in statistics.cells]
    noted = sum(1 for amount in report.cells.values() if amount.note)
    if lost:
        yield f"有 {len(lost)} 格不是能填的数，没有写进去：{'、'.join(lost[:_SHOWN])}。"
    if noted:
        yield f"有 {noted} 格数字后面的说明没有写进去。"


def _plain(amount: Amount) -> Amount:
    """The amount as a statistics file writes it, whatever dash or blank stood in the table."""
    match amount.state:
        case AmountState.BLANK:
            return Amount.blank()
        case AmountState.NOT_APPLICABLE:
            return Amount.not_applicable("/")
        case _:
            number = amount.number
            if number is None:
                return amount
            whole = number == number.to_integral_value()
            return Amount.of(int(number) if whole else number)


def _figures(
    statistics: Statistics, to: Target, forms: FormRegistry
) -> tuple[bytes, tuple[str, ...]]:
    match to:
        case Target.JSON:
            return write_statistics_json(statistics), ()
        case Target.YAML:
            return write_statistics_yaml(statistics), ()
        case Target.XLSX:
            return _workbook(statistics, forms)
        case _:
            hint = "请用 assistant draft 由它起草一份年报。"
            raise AssistantError("E317", f"统计表里没有正文，不能写成 {to.value}。", hint)


def _workbook(statistics: Statistics, forms: FormRegistry) -> tuple[bytes, tuple[str, ...]]:
    year = statistics.year
    if year is None:
        raise AssistantError("E110", "统计数据没有写明年度。", "请加一行 year: 2020 这样的年度。")
    form = forms.for_year(year) if statistics.form is None else forms.by_id(statistics.form)
    data = write_workbook(
        form, organisation=statistics.organisation, year=year, statistics=statistics
    )
    return data, _not_in_workbook(statistics.previous)


def _not_in_workbook(previous: Mapping[CellId, Amount]) -> tuple[str, ...]:
    if not previous:
        return ()
    return (f"工作簿不放上年的 {len(previous)} 格，json 和 yaml 里才有。",)
