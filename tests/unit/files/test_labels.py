"""Official labels in every spelling that occurs."""

import pytest

from assistant.files.labels import Kind, Labels
from assistant.forms import load_forms

LABELS = {form.id: Labels(form) for form in load_forms().forms}


def meanings(form: str, text: str) -> set[tuple[Kind, str]]:
    found = LABELS[form].find(text)
    return {(known.kind, known.item.id if known.item else "") for known in found}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("（一）予以公开", "granted"),
        ("(一)予以公开", "granted"),
        ("（ 一 ）予以 公开", "granted"),
        ("予以公开", "granted"),
        ("１．属于国家秘密", "refused_state_secret"),
        ("1、属于国家秘密", "refused_state_secret"),
        ("1属于国家秘密", "refused_state_secret"),
        ("3.危及三安全一稳定", "refused_safety_stability"),
        ('3.危及"三安全一稳定"', "refused_safety_stability"),
        ("3.危及「三安全一稳定」", "refused_safety_stability"),
        ("（二）部分公开（区分处理的,只计这一情形,不计其他情形）", "partly_granted"),
        ("（二）部分公开", "partly_granted"),
        ("一、本年新收政府信息\n公开申请数量", "received"),
        ("5.属于三类内部事物信息", "refused_internal_affairs"),
        ("四、结转下年度继续办理（件）", "carried_out"),
    ],
)
def test_a_row_is_known_in_every_spelling(text: str, row: str) -> None:
    assert {(Kind.ROW, row)} == meanings("2019", text)


def test_a_number_before_it_tells_a_row_from_a_column_of_the_same_name() -> None:
    assert {(Kind.ROW, "results_total")} == meanings("2019", "（七）总计")
    assert (Kind.COLUMN, "total") in meanings("2019", "总计")
    assert {(Kind.ROW, "other_misc")} == meanings("2021", "3.其他")
    assert set() == meanings("2019", "3.其他")


def test_alike_columns_of_the_two_forms_are_not_confused() -> None:
    assert {(Kind.COLUMN, "decisions")} == meanings("2021", "本年处理决定数量")
    assert set() == meanings("2019", "本年处理决定数量")
    assert set() == meanings("2021", "上一年项目数量")


@pytest.mark.parametrize("text", ["其他主动公开文件", "县政府办公室", "全年共办理", "", "2020年"])
def test_other_words_are_no_label(text: str) -> None:
    assert set() == meanings("2019", text)
