"""Title, organisation, year, signature and date, told from what stands around them."""

import datetime

import pytest

from assistant.files import read_report_text
from assistant.files.reading_words import reading_words
from assistant.files.report_names import is_title, organisation_of, read_date, year_in
from assistant.forms import load_forms
from assistant.model import Level, Report

FORMS = load_forms()
WORDS = reading_words()
SECTIONS = "一、总体情况\n这一年各项工作平稳有序。\n六、其他需要报告的事项\n没有别的事项。"


def read(text: str) -> Report:
    return read_report_text(text, FORMS)


@pytest.mark.parametrize(
    ("title", "organisation", "year"),
    [
        ("青石镇人民政府2021年政府信息公开工作年度报告", "青石镇人民政府", 2021),
        ("2021年青石镇人民政府政府信息公开工作年度报告", "青石镇人民政府", 2021),
        ("青石镇2021年度政府信息公开年报", "青石镇", 2021),
        ("青石县水利局关于2021年度政府信息公开工作年度报告", "青石县水利局", 2021),
        ("青石县人民政府办公室政府信息公开2021年年度报告", "青石县人民政府办公室", 2021),
        ("青石镇 ２０２１ 年政府信息公开工作年度报告", "青石镇", 2021),
        ("青石镇二〇二一年政府信息公开工作年度报告", "青石镇", 2021),
        ("青石镇人民政府\n2021年政府信息公开工作年度报告", "青石镇人民政府", 2021),
        ("2021年政府信息公开工作年度报告", "", 2021),
        ("政府信息公开工作年度报告", "", None),
    ],
)
def test_a_title_names_organ_and_year(title: str, organisation: str, year: int | None) -> None:
    folded = title.translate({0xFF10 + digit: str(digit) for digit in range(10)})

    assert organisation == organisation_of(folded, WORDS)
    assert year == year_in(title)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("青石镇2021年政府信息公开工作年度报告", True),
        ("首页 > 政务公开 > 政府信息公开年报", False),
        ("现将政府信息公开工作年度报告公布如下。", False),
        ("一、总体情况", False),
        ("年报", False),
    ],
)
def test_a_title_is_told_from_paths_and_sentences(line: str, expected: bool) -> None:
    assert expected is is_title(line, WORDS)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("青石镇人民政府", Level.TOWNSHIP),
        ("青石县柳河街道办事处", Level.TOWNSHIP),
        ("青石乡", Level.TOWNSHIP),
        ("青石县人民政府", Level.REGION),
        ("青石市", Level.REGION),
        ("青石县人民政府办公室", Level.DEPARTMENT),
        ("青石市水利局", Level.DEPARTMENT),
        ("青石市发展和改革委员会", Level.DEPARTMENT),
        ("青石经济开发区管理委员会", None),
        ("青石", None),
        ("", None),
    ],
)
def test_a_name_tells_the_level(name: str, level: Level | None) -> None:
    assert level is WORDS.level_of(name)


@pytest.mark.parametrize(
    "line",
    [
        "2020年1月14日",
        "　　２０２０年１月１４日　",
        "2020 年 1 月 14 日",
        "2020-01-14",
        "2020.1.14",
        "二〇二〇年一月十四日",
        "青石镇人民政府　2020年1月14日",
    ],
)
def test_a_date_is_read_at_the_end_of_a_line(line: str) -> None:
    found = read_date(line)

    assert found is not None
    assert datetime.date(2020, 1, 14) == found[0]


@pytest.mark.parametrize("line", ["2020年13月1日", "2020年1月", "共2020件", "1月14日", ""])
def test_what_is_no_day_is_no_date(line: str) -> None:
    assert read_date(line) is None


@pytest.mark.parametrize(
    "ending",
    [
        "青石镇人民政府\n2022年1月14日",
        "青石镇人民政府（盖章）\n\n2022年1月14日\n",
        "　　　　青石镇人民政府　　2022年1月14日",
        "青石镇人民政府\n2022年1月14日\n【打印】【关闭】\n主办：青石县人民政府\n发布日期：2022-01-20",
        "青石镇人民政府\n2022年1月14日\n\n\t\n",
    ],
)
def test_signature_and_date_are_no_paragraphs(ending: str) -> None:
    report = read(f"{SECTIONS}\n{ending}")

    assert ["没有别的事项。"] == [p.text for p in report.sections[-1].paragraphs]
    assert report.signature is not None
    assert report.signature.text.startswith("青石镇人民政府")
    assert report.organisation.startswith("青石镇人民政府")
    assert report.date_line is not None
    assert "2022年1月14日" == report.date_line.text
    assert (datetime.date(2022, 1, 14), 2021) == (report.date, report.year)


def test_a_signature_may_stand_without_a_date() -> None:
    report = read(f"{SECTIONS}\n青石县水利局")

    assert "青石县水利局" == report.organisation
    assert report.date is None


def test_prose_beginning_like_a_page_label_stays() -> None:
    report = read(f"{SECTIONS}\n承办建议12件，均已答复\n主办的听证会有3场。")

    assert 3 == len(report.sections[-1].paragraphs)


def test_a_sentence_ending_in_a_date_is_prose() -> None:
    report = read(f"{SECTIONS}\n统计截止日期为2021年12月31日")

    assert 2 == len(report.sections[-1].paragraphs)
    assert report.date is None


def test_the_title_comes_before_what_the_caller_knows_and_that_before_guesses() -> None:
    titled = f"青石镇2021年政府信息公开工作年度报告\n{SECTIONS}"

    assert 2021 == read_report_text(titled, FORMS, year=2023).year
    assert 2023 == read_report_text(f"2021年很忙。\n{SECTIONS}", FORMS, year=2023).year
    assert 2021 == read(f"统计期限自2021年1月1日起，引用2019年、2019年。\n{SECTIONS}").year
    assert 2022 == read("2022年各项工作平稳，2022年共公开3条，比2021年多。").year
    assert read("各项工作平稳。").year is None


def test_a_year_without_a_form_has_none() -> None:
    report = read(f"青石镇2017年政府信息公开工作年度报告\n{SECTIONS}")

    assert (2017, None) == (report.year, report.form)
