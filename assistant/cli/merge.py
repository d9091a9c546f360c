"""``assistant merge``: the units' tables added up, and the county's report held against them."""

from contextlib import ExitStack
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assistant.cli.console import write_error_line
from assistant.cli.help_text import ChineseCommand
from assistant.cli.pools import local_pool
from assistant.errors import ExitCode

if TYPE_CHECKING:
    from assistant.model import MergeResult


class MergeFormat(StrEnum):
    """Output formats of ``merge``."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("merge", cls=ChineseCommand)(merge)


def merge(
    folder: Path = typer.Argument(
        ...,
        metavar="目录",
        help="放各单位年报或统计表（docx、html、txt、xlsx、yaml、json）的文件夹。",
    ),
    year: int = typer.Option(..., metavar="年度", help="报告年度，如 2020。"),
    units: Path | None = typer.Option(
        None, metavar="文件", help="单位名单，一行一个；用来说明缺哪些单位，名单外的不计入。"
    ),
    against: Path | None = typer.Option(
        None, metavar="文件", help="已有的汇总报告或统计表，逐格与各单位之和比较。"
    ),
    organisation: str = typer.Option(
        "", metavar="名称", help="汇总单位全称，默认取自 --against 的报告。"
    ),
    out: list[Path] = typer.Option(
        [], metavar="文件", help="把汇总统计表写到 xlsx、yaml 或 json，可以写几次。"
    ),
    output: MergeFormat = typer.Option(MergeFormat.TEXT, "--format", help="输出格式。"),
    jobs: int | None = typer.Option(
        None, min=1, max=60, metavar="个数", help="同时用几个进程读，默认按文件个数定。"
    ),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> int:
    """汇总各单位的统计表：逐格相加，说明缺哪些单位、哪些格与汇总报告不同。"""
    from assistant.app.county import County, merge_folder
    from assistant.forms import load_forms
    from assistant.reporting import merge_as_text, merge_to_json

    county = County(
        folder=folder,
        year=year,
        units=units,
        against=against,
        organisation=organisation,
        out=tuple(out),
    )
    with ExitStack() as stack:
        pool_for = partial(local_pool, stack, jobs=jobs)
        result = merge_folder(county, load_forms(own_forms), pool_for)
    as_json = output is MergeFormat.JSON
    typer.echo(merge_to_json(result) if as_json else merge_as_text(result), nl=False)
    for file in out:
        write_error_line(f"汇总统计表已写出：{file}")
    return exit_code(result)


def exit_code(result: "MergeResult") -> int:
    """1 for a missing unit, a file left out or a cell that differs; else 3 for unreadable files."""
    failures = [file.failure.code for file in result.files if file.failure is not None]
    if any(code.startswith("E9") for code in failures):
        return int(ExitCode.INTERNAL)
    left_out = any(
        not (file.counted or file.harmless or file.failure is not None) for file in result.files
    )
    differs = result.comparison is not None and bool(result.comparison.differences)
    if result.missing or left_out or differs:
        return int(ExitCode.FINDINGS)
    return int(ExitCode.UNREADABLE if failures else ExitCode.CLEAN)
