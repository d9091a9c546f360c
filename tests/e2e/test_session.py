"""The interactive session in a pseudo-terminal: few questions, and nothing given is lost."""

import sys
from pathlib import Path

import pytest

from tests.e2e.command import saved_report

if sys.platform == "win32":
    pytest.skip("伪终端只在类 Unix 系统上有", allow_module_level=True)

import pexpect

QUIET = [
    ("已公布的年报在哪个文件", ""),
    ("统计表在哪个文件", ""),
    *[("本年全部为 0 吗", "是")] * 5,
    ("本年新收", "0"),
    ("上年结转", "0"),
    ("行政复议", "0"),
    ("行政诉讼", "0"),
    ("机关全称", "青石县桐花镇人民政府"),
    ("怎样简称", ""),
    *[("今年做了什么", "")] * 5,
    ("表外数据", ""),
    ("今年存在的问题", "公开内容不够丰富"),
    ("对应的改进措施", "增加与群众生活相关的内容"),
    ("今年存在的问题", ""),
    *[("这一部分", "")] * 3,
]


def _spawn(folder: Path, environment: dict[str, str]) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable,
        ["-m", "assistant", "draft", "--year", "2020", "--date", "2021-01-12"],
        cwd=str(folder),
        env=environment,
        encoding="utf-8",
        timeout=40,
        dimensions=(40, 120),
    )


def _answer(session: "pexpect.spawn[str]", steps: list[tuple[str, str]]) -> None:
    for question, answer in steps:
        session.expect_exact(question)
        session.expect("：")
        session.sendline(answer)


@pytest.fixture
def environment(clean_environment: dict[str, str], root: Path) -> dict[str, str]:
    return clean_environment | {"PYTHONPATH": str(root), "TERM": "xterm"}


def test_a_quiet_township_gets_from_nothing_to_a_released_report(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    session = _spawn(tmp_path, environment)
    _answer(session, QUIET)
    session.expect(pexpect.EOF)
    session.close()

    assert 0 == session.exitstatus, session.before
    report = saved_report(tmp_path / "out/2020/年报.json")
    assert "青石县桐花镇人民政府" == report.organisation
    assert report.summary.numbers == report.summary.accounted


@pytest.mark.parametrize("stop", [3, 8, 12, 20])
def test_an_interrupted_session_goes_on_at_the_same_question(
    tmp_path: Path, environment: dict[str, str], stop: int
) -> None:
    first = _spawn(tmp_path, environment)
    _answer(first, QUIET[:stop])
    first.expect_exact(QUIET[stop][0])
    first.sendintr()
    first.expect(f"{stop} 个回答都存着")
    first.expect(pexpect.EOF)
    first.close()

    second = _spawn(tmp_path, environment)
    second.expect(f"已有 {stop} 个回答")
    _answer(second, QUIET[stop:])
    second.expect(pexpect.EOF)
    second.close()

    assert 0 == second.exitstatus, second.before
    assert (tmp_path / "out/2020/年报.docx").is_file()


def test_a_killed_session_keeps_every_answer(tmp_path: Path, environment: dict[str, str]) -> None:
    first = _spawn(tmp_path, environment)
    _answer(first, QUIET[:9])
    first.expect_exact(QUIET[9][0])
    first.kill(9)
    first.close()

    second = _spawn(tmp_path, environment)
    second.expect("已有 9 个回答")
    second.expect_exact(QUIET[9][0])
    second.close(force=True)


def test_a_wrong_answer_is_explained_and_asked_again(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    session = _spawn(tmp_path, environment)
    _answer(session, [("在哪个文件", "没有这个文件.docx")])
    session.expect_exact("没有这个文件.docx")
    _answer(session, QUIET[:7])
    _answer(session, [("本年新收", "一些")])
    session.expect_exact("不是")
    _answer(session, [("本年新收", "-1")])
    session.expect_exact("不是")
    _answer(session, [("本年新收", "０")])
    session.expect_exact("上年结转")
    session.close(force=True)


def test_a_section_edited_by_hand_is_checked_like_a_strangers(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    session = _spawn(tmp_path, environment)
    _answer(session, QUIET[:-3])
    _answer(session, [("这一部分", "修改")])
    session.expect_exact("单独一个句号")
    session.sendline("全年共收到政府信息公开申请7件。")
    session.sendline("。")
    session.expect_exact("REF")
    _answer(session, QUIET[-3:])
    session.expect(pexpect.EOF)
    session.close()

    assert 1 == session.exitstatus
    assert (tmp_path / "out/2020/待核稿.docx").is_file()

    again = _spawn(tmp_path, environment)
    _answer(again, [("这一部分", "修改")])
    again.expect_exact("单独一个句号")
    again.sendline("全年未收到政府信息公开申请。")
    again.sendline("。")
    _answer(again, [("这一部分", "接受")])
    again.expect(pexpect.EOF)
    again.close()

    assert 0 == again.exitstatus, again.before
    assert (tmp_path / "out/2020/年报.docx").is_file()
    assert not (tmp_path / "out/2020/待核稿.docx").exists()
