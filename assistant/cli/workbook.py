"""``assistant workbook``: the workbook to fill in."""

from pathlib import Path

import typer

from assistant.cli.console import write_line
from assistant.cli.help_text import ChineseCommand


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("workbook", cls=ChineseCommand)(workbook)


def workbook(
    year: int = typer.Option(..., metavar="年度", help="报告年度，如 2020。"),
    previous: Path | None = typer.Option(
        None, metavar="文件", help="上年度已公布的报告，上年结转由它带入。"
    ),
    organisation: str = typer.Option("", metavar="名称", help="机关全称，默认取自上年度报告。"),
    out: Path | None = typer.Option(None, metavar="文件", help="写到哪里，默认“年度统计表.xlsx”。"),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> None:
    """写出一份供填写的统计表（xlsx）：官方表格、合计公式、上年结转已带入。"""
    from assistant.app.workbooks import make_workbook
    from assistant.forms import load_forms

    target = Path(f"{year}统计表.xlsx") if out is None else out
    forms = load_forms(own_forms)
    handed_over = make_workbook(year, target, forms, previous=previous, organisation=organisation)
    write_line(f"已写出：{target}")
    if handed_over:
        write_line(f"上年结转已带入 {handed_over} 格。")
    write_line(f"填好后：assistant draft --year {year} --statistics {target} --yes")
