"""Statistics files in YAML and JSON, and mappings in the same layout."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.files import read_statistics, statistics_from_mapping
from assistant.files.write_statistics import (
    statistics_as_mapping,
    write_statistics_json,
    write_statistics_yaml,
)
from assistant.forms import load_forms
from assistant.model import Amount, AmountState, Fact, Statistics
from tests.files.printed import numbers

FORMS = load_forms()
WHOLE = """\
year: 2020
organisation: 青石镇人民政府
cells:
  applications.received.total: 3
  applications.granted.total: "２"
  applications.other.total: "1,234"
  disclosure.procurement.amount: 160.50
  disclosure.licensing.items_change: -4
  disclosure.fees.items_before: "/"
  disclosure.fees.items_change: ""
  disclosure.regulations.made:
previous:
  applications.carried_out.total: 0
facts:
  - id: web
    label: 网站公开信息
    value: 12
    unit: 条
    terms: [网站发布信息]
    aspect: 平台建设
    previous: 10
  - {label: 培训, value: 2.50}
"""


def written(tmp_path: Path, text: str, name: str = "统计.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def failure(tmp_path: Path, text: str) -> AssistantError:
    with pytest.raises(AssistantError) as caught:
        read_statistics(written(tmp_path, text), FORMS)
    return caught.value


def test_a_statistics_file_is_read_whole(tmp_path: Path) -> None:
    statistics = read_statistics(written(tmp_path, WHOLE), FORMS)

    assert (2020, "2019", "青石镇人民政府") == (
        statistics.year,
        statistics.form,
        statistics.organisation,
    )
    assert {
        "applications.received.total": ("NUMBER", Decimal(3)),
        "applications.granted.total": ("NUMBER", Decimal(2)),
        "applications.other.total": ("NUMBER", Decimal(1234)),
        "disclosure.procurement.amount": ("NUMBER", Decimal("160.50")),
        "disclosure.licensing.items_change": ("NUMBER", Decimal(-4)),
        "disclosure.fees.items_before": ("NOT_APPLICABLE", None),
        "disclosure.fees.items_change": ("BLANK", None),
        "disclosure.regulations.made": ("BLANK", None),
    } == numbers(statistics.cells)
    assert Decimal(0) == statistics.previous_number("applications.carried_out.total")
    assert (
        Fact(
            id="web",
            label="网站公开信息",
            value=Decimal(12),
            unit="条",
            terms=("网站发布信息",),
            aspect="platforms",
            previous=Decimal(10),
        ),
        Fact(id="培训", label="培训", value=Decimal("2.50")),
    ) == statistics.facts


@pytest.mark.parametrize("text", ["160.50", "0.10", "12345678901.2345"])
def test_a_fraction_keeps_every_digit_as_written(tmp_path: Path, text: str) -> None:
    yaml = f"year: 2020\ncells:\n  disclosure.procurement.amount: {text}\n"
    json = f'{{"year": 2020, "cells": {{"disclosure.procurement.amount": {text}}}}}'

    for content in (yaml, json):
        statistics = read_statistics(written(tmp_path, content), FORMS)
        assert text == statistics.cells["disclosure.procurement.amount"].written


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("三", "不是数字"),
        ("1.5", "应为整数"),
        ("-1", "不能是负数"),
        ("—", "不是数字"),
        ("3件", "不是数字"),
        ("true", "不是数字"),
        ("[1]", "不是数字"),
        (".inf", "不是数字"),
        ("2020-01-01", "不是数字"),
    ],
)
def test_a_bad_figure_is_named_with_its_line_and_label(
    tmp_path: Path, value: str, reason: str
) -> None:
    text = f"year: 2020\ncells:\n  applications.received.total: {value}\n"

    error = failure(tmp_path, text)

    assert "E122" == error.code
    assert "第 3 行" in error.message
    assert "本年新收政府信息公开申请数量／总计" in error.message
    assert reason in error.message


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("year: 2020\ncells:\n  applications.receivd.total: 1\n", "E121", "第 3 行"),
        ("year: 2021\ncells:\n  applications.other.total: 1\n", "E121", "applications.other"),
        ("year: 2020\nprevious: {a.b.c: 1}\n", "E121", "a.b.c"),
        ("year: 2020\nwrong: 1\n", "E120", "第 2 行"),
        ("- 1\n", "E120", "统计.yaml"),
        ("year: [\n", "E120", "第 2 行"),
        ("year: 2020\nyear: 2021\n", "E120", "第 2 行"),
        ("year: 去年\n", "E120", "第 1 行"),
        ("cells: [1]\n", "E120", "cells"),
        ("cells: {a.b.c: 1}\n", "E120", "年度"),
        ("year: 2018\n", "E202", "2018"),
        ("year: 2020\nfacts: 1\n", "E120", "facts"),
        ("year: 2020\nfacts: [{label: 甲}]\n", "E125", "第 2 行"),
        ("year: 2020\nfacts: [{label: 甲, value: 多}]\n", "E125", "value"),
        ("year: 2020\nfacts:\n- {label: 甲, value: 1, unitt: 条}\n", "E120", "unitt"),
        ("year: 2020\nfacts:\n- {label: 甲, value: 1, aspect: 别的}\n", "E125", "别的"),
        ("year: 2020\nfacts:\n- {label: 甲, value: 1}\n- {label: 甲, value: 2}\n", "E125", "重复"),
    ],
)
def test_what_does_not_fit_the_layout_is_named(
    tmp_path: Path, text: str, code: str, named: str
) -> None:
    error = failure(tmp_path, text)

    assert code == error.code
    assert named in error.message


def test_without_a_year_the_cells_tell_the_form() -> None:
    statistics = statistics_from_mapping({"cells": {"disclosure.fees.amount": "1.5"}}, FORMS)

    assert (None, "2021") == (statistics.year, statistics.form)


def test_the_callers_year_serves_where_the_mapping_names_none() -> None:
    cells = {"applications.received.total": 1}

    assert "2019" == statistics_from_mapping({"cells": cells}, FORMS, year=2020).form
    assert 2021 == statistics_from_mapping({"year": 2021, "cells": cells}, FORMS, year=2020).year


def test_last_years_cells_may_be_those_of_the_form_before() -> None:
    data = {"year": 2021, "cells": {}, "previous": {"disclosure.procurement.projects": 2}}

    statistics = statistics_from_mapping(data, FORMS)

    assert Decimal(2) == statistics.previous_number("disclosure.procurement.projects")


def test_binary_fractions_of_a_mapping_are_what_was_typed() -> None:
    data = {"year": 2021, "cells": {"disclosure.fees.amount": 0.1}}

    assert Decimal("0.1") == statistics_from_mapping(data, FORMS).number("disclosure.fees.amount")


@settings(max_examples=20)
@given(
    values=st.dictionaries(
        st.sampled_from([cell for cell in FORMS.by_id("2019").cells if "amount" not in cell]),
        st.one_of(st.integers(0, 10**9).map(Amount.of), st.just(Amount.blank())),
        max_size=30,
    )
)
def test_what_the_writers_wrote_is_read_back(
    values: dict[str, Amount], tmp_path_factory: pytest.TempPathFactory
) -> None:
    fact = Fact(id="a", label="甲", value=Decimal("1.50"), unit="次", terms=("乙",))
    wanted = Statistics(year=2020, organisation="青石镇", form="2019", cells=values, facts=(fact,))
    folder = tmp_path_factory.mktemp("statistics")

    for name, data in (
        ("a.yaml", write_statistics_yaml(wanted)),
        ("a.json", write_statistics_json(wanted)),
    ):
        path = folder / name
        path.write_bytes(data)
        assert wanted == read_statistics(path, FORMS)
    assert wanted == statistics_from_mapping(statistics_as_mapping(wanted), FORMS)


def test_a_blank_is_no_zero(tmp_path: Path) -> None:
    text = 'year: 2020\ncells: {applications.received.total: "　"}\n'

    amount = read_statistics(written(tmp_path, text), FORMS).cells["applications.received.total"]

    assert AmountState.BLANK is amount.state
