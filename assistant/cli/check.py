"""``assistant check``: the findings on reports."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import typer

from assistant.cli.check_many import Many, check_many, is_many
from assistant.cli.console import write_error_line
from assistant.cli.help_text import ChineseCommand
from assistant.cli.input_files import STANDARD_INPUT
from assistant.cli.rendering import Delivery, Format, deliver
from assistant.errors import AssistantError


class FailOn(StrEnum):
    """Findings from which on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check", cls=ChineseCommand)(check)


def check(
    files: list[Path] = typer.Argument(
        ...,
        metavar="文件...",
        help="要核对的年报（docx、html、pdf、txt、md，装有 LibreOffice 时还有 doc、wps、rtf），"
        "或放年报的文件夹；- 为标准输入。",
    ),
    statistics: Path | None = typer.Option(
        None, metavar="文件", help="统计表（xlsx、yaml、json）。"
    ),
    previous: Path | None = typer.Option(
        None, metavar="文件", help="上年度报告，或放往年报告的文件夹，用于核对年际衔接。"
    ),
    year: int | None = typer.Option(None, metavar="年度", help="报告年度；报告里读得出时不必写。"),
    output: Format = typer.Option(Format.TEXT, "--format", help="输出格式。"),
    to: Path | None = typer.Option(
        None, "--output", metavar="文件", help="写到文件，不写则打印；docx 默认写在报告旁边。"
    ),
    fail_on: FailOn = typer.Option(FailOn.ERROR, help="达到哪一级问题时退出码为 1。"),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
    summary: Path | None = typer.Option(
        None, metavar="文件", help="把每份报告一行的汇总写到 xlsx 或 jsonl。"
    ),
    jobs: int | None = typer.Option(
        None, min=1, max=60, metavar="个数", help="同时用几个进程，默认按报告份数定。"
    ),
    cluster: str | None = typer.Option(
        None, metavar="地址", help="交给 Dask 集群核对，如 tcp://10.0.0.5:8786。"
    ),
) -> int:
    """核对年报：表内勾稽、年际衔接、正文数字与表格是否一致。"""
    given = Given(
        files=files, statistics=statistics, previous=previous, year=year, own_forms=own_forms
    )
    wanted = Wanted(output=output, to=to, fail_on=fail_on)
    if is_many(files, summary, cluster):
        _require_lines(wanted)
        many = Many(paths=tuple(files), previous=previous, jobs=jobs, cluster=cluster)
        many = replace(many, summary=summary, lines=output is Format.JSON)
        return _check_many(given, many, fail_on)
    return _check_one(given, wanted)


def _require_lines(wanted: "Wanted") -> None:
    """Many files are told as text or as JSON lines on the screen."""
    if wanted.to is not None or wanted.output not in (Format.TEXT, Format.JSON):
        message = "核对许多份时只能输出 text 或 json，也不能写 --output。"
        raise AssistantError("E309", message, "汇总表用 --summary；要网页、批注请一份一份地核对。")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line wants of one result."""

    output: Format
    to: Path | None
    fail_on: FailOn

    def require_file(self, file: Path) -> None:
        """Comments are written into a document, and standard input is none."""
        if file == STANDARD_INPUT and self.output is Format.DOCX:
            raise AssistantError("E309", "标准输入不能写批注。", "请给出 docx 文件，或换一种格式。")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The inputs of one command line."""

    files: list[Path]
    statistics: Path | None
    previous: Path | None
    year: int | None
    own_forms: Path | None


def _check_one(given: Given, wanted: Wanted) -> int:
    from assistant.app.batch import check_one
    from assistant.app.checking import inputs_from_files
    from assistant.cli.input_files import document_at
    from assistant.forms import load_forms
    from assistant.model import Severity

    wanted.require_file(given.files[0])
    forms = load_forms(given.own_forms)
    earlier = given.previous if given.previous is not None and given.previous.is_dir() else None
    inputs = inputs_from_files(
        forms,
        statistics=given.statistics,
        previous=given.previous if earlier is None else None,
        year=given.year,
    )
    result, note = check_one(document_at(given.files[0]), inputs, forms, earlier)
    if note:
        write_error_line(note)
    read = [path for path in (*given.files, given.statistics, given.previous) if path is not None]
    deliver(result, Delivery(output=wanted.output, inputs=read, to=wanted.to), forms)
    return 1 if result.at_or_above(Severity(wanted.fail_on.value)) else 0


def _check_many(given: Given, many: Many, fail_on: FailOn) -> int:
    from assistant.app.batch import BatchSettings
    from assistant.app.checking import inputs_from_files
    from assistant.forms import load_forms
    from assistant.model import Severity
    from assistant.reporting import result_as_text, result_to_json_line

    if given.statistics is not None and (len(given.files) > 1 or given.files[0].is_dir()):
        hint = "请一份一份地核对，或不写 --statistics。"
        raise AssistantError("E302", "统计表（--statistics）只能与一份报告同用。", hint)
    forms = load_forms(given.own_forms)
    inputs = inputs_from_files(forms, statistics=given.statistics, year=given.year)
    settings = BatchSettings(
        forms=forms,
        inputs=inputs,
        render=result_to_json_line if many.lines else result_as_text,
        fail_on=Severity(fail_on.value),
        neighbours=True,
    )
    try:
        return check_many(many, settings)
    except KeyboardInterrupt as error:
        # Typer would end without a word.
        raise typer.Abort from error
