import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AssistantError, ExitCode
from assistant.files.waivers import read_waivers, waiver_file_of, waivers_as_yaml
from assistant.model import FindingKey, Waiver

KEY = FindingKey(
    code="REF001",
    sentence="全年新收政府信息公开申请4件。",
    quote="4",
    cells=("applications.received.total",),
    found=Decimal(4),
    expected=Decimal("3.50"),
    related=("12件",),
)
WAIVER = Waiver(key=KEY, reason="口径不同", date=datetime.date(2026, 1, 15))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
KEYS = st.builds(
    FindingKey,
    code=st.just("WRD001"),
    sentence=TEXTS,
    quote=TEXTS,
    cells=st.lists(TEXTS, max_size=2).map(tuple),
    found=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    related=st.lists(TEXTS, max_size=2).map(tuple),
)


def _kept(report: Path, *waivers: Waiver) -> tuple[Waiver, ...]:
    waiver_file_of(report).write_bytes(waivers_as_yaml(waivers))
    return read_waivers(report)


def test_the_file_stands_beside_the_report() -> None:
    assert Path("甲/年报.docx.waivers.yaml") == waiver_file_of(Path("甲/年报.docx"))


def test_without_a_file_there_are_no_decisions(tmp_path: Path) -> None:
    assert () == read_waivers(tmp_path / "年报.docx")


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    bare = Waiver(key=FindingKey(code="DOC001", sentence="报告没有标题。"), reason="附在封面上")

    assert (WAIVER, bare) == _kept(tmp_path / "年报.docx", WAIVER, bare)


@given(key=KEYS, reason=TEXTS.filter(lambda text: bool(text.strip())))
def test_whatever_a_document_says_survives(
    tmp_path_factory: pytest.TempPathFactory, key: FindingKey, reason: str
) -> None:
    waiver = Waiver(key=key, reason=reason)

    assert (waiver,) == _kept(tmp_path_factory.mktemp("甲") / "年报.txt", waiver)


def test_a_person_can_read_the_file() -> None:
    lines = waivers_as_yaml([WAIVER]).decode().splitlines()

    assert lines[0].startswith("# 对核对结果的决定")
    assert "  句子: 全年新收政府信息公开申请4件。" in lines
    assert "  理由: 口径不同" in lines
    assert "  日期: 2026-01-15" in lines


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("决定:\n- 规则: REF1\n  理由: 甲\n", "第 2 行", "规则"),
        ("决定:\n- 规则: REF001\n", "第 2 行", "理由"),
        ("决定:\n- 规则: REF001\n  理由: ' '\n", "第 3 行", "理由"),
        ("决定:\n- 规则: REF001\n  理由: 甲\n  句字: 乙\n", "第 4 行", "句字"),
        ("决定:\n- 规则: REF001\n  理由: 甲\n  日期: 昨天\n", "第 4 行", "日期"),
        ("决定:\n- 规则: [\n", "第 3 行", "YAML"),
        ("- 甲\n", "第 1 行", "键"),
        ("# 什么也没有\n", "", "键"),
    ],
)
def test_a_spoilt_file_is_told_with_its_line_and_a_hint(
    tmp_path: Path, text: str, line: str, says: str
) -> None:
    report = tmp_path / "年报.docx"
    waiver_file_of(report).write_text(text, encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        read_waivers(report)

    assert "E180" == caught.value.code
    assert ExitCode.UNREADABLE == caught.value.exit_code
    assert "年报.docx.waivers.yaml" in caught.value.message
    assert line in caught.value.message
    assert says in caught.value.message
    assert caught.value.hint


def test_a_figure_may_be_written_by_hand_without_quotes(tmp_path: Path) -> None:
    report = tmp_path / "年报.docx"
    text = "决定:\n- 规则: REF001\n  数值: 4\n  理由: 甲\n"
    waiver_file_of(report).write_text(text, encoding="utf-8")

    assert [Decimal(4)] == [waiver.key.found for waiver in read_waivers(report)]
