"""What is converted reads back as it was, in every format and both forms."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.app import converting
from assistant.app.converting import Target, convert_file, statistics_of
from assistant.errors import AssistantError
from assistant.files import libreoffice, read_report, read_statistics
from assistant.files.write_docx import write_docx
from assistant.files.write_statistics import write_statistics_json
from assistant.forms import Form, complete, load_forms
from assistant.model import Amount, CellId, Fact, Report, Statistics
from tests.files.printed import amounts
from tests.files.written_reports import form_of, whole_report

FORMS = load_forms()
FACTS = (
    Fact(
        id="website", label="政府网站公开信息", value=Decimal("186.5"), unit="条",
        terms=("网站发布",), aspect="platforms", previous=Decimal(152),
    ),
)  # fmt: skip
WORDS = st.text("甲乙丙，。（）“”", min_size=1, max_size=12).map("全年{}。".format)


@st.composite
def reports(draw: st.DrawFn, form: Form) -> Report:
    """A whole report with any figures, any words and figures it declares."""
    report = whole_report(form, cells=draw(amounts(form)), prose=draw(WORDS))
    last = {"applications.received.total": Amount.of(draw(st.integers(0, 99)))}
    declared = Statistics(year=report.year, form=form.id, facts=FACTS, previous=last)
    return replace(report, declared=declared)


def _said(report: Report) -> tuple[object, ...]:
    """Everything the model knows of a report but where it stood."""
    last = (report.signature, report.date_line)
    return (
        (report.year, report.organisation, report.form, report.level, report.date),
        [paragraph.text for paragraph in report.prose()],
        [(section.number, section.title) for section in report.sections],
        [None if line is None else line.text for line in last],
        report.tables,
        {cell: (a.state, a.number, a.note, a.written.strip()) for cell, a in report.cells.items()},
        report.declared,
    )


@pytest.mark.parametrize("to", [Target.DOCX, Target.HTML])
@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
@settings(max_examples=4)
@given(data=st.data())
def test_a_report_is_the_same_in_any_document(
    form: Form, to: Target, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("in") / "年报.docx"
    source.write_bytes(write_docx(data.draw(reports(form)), form))
    once = read_report(source, FORMS)

    written = convert_file(source, to, FORMS, output=source.with_name(f"新.{to.value}"))
    back = convert_file(written.file, Target.DOCX, FORMS, output=source.with_name("回.docx"))

    assert () == written.left_out
    assert _said(once) == _said(read_report(written.file, FORMS))
    assert _said(once) == _said(read_report(back.file, FORMS))


def _states(form: Form, cells: Mapping[CellId, Amount]) -> dict[CellId, tuple[object, ...]]:
    """Completed, as a workbook leaves its totals to formulas; a blank is not told from nothing."""
    done = complete(form, {c: a for c, a in cells.items() if a != Amount.blank()}).cells
    return {cell: (amount.state, amount.number) for cell, amount in done.items()}


@pytest.mark.parametrize("to", [Target.JSON, Target.YAML, Target.XLSX])
@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
@settings(max_examples=4)
@given(data=st.data())
def test_figures_are_the_same_in_any_file(
    form: Form, to: Target, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wanted = statistics_of(data.draw(reports(form)), form)
    source = tmp_path_factory.mktemp("in") / "统计.json"
    source.write_bytes(write_statistics_json(wanted))
    assert wanted == read_statistics(source, FORMS)

    written = convert_file(source, to, FORMS, output=source.with_name(f"新.{to.value}"))

    again = read_statistics(written.file, FORMS)
    if to is not Target.XLSX:
        assert wanted == again
        return
    assert replace(wanted, cells={}, previous={}) == replace(again, cells={})
    assert _states(form, wanted.cells) == _states(form, again.cells)
    assert "上年的 1 格" in written.left_out[0]


def _saved(tmp_path: Path, cells: Mapping[CellId, Amount] | None = None) -> Path:
    form = form_of("2021")
    path = tmp_path / "年报.docx"
    path.write_bytes(write_docx(whole_report(form, cells=cells), form))
    return path


def test_what_is_no_figure_is_left_out_and_told(tmp_path: Path) -> None:
    cells = {
        "disputes.review.total": Amount.unreadable("约3"),
        "disputes.review.pending": Amount.of(2, "2（含上年1件）"),
        "disputes.review.other_result": Amount.not_applicable("—"),
    }
    form = form_of("2021")
    whole = dict.fromkeys(form.cells, Amount.of(0)) | cells
    source = _saved(tmp_path, {c: a for c, a in whole.items() if c in form.cells})

    written = convert_file(source, Target.JSON, FORMS)

    assert any("disputes.review.total" in line for line in written.left_out)
    assert any("说明" in line for line in written.left_out)
    again = read_statistics(written.file, FORMS).cells
    assert "disputes.review.total" not in again


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    source = _saved(tmp_path)
    target = tmp_path / "年报.html"
    target.write_text("改过", encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.HTML, FORMS)

    assert "E167" == caught.value.code
    assert "改过" == target.read_text(encoding="utf-8")
    convert_file(source, Target.HTML, FORMS, force=True)
    assert "<table" in target.read_text(encoding="utf-8")


def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _saved(tmp_path)
    target = tmp_path / "年报.json"

    def written_meanwhile(_statistics: Statistics) -> bytes:
        target.write_text("别人写的", encoding="utf-8")
        return b"{}"

    monkeypatch.setattr(converting, "write_statistics_json", written_meanwhile)
    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.JSON, FORMS)

    assert "E167" == caught.value.code
    assert "别人写的" == target.read_text(encoding="utf-8")


@pytest.mark.parametrize("force", [False, True])
def test_the_file_that_is_read_is_never_written(tmp_path: Path, force: bool) -> None:
    source = _saved(tmp_path)
    before = source.read_bytes()

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.DOCX, FORMS, force=force)

    assert "E307" == caught.value.code
    assert before == source.read_bytes()


def test_figures_alone_are_no_document(tmp_path: Path) -> None:
    source = tmp_path / "统计.yaml"
    source.write_text("year: 2021\ncells: {}\n", encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.DOCX, FORMS)

    assert "E317" == caught.value.code


def test_a_text_without_a_year_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "年报.txt"
    source.write_text("一、总体情况\n没有写年度。\n", encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.HTML, FORMS)

    assert "E110" == caught.value.code


def test_without_libreoffice_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _saved(tmp_path)
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: None)

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.PDF, FORMS)

    assert "E316" == caught.value.code
    assert [source] == list(tmp_path.iterdir())


def _template(tmp_path: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "模板.docx"
    document.save(str(path))
    return path


def test_what_a_template_has_no_room_for_is_told(tmp_path: Path) -> None:
    source = _saved(tmp_path)
    template = _template(tmp_path, "{{标题}}")
    target = tmp_path / "新.docx"

    written = convert_file(source, Target.DOCX, FORMS, output=target, template=template)

    assert any("没有放下" in line for line in written.left_out)
    assert any("读不到" in line for line in written.left_out)
    assert target.exists()


def test_a_template_is_never_written_over(tmp_path: Path) -> None:
    source = _saved(tmp_path)
    template = _template(tmp_path, "{{标题}}")

    with pytest.raises(AssistantError) as caught:
        convert_file(source, Target.DOCX, FORMS, output=template, force=True, template=template)

    assert "E307" == caught.value.code


def test_a_template_is_a_word_document_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(AssistantError) as caught:
        convert_file(_saved(tmp_path), Target.HTML, FORMS, template=_template(tmp_path, "{{标题}}"))

    assert "E319" == caught.value.code


def test_without_the_extra_the_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    monkeypatch.delitem(sys.modules, "assistant.files.write_template", raising=False)
    target = tmp_path / "新.docx"

    with pytest.raises(AssistantError) as caught:
        convert_file(
            _saved(tmp_path), Target.DOCX, FORMS, output=target, template=_template(tmp_path, "")
        )

    assert "E319" == caught.value.code
    assert "nianbao-assistant[template]" in caught.value.hint
