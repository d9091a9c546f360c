"""Writes a report as one self-contained web page, without scripts."""

from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from assistant.files.declared import HTML_META, declared_json
from assistant.files.finding_line import finding_line
from assistant.files.html_blocks import html_blocks
from assistant.files.html_marks import Marks
from assistant.files.printable import printable
from assistant.forms import Form
from assistant.model import Finding, Reading, Report


def write_html(
    report: Report,
    form: Form,
    *,
    findings: Sequence[Finding] = (),
    readings: Sequence[Reading] = (),
) -> bytes:
    """The report as a page that can be published or pasted into a site's editor.

    With findings it is a draft to be looked at: they are listed on top and marked at the words
    or cells, and ``readings`` show where every number comes from. A page to publish has neither.
    """
    marks = Marks(form, findings, readings if findings else ())
    blocks = tuple(html_blocks(report, form, marks))
    listed = [
        {"line": finding_line(finding), "anchor": marks.anchor(index)}
        for index, finding in enumerate(findings)
    ]
    page = _template().render(
        page_title="" if report.title is None else printable(report.title.text),
        declared=printable(declared_json(report.declared, form)),
        declared_name=HTML_META,
        findings=listed,
        blocks=blocks,
    )
    return page.encode()


def _template() -> Template:
    """The page's template; it escapes whatever it is given."""
    source = (files("assistant.files") / "report.html.jinja").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source)
