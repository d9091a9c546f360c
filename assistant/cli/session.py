"""The interactive session: asks, drafts, shows, lets the officer edit, saves."""

import datetime
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assistant.app.drafts import CheckedDraft, draft, revise
from assistant.app.interview import interview
from assistant.app.journal import Journal
from assistant.app.materials import Sources
from assistant.app.origins import figure_origins
from assistant.app.questions import AnswerError, Question
from assistant.app.release import release
from assistant.cli.console import printable, write_error_line, write_line
from assistant.cli.draft import show_materials, show_release
from assistant.cli.settings import read_settings
from assistant.drafting import TemplateWriter
from assistant.errors import AssistantError
from assistant.forms import FormRegistry
from assistant.model import CheckResult, Section, Severity
from assistant.reporting import findings_as_text

Result = TypeVar("Result")

JOURNAL_NAME = "会话记录.jsonl"
_LEFT = 130


def run_session(sources: Sources, folder: Path, forms: FormRegistry, today: datetime.date) -> int:
    """Runs the session to its end and returns the exit code; interrupted, it can go on later."""
    journal = Journal(folder / JOURNAL_NAME, sources.year)
    write_line(f"编制 {sources.year} 年度政府信息公开工作年度报告。")
    if journal.answers:
        write_line(f"接着上次：已有 {len(journal.answers)} 个回答，不再重问。")
    write_line("每个回答随时存盘；按 Ctrl-C 可以离开，下次用同一命令接着来。\n")
    try:
        materials = _ask(interview(sources, forms, today), journal)
        show_materials(materials)
        checked = _review(draft(materials, TemplateWriter(), forms), journal, forms)
    except (KeyboardInterrupt, EOFError):
        kept = len(journal.answers)
        write_error_line(f"\n已离开。{kept} 个回答都存着，下次用同一命令接着来。")
        return _LEFT
    origins = figure_origins(checked.materials, sources, forms)
    released = release(checked, folder, forms, origins)
    show_release(checked, released)
    if released.released:
        journal.close()
        return 0
    _reopen(checked, journal)
    write_line("改正统计表或工作记录，或者用同一命令回到有错误的部分修改。")
    return 1


def _reopen(checked: CheckedDraft, journal: Journal) -> None:
    """Takes back the acceptance of sections with errors: the next run shows them again."""
    for section in checked.report.sections:
        key = f"review.{section.number}"
        here = _findings_between(checked.result, section.heading.start, _end(section))
        if here.count(Severity.ERROR) and key in journal.answers:
            journal.forget(key)


def _ask(questions: Generator[Question, str, Result], journal: Journal) -> Result:
    """Asks every question not answered before and returns what the generator makes of it."""
    try:
        question = next(questions)
        while True:
            question = questions.send(_answer(question, journal))
    except StopIteration as end:
        return end.value


def _answer(question: Question, journal: Journal) -> str:
    known = journal.answers.get(question.key)
    if known is not None:
        try:
            return question.accepted(known)
        except AnswerError as error:
            write_error_line(f"上次的回答“{known}”现在不能用：{error}")
    if question.hint:
        write_line(question.hint)
    while True:
        try:
            answer = question.accepted(_input(_prompt(question)))
        except AnswerError as error:
            write_error_line(f"  {error}")
            continue
        journal.keep(question.key, answer)
        return answer


def _prompt(question: Question) -> str:
    choices = f"（{' / '.join(question.choices)}）" if question.choices else ""
    default = f" [{question.default}]" if question.default else ""
    return f"{question.text}{choices}{default}："


def _input(prompt: str) -> str:
    sys.stdout.write(printable(prompt))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _review(checked: CheckedDraft, journal: Journal, forms: FormRegistry) -> CheckedDraft:
    sections = checked.report.sections
    prose = [s.number for s in sections if s.paragraphs and s.number is not None]
    for number in prose:
        checked = _review_section(checked, number, journal, forms)
    return checked


def _review_section(
    checked: CheckedDraft, number: int, journal: Journal, forms: FormRegistry
) -> CheckedDraft:
    edited = journal.answers.get(f"edit.{number}")
    if edited is not None:
        checked = revise(checked, number, _paragraphs(edited), forms)
    while True:
        _show_section(checked, number)
        question = Question(
            key=f"review.{number}", text="这一部分", choices=("接受", "修改"), default="接受"
        )
        if _answer(question, journal) == "接受":
            return checked
        text = _edited("\n".join(_texts(checked, number)))
        journal.keep(f"edit.{number}", text)
        journal.forget(f"review.{number}")
        checked = revise(checked, number, _paragraphs(text), forms)


def _show_section(checked: CheckedDraft, number: int) -> None:
    section = checked.report.section(number)
    if section is None:
        return
    write_line(f"\n{section.heading.text}")
    for text in _texts(checked, number):
        write_line(f"　　{text}")
    here = _findings_between(checked.result, section.heading.start, _end(section))
    write_line(findings_as_text(here) if here.findings else "（这一部分核对无误）")


def _end(section: Section) -> int:
    return section.paragraphs[-1].end if section.paragraphs else section.heading.end


def _findings_between(result: CheckResult, start: int, end: int) -> CheckResult:
    inside = [f for f in result.findings if f.span is not None and start <= f.span.start <= end]
    return replace(result, findings=tuple(inside))


def _texts(checked: CheckedDraft, number: int) -> list[str]:
    section = checked.report.section(number)
    return [] if section is None else [paragraph.text for paragraph in section.paragraphs]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _edited(text: str) -> str:
    editor = read_settings().editor
    if not editor:
        return _typed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "修改.txt"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603 - the user's own editor
        except (OSError, subprocess.CalledProcessError) as error:
            message = f"编辑器“{editor}”打不开。"
            raise AssistantError("E301", message, "请检查 VISUAL 或 EDITOR 的设置。") from error
        return path.read_text(encoding="utf-8-sig")


def _typed() -> str:
    write_line("请输入这一部分的新内容，一段一行，单独一个句号“.”结束：")
    lines: list[str] = []
    while (line := _input("")) not in {".", "。"}:
        lines.append(line)
    return "\n".join(lines)
