"""Form files: strict, with errors that name file and line, and a year without form is an error."""

from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.forms import cells_of, identity_lines, load_forms

TINY = """\
# yaml-language-server: $schema=../_meta/form.schema.json
id: "tiny"
title: 试用表式
valid_from: 2090
valid_to: 2091
source: {title: 试用文件, number: 试用〔2090〕1号, date: "2090-01-01"}
period: {starts: 1月1日, ends: 12月31日, basis: 试用}
deadlines: []
report_title: "{organisation}{year}年试用报告"
sections:
  - {number: 1, id: overview, title: 总体情况}
  - {number: 2, id: sheet, title: 表, table: sheet}
tables:
  - id: sheet
    blocks:
      - columns:
          - {id: left, label: 左, unit: 件}
          - {id: right, label: 右, unit: 件}
          - {id: total, label: 总计, unit: 件}
        rows:
          - {id: first, label: 甲}
identities:
  - id: sum
    rule: SUM002
    title: 左加右等于总计
    table: sheet
    each: row
    left: [total]
    right: [left, right]
    standing: implied
    basis: 试用
"""


def _write(folder: Path, text: str) -> Path:
    (folder / "tiny.yaml").write_text(text, encoding="utf-8")
    return folder


def test_each_form_holds_in_its_years_and_no_other() -> None:
    forms = load_forms()

    assert ["2019", "2019", "2021", "2021"] == [
        forms.for_year(year).id for year in (2019, 2020, 2021, 2025)
    ]


def test_a_year_without_form_is_an_error_and_never_the_nearest_form() -> None:
    with pytest.raises(AssistantError) as caught:
        load_forms().for_year(2018)

    assert "E202" == caught.value.code
    assert "2018" in caught.value.message
    assert "2019" in caught.value.hint


@pytest.mark.parametrize(("form_id", "count"), [("2019", 22 + 161 + 15), ("2021", 10 + 175 + 15)])
def test_a_form_has_exactly_the_cells_of_the_official_tables(form_id: str, count: int) -> None:
    form = load_forms().by_id(form_id)

    assert count == len(form.cells) == len(set(form.cells))


def test_every_form_names_its_official_source() -> None:
    for form in load_forms().forms:
        assert "国办公开办函〔" in form.source.number


def test_group_names_stand_for_all_their_cells() -> None:
    form = load_forms().by_id("2021")

    assert 8 == len(cells_of(form, "applications.refused.total"))
    assert 3 == len(cells_of(form, "applications.other.total"))
    assert 5 == len(cells_of(form, "applications.received.organisations"))
    assert (
        "applications.received.total",
        "applications.carried_in.total",
    ) == cells_of(form, "applications.due.total")
    assert () == cells_of(form, "applications.unknown.total")
    assert () == cells_of(form, "nothing")


def test_an_identity_is_spelled_out_for_each_column() -> None:
    form = load_forms().by_id("2021")
    balance = next(found for found in form.identities if found.rule == "SUM001")

    lines = identity_lines(form, balance)

    assert 7 == len(lines)
    assert {"applications.received.total", "applications.carried_in.total"} <= set(lines[-1].cells)


def test_an_own_form_is_layered_over_the_shipped_ones(tmp_path: Path) -> None:
    forms = load_forms(_write(tmp_path, TINY))

    assert "tiny" == forms.for_year(2090).id
    assert "2021" == forms.for_year(2025).id
    assert 2089 == forms.by_id("2021").valid_to


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("label: 左", "lable: 左", "第 17 行"),
        ("valid_from: 2090", "valid_from: two", "第 4 行"),
        ("standing: implied", "standing: maybe", "第 30 行"),
        ("right: [left, right]", "right: [left, wrong]", "wrong"),
        ("table: sheet}", "table: nowhere}", "nowhere"),
        ("  - id: sheet", "  - id: [", "第 "),
    ],
)
def test_a_broken_form_file_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert old in TINY
    with pytest.raises(AssistantError) as caught:
        load_forms(_write(tmp_path, TINY.replace(old, new, 1)))

    assert caught.value.code in {"E210", "E211"}
    assert "tiny.yaml" in caught.value.message
    assert says in caught.value.message


def test_overlapping_years_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AssistantError) as caught:
        load_forms(_write(tmp_path, TINY.replace("valid_from: 2090", "valid_from: 2020")))

    assert "E204" == caught.value.code


def test_a_missing_folder_of_own_forms_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AssistantError) as caught:
        load_forms(tmp_path / "nothing")

    assert "E203" == caught.value.code
