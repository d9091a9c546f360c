"""From last year's report and this year's figures to a checked, publishable report."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document

from assistant.api import check_file
from assistant.reporting.json_shape import CheckReport
from tests.e2e.command import Assistant, Ended, errors, saved_report


def _draft(assistant: Assistant, township: Path, *more: str) -> Ended:
    return assistant(
        "draft",
        "--year", "2020",
        "--previous", township / "2019年报.docx",
        "--statistics", township / "2020统计表.xlsx",
        "--notes", township / "2020工作.yaml",
        "--out", "out/2020",
        "--yes",
        *more,
    )  # fmt: skip


@pytest.fixture
def released(assistant: Assistant, township: Path) -> Path:
    ended = _draft(assistant, township)

    assert 0 == ended.code, ended.out + ended.err
    return assistant.folder / "out" / "2020"


def test_the_example_is_released_with_every_number_accounted_for(
    assistant: Assistant, township: Path
) -> None:
    ended = _draft(assistant, township)

    folder = assistant.folder / "out" / "2020"
    assert 0 == ended.code, ended.out + ended.err
    names = sorted(file.name for file in folder.iterdir())
    assert ["年报.docx", "年报.html", "年报.json", "年报.核对.html"] == names
    summary = saved_report(folder / "年报.json").summary
    assert summary.numbers == summary.accounted > 20
    assert "没有发现问题" in ended.out
    assert f"{summary.numbers} 处" in ended.out


def test_the_released_document_checks_clean_like_any_strangers_file(
    assistant: Assistant, released: Path
) -> None:
    checked = assistant("check", released / "年报.docx", "--format", "json")

    assert 0 == checked.code, checked.out
    assert [] == checked.report.findings
    assert checked.report.summary.numbers == checked.report.summary.accounted


def test_drafting_twice_gives_the_same_bytes(
    assistant: Assistant, township: Path, released: Path
) -> None:
    first = {file.name: file.read_bytes() for file in released.iterdir()}
    _draft(assistant, township)

    assert first == {file.name: file.read_bytes() for file in released.iterdir()}


def test_a_document_the_officer_worked_on_is_kept(
    assistant: Assistant, township: Path, released: Path
) -> None:
    for number, words in enumerate(("改过一次", "改过两次"), start=1):
        (released / "年报.docx").write_bytes(words.encode())

        ended = _draft(assistant, township)

        name = "年报（上次）.docx" if number == 1 else f"年报（上次{number}）.docx"
        assert words == (released / name).read_text(encoding="utf-8")
        assert name in ended.out
    assert 3 == len(list(released.glob("*.docx")))


def _with_text_replaced(document: bytes, old: str, new: str) -> bytes:
    """The docx with one occurrence of a text replaced in its main part."""
    source, output = zipfile.ZipFile(io.BytesIO(document)), io.BytesIO()
    with zipfile.ZipFile(output, "w") as target:
        for info in source.infolist():
            data = source.read(info.filename)
            if info.filename == "word/document.xml":
                text = data.decode("utf-8")
                assert text.count(old) >= 1, old
                data = text.replace(old, new, 1).encode()
            target.writestr(info, data)
    return output.getvalue()


def _with_one_number_changed(source: Path, text: str, start: int, end: int, target: Path) -> None:
    """The docx with the number at ``start`` of its text one higher, saved as ``target``."""
    line_start = text.rfind("\n", 0, start) + 1
    line = text[line_start:].partition("\n")[0]
    wrong = str(int(text[start:end]) + 1)
    changed = line[: start - line_start] + wrong + line[end - line_start :]
    document = Document(str(source))
    paragraph = next(p for p in document.paragraphs if p.text.strip() == line.strip())
    paragraph.runs[0].text = changed
    for run in paragraph.runs[1:]:
        run.text = ""
    document.save(str(target))


def test_one_wrong_digit_in_any_claim_of_the_prose_is_found(released: Path, tmp_path: Path) -> None:
    report = saved_report(released / "年报.json")
    claims = [n for n in report.numbers if n.kind is not None and n.quote.isdigit()]
    missed: list[str] = []
    for claim in claims:
        changed = tmp_path / "改.docx"
        _with_one_number_changed(
            released / "年报.docx", report.text, claim.start, claim.end, changed
        )
        result = CheckReport.model_validate(check_file(changed))
        if not errors(result):
            missed.append(report.text[max(0, claim.start - 8) : claim.end + 4])

    assert len(claims) > 15
    assert [] == missed


def test_a_wrong_digit_in_prose_is_named_with_place_found_and_expected(
    assistant: Assistant, released: Path
) -> None:
    document = (released / "年报.docx").read_bytes()
    report = saved_report(released / "年报.json")
    received = next(n for n in report.numbers if n.binds == ["applications.received.total"])
    sentence = report.text[received.start - 6 : received.end + 1]
    wrong = sentence[:6] + "9" + sentence[6 + len(received.quote) :]
    (assistant.folder / "改.docx").write_bytes(_with_text_replaced(document, sentence, wrong))

    checked = assistant("check", "改.docx", "--format", "json")

    assert 1 == checked.code
    finding = next(f for f in checked.report.findings if f.code.startswith("REF"))
    assert ("9", received.value) == (finding.found, finding.expected)
    assert ["applications.received.total"] == finding.cells
    assert "9" == checked.report.text[finding.start : finding.end]


def test_a_wrong_digit_in_a_table_is_found(released: Path, tmp_path: Path) -> None:
    document = Document(str(released / "年报.docx"))
    cell = document.tables[-2].rows[-1].cells[-1]
    cell.paragraphs[0].runs[0].text = "77"
    document.save(str(tmp_path / "改.docx"))

    result = CheckReport.model_validate(check_file(tmp_path / "改.docx"))

    codes = {finding.code for finding in errors(result)}
    assert "SUM001" in codes
    assert "SUM002" in codes


def test_an_error_holds_the_report_back_as_a_draft_to_be_looked_at(
    assistant: Assistant, township: Path, released: Path
) -> None:
    statistics = assistant.folder / "坏.json"
    cells = saved_report(released / "年报.json").statistics
    cells["applications.carried_out.total"] = "40"
    statistics.write_text(json.dumps({"year": 2020, "cells": cells}), encoding="utf-8")

    ended = assistant(
        "draft", "--year", "2020", "--previous", township / "2019年报.docx",
        "--statistics", statistics, "--notes", township / "2020工作.yaml",
        "--out", "out/2020", "--yes",
    )  # fmt: skip

    names = sorted(file.name for file in released.iterdir())
    assert 1 == ended.code, ended.out + ended.err
    assert {"待核稿.docx", "待核稿.html", "待核稿.json"} <= set(names)
    assert not {"年报.docx", "年报.核对.html"} & set(names), "an older release must not pass for it"
    assert "SUM001" in ended.out
    assert "SUM001" in (released / "待核稿.html").read_text(encoding="utf-8")


QUIET = """\
year: 2020
cells:
  applications.received.total: 0
  applications.carried_out.total: 0
  disputes.review.total: 0
  disputes.litigation_direct.total: 0
  disputes.litigation_after_review.total: 0
  disclosure.normative_documents.made: 0
  disclosure.normative_documents.published: 0
  disclosure.normative_documents.total: 2
"""


def test_a_quiet_year_after_a_real_report_is_released(assistant: Assistant, shared: Path) -> None:
    (assistant.folder / "安静.yaml").write_text(QUIET, encoding="utf-8")

    ended = assistant(
        "draft", "--year", "2020", "--previous", shared / "reports" / "阳明堡镇2019.txt",
        "--statistics", "安静.yaml", "--yes", "--date", "2021-01-12",
    )  # fmt: skip

    assert 0 == ended.code, ended.out + ended.err
    report = saved_report(assistant.folder / "out" / "2020" / "年报.json")
    assert "阳明堡镇人民政府" == report.organisation
    assert "0" == report.statistics["applications.carried_in.total"]
    assert report.summary.numbers == report.summary.accounted
    assert 0 == report.summary.errors
