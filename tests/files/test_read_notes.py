"""The officer's work notes: Chinese keys, strict, with the line of whatever is wrong."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.files import read_notes
from assistant.forms import load_forms
from assistant.model import (
    Fact,
    FollowUp,
    FollowUpState,
    InformationFee,
    Level,
    Organisation,
    ProblemMeasure,
)

FORM = load_forms().by_id("2019")
WHOLE = """\
机关: {全称: 青石镇人民政府, 简称: 青石镇, 自称: 我镇, 级别: 乡镇街道}
工作:
  主动公开:
    - 在公示栏张贴惠民政策。
    - 更新办事指南。
  平台建设: 专人维护公示栏。
上年问题:
  - {问题: 更新不及时, 进展: 部分整改, 说明: 已定专人}
  - {问题: 培训少, 进展: 未整改}
今年问题:
  - {问题: 解读形式单一, 措施: 多用图解}
信息处理费: {件数: 2, 金额: 350.5}
其他事项: [没有别的事项。]
落款日期: 2021-01-15
数据:
  - {编号: web, 名称: 网站公开信息, 数值: 12, 单位: 条, 别名: [网上公开], 方面: 主动公开, 上年: 9}
  - {名称: 培训, 数值: 3}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "工作.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_notes_are_read_whole(tmp_path: Path) -> None:
    notes, facts = read_notes(written(tmp_path, WHOLE), FORM)

    organisation = Organisation(
        name="青石镇人民政府",
        short_name="青石镇",
        self_designation="我镇",
        level=Level.TOWNSHIP,
    )
    assert organisation == notes.organisation
    assert {
        "proactive_disclosure": ("在公示栏张贴惠民政策。", "更新办事指南。"),
        "platforms": ("专人维护公示栏。",),
    } == dict(notes.aspects)
    assert (
        FollowUp(problem="更新不及时", state=FollowUpState.PARTLY, how="已定专人"),
        FollowUp(problem="培训少", state=FollowUpState.NOT_MENDED),
    ) == notes.follow_ups
    assert (ProblemMeasure(problem="解读形式单一", measure="多用图解"),) == notes.problems
    assert InformationFee(items=Decimal(2), amount=Decimal("350.5")) == notes.information_fee
    assert ("没有别的事项。",) == notes.other_matters
    assert datetime.date(2021, 1, 15) == notes.date
    assert (
        Fact(
            id="web",
            label="网站公开信息",
            value=Decimal(12),
            unit="条",
            terms=("网上公开",),
            aspect="proactive_disclosure",
            previous=Decimal(9),
        ),
        Fact(id="培训", label="培训", value=Decimal(3)),
    ) == facts


def test_what_is_not_said_stays_open(tmp_path: Path) -> None:
    notes, facts = read_notes(written(tmp_path, "工作:\n今年问题:\n数据:\n"), FORM)

    assert notes.information_fee is None
    assert notes.organisation is None
    assert ({}, (), (), ()) == (dict(notes.aspects), notes.problems, notes.follow_ups, facts)


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ("机构: {}\n", 1, "机构"),
        ("工作:\n  主动公开: [甲]\n  别的方面: [乙]\n", 3, "别的方面"),
        ("上年问题:\n  - {问题: 甲, 进展: 快好了}\n", 2, "进展"),
        ("上年问题:\n  - {进展: 已整改}\n", 2, "问题"),
        ("今年问题:\n  - {问题: 甲}\n", 2, "措施"),
        ("信息处理费: {件数: 多, 金额: 1}\n", 1, "应为数字"),
        ("信息处理费: {件数: -1, 金额: 1}\n", 1, "不能是负数"),
        ("机关: {全称: '', 级别: 部门}\n", 1, "不能为空"),
        ("机关: {全称: 甲, 级别: 乡}\n", 1, "级别"),
        ("数据:\n  - {名称: 甲, 数值: 1, 方面: 别的}\n", 2, "别的"),
        ("其他事项: 无\n", 1, "应为列表"),
        ("落款日期: 明天\n", 1, "落款日期"),
        ("工作: [\n", 2, "YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, named: str
) -> None:
    with pytest.raises(AssistantError) as caught:
        read_notes(written(tmp_path, text), FORM)

    assert "E130" == caught.value.code
    assert f"“工作.yaml”第 {line} 行" in caught.value.message
    assert named in caught.value.message
