"""``assistant convert``: a report or its figures in another format."""

from enum import StrEnum
from pathlib import Path

import typer

from assistant.cli.console import write_error_line, write_line
from assistant.cli.help_text import ChineseCommand


class To(StrEnum):
    """Formats that can be written; told here so that the help loads no format's library."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    XLSX = "xlsx"
    YAML = "yaml"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("convert", cls=ChineseCommand)(convert)


def convert(
    file: Path = typer.Argument(..., metavar="文件", help="年报，或统计表（xlsx、yaml、json）。"),
    to: To = typer.Option(
        ..., "--to", help="docx 公文，html 网页，pdf（要有 LibreOffice），其余为统计数据。"
    ),
    output: Path | None = typer.Option(
        None, metavar="文件", help="写到哪里，默认在原文件旁边，只换扩展名。"
    ),
    force: bool = typer.Option(False, "--force", help="替换已有的文件。"),
    template: Path | None = typer.Option(
        None, metavar="文件", help="本单位的 Word 模板（docx），代替公文版式，只用于 docx。"
    ),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> None:
    """把一份年报写成公文、网页、PDF，或取出其中的统计数据。"""
    from assistant.app.converting import Target, convert_file
    from assistant.forms import load_forms

    forms = load_forms(own_forms)
    written = convert_file(
        file, Target(to.value), forms, output=output, force=force, template=template
    )
    for line in written.left_out:
        write_error_line(f"请留意：{line}")
    write_line(f"已写出：{written.file}")
