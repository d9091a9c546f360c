"""The command in this process: what it says, what it keeps, what it returns."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.cli.main import run
from assistant.reporting.json_shape import CheckReport

TITLE = "青禾县柳溪镇人民政府2022年政府信息公开工作年度报告"
PASSAGE = "全年新收政府信息公开申请4件，予以公开2件。"
STATISTICS = """\
year: 2022
organisation: 青禾县柳溪镇人民政府
cells:
  applications.received.natural_person: 3
  applications.received.total: 3
  applications.granted.natural_person: 3
  applications.granted.total: 3
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年报.txt"
    path.write_text(f"{TITLE}\n\n一、总体情况\n{PASSAGE}\n", encoding="utf-8")
    (tmp_path / "表.yaml").write_text(STATISTICS, encoding="utf-8")
    return path


def _inputs(report: Path) -> list[str]:
    return [str(report), "--statistics", str(report.with_name("表.yaml"))]


def _waive(report: Path, *options: str) -> int:
    file, *inputs = _inputs(report)
    return run(["waive", file, "REF001", "--reason", "含上年结转", *options, *inputs])


def _checked(report: Path, capsys: pytest.CaptureFixture[str]) -> CheckReport:
    capsys.readouterr()
    run(["check", *_inputs(report), "--format", "json"])
    return CheckReport.model_validate_json(capsys.readouterr().out)


def _quotes(report: CheckReport) -> list[str | None]:
    return [found.quote for found in report.findings if found.code == "REF001"]


def test_several_findings_of_one_code_are_listed_and_nothing_is_kept(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _waive(report)

    told = capsys.readouterr().err
    assert 2 == code
    assert "有 2 处" in told
    assert "  1．" in told
    assert "  2．" in told
    assert not report.with_name("年报.txt.waivers.yaml").exists()


@pytest.mark.parametrize("options", [("--nth", "1"), ("--quote", "申请4件，予")])
def test_a_decision_survives_and_is_told_with_its_reason(
    report: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, str]
) -> None:
    if options[0] == "--quote":
        report.write_text(
            report.read_text(encoding="utf-8").replace("，予以公开2件", "，予以公开3件"),
            encoding="utf-8",
        )
    before = _checked(report, capsys)

    assert 0 == _waive(report, *options)

    after = _checked(report, capsys)
    assert [("4", "含上年结转")] == [(found.quote, found.reason) for found in after.waived]
    assert before.summary.errors - 1 == after.summary.errors
    assert "4" not in _quotes(after)
    assert after == _checked(report, capsys), "and in every run after"


def test_a_decision_moves_with_its_sentence(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _waive(report, "--nth", "1")
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace(PASSAGE, f"另起一段。\n{PASSAGE}"), encoding="utf-8")

    after = _checked(report, capsys)

    assert ["4"] == [found.quote for found in after.waived]
    assert [] == after.stale_waivers


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("新收政府信息公开申请4件", "新收政府信息公开申请5件", "年报.txt"),
        ("全年新收", "本年新收", "年报.txt"),
        ("received.total: 3", "received.total: 9", "表.yaml"),
    ],
)
def test_a_decision_is_void_when_sentence_or_value_changes(
    report: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, where: str
) -> None:
    _waive(report, "--nth", "1")
    changed = report.with_name(where)
    changed.write_text(changed.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    after = _checked(report, capsys)

    assert [] == after.waived
    assert 2 == len(_quotes(after))
    assert [("REF001", "含上年结转")] == [(w.code, w.reason) for w in after.stale_waivers]


def test_a_decision_that_fits_nothing_is_told_in_words(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _waive(report, "--nth", "1")
    text = report.read_text(encoding="utf-8").replace("4件", "3件")
    report.write_text(text, encoding="utf-8")
    capsys.readouterr()

    run(["check", *_inputs(report)])

    assert "  提示 REF001　“全年新收政府信息公开申请4件" in capsys.readouterr().out


def test_deciding_again_replaces_the_reason(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, *inputs = _inputs(report)
    _waive(report, "--nth", "1")

    run(
        [
            "waive",
            file,
            "ref001",
            "--reason",
            "换个说法",
            "--quote",
            "申请4件",
            "--nth",
            "1",
            *inputs,
        ]
    )

    after = _checked(report, capsys)
    assert ["换个说法"] == [found.reason for found in after.waived]


def test_with_the_only_error_waived_the_command_ends_well(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = [found for found in _checked(report, capsys).findings if found.severity == "error"]
    counts = Counter(found.code for found in errors)
    file, *inputs = _inputs(report)

    for code, number in counts.items():
        for nth in range(1, number + 1):
            run(["waive", file, code, "--reason", "甲", "--nth", str(nth), *inputs])

    assert 0 == run(["check", *_inputs(report)])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("REF001", "--reason", " "), "理由"),
        (("REF009", "--reason", "甲"), "有的是"),
        (("REF001", "--reason", "甲", "--quote", "没有的话"), "没有的话"),
        (("REF001", "--reason", "甲", "--nth", "7"), "第 7 处"),
        (("REF001",), "--reason"),
    ],
)
def test_a_wish_that_cannot_be_met_is_a_matter_of_usage(
    report: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    file, *inputs = _inputs(report)

    code = run(["waive", file, *arguments, *inputs])

    assert 2 == code
    assert says in capsys.readouterr().err


def test_a_spoilt_file_of_decisions_stops_the_check(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = report.with_name("年报.txt.waivers.yaml")
    beside.write_text("决定:\n- 规则: REF001\n", encoding="utf-8")

    code = run(["check", *_inputs(report)])

    assert 3 == code
    assert "年报.txt.waivers.yaml”第 2 行" in capsys.readouterr().err
    assert beside.read_text(encoding="utf-8") == "决定:\n- 规则: REF001\n"
