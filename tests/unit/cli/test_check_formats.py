"""``check`` in this process: every format, on the screen and in a file."""

import io
from pathlib import Path

import pytest
from docx import Document
from lxml.html import document_fromstring
from rich.console import Console

from assistant.cli.colours import print_lines
from assistant.cli.main import run
from assistant.reporting import result_as_lines, result_as_text
from assistant.reporting.json_shape import CheckReport
from tests.files.commented import commented
from tests.unit.reporting.hostile import STEERING, hostile_result
from tests.unit.reporting.sarif_shape import Log

TITLE = "青禾县柳溪镇人民政府2022年政府信息公开工作年度报告"
# A text with more control characters than one in two hundred is taken for no text at all.
LONG = "把群众最想知道的事项摆在公开工作的前面。" * 12
HOSTILE = "\u202e<script>alert(1)</script>\x1b[31m"
TEXT = f"{TITLE}\n一、总体情况\n全年培训17次。\n{LONG}{HOSTILE}\n"
OUTCOMES = {"text": "规则：通过", "json": '"passed"', "html": "通过的规则", "sarif": '"pass"'}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年报.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "年报.docx"
    made = Document()
    for line in (TITLE, "一、总体情况", "全年培训17次。"):
        made.add_paragraph(line)
    made.save(str(path))
    return path


@pytest.mark.parametrize("output", OUTCOMES)
def test_a_format_says_the_same_on_the_screen_and_in_a_file(
    report: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    code = run(["check", str(report), "--format", output])
    printed = capsys.readouterr().out
    target = report.with_name("新") / "结果"

    assert code == run(["check", str(report), "--format", output, "--output", str(target)])

    assert printed == target.read_text(encoding="utf-8")
    assert f"已写出：{target}" in capsys.readouterr().out
    assert [target] == list(target.parent.iterdir())


@pytest.mark.parametrize(("output", "passed"), OUTCOMES.items())
def test_every_format_tells_every_outcome_and_steers_nothing(
    report: Path, capsys: pytest.CaptureFixture[str], output: str, passed: str
) -> None:
    run(["check", str(report), "--format", output])

    told = capsys.readouterr().out
    assert passed in told
    assert "没有提供上年报告" in told
    assert "STR001" in told
    assert set() == set(STEERING) & set(told)


def test_json_html_and_sarif_are_what_they_say(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: dict[str, str] = {}
    for output in ("json", "html", "sarif"):
        run(["check", str(report), "--format", output])
        told[output] = capsys.readouterr().out

    assert TEXT == CheckReport.model_validate_json(told["json"]).text
    assert "年报核对结果" == document_fromstring(told["html"]).findtext(".//h1")
    assert "2.1.0" == Log.model_validate_json(told["sarif"]).version


def test_a_document_comes_back_beside_itself_and_nothing_is_overwritten(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = document.read_bytes()
    for _ in range(2):
        assert 1 == run(["check", str(document), "--format", "docx"])

    copies = [document.with_name(name) for name in ("年报.批注.docx", "年报.批注2.docx")]
    assert before == document.read_bytes()
    assert {document, *copies} == set(document.parent.iterdir())
    assert copies[0].read_bytes() == copies[1].read_bytes()
    said = commented(copies[0].read_bytes())
    assert said[0][0].startswith("核对结果：错误")
    assert "未核 YOY001：没有提供上年报告" in said[0][0]
    assert "17" in [covered for _, covered in said]


def test_a_document_may_be_named(document: Path) -> None:
    target = document.with_name("退回.docx")

    run(["check", str(document), "--format", "docx", "--output", str(target)])

    assert commented(target.read_bytes())


def test_only_a_document_can_be_commented(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["check", str(report), "--format", "docx"])

    told = capsys.readouterr().err
    assert "不是 docx，不能写批注" in told
    assert "--format html" in told


@pytest.mark.parametrize("output", ["text", "html", "docx"])
@pytest.mark.parametrize("name", ["年报.docx", "表.yaml", "年报.docx.waivers.yaml", "链接.docx"])
def test_what_was_read_is_never_written_over(
    document: Path, capsys: pytest.CaptureFixture[str], output: str, name: str
) -> None:
    figures, link = document.with_name("表.yaml"), document.with_name("链接.docx")
    figures.write_text("year: 2022\ncells: {}\n", encoding="utf-8")
    waivers = document.with_name("年报.docx.waivers.yaml")
    waivers.write_text("决定: []\n", encoding="utf-8")
    link.symlink_to(document)
    before = {path: path.read_bytes() for path in document.parent.iterdir()}
    target = document.parent / "." / name

    words = ["--statistics", str(figures), "--format", output, "--output", str(target)]

    code = run(["check", str(document), *words])

    assert 2 == code
    assert "不能覆盖" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in document.parent.iterdir()}


def test_a_waived_finding_is_told_as_such_in_every_format(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["waive", str(document), "REF004", "--reason", "培训签到册为证"])
    capsys.readouterr()
    for output in OUTCOMES:
        run(["check", str(document), "--format", output])
        assert "培训签到册为证" in capsys.readouterr().out
    run(["check", str(document), "--format", "docx"])

    said = commented(document.with_name("年报.批注.docx").read_bytes())
    assert "培训签到册为证" in said[0][0]
    assert "17" not in [covered for _, covered in said]


def test_a_terminal_gets_colour_and_the_same_words() -> None:
    screen = io.StringIO()
    console = Console(
        file=screen, force_terminal=True, color_system="truecolor", width=40,
        highlight=False, emoji=False, markup=False, legacy_windows=False,
    )  # fmt: skip

    print_lines(result_as_lines(hostile_result()), console)

    painted = screen.getvalue()
    assert "\x1b[1;31m错误" in painted
    assert set() == set(STEERING[1:]) & set(painted)
    assert "\x1b]" not in painted
    without = io.StringIO()
    print_lines(
        result_as_lines(hostile_result()),
        Console(file=without, no_color=True, highlight=False, markup=False, width=40),
    )
    assert result_as_text(hostile_result()) == without.getvalue()
