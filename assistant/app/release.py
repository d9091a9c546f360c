"""Puts a checked draft on disk, failing closed: with an error it is only a 待核稿."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from assistant.app.checking import check_report
from assistant.app.drafts import CheckedDraft, draft_inputs
from assistant.checks import rule_infos
from assistant.checks.labels import bind_label
from assistant.errors import AssistantError
from assistant.files import read_report
from assistant.files.saving import save_all
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.forms import FormRegistry
from assistant.model import CheckResult, Finding, Report, Severity, Statistics
from assistant.reporting import result_to_json
from assistant.reporting.html_report import result_to_html

RELEASED = "年报"
HELD_BACK = "待核稿"
_REVIEW = ".核对.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What was written. released: False when errors hold the report back as 待核稿.

    set_aside: older files of the other kind in the same folder, renamed so that nobody takes
    them for this draft's.
    """

    files: tuple[Path, ...]
    result: CheckResult
    released: bool
    set_aside: tuple[Path, ...]


def release(
    draft: CheckedDraft,
    folder: Path,
    forms: FormRegistry,
    origins: Mapping[str, str] = MappingProxyType({}),
) -> Release:
    """Writes docx, html, json and the review page of ``draft`` into ``folder``, all or none.

    A draft that is held back has no web page to publish: its html is the review page. origins:
    where the figures were taken from, by their ids. The docx is read back and checked again
    before anything is saved: what an officer will publish is what was proved. Raises
    AssistantError E15x for a folder that cannot be written,
    E910 when the document does not read back as the draft.
    """
    form = draft.materials.form
    errors = draft.result.at_or_above(Severity.ERROR)
    report = replace(draft.report, declared=_declared(draft))
    shown = draft.result.findings if errors else ()
    document = write_docx(report, form, findings=shown)
    reread = _read_back(document, draft, forms)
    name = HELD_BACK if errors else RELEASED
    review = _review_page(draft, origins)
    checked = replace(reread, report=replace(reread.report, source=f"{name}.docx"))
    contents = {
        folder / f"{name}.docx": document,
        folder / f"{name}.html": review if errors else write_html(report, form),
        folder / f"{name}.json": result_to_json(checked).encode(),
    }
    if not errors:
        contents[folder / f"{name}{_REVIEW}"] = review
    kept = _kept(folder / f"{name}.docx", document)
    save_all(contents)
    set_aside = kept + _set_aside(folder, RELEASED if errors else HELD_BACK)
    return Release(files=tuple(contents), result=reread, released=not errors, set_aside=set_aside)


def _review_page(draft: CheckedDraft, origins: Mapping[str, str]) -> bytes:
    form, facts = draft.materials.form, draft.materials.statistics.facts
    name_of = partial(bind_label, form, facts=facts)
    page = result_to_html(draft.result, rule_infos(), name_of, form=form, origins=origins)
    return page.encode()


def _declared(draft: CheckedDraft) -> Statistics:
    statistics = draft.materials.statistics
    return Statistics(year=statistics.year, previous=statistics.previous, facts=statistics.facts)


def _read_back(document: bytes, draft: CheckedDraft, forms: FormRegistry) -> CheckResult:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "年报.docx"
        path.write_bytes(document)
        report = read_report(path, forms)
    result = check_report(report, draft_inputs(draft.materials), forms)
    _require_same(draft, report, result)
    return result


def _require_same(draft: CheckedDraft, report: Report, result: CheckResult) -> None:
    cells = {cell: amount.number for cell, amount in report.cells.items()}
    wanted = {cell: amount.number for cell, amount in draft.report.cells.items()}
    if cells != wanted:
        different = next(cell for cell in wanted if cells.get(cell) != wanted[cell])
        message = f"写出的文档读回后，“{different}”一格与统计表不同，没有保存。"
        raise AssistantError("E910", message, "这是程序的错误，请告诉开发者。")
    if _errors(result.findings) != _errors(draft.result.findings):
        raise AssistantError(
            "E911", "写出的文档读回后核对结果不同，没有保存。", "这是程序的错误，请告诉开发者。"
        )


def _errors(findings: tuple[Finding, ...]) -> Mapping[str, int]:
    codes = [finding.code for finding in findings if finding.severity is Severity.ERROR]
    return {code: codes.count(code) for code in codes}


def _kept(old: Path, data: bytes) -> tuple[Path, ...]:
    """An older document is kept under another name: the officer may have worked on it."""
    try:
        same = not old.exists() or old.read_bytes() == data
    except OSError as error:
        raise _not_moved(old) from error
    return () if same else (_moved(old, _free_name(old)),)


def _set_aside(folder: Path, name: str) -> tuple[Path, ...]:
    moved: list[Path] = []
    for suffix in (".docx", ".html", ".json", _REVIEW):
        old = folder / f"{name}{suffix}"
        if old.exists():
            target = old.with_name(f"{name}（上次）{suffix}")
            moved.append(_moved(old, _free_name(old) if suffix == ".docx" else target))
    return tuple(moved)


def _free_name(old: Path) -> Path:
    target = old.with_name(f"{old.stem}（上次）{old.suffix}")
    number = 2
    while target.exists():
        target = old.with_name(f"{old.stem}（上次{number}）{old.suffix}")
        number += 1
    return target


def _moved(old: Path, target: Path) -> Path:
    try:
        return old.replace(target)
    except OSError as error:
        raise _not_moved(old) from error


def _not_moved(old: Path) -> AssistantError:
    return AssistantError("E156", f"“{old}”挪不开，可能正在别的程序里打开。", "请关闭它再试。")
