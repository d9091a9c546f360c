"""Writes a report as one self-contained web page, without scripts."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from assistant.files.declared import HTML_META, declared_json
from assistant.files.html_blocks import html_blocks
from assistant.files.printable import printable
from assistant.forms import Form
from assistant.model import Report


def write_html(report: Report, form: Form) -> bytes:
    """The report as a page that can be published or pasted into a site's editor.

    What is found in it stands on the review page, never here.
    """
    page = _template().render(
        page_title="" if report.title is None else printable(report.title.text),
        declared=printable(declared_json(report.declared, form)),
        declared_name=HTML_META,
        blocks=tuple(html_blocks(report, form)),
    )
    return page.encode()


def _template() -> Template:
    """The page's template; it escapes whatever it is given."""
    source = (files("assistant.files") / "report.html.jinja").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source)
