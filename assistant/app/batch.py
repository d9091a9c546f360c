"""Checks many reports on a pool: one outcome a file, whatever the file does."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.app.checking import CheckInputs, check_read
from assistant.app.documents import Document, report_of, waivers_of
from assistant.app.earlier import Described, EarlierYears, describe_all, earlier_years
from assistant.app.neighbours import likely_neighbours
from assistant.app.work_pool import HereAndNow, Lost, Pool, run_in_order
from assistant.errors import AssistantError
from assistant.forms import FormRegistry
from assistant.model import CheckResult, Failure, FileSummary, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSettings:
    """What holds for every file of a check.

    inputs: as for one report. render: makes the text that is shown of a result; importable by
    name, since it travels to other processes. fail_on: findings that count as a failure.
    neighbours: whether reports of other units are looked for that share sentences with one.
    """

    forms: FormRegistry
    inputs: CheckInputs
    render: Callable[[CheckResult], str]
    fail_on: Severity = Severity.ERROR
    neighbours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One file to check. previous: last year's report; previous_note: why there is none.

    neighbours: the few other reports of the batch it may have been copied from.
    """

    document: Document
    previous: Document | None = None
    previous_note: str = ""
    neighbours: tuple[Document, ...] = ()

    def portable(self) -> "Task":
        """The same for a process on another machine: content instead of paths."""
        previous = None if self.previous is None else self.previous.portable()
        neighbours = tuple(neighbour.portable() for neighbour in self.neighbours)
        document = self.document.portable()
        return replace(self, document=document, previous=previous, neighbours=neighbours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file's outcome. text: the rendered result, empty for a file that failed.

    fails: whether it has findings at or above the wanted severity.
    """

    summary: FileSummary
    text: str = ""
    fails: bool = False


def check_one(
    document: Document, inputs: CheckInputs, forms: FormRegistry, earlier: Path | None = None
) -> tuple[CheckResult, str]:
    """Everything the rules say of one document, and a remark on last year's report.

    earlier: a folder with earlier years' reports. Raises AssistantError for bad input.
    """
    report, note = report_of(document, forms), ""
    if earlier is not None:
        match = earlier_years(earlier, forms, HereAndNow()).before(report.organisation, report.year)
        note = f"上年报告：“{earlier}”里{match.note}。"
        if match.document is not None:
            inputs = replace(inputs, previous=report_of(match.document, forms))
            note = f"上年报告：{match.document.name}"
    return check_read(report, inputs, forms).with_waivers(waivers_of(document)), note


def check_documents(
    documents: Sequence[Document],
    settings: BatchSettings,
    pool: Pool,
    earlier: EarlierYears | None = None,
) -> Iterator[Checked]:
    """The outcome of every document, in their order, as soon as it is known.

    earlier: reports of earlier years; last year's of the same unit is compared with each.
    """
    tasks = _tasks(documents, settings, pool, earlier)
    work: Callable[[tuple[Task, ...]], tuple[Checked, ...]] = partial(_check_chunk, settings)
    for outcome in run_in_order(work, tasks, pool):
        yield _lost(outcome) if isinstance(outcome, Lost) else outcome


def _tasks(
    documents: Sequence[Document],
    settings: BatchSettings,
    pool: Pool,
    earlier: EarlierYears | None,
) -> list[Task]:
    if earlier is None and not settings.neighbours:
        return [Task(document=document) for document in documents]
    described = list(describe_all(documents, settings.forms, pool))
    tasks = [Task(document=document) for document in documents]
    if earlier is not None:
        tasks = [_with_previous(task, earlier, d) for task, d in zip(tasks, described, strict=True)]
    if settings.neighbours:
        names, marks = [d.organisation for d in described], [d.marks for d in described]
        likely = likely_neighbours(names, marks)
        tasks = [
            replace(task, neighbours=tuple(documents[place] for place in places))
            for task, places in zip(tasks, likely, strict=True)
        ]
    return tasks


def _with_previous(task: Task, earlier: EarlierYears, described: Described) -> Task:
    match = earlier.before(described.organisation, described.year)
    return replace(task, previous=match.document, previous_note=match.note)


def _check_chunk(settings: BatchSettings, tasks: tuple[Task, ...]) -> tuple[Checked, ...]:
    return tuple(check_task(settings, task) for task in tasks)


def check_task(settings: BatchSettings, task: Task) -> Checked:
    """The outcome of one file; nothing that happens on the way is raised."""
    try:
        return _checked(settings, task)
    except AssistantError as error:
        return _failed(task, Failure.of(error))
    except Exception as error:  # noqa: BLE001 - one file's misfortune is one row
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
        message = f"程序内部错误（{type(error).__name__}，{where}）。"
        return _failed(task, Failure(code="E999", message=message, hint="请把这一行告诉开发者。"))


def _checked(settings: BatchSettings, task: Task) -> Checked:
    report = report_of(task.document, settings.forms)
    previous, note = settings.inputs.previous, task.previous_note
    if task.previous is not None:
        previous, note = report_of(task.previous, settings.forms), task.previous.name
    neighbours = tuple(report_of(neighbour, settings.forms) for neighbour in task.neighbours)
    inputs = replace(settings.inputs, previous=previous, neighbours=neighbours)
    result = check_read(report, inputs, settings.forms).with_waivers(waivers_of(task.document))
    return Checked(
        summary=FileSummary.of(task.document.name, result, note),
        text=settings.render(result),
        fails=bool(result.at_or_above(settings.fail_on)),
    )


def _failed(task: Task, failure: Failure) -> Checked:
    summary = FileSummary(file=task.document.name, previous=task.previous_note, failure=failure)
    return Checked(summary=summary)


def _lost(lost: Lost[Task]) -> Checked:
    message = f"核对这份文件的进程两次中断（{lost.reason}）。"
    hint = "文件可能太大或已损坏，请用 Word 或 WPS 另存后再试。"
    return _failed(lost.item, Failure(code="E111", message=message, hint=hint))
