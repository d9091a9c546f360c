from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.drafting import make_outline
from assistant.errors import AssistantError
from assistant.model import Fact, Notes
from tests.unit.drafting.samples import (
    COUNTY,
    TOWNSHIP,
    applications,
    bindings,
    drafted,
    form_of,
    section_text,
    statistics,
)


def test_a_quiet_year_is_said_in_words_without_a_digit() -> None:
    draft = drafted(statistics(2021))
    text = section_text(draft, 1).replace("2021年", "")

    assert () == draft.provenance
    assert not [sign for sign in text if sign.isdigit()]
    assert "收到政府信息公开申请" in text.replace("公民、法人或者其他组织提出的", "")
    assert "行政复议、行政诉讼" in text


def test_all_zero_disclosure_is_one_sentence_without_what_a_township_cannot_make() -> None:
    text = section_text(drafted(statistics(2021)), 1).split("\n")[2]

    assert text.count("。") == 1
    assert "未制发行政规范性文件" in text
    assert "未作出行政许可、行政处罚、行政强制处理决定" in text
    assert "规章" not in text


def test_a_region_also_says_that_it_made_no_regulations() -> None:
    assert "未制发规章、行政规范性文件" in section_text(
        drafted(statistics(2021), organisation=COUNTY), 1
    )


def test_a_blank_cell_is_never_said_as_zero() -> None:
    cells = dict.fromkeys(form_of(2021).cells, "")
    draft = drafted(statistics(2021, cells))
    text = section_text(draft, 1)

    assert () == draft.provenance
    assert "未收到" not in text
    assert "没有" not in text
    assert "未制发" not in text
    assert "行政复议" not in text


def test_what_is_left_of_a_blank_table_is_still_five_aspects() -> None:
    cells = dict.fromkeys(form_of(2021).cells, "")
    draft = drafted(statistics(2021, cells))

    for aspect in form_of(2021).section("overview").aspects:
        assert aspect.title in section_text(draft, 1)
        assert any(aspect.title in gap for gap in draft.left_out)


def test_figures_of_disclosure_are_grouped_by_what_they_count() -> None:
    cells = {
        "disclosure.normative_documents.issued": 3,
        "disclosure.normative_documents.in_force": 20,
        "disclosure.licensing.decisions": 120,
        "disclosure.penalties.decisions": 45,
        "disclosure.fees.amount": "12.50",
    }
    draft = drafted(statistics(2021, cells))
    text = section_text(draft, 1)

    assert "制发行政规范性文件3件" in text
    assert "年末现行有效行政规范性文件20件" in text
    assert "作出行政许可处理决定120件、行政处罚处理决定45件" in text
    assert "收取行政事业性收费12.5万元" in text
    assert "行政强制" not in text
    assert set(cells) == set(bindings(draft))


def test_received_handled_and_carried_over_are_each_bound_to_their_cell() -> None:
    cells = applications(
        received=12, carried_in=2, granted=9, refused_state_secret=2, refused_by_law=1
    ) | applications(results_total=12, carried_out=2)
    draft = drafted(statistics(2021, cells))

    assert {
        "applications.received.total": "12",
        "applications.carried_in.total": "2",
        "applications.results_total.total": "12",
        "applications.granted.total": "9",
        "=applications.refused.total": "3",
        "applications.carried_out.total": "2",
    } == bindings(draft)
    assert "予以公开9件、不予公开3件" in section_text(draft, 1)


def test_applicants_are_told_apart_only_where_there_are_both_sorts() -> None:
    persons = applications(received=3, granted=3, results_total=3)
    firms = applications("company", received=2, granted=2, results_total=2)
    both = persons | firms | {f"applications.{row}.total": 5 for row in ("received", "granted")}

    assert "=applications.received.organisations" not in bindings(
        drafted(statistics(2021, persons))
    )
    assert "2" == bindings(drafted(statistics(2021, both)))["=applications.received.organisations"]


def test_nothing_received_but_something_carried_in() -> None:
    cells = applications(carried_in=1, granted=1, results_total=1)
    draft = drafted(statistics(2021, cells))

    assert "1" == bindings(draft)["applications.carried_in.total"]
    assert "applications.received.total" not in bindings(draft)
    assert "结转下年度" in section_text(draft, 1)


@pytest.mark.parametrize(
    ("now", "then", "binding", "written", "word"),
    [
        (5, 3, "=difference(applications.received.total)", "2", "增加"),
        (3, 5, "=difference(applications.received.total)", "2", "减少"),
        (50, 40, "=growth(applications.received.total)", "25", "增长"),
        (40, 48, "=growth(applications.received.total)", "16.7", "下降"),
        (3, 0, "=difference(applications.received.total)", "3", "增加"),
        (100_001, 100_000, "=difference(applications.received.total)", "1", "增加"),
    ],
)
def test_the_change_against_last_year_has_its_direction_and_exact_size(
    now: int, then: int, binding: str, written: str, word: str
) -> None:
    cells = applications(received=now, granted=now, results_total=now)
    draft = drafted(statistics(2023, cells, previous={"applications.received.total": then}))

    assert written == bindings(draft)[binding]
    assert f"{word}{written}" in section_text(draft, 1)


def test_as_many_as_last_year_is_said_without_a_number() -> None:
    cells = applications(received=4, granted=4, results_total=4)
    draft = drafted(statistics(2023, cells, previous={"applications.received.total": 4}))

    assert "持平" in section_text(draft, 1)


def test_applications_are_compared_across_the_change_of_form_but_not_without_last_year() -> None:
    cells = applications(received=4, granted=4, results_total=4)
    changed = drafted(statistics(2021, cells, previous={"applications.received.total": 1}))
    unknown = drafted(statistics(2021, cells))

    assert "3" == bindings(changed)["=difference(applications.received.total)"]
    assert "上年相比" not in section_text(unknown, 1)
    assert "比上年" not in section_text(unknown, 1)


def test_disputes_are_told_by_outcome_and_what_did_not_happen_is_said() -> None:
    cells = {
        "disputes.review.upheld": 2,
        "disputes.review.pending": 1,
        "disputes.review.total": 3,
    }
    draft = drafted(statistics(2021, cells))
    text = section_text(draft, 1)

    assert "行政复议3件，其中结果维持2件、尚未审结1件" in text
    assert "行政诉讼" in text
    assert set(cells) == set(bindings(draft))


def test_litigation_is_the_sum_of_both_ways_to_court() -> None:
    cells = {
        "disputes.litigation_direct.upheld": 1,
        "disputes.litigation_direct.total": 1,
        "disputes.litigation_after_review.upheld": 2,
        "disputes.litigation_after_review.total": 2,
    }
    draft = drafted(statistics(2021, cells))

    assert "行政诉讼3件，结果维持3件" in section_text(draft, 1)
    assert {"=disputes.litigation.total": "3", "=disputes.litigation.upheld": "3"} == bindings(
        draft
    )


def test_facts_stand_under_their_aspect_bound_to_their_id() -> None:
    facts = (
        Fact(id="website", label="政府网站公开信息", value=Decimal(126), unit="条"),
        Fact(id="training", label="举办培训", value=Decimal(2), unit="次", aspect="supervision"),
        Fact(id="hearings", label="召开听证会", value=Decimal(0), unit="次"),
    )
    draft = drafted(replace(statistics(2021), facts=facts))
    text = section_text(draft, 1)

    assert {"website": "126", "training": "2"} == bindings(draft)
    assert text.index("举办培训2次") > text.index("监督保障") > text.index("126条")
    assert any("召开听证会" in gap for gap in draft.left_out)


def test_a_label_with_digits_or_braces_does_no_harm() -> None:
    facts = (Fact(id="hotline", label="12345热线{{答复}}", value=Decimal(8), unit="件"),)
    draft = drafted(replace(statistics(2021), facts=facts))

    assert "12345热线{{答复}}8件" in section_text(draft, 1)
    assert () == draft.problems
    assert {"hotline": "8"} == bindings(draft)


def test_notes_are_used_in_the_officers_own_words() -> None:
    notes = Notes(aspects={"platforms": ("更新了查询设备2台", "栏目{{改版}}；")})
    draft = drafted(statistics(2021), notes)

    assert "更新了查询设备2台。栏目{{改版}}。" in section_text(draft, 1)
    assert () == draft.problems


def test_headings_are_numbered_in_the_order_of_the_form() -> None:
    lines = section_text(drafted(statistics(2020)), 1).split("\n")

    assert [
        "（一）主动公开",
        "（二）依申请公开",
        "（三）政府信息管理",
        "（四）政府信息公开平台建设",
        "（五）监督保障",
    ] == [line for line in lines if line.startswith("（")]


def test_statistics_without_a_year_cannot_be_drafted() -> None:
    figures = replace(statistics(2021), year=None)

    with pytest.raises(AssistantError) as caught:
        make_outline(form_of(2021), figures, Notes(), TOWNSHIP)

    assert "E166" == caught.value.code


def test_a_task_offers_only_the_placeholders_its_points_need() -> None:
    cells = applications(received=4, granted=4, results_total=4)
    outline = make_outline(form_of(2021), statistics(2021, cells), Notes(), TOWNSHIP)
    offered = {task.id: set(task.placeholders) for task in outline.tasks}

    assert "本年新收" in offered["overview"]
    assert "本年新收" not in offered["problems"]


def test_facts_of_several_aspects_do_not_all_begin_alike() -> None:
    aspects = [aspect.id for aspect in form_of(2021).section("overview").aspects]
    facts = tuple(
        Fact(id=aspect, label="开展工作", value=Decimal(2), unit="次", aspect=aspect)
        for aspect in aspects
    )
    text = section_text(drafted(replace(statistics(2021), facts=facts)), 1)
    openings = [line.partition("开展工作")[0] for line in text.split("\n") if "开展工作" in line]

    assert len(aspects) == len(openings)
    assert len(set(openings)) > 2
