import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.files import read_statistics
from assistant.files.write_statistics import write_statistics_json, write_statistics_yaml
from assistant.forms import load_forms
from assistant.model import Amount, Fact, Statistics

STATISTICS = Statistics(
    year=2021,
    organisation="云岫县松岚镇人民政府",
    form="2021",
    cells={
        "disclosure.regulations.issued": Amount.of(0),
        "disclosure.regulations.repealed": Amount.blank(),
        "disclosure.fees.amount": Amount.of(Decimal("160.5964")),
        "disclosure.licensing.decisions": Amount.not_applicable("/"),
    },
    previous={"disclosure.regulations.in_force": Amount.of(2)},
    facts=(
        Fact(
            id="website",
            label="政府网站公开信息",
            value=Decimal(186),
            unit="条",
            terms=("网站发布信息",),
            aspect="proactive_disclosure",
            previous=Decimal(152),
        ),
    ),
)


def test_numbers_blanks_and_dashes_are_told_apart() -> None:
    data = json.loads(write_statistics_json(STATISTICS))

    assert {
        "disclosure.regulations.issued": 0,
        "disclosure.regulations.repealed": None,
        "disclosure.fees.amount": "160.5964",
        "disclosure.licensing.decisions": "/",
    } == data["cells"]


def test_what_is_not_known_is_left_out() -> None:
    assert {} == json.loads(write_statistics_json(Statistics()))


@pytest.mark.parametrize(
    ("name", "write"),
    [("统计.json", write_statistics_json), ("统计.yaml", write_statistics_yaml)],
)
def test_a_statistics_file_reads_back_as_it_was_written(
    tmp_path: Path, name: str, write: Callable[[Statistics], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(write(STATISTICS))

    assert STATISTICS == read_statistics(path, load_forms())
