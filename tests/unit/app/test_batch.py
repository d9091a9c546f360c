"""Many reports on real processes: one outcome a file, processes that stay small."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from assistant.app import batch, work_pool
from assistant.app.batch import BatchSettings, Checked, check_documents
from assistant.app.checking import CheckInputs
from assistant.app.documents import documents_at
from assistant.app.local_pool import LocalPool
from assistant.app.work_pool import HereAndNow
from assistant.forms import FormRegistry, load_forms
from assistant.model import CheckResult, Report
from tests.unit.app.test_neighbours import COPIED

FORMS = load_forms()
FILES = 120
MEGABYTE = 1 << 20
GROWS_BY_LESS_THAN = 12 * MEGABYTE


def own_size(_: CheckResult) -> str:
    return str(psutil.Process().memory_info().rss)


def ends_at_a_bad_file(result: CheckResult) -> str:
    if "坏" in result.report.source:
        os._exit(3)
    return result.report.source


def stands_still_at_a_bad_file(result: CheckResult) -> str:
    if "坏" in result.report.source:
        time.sleep(600)
    return result.report.source


def raises(result: CheckResult) -> str:
    raise ZeroDivisionError(result.report.source)


def checked(
    folder: Path, render: Callable[[CheckResult], str], pool: work_pool.Pool
) -> list[Checked]:
    settings = BatchSettings(forms=FORMS, inputs=CheckInputs(), render=render)
    return list(check_documents(documents_at([folder]).documents, settings, pool))


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    report = (root / "examples" / "township" / "2019年报.docx").read_bytes()
    for number in range(8):
        (tmp_path / f"{number}.docx").write_bytes(report)
    return tmp_path


def test_a_process_that_ends_costs_one_file(folder: Path) -> None:
    (folder / "3.docx").rename(folder / "3坏.docx")

    with LocalPool(2) as pool:
        outcomes = checked(folder, ends_at_a_bad_file, pool)

    failures = {
        Path(one.summary.file).name: one.summary.failure.code
        for one in outcomes
        if one.summary.failure is not None
    }
    assert {"3坏.docx": "E111"} == failures
    assert 8 == len(outcomes)
    assert sorted(str(path) for path in folder.iterdir()) == [o.summary.file for o in outcomes]


def test_a_process_that_stands_still_costs_one_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "3.docx").rename(folder / "3坏.docx")
    monkeypatch.setattr(work_pool, "_SECONDS_AN_ITEM", 4)
    monkeypatch.setattr(work_pool, "_SECONDS_BETWEEN_LOOKS", 1)

    with LocalPool(2) as pool:
        outcomes = checked(folder, stands_still_at_a_bad_file, pool)

    codes = [o.summary.failure.code for o in outcomes if o.summary.failure is not None]
    assert ["E111"] == codes
    assert 8 == len(outcomes)


def test_an_error_of_our_own_is_one_row(folder: Path) -> None:
    outcomes = checked(folder, raises, HereAndNow())

    assert ["E999"] * 8 == [o.summary.failure.code for o in outcomes if o.summary.failure]


def test_processes_do_not_grow_with_the_number_of_reports(tmp_path: Path, root: Path) -> None:
    report = (root / "examples" / "township" / "2019年报.docx").read_bytes()
    for number in range(FILES):
        (tmp_path / f"{number:03}.docx").write_bytes(report)

    with LocalPool(2) as pool:
        sizes = [int(outcome.text) for outcome in checked(tmp_path, own_size, pool)]

    early, late = max(sizes[FILES // 4 : FILES // 2]), max(sizes[-FILES // 4 :])
    assert FILES == len(sizes)
    assert GROWS_BY_LESS_THAN > late - early


def names_of_neighbours(_: CheckResult) -> str:
    return ""


def test_neighbours_are_read_and_handed_to_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("松岚镇", "石桥镇", "竹里镇"):
        prose = "".join(sentence.format(name) for sentence in COPIED if name != "竹里镇")
        title = f"{name}人民政府2020年政府信息公开工作年度报告"
        (tmp_path / f"{name}.txt").write_text(f"{title}\n一、总体情况\n{prose}\n", "utf-8")
    seen: dict[str, list[str]] = {}

    def check(report: Report, inputs: CheckInputs, _: FormRegistry) -> CheckResult:
        seen[report.organisation] = [one.organisation for one in inputs.neighbours]
        return CheckResult(report=report, findings=())

    monkeypatch.setattr(batch, "check_read", check)
    settings = BatchSettings(
        forms=FORMS, inputs=CheckInputs(), render=names_of_neighbours, neighbours=True
    )
    list(check_documents(documents_at([tmp_path]).documents, settings, HereAndNow()))

    one, other = "松岚镇人民政府", "石桥镇人民政府"
    assert {one: [other], other: [one], "竹里镇人民政府": []} == seen
