"""Who may have copied from whom, found in time linear in the number of reports."""

import time

from assistant.app.neighbours import likely_neighbours, sentence_marks
from assistant.files import read_report_text
from assistant.forms import load_forms

FORMS = load_forms()
COPIED = (
    "{}坚持把政务公开工作摆在重要位置来抓，主要负责人亲自过问具体环节。",
    "安排专人每周巡查公开栏目，发现内容陈旧、链接打不开的当天就改正。",
    "邀请沿街商户和村民代表走进便民大厅，当面听取他们对公开工作的意见。",
)
OWN = "今年把{}的办事指南编成口袋书，送到每个村民小组的议事长廊里供人翻看。"


def marks(name: str, *sentences: str) -> frozenset[int]:
    prose = "".join(sentence.format(name) for sentence in sentences)
    text = f"{name}人民政府2020年政府信息公开工作年度报告\n一、总体情况\n{prose}\n"
    return sentence_marks(read_report_text(text, FORMS))


def test_the_same_words_about_another_organ_have_the_same_mark() -> None:
    assert marks("松岚镇", COPIED[0]) == marks("石桥镇", COPIED[0])
    assert marks("松岚镇", OWN) != marks("松岚镇", COPIED[1])
    assert frozenset() == marks(
        "松岚镇", "全年收到来自各方面的申请共计3件并且都办理完毕了。", "短句。"
    )


def test_reports_that_share_sentences_are_neighbours_and_others_are_not() -> None:
    names = ["松岚镇", "石桥镇", "竹里镇", "松岚镇"]
    found = likely_neighbours(
        names,
        [
            marks("松岚镇", *COPIED, OWN),
            marks("石桥镇", *COPIED),
            marks("竹里镇", OWN, COPIED[2]),
            marks("松岚镇", *COPIED),
        ],
    )

    assert [(1, 2), (0, 3), (0,), (1,)] == found


def test_a_sentence_everybody_has_costs_no_more_than_the_number_of_reports() -> None:
    same = frozenset(range(50))
    names = [f"第{place}镇" for place in range(3000)]

    start = time.monotonic()
    found = likely_neighbours(names, [same] * len(names))

    assert 10 > time.monotonic() - start
    assert all(1 <= len(places) <= 3 for places in found)
