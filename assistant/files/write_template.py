"""Writes a report into the unit's own Word template, where its placeholders stand."""

import io
from collections.abc import Iterable

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from assistant.errors import AssistantError
from assistant.files.docx_declared import carry
from assistant.files.docx_elements import SMALL_TABLE, TABLE, run
from assistant.files.docx_page import official_styles
from assistant.files.docx_tables import table_element
from assistant.files.office_archive import damage_told, require_archive
from assistant.files.printable import printable, shown
from assistant.forms import Form
from assistant.forms.grid import grid
from assistant.model import Paragraph, Report

_KIND = "Word 文档"
_WHOLE = ("标题", "机关", "年度", "引言", "部分", "落款", "日期", "格", "表")
_HINT = (
    f"可以写的有：{'、'.join(_WHOLE)}；部分里有“标题”“段落”“表”，"
    "例如 {{标题}}、{%p for 部 in 部分 %}、{{部.标题}}、{{p 部.表}}、"
    "{{格['applications.received.total']}}。"
)


def write_by_template(template: bytes, name: str, report: Report, form: Form) -> bytes:
    """The template as docx with every placeholder filled; what it holds is text, never markup.

    Raises AssistantError E106 for a file that is no Word document, E318 for a placeholder that
    means nothing here, or one that is written wrongly.
    """
    require_archive(template, name, _KIND, "word/")
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    with damage_told(name, _KIND):
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    context = _context(report, form)
    try:
        unknown = document.get_undeclared_template_variables(environment) - context.keys()
        if unknown:
            raise _refused(name, f"不认识的占位符“{'”“'.join(sorted(unknown))}”")
        document.render(context, environment, autoescape=True)
    except TemplateError as error:
        raise _refused(name, f"写得不对的占位符（{error.message}）") from error
    _add_styles(document.docx.styles.element)
    carry(document.docx, report.declared, form)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _refused(name: str, what: str) -> AssistantError:
    return AssistantError("E318", f"模板“{name}”里有{what}。", _HINT)


def _context(report: Report, form: Form) -> dict[str, object]:
    tables: dict[str | None, str] = {
        table.id: _xml(table_element(grid(table), lambda cell: run(shown(report.cells.get(cell)))))
        for table in form.tables
        if table.id in report.tables
    }
    by_section: dict[int | None, str | None] = {s.number: s.table for s in form.sections}
    return {
        "标题": _line(report.title),
        "机关": printable(report.organisation),
        "年度": "" if report.year is None else str(report.year),
        "引言": _lines(report.introduction),
        "部分": [
            {
                "标题": _line(section.heading),
                "段落": _lines(section.paragraphs),
                "表": tables.get(by_section.get(section.number), ""),
            }
            for section in report.sections
        ],
        "落款": _line(report.signature),
        "日期": _line(report.date_line),
        "格": {cell: shown(report.cells.get(cell)) for cell in form.cells},
        "表": tables,
    }


def _line(paragraph: Paragraph | None) -> str:
    return "" if paragraph is None else printable(paragraph.text)


def _lines(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [printable(paragraph.text) for paragraph in paragraphs]


def _xml(table: BaseOxmlElement) -> Markup:
    """The table's own markup: made of escaped text by the library of XML."""
    return Markup(etree.tostring(table, encoding="unicode"))  # noqa: S704


def _add_styles(styles: BaseOxmlElement) -> None:
    """The styles of our tables, where the template has none of that name."""
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for style in official_styles():
        if style.get(qn("w:styleId")) in {TABLE, SMALL_TABLE} - known:
            styles.append(style)
