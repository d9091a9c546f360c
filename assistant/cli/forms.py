"""``assistant forms``: the known official forms."""

from pathlib import Path

import typer

from assistant.cli.console import write_line
from assistant.cli.help_text import ChineseCommand


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("forms", cls=ChineseCommand)(forms)


def forms(
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> None:
    """列出已有的年报表式、适用年度和来源。"""
    from assistant.forms import load_forms

    for form in load_forms(own_forms).forms:
        until = "至今" if form.valid_to is None else f"至 {form.valid_to} 年度"
        write_line(f"{form.id}  {form.valid_from} 年度{until}  {len(form.cells)} 格")
        write_line(f"      {form.source.title}（{form.source.number}）")
