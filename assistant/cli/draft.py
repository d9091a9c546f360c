"""``assistant draft``: from last year's report and this year's figures to a checked report."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assistant.cli.console import write_line
from assistant.cli.help_text import ChineseCommand

if TYPE_CHECKING:
    from assistant.app.drafts import CheckedDraft
    from assistant.app.materials import Materials, Sources
    from assistant.app.release import Release
    from assistant.forms import FormRegistry


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("draft", cls=ChineseCommand)(draft)


def draft(
    year: int = typer.Option(..., metavar="年度", help="报告年度，如 2020。"),
    previous: Path | None = typer.Option(None, metavar="文件", help="上年度已公布的报告。"),
    statistics: Path | None = typer.Option(
        None, metavar="文件", help="本年统计表（xlsx、yaml、json）。"
    ),
    notes: Path | None = typer.Option(None, metavar="文件", help="工作记录（yaml）。"),
    out: Path | None = typer.Option(None, metavar="目录", help="写到哪个目录，默认 out/年度。"),
    yes: bool = typer.Option(False, "--yes", help="不提问，直接用所给文件起草。"),
    date: str | None = typer.Option(
        None, metavar="日期", help="成文日期，如 2021-01-15，默认今天。"
    ),
    own_forms: Path | None = typer.Option(None, "--forms", metavar="目录", help="自备表式目录。"),
) -> int:
    """编制一份年报：起草、逐数核对，没有错误才定稿，否则存为待核稿。"""
    from assistant.app.materials import Sources
    from assistant.forms import load_forms

    sources = Sources(year=year, previous=previous, statistics=statistics, notes=notes)
    folder = Path("out") / str(year) if out is None else out
    forms = load_forms(own_forms)
    day = _day(date)
    if yes:
        return _without_questions(sources, folder, forms, day)
    from assistant.cli.session import run_session

    return run_session(sources, folder, forms, day)


def _day(text: str | None) -> datetime.date:
    if text is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("日期写成 2021-01-15 这样。", param_hint="--date") from error


def _without_questions(
    sources: "Sources", folder: Path, forms: "FormRegistry", day: datetime.date
) -> int:
    from assistant.app.drafts import draft as make_draft
    from assistant.app.materials import read_materials
    from assistant.app.origins import figure_origins
    from assistant.app.release import release
    from assistant.drafting import TemplateWriter

    materials = read_materials(sources, forms, today=day)
    checked = make_draft(materials, TemplateWriter(), forms)
    released = release(checked, folder, forms, figure_origins(materials, sources, forms))
    show_materials(materials)
    show_release(checked, released)
    return 0 if released.released else 1


def show_materials(materials: "Materials") -> None:
    """Says what was taken over or inferred instead of being given."""
    if materials.handed_over:
        write_line(f"上年结转：{len(materials.handed_over)} 格取自上年报告的结转下年度。")
    if materials.inferred:
        write_line(f"按勾稽关系推得 {len(materials.inferred)} 格（未填的格只有一个值可填）。")


def show_release(checked: "CheckedDraft", released: "Release") -> None:
    """The last lines: what was left out, written, counted and found."""
    from assistant.model import Severity
    from assistant.reporting import findings_as_text

    result = released.result
    for line in checked.left_out:
        write_line(f"请留意：{line}")
    for moved in released.set_aside:
        write_line(f"原有的同名文件改名为：{moved}")
    write_line("已写出定稿：" if released.released else "有错误，只写出待核稿：")
    for file in released.files:
        write_line(f"  {file}")
    numbers, accounted = len(result.readings), result.accounted
    write_line(f"正文共 {numbers} 处数字和零、全数表述，{accounted} 处已核对到出处。")
    if not result.findings:
        write_line("核对结果：没有发现问题。")
        return
    errors, warnings = result.count(Severity.ERROR), result.count(Severity.WARNING)
    notes = result.count(Severity.NOTE)
    write_line(f"核对结果：错误 {errors} 处，提醒 {warnings} 处，提示 {notes} 处。")
    write_line(findings_as_text(result))
