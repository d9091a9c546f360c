"""``assistant check``: the findings on reports."""

from enum import StrEnum
from pathlib import Path

import typer

from assistant.cli.help_text import ChineseCommand
from assistant.cli.rendering import Delivery, Format, deliver


class FailOn(StrEnum):
    """Findings from which on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check", cls=ChineseCommand)(check)


def check(
    file: Path = typer.Argument(..., metavar="文件", help="要核对的年报（docx、html、txt、md）。"),
    statistics: Path | None = typer.Option(
        None, metavar="文件", help="统计表（xlsx、yaml、json）。"
    ),
    previous: Path | None = typer.Option(
        None, metavar="文件", help="上年度报告，用于核对年际衔接。"
    ),
    year: int | None = typer.Option(None, metavar="年度", help="报告年度；报告里读得出时不必写。"),
    output: Format = typer.Option(Format.TEXT, "--format", help="输出格式。"),
    to: Path | None = typer.Option(
        None, "--output", metavar="文件", help="写到文件，不写则打印；docx 默认写在报告旁边。"
    ),
    fail_on: FailOn = typer.Option(FailOn.ERROR, help="达到哪一级问题时退出码为 1。"),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> int:
    """核对一份年报：表内勾稽、年际衔接、正文数字与表格是否一致。"""
    from assistant.app.checking import check_file, inputs_from_files
    from assistant.forms import load_forms
    from assistant.model import Severity

    forms = load_forms(own_forms)
    inputs = inputs_from_files(forms, statistics=statistics, previous=previous, year=year)
    result = check_file(file, inputs, forms)
    given = [path for path in (file, statistics, previous) if path is not None]
    deliver(result, Delivery(output=output, inputs=given, to=to), forms)
    return 1 if result.at_or_above(Severity(fail_on.value)) else 0
