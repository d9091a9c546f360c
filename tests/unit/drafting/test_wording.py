import pytest

from assistant.drafting.wording import (
    book_title,
    listed,
    numbered,
    quoted,
    row_name,
    sentence,
    tidy,
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("（一）予以公开", "予以公开"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("(3)公共服务", "公共服务"),
        ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
        ("行政许可", "行政许可"),
        ("三公经费", "三公经费"),
    ],
)
def test_prose_names_a_row_without_number_and_remark(label: str, name: str) -> None:
    assert name == row_name(label)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  1. 建立台账。\n", "建立台账"),
        ("一是建立台账；", "建立台账"),
        ("2.5万元用于更新设备", "2.5万元用于更新设备"),
        ("一、二季度各培训一次", "一、二季度各培训一次"),
        ("一事一议制度已建立", "一事一议制度已建立"),
        ("甲\n乙\x07丙", "甲 乙丙"),
        ("。", ""),
    ],
)
def test_given_wording_keeps_its_words_and_loses_its_frame(given: str, kept: str) -> None:
    assert kept == tidy(given)


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert "建立台账。" == sentence("建立台账。") == sentence("建立台账")
    assert sentence(" ；") == ""


def test_two_items_are_numbered_and_one_is_not() -> None:
    assert "一是甲；二是乙" == numbered(["甲", "乙"])
    assert "甲" == numbered(["甲"])


def test_items_of_several_sentences_are_parted_by_full_stops() -> None:
    assert "一是甲。又甲。二是乙" == numbered(["甲。又甲", "乙"])
    assert "甲。又甲。乙" == listed(["甲。又甲", "乙"])


def test_quotation_marks_nest() -> None:
    assert "“所谓‘最后一米’未打通”" == quoted("所谓“最后一米”未打通")


def test_titles_nest() -> None:
    assert "《关于印发〈格式〉的通知》" == book_title("关于印发《格式》的通知")
