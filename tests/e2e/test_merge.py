"""A county's tables from its units' files, as its officer makes them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.files import read_statistics
from assistant.files.write_docx import write_docx
from assistant.files.write_statistics import write_statistics_yaml
from assistant.files.write_workbook import write_workbook
from assistant.forms import load_forms
from assistant.model import Amount, CellId, Organisation, Statistics
from assistant.reporting.batch_shape import MergeReport
from tests.e2e.command import Assistant
from tests.files.written_reports import whole_cells, whole_report

FORMS = load_forms()
FORM = FORMS.by_id("2019")
RECEIVED = "applications.received.natural_person"
TOTAL = "applications.received.total"
DECISIONS = "disclosure.licensing.decisions"


def cells(received: int, decisions: int) -> Mapping[CellId, Amount]:
    given = {
        RECEIVED: Amount.of(received),
        "applications.granted.natural_person": Amount.of(received),
        DECISIONS: Amount.of(decisions),
    }
    return whole_cells(FORM, given)


def report(name: str, received: int, decisions: int) -> bytes:
    organisation = Organisation(name=name)
    return write_docx(
        whole_report(FORM, cells=cells(received, decisions), organisation=organisation), FORM
    )


@pytest.fixture
def county(assistant: Assistant) -> Path:
    """A report, a workbook with formulas and a statistics file, each of another unit."""
    folder = assistant.folder / "材料"
    (folder / "乡镇").mkdir(parents=True)
    (folder / "乡镇" / "甲镇.docx").write_bytes(report("云岫县甲镇人民政府", 3, 10))
    year = FORM.valid_from
    workbook = write_workbook(
        FORM,
        organisation="云岫县乙镇人民政府",
        year=year,
        statistics=Statistics(cells=cells(4, 20)),
    )
    (folder / "乡镇" / "乙镇.xlsx").write_bytes(workbook)
    statistics = Statistics(
        year=year, organisation="云岫县财政局", form=FORM.id, cells=cells(5, 30)
    )
    (folder / "财政局.yaml").write_bytes(write_statistics_yaml(statistics))
    return folder


def _merge(assistant: Assistant, *words: str) -> tuple[int, str, str]:
    ended = assistant("merge", "材料", "--year", str(FORM.valid_from), *words)
    return ended.code, ended.out, ended.err


def test_reports_workbooks_and_statistics_files_are_added_up(
    assistant: Assistant, county: Path
) -> None:
    code, out, err = _merge(
        assistant, "--out", "和.xlsx", "--out", "和.json", "--organisation", "云岫县人民政府"
    )

    assert 0 == code, out + err
    for name in ("和.xlsx", "和.json"):
        summed = read_statistics(assistant.folder / name, FORMS)
        assert "云岫县人民政府" == summed.organisation
        assert [12, 60] == [summed.number(cell) for cell in (RECEIVED, DECISIONS)]
    assert 12 == read_statistics(assistant.folder / "和.json", FORMS).number(TOTAL)
    assert "计入 3 个单位" in out


def test_the_countys_report_is_held_against_the_sums(assistant: Assistant, county: Path) -> None:
    (county / "全县.docx").write_bytes(report("云岫县人民政府", 13, 60))

    code, out, _ = _merge(assistant, "--against", "材料/全县.docx")
    json_code, lines, _ = _merge(assistant, "--against", "材料/全县.docx", "--format", "json")

    told = MergeReport.model_validate_json(lines)
    assert 1 == code == json_code
    assert "汇总报告 13，各单位之和 12，多 1" in out
    assert "垂直管理" in out
    assert told.against is not None
    differing = {found.cell: found.difference for found in told.against.differences}
    assert "1" == differing[RECEIVED]
    assert DECISIONS not in differing
    assert 3 == sum(file.counted for file in told.files)


def test_missing_units_and_unreadable_files_are_told(assistant: Assistant, county: Path) -> None:
    (county / "裂\n的.docx").write_bytes(b"PK\x03\x04")
    (county / "扫描.pdf").write_bytes(b"%PDF-1.7")
    listed = ("云岫县甲镇人民政府", "云岫县乙镇人民政府", "云岫县财政局")
    (assistant.folder / "名单.txt").write_text("\n".join(listed), encoding="utf-8")

    alone, out, _ = _merge(assistant, "--units", "名单.txt")
    (assistant.folder / "名单.txt").write_text("\n".join((*listed, "丙镇")), encoding="utf-8")
    missing, more, _ = _merge(assistant, "--units", "名单.txt")

    assert [3, 1] == [alone, missing]
    assert "缺 0 个" in out
    assert 2 == out.count("E106")
    assert "  缺 丙镇" in more.splitlines()
    assert not any("裂" in line and "的.docx" not in line for line in out.splitlines())


def test_a_blank_cell_is_blank_in_the_sum_and_told(assistant: Assistant, county: Path) -> None:
    for path in county.rglob("*.*"):
        path.unlink()
    blank = dict(cells(3, 1)) | {DECISIONS: Amount.blank()}
    statistics = Statistics(year=FORM.valid_from, organisation="甲镇", form=FORM.id, cells=blank)
    (county / "甲.yaml").write_bytes(write_statistics_yaml(statistics))

    _, out, _ = _merge(assistant, "--out", "和.json", "--out", "和.xlsx")

    assert "甲镇　1 格空白：" in out
    for name in ("和.json", "和.xlsx"):
        assert read_statistics(assistant.folder / name, FORMS).number(DECISIONS) is None


def test_forms_are_not_mixed(assistant: Assistant, county: Path) -> None:
    other = FORMS.by_id("2021").model_copy(update={"valid_from": FORM.valid_from})
    (county / "丙镇.docx").write_bytes(write_docx(whole_report(other), other))

    code, _, err = _merge(assistant)

    assert 3 == code
    assert err.startswith("错误 E170")
    assert "丙镇.docx" in err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--out", "和.pdf"), 2, "E303"),
        (("--out", "材料/财政局.yaml"), 3, "E167"),
        (("--units", "没有.txt"), 3, "E101"),
        (("--against", "没有.docx"), 3, "E101"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(
    assistant: Assistant, county: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    before = sorted(assistant.folder.rglob("*"))

    ended, out, err = _merge(assistant, *words)

    assert code == ended
    assert says in err
    assert "" == out
    assert before == sorted(assistant.folder.rglob("*"))


def test_an_empty_folder_and_a_year_without_a_form_are_refused(assistant: Assistant) -> None:
    (assistant.folder / "材料").mkdir()

    assert (3, "E112") == _code(assistant, "材料", "2020")
    assert (3, "E102") == _code(assistant, "没有", "2020")
    assert (3, "E202") == _code(assistant, "材料", "2018")


def _code(assistant: Assistant, folder: str, year: str) -> tuple[int, str]:
    ended = assistant("merge", folder, "--year", year)
    return ended.code, ended.err.removeprefix("错误 ")[:4]


def test_files_are_read_alike_by_one_process_and_by_several(
    assistant: Assistant, county: Path
) -> None:
    (county / "坏.docx").write_bytes(b"PK\x03\x04")

    assert _merge(assistant, "--jobs", "1") == _merge(assistant, "--jobs", "3")
