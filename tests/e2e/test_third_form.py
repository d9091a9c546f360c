"""A new form is one YAML file: read, drafted and checked without a line of Python."""

import json
from pathlib import Path

import pytest
from docx import Document

from tests.e2e.command import Assistant, errors, saved_report

NEW_BLOCK = """\
      - title: 第二十条第（十）项
        corner: 信息内容
        columns:
          - id: opened
            label: 本年开放数量
            unit: 个
            says: "开放{row}"
            says_none: "未开放{row}"
            terms: [开放, 新开放]
          - {id: visits, label: 全年访问次数, unit: 次, says: "{row}被访问", terms: [访问, 被访问]}
        rows:
          - {id: datasets, label: 公共数据集, terms: [公共数据集], unsaid_columns: [opened]}
  - id: applications
"""
NEW_RESULT = """\
                  - {id: other_misc, label: 3.其他}
                  - {id: other_withdrawn, label: 4.申请人主动撤回, terms: [主动撤回, 撤回申请]}
"""  # fmt: skip
CELLS = {
    "disclosure.normative_documents.issued": 2,
    "disclosure.normative_documents.repealed": 0,
    "disclosure.normative_documents.in_force": 7,
    "disclosure.regulations.issued": 0,
    "disclosure.regulations.repealed": 0,
    "disclosure.regulations.in_force": 0,
    "disclosure.licensing.decisions": 31,
    "disclosure.penalties.decisions": 0,
    "disclosure.enforcement.decisions": 0,
    "disclosure.fees.amount": "0",
    "disclosure.datasets.opened": 14,
    "disclosure.datasets.visits": 2088,
    "applications.received.natural_person": 6,
    "applications.received.total": 6,
    "applications.carried_in.total": 1,
    "applications.carried_in.natural_person": 1,
    "applications.granted.total": 4,
    "applications.other_withdrawn.total": 3,
    "disputes.review.total": 0,
    "disputes.litigation_direct.total": 0,
    "disputes.litigation_after_review.total": 0,
}


@pytest.fixture
def own_forms(tmp_path: Path, root: Path) -> Path:
    """A folder with an invented form for 2030: one more block, one more kind of result."""
    text = (root / "schemas" / "forms" / "2021.yaml").read_text(encoding="utf-8")
    for old, new in (
        ('id: "2021"', 'id: "2030"'),
        ("valid_from: 2021", "valid_from: 2030"),
        ("国办公开办函〔2021〕30号", "试用办函〔2029〕9号"),
        ("  - id: applications\n", NEW_BLOCK),
    ):
        position = text.index(old, text.index("tables:")) if "- " in old else text.index(old)
        text = text[:position] + new + text[position + len(old) :]
    lines = text.splitlines(keepends=True)
    last_result = next(at for at, line in enumerate(lines) if "{id: other_misc," in line)
    text = "".join([*lines[:last_result], NEW_RESULT, *lines[last_result + 1 :]])
    folder = tmp_path / "表式"
    folder.mkdir()
    (folder / "2030.yaml").write_text(text, encoding="utf-8")
    return folder


def _draft(assistant: Assistant, own_forms: Path, cells: dict[str, object]) -> tuple[int, str]:
    statistics = {"year": 2031, "organisation": "青石县桐花镇人民政府", "cells": cells}
    (assistant.folder / "数.json").write_text(json.dumps(statistics), encoding="utf-8")
    ended = assistant(
        "draft", "--year", "2031", "--statistics", "数.json", "--forms", own_forms,
        "--date", "2032-01-10", "--yes",
    )  # fmt: skip
    return ended.code, ended.out + ended.err


def test_a_report_on_an_invented_form_is_drafted_and_every_number_bound(
    assistant: Assistant, own_forms: Path
) -> None:
    code, said = _draft(assistant, own_forms, dict(CELLS))

    assert 0 == code, said
    report = saved_report(assistant.folder / "out/2031/年报.json")
    bound = {bind for number in report.numbers for bind in number.binds}
    assert "2030" == report.form
    assert {"disclosure.datasets.opened", "disclosure.datasets.visits"} <= bound
    assert report.summary.numbers == report.summary.accounted
    assert "试用办函〔2029〕9号" in report.text
    assert "3" == report.statistics["applications.other_withdrawn.natural_person"]


def test_the_document_on_an_invented_form_is_checked_with_its_new_rows(
    assistant: Assistant, own_forms: Path
) -> None:
    _draft(assistant, own_forms, dict(CELLS))
    document = Document(str(assistant.folder / "out/2031/年报.docx"))
    paragraph = next(p for p in document.paragraphs if "公共数据集" in p.text)
    paragraph.runs[0].text = paragraph.text.replace("14", "15", 1)
    for run in paragraph.runs[1:]:
        run.text = ""
    document.save(str(assistant.folder / "改.docx"))

    clean = assistant("check", "out/2031/年报.docx", "--forms", own_forms, "--format", "json")
    wrong = assistant("check", "改.docx", "--forms", own_forms, "--format", "json")

    assert 0 == clean.code, clean.out
    assert 1 == wrong.code
    finding = errors(wrong.report)[0]
    assert ["disclosure.datasets.opened"] == finding.cells
    assert ("15", "14") == (finding.found, finding.expected)


def test_a_sum_over_the_new_row_is_checked(assistant: Assistant, own_forms: Path) -> None:
    code, said = _draft(
        assistant,
        own_forms,
        {**CELLS, "applications.results_total.total": 7, "applications.granted.total": 5},
    )

    assert 1 == code, said
    assert "SUM003" in said


def test_without_the_file_the_year_still_uses_the_form_in_force(assistant: Assistant) -> None:
    ended = assistant("forms")

    assert "2030" not in ended.out
