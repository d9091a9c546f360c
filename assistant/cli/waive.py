"""``assistant waive``: a finding that was looked into and may stand."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assistant.cli.console import write_error_line, write_line
from assistant.cli.help_text import ChineseCommand
from assistant.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Finding


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("waive", cls=ChineseCommand)(waive)


def waive(
    file: Path = typer.Argument(..., metavar="文件", help="核对过的年报。"),
    code: str = typer.Argument(..., metavar="代码", help="规则代码，如 REF001。"),
    reason: str = typer.Option(..., metavar="理由", help="为什么可以保留。"),
    quote: str = typer.Option("", metavar="原文", help="同一代码有几处时，写那一处的原文。"),
    nth: int | None = typer.Option(None, metavar="序号", help="同一代码有几处时，写第几处。"),
    statistics: Path | None = typer.Option(None, metavar="文件", help="同 check。"),
    previous: Path | None = typer.Option(None, metavar="文件", help="同 check。"),
    year: int | None = typer.Option(None, metavar="年度", help="同 check。"),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> int:
    """记下一处问题经核实可以保留：以后核对照列，不再计入；句子或数值变了即失效。"""
    from assistant.app.checking import check_file, inputs_from_files
    from assistant.app.waiving import Wish, candidates, keep_decision
    from assistant.forms import load_forms

    forms = load_forms(own_forms)
    inputs = inputs_from_files(forms, statistics=statistics, previous=previous, year=year)
    today = datetime.datetime.now().astimezone().date()
    wish = Wish(code=code.upper(), reason=reason, quote=quote, nth=nth, date=today)
    meant, *others = candidates(check_file(file, inputs, forms), wish)
    if others:
        _ask_which([meant, *others], wish.code)
        return int(ExitCode.USAGE)
    path = keep_decision(file, meant, wish)
    write_line(f"已记下：{meant.code}　{meant.message}")
    write_line(f"理由：{wish.reason.strip()}")
    write_line(f"写在：{path}")
    return int(ExitCode.CLEAN)


def _ask_which(found: "Sequence[Finding]", code: str) -> None:
    write_error_line(f"“{code}”有 {len(found)} 处，请用 --nth 序号或 --quote 原文指明是哪一处：")
    for number, finding in enumerate(found, start=1):
        write_error_line(f"  {number}．{finding.message}")
        if finding.key.sentence and finding.span is not None:
            write_error_line(f"      原文：{finding.key.sentence}")
