"""Sections are told by their titles, in whatever order, numbering and spelling they come."""

import pytest

from assistant.files import read_report_text
from assistant.forms import load_forms
from assistant.model import Report

FORMS = load_forms()
PROSE = "这一年各项工作平稳有序。"


def read(text: str) -> Report:
    return read_report_text(text, FORMS, year=2022)


def outline(text: str) -> list[tuple[int | None, str, int]]:
    return [(s.number, s.title, len(s.paragraphs)) for s in read(text).sections]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("一、总体情况", 1, "总体情况"),
        ("　　一、 总体情况　", 1, "总体情况"),
        ("一.总体情况", 1, "总体情况"),
        ("第一部分　总体情况", 1, "总体情况"),
        ("## 一、总体情况", 1, "总体情况"),
        ("**一、总体情况**", 1, "总体情况"),
        ("一、总体情况：", 1, "总体情况"),
        ("一、概述", 1, "概述"),
        ("总体情况", 1, "总体情况"),
        ("四、政府信息公开行政复议和行政诉讼情况", 4, "政府信息公开行政复议和行政诉讼情况"),
        ("五、存在问题及改进措施", 5, "存在问题及改进措施"),
        ("五、存在的主要问题和改进的情况", 5, "存在的主要问题和改进的情况"),
        ("六、其他需要报告的事项", 6, "其他需要报告的事项"),
        ("五、其他需要报告的事项", 6, "其他需要报告的事项"),
    ],
)
def test_a_heading_is_known_by_its_title(heading: str, number: int, title: str) -> None:
    assert [(number, title, 1)] == outline(f"{heading}\n{PROSE}")


def test_text_behind_a_heading_in_the_same_line_is_its_first_paragraph() -> None:
    report = read(f"六、其他需要报告的事项：无。\n{PROSE}")

    section = report.sections[0]
    assert (6, "六、其他需要报告的事项") == (section.number, section.heading.text)
    assert ["无。", PROSE] == [p.text for p in section.paragraphs]
    assert all(report.text[p.start : p.end] == p.text for p in section.paragraphs)


def test_numbered_lines_inside_a_section_are_paragraphs() -> None:
    text = f"一、总体情况\n一、加强领导\n{PROSE}\n二、完善制度\n{PROSE}\n二、主动公开政府信息情况\n"

    assert [(1, "总体情况", 4), (2, "主动公开政府信息情况", 0)] == outline(text)


def test_a_list_in_the_last_section_does_not_end_it() -> None:
    text = f"五、存在的主要问题及改进情况\n一、主要问题\n{PROSE}\n二、改进情况\n{PROSE}"

    assert [(5, "存在的主要问题及改进情况", 4)] == outline(text)


def test_an_unknown_section_in_the_sequence_is_kept_without_a_number() -> None:
    text = f"六、其他需要报告的事项\n{PROSE}\n七、收费及减免的有关说明\n{PROSE}"

    assert [(6, "其他需要报告的事项", 1), (None, "收费及减免的有关说明", 1)] == outline(text)


def test_a_table_of_contents_is_no_section() -> None:
    contents = "一、总体情况\n二、主动公开政府信息情况\n"
    text = f"{contents}一、总体情况\n{PROSE}\n二、主动公开政府信息情况\n{PROSE}"

    assert [(1, "总体情况", 1), (2, "主动公开政府信息情况", 1)] == outline(text)


def test_the_order_of_the_source_is_kept() -> None:
    text = f"五、存在的主要问题及改进情况\n{PROSE}\n一、总体情况\n{PROSE}"

    assert [5, 1] == [section.number for section in read(text).sections]


def test_the_introduction_stands_between_title_and_first_section() -> None:
    title = "青石镇2022年政府信息公开工作年度报告"
    clutter = "首页 > 政务公开 > 年报\n"
    text = (
        f"{clutter}{title}\n发布日期：2023-01-20\n\n　　本报告按要求编制。\n一、总体情况\n{PROSE}"
    )

    report = read(text)

    assert report.title is not None
    assert title == report.title.text
    assert ["本报告按要求编制。"] == [p.text for p in report.introduction]


def test_a_passage_without_headings_is_all_introduction() -> None:
    report = read(f"{PROSE}\n\n　{PROSE}")

    assert [PROSE, PROSE] == [p.text for p in report.introduction]
    assert [0, 15] == [p.start for p in report.introduction]


def test_blanks_around_a_paragraph_are_not_part_of_it() -> None:
    report = read(f"一、总体情况\n\u3000\u3000{PROSE}\xa0\u3000\n")

    paragraph = report.sections[0].paragraphs[0]
    assert (PROSE, 9) == (paragraph.text, paragraph.start)
