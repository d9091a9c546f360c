"""``assistant explain``: the page of a rule."""

import typer

from assistant.cli.console import write_line
from assistant.cli.help_text import ChineseCommand


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("explain", cls=ChineseCommand)(explain)


def explain(
    code: str | None = typer.Argument(
        None, metavar="代码", help="规则代码或名称；不写则列出全部规则。"
    ),
) -> None:
    """说明一条规则：查什么、为什么、怎么改、例外、依据。"""
    from assistant.checks import explanation, overview

    write_line(overview() if code is None else explanation(code))
