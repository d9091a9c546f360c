"""A form nobody has seen drafts from its data alone."""

from pathlib import Path

import pytest

from assistant.drafting import Draft
from assistant.forms import Form, load_forms
from assistant.model import Statistics
from tests.unit.drafting.samples import (
    applications,
    bindings,
    drafted,
    form_of,
    section_text,
    statistics,
)

DISCLOSURE = """
  - id: disclosure
    blocks:
      - title: 第二十条第（一）项
        corner: 信息内容
        columns:
          - {id: opened, label: 本年开放数量, unit: 个, says: "开放{row}", says_none: "未开放{row}"}
          - {id: visits, label: 本年访问量, unit: 万次, whole: false, says: "{row}访问量为"}
          - {id: silent, label: 备查数量, unit: 个}
        rows:
          - {id: datasets, label: 公共数据集}
          - {id: lists, label: 2号清单}
"""


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """The form of 2021 with another table of disclosure, one more result, other titles."""
    shipped = Path(__file__).parents[3] / "schemas" / "forms" / "2021.yaml"
    text = shipped.read_text(encoding="utf-8")
    head, _, rest = text.partition("tables:\n")
    behind = rest[rest.index("  - id: applications\n") :]
    identities = behind.index("  - id: in-force-covers-issued")
    total = "              - {id: results_total"
    forwarded = "              - {id: forwarded, label: （七）转送其他机关}\n"
    behind = behind[:identities].replace(total, forwarded + total)
    head = (
        head.replace('id: "2021"', 'id: "2030"')
        .replace("valid_from: 2021", "valid_from: 2030")
        .replace("国办公开办函〔2021〕30号", "示例文〔2029〕7号")
        .replace("title: 其他需要报告的事项", "title: 另行报告的事项")
    )
    (tmp_path / "2030.yaml").write_text(f"{head}tables:{DISCLOSURE}{behind}", encoding="utf-8")
    # The shipped form has no last year; the invented one takes its place from 2030 on.
    closed = text.replace("valid_to: null", "valid_to: 2029")
    (tmp_path / "2021.yaml").write_text(closed, encoding="utf-8")
    return load_forms(tmp_path).for_year(2031)


def _draft(form: Form, figures: Statistics) -> Draft:
    return drafted(figures, form=form)


def test_rows_and_columns_are_said_as_the_form_says(form: Form) -> None:
    cells = {
        "disclosure.datasets.opened": 7,
        "disclosure.datasets.visits": "1.50",
        "disclosure.lists.opened": 2,
        "disclosure.lists.silent": 9,
    }
    draft = _draft(form, statistics(2031, cells, form=form))

    assert "开放公共数据集7个、开放2号清单2个，公共数据集访问量为1.5万次" in section_text(draft, 1)
    assert "disclosure.lists.silent" not in bindings(draft)
    assert () == draft.problems


def test_its_zeros_are_said_as_the_form_says(form: Form) -> None:
    draft = _draft(form, statistics(2031, form=form))

    assert "未开放公共数据集、2号清单。" in section_text(draft, 1)
    assert () == draft.problems


def test_a_new_kind_of_result_is_named_by_its_label(form: Form) -> None:
    cells = applications(received=3, granted=1, forwarded=2, results_total=3)
    draft = _draft(form, statistics(2031, cells, form=form))

    assert "予以公开1件、转送其他机关2件" in section_text(draft, 1)
    assert "2" == bindings(draft)["applications.forwarded.total"]


def test_its_titles_and_documents_are_used(form: Form) -> None:
    report = _draft(form, statistics(2031, form=form)).report

    assert "六、另行报告的事项" == report.sections[5].heading.text
    assert "（示例文〔2029〕7号）" in report.introduction[0].text


def test_without_applications_and_disputes_nothing_is_said_of_them(form: Form) -> None:
    tables = tuple(table for table in form.tables if table.id == "disclosure")
    sections = tuple(s for s in form.sections if s.table in {None, "disclosure"})
    bare = form.model_copy(update={"tables": tables, "sections": sections, "identities": ()})
    text = section_text(_draft(bare, statistics(2031, form=bare)), 1)

    assert "未收到" not in text
    assert "复议" not in text


def test_without_aspects_figures_still_stand_in_the_overview(form: Form) -> None:
    plain = tuple(spec.model_copy(update={"aspects": ()}) for spec in form.sections)
    bare = form.model_copy(update={"sections": plain})
    cells = applications(received=3, granted=3, results_total=3)
    draft = _draft(bare, statistics(2031, cells, form=bare))

    assert "3" == bindings(draft)["applications.received.total"]


def test_a_section_unknown_to_the_program_is_left_to_the_officer(form: Form) -> None:
    last = form.sections[-1].model_copy(update={"number": 7, "id": "appendix", "title": "附注"})
    longer = form.model_copy(update={"sections": (*form.sections, last)})
    draft = _draft(longer, statistics(2031, form=longer))

    assert "七、附注" == draft.report.sections[-1].heading.text
    assert any("附注" in gap for gap in draft.left_out)


def test_the_shipped_forms_say_every_yearly_count_of_disclosure() -> None:
    for year in (2020, 2021):
        silent = {
            column.id
            for block in form_of(year).table("disclosure").blocks
            for column in block.column_leaves
            if not column.says
        }

        assert silent <= {"items_before", "items_change"}
