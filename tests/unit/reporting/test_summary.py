"""The summary as JSON lines and as a table; names that would steer a terminal are escaped."""

import json

from assistant.model import Counts, Failure, FileSummary
from assistant.reporting import (
    failure_as_json_line,
    failure_as_text,
    summary_as_jsonl,
    summary_as_text,
)
from assistant.reporting.batch_shape import FailedCheck, SummaryLine
from assistant.reporting.json_text import json_text

STRANGE = "a\nb\x1b[31m\x9b0m\u202e\u2028\ud800.txt"
GOOD = FileSummary(
    file="松岚镇.docx",
    organisation="松岚镇",
    year=2020,
    form="2019",
    counts=Counts(errors=0, warnings=2, notes=0, numbers=40, accounted=39),
)
BAD = FileSummary(file=STRANGE, failure=Failure(code="E106", message=STRANGE, hint="请另存。"))


def _steers(text: str) -> bool:
    return any(sign in text for sign in "\x1b\x9b\u202e\u2028\ud800")


def test_a_row_is_one_line_whatever_the_name() -> None:
    lines = summary_as_jsonl([GOOD, BAD])

    good, bad = (SummaryLine.model_validate(json.loads(line)) for line in lines.splitlines())
    assert not _steers(lines)
    assert (2, 39, None) == (good.warnings, good.accounted, good.code)
    assert (STRANGE, "E106", None) == (bad.file, bad.code, bad.errors)
    failed = FailedCheck.model_validate(json.loads(failure_as_json_line(BAD)))
    assert (STRANGE, "请另存。") == (failed.file, failed.error.hint)


def test_the_table_says_how_many_files_ended_how() -> None:
    text = summary_as_text([GOOD, BAD])

    assert not _steers(text)
    assert (
        "共 2 份：有错误的 0 份，只有提醒的 1 份，没有错误和提醒的 0 份，没能核对的 1 份。" in text
    )
    assert ["文件", "松岚镇.docx", "a"] == [line.split()[0] for line in text.splitlines()[:3]]


def test_columns_stand_under_one_another_in_a_terminal() -> None:
    head, row = summary_as_text([GOOD]).splitlines()[:2]

    assert "文件         单位    年度" in head
    assert "松岚镇.docx  松岚镇  2020" in row


def test_a_long_name_keeps_its_end() -> None:
    text = summary_as_text([FileSummary(file="很长的目录" * 20 + "/松岚镇.docx")])

    assert "…" in text
    assert "/松岚镇.docx" in text
    assert max(map(len, text.splitlines())) < 100


def test_a_failure_says_what_to_do() -> None:
    text = failure_as_text(BAD)

    assert not _steers(text)
    assert "错误 E106：" in text
    assert "请另存。" in text
    assert "" == failure_as_text(GOOD) == failure_as_json_line(GOOD)


def test_json_keeps_chinese_and_reads_back() -> None:
    value = {"名": [STRANGE, "公开", None, 1]}

    assert value == json.loads(json_text(value))
    assert "公开" in json_text(value, indent=1)
