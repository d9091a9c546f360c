"""``assistant check`` for more than one report: a pool, a progress bar, a summary."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.console import write_error_line, write_line
from assistant.cli.pools import cluster_pool, local_pool
from assistant.errors import AssistantError, ExitCode

if TYPE_CHECKING:
    from assistant.app.batch import BatchSettings, Checked
    from assistant.app.earlier import EarlierYears
    from assistant.app.work_pool import Pool
    from assistant.model import FileSummary

_SUMMARY_KINDS = (".xlsx", ".jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """What the options of ``check`` say of many files.

    jobs: None to decide by the number of files. lines: JSON, one line a file, instead of text.
    """

    paths: tuple[Path, ...]
    previous: Path | None = None
    jobs: int | None = None
    cluster: str | None = None
    summary: Path | None = None
    lines: bool = False


def is_many(paths: list[Path], summary: Path | None, cluster: str | None) -> bool:
    """Whether a command line asks for more than the findings on one file."""
    return len(paths) > 1 or summary is not None or cluster is not None or paths[0].is_dir()


def check_many(many: Many, settings: "BatchSettings") -> int:
    """Checks all files, writes results as they come and the summary, returns the exit code."""
    from assistant.app.batch import check_documents
    from assistant.cli.input_files import documents_named
    from assistant.cli.progress import screen

    _require_known_kind(many.summary)
    found = documents_named(many.paths)
    documents = found.documents
    if not documents:
        message = f"“{'、'.join(map(str, many.paths))}”里没有可以核对的文件。"
        raise AssistantError("E112", message, "能核对的是 docx、html、pdf、txt、md。")
    with ExitStack() as stack:
        if many.cluster is None:
            pool = local_pool(stack, len(documents), many.jobs)
        else:
            pool = cluster_pool(stack, many.cluster)
        earlier = None if many.previous is None else _earlier(many.previous, settings, pool)
        shown = stack.enter_context(screen(len(documents)))
        done: list[Checked] = []
        for checked in check_documents(documents, settings, pool, earlier):
            shown.show(_text(checked, lines=many.lines))
            shown.advance()
            done.append(_without_text(checked))
    _finish(many, [checked.summary for checked in done], found.others)
    return exit_code(done)


def exit_code(done: Iterable["Checked"]) -> int:
    """Findings weigh more than files that could not be read, our own failures more than both."""
    outcomes = list(done)
    codes = [c.summary.failure.code for c in outcomes if c.summary.failure is not None]
    if any(code.startswith("E9") for code in codes):
        return int(ExitCode.INTERNAL)
    if any(checked.fails for checked in outcomes):
        return int(ExitCode.FINDINGS)
    return int(ExitCode.UNREADABLE if codes else ExitCode.CLEAN)


def _require_known_kind(summary: Path | None) -> None:
    if summary is not None and summary.suffix.lower() not in _SUMMARY_KINDS:
        message = f"汇总表“{summary.name}”的扩展名不认识。"
        raise AssistantError("E303", message, "请写成 .xlsx 或 .jsonl。")


def _earlier(previous: Path, settings: "BatchSettings", pool: "Pool") -> "EarlierYears":
    from assistant.app.earlier import earlier_years

    earlier = earlier_years(previous, settings.forms, pool)
    if earlier.unreadable:
        write_error_line(f"上年报告里有 {earlier.unreadable} 份读不出机关和年度，没有用上。")
    return earlier


def _text(checked: "Checked", *, lines: bool) -> str:
    from assistant.reporting import failure_as_json_line, failure_as_text

    render: Callable[[FileSummary], str] = failure_as_json_line if lines else failure_as_text
    text = checked.text if checked.summary.failure is None else render(checked.summary)
    return text if lines else f"{text}\n"


def _without_text(checked: "Checked") -> "Checked":
    return replace(checked, text="")


def _finish(many: Many, rows: list["FileSummary"], others: int) -> None:
    """The summary on the screen, in its file, and what was left out."""
    from assistant.reporting import summary_as_text

    if not many.lines:
        write_line(summary_as_text(rows).rstrip("\n"))
    if others:
        write_error_line(f"文件夹里另有 {others} 个其他类型的文件，没有核对。")
    if many.summary is not None:
        from assistant.app.summaries import save_summary

        save_summary(many.summary, rows)
        write_error_line(f"汇总表已写出：{many.summary}")
