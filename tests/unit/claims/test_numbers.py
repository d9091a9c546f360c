from decimal import Decimal

import pytest

from assistant.model import ClaimKind, ClaimState, Fact, Level
from tests.unit.claims.prose import alarms, bindings, claims

DUE = "=applications.due.total"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我镇新收政府信息公开申请16件。", {"16": "applications.received.total"}),
        ("2023年结转的申请2件。", {"2": "applications.carried_in.total"}),
        (
            "受理信息公开申请18件（含上年结转2件）。",
            {"18": DUE, "2": "applications.carried_in.total"},
        ),
        (
            "收到申请16件，办结15件。",
            {"16": "applications.received.total", "15": "applications.results_total.total"},
        ),
        (
            "收到申请16件，结转3件至下年。",
            {"16": "applications.received.total", "3": "applications.carried_out.total"},
        ),
        (
            "15件申请均已答复。",
            {
                "15": "applications.results_total.total",
                "申请均已答复": "=rate(applications.results_total.total/=applications.due.total)",
            },
        ),
        (
            "自然人申请14件，商业企业申请2件。",
            {"14": "applications.received.natural_person", "2": "applications.received.company"},
        ),
        (
            "予以公开及部分公开9件。",
            {"9": "=sum(applications.granted.total,applications.partly_granted.total)"},
        ),
        ("收到行政复议申请4件。", {"4": "disputes.review.total"}),
        ("行政诉讼2件。", {"2": "=disputes.litigation.total"}),
        ("复议后起诉1件。", {"1": "disputes.litigation_after_review.total"}),
        (
            "行政复议4件，其中维持2件。",
            {"4": "disputes.review.total", "2": "disputes.review.upheld"},
        ),
        ("现行有效规范性文件42件。", {"42": "disclosure.normative_documents.in_force"}),
        (
            "作出行政许可830件、行政处罚126件。",
            {"830": "disclosure.licensing.decisions", "126": "disclosure.penalties.decisions"},
        ),
        ("行政事业性收费123.45万元。", {"123.45万": "disclosure.fees.amount"}),
    ],
)
def test_a_number_is_bound_to_what_its_label_names(text: str, expected: dict[str, str]) -> None:
    assert {quote: (bind,) for quote, bind in expected.items()} == bindings(text)
    assert [] == alarms(text)


def test_numbers_dealt_out_by_each_take_the_names_in_order() -> None:
    found = bindings("予以公开、部分公开、不予公开分别为6件、3件和1件。")

    assert {
        "6": ("applications.granted.total",),
        "3": ("applications.partly_granted.total",),
        "1": ("=applications.refused.total",),
    } == found


def test_parts_told_before_make_their_total() -> None:
    assert (DUE,) == bindings("上年结转申请2件，新收16件，共18件。")["18"]


@pytest.mark.parametrize(
    "text",
    [
        "收到网民留言56条，办结50条，办结率88%。",
        "收到申请16件，其中网络申请12件、信函申请4件。",
        "受理低保申请45件，办结45件。",
        "受理行政许可申请300件，办结300件。",
        "热线受理工单3200件，办结3190件。",
        "2021年收到政府信息公开申请9件。",
        "网站公开信息300条，其中规范性文件8条。",
        "网上服务事项公布108项，其中行政许可91项。",
        "全年备案信息公开行政复议案件40件。",
        "办理行政复议案件120件，审结110件。",
        "做到“办结一件申请、解决一个问题”。",
        "在15个工作日内答复申请人。",
        "审查各类规范性文件90件。",
        "参与行政诉讼应诉19件。",
        "行政复议决定书公开12份。",
        "大厅接待咨询56人次，受理申请7件。",
        "收到申请16件，其中县水利局收到8件，县教育局收到6件。",
        "清理规范性文件，修改8件，宣布失效9件。",
    ],
)
def test_another_subject_with_the_same_words_is_no_error(text: str) -> None:
    assert [] == alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请17件。",
        "收到政府信息公开申请61件。",
        "办结申请150件。",
        "受理信息公开申请16件（含上年结转2件）。",
        "收到申请16件，不予公开2件。",
        "行政处罚决定127件。",
        "行政事业性收费124.45万元。",
        "收到政府信息公开申请6件，占比37.5%。",
    ],
)
def test_a_wrong_number_is_an_alarm(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize("number", ["16", "18"])
def test_accepted_requests_may_be_the_new_ones_or_all_that_were_due(number: str) -> None:
    assert [] == alarms(f"受理政府信息公开申请{number}件。")


def test_a_round_number_is_held_to_what_it_says() -> None:
    assert [] == alarms("行政许可决定800余件。")
    assert ["900"] == alarms("行政许可决定900余件。")


def test_a_regions_own_office_is_another_count() -> None:
    text = "县政府办公室收到政府信息公开申请3件。"

    assert [] == alarms(text, level=Level.REGION)
    assert ["3"] == alarms(text, level=Level.DEPARTMENT)


def test_a_declared_fact_is_told_from_the_tables() -> None:
    fact = Fact(id="web", label="政府网站公开信息", value=Decimal(1200), unit="条")

    (right,) = claims("通过政府网站公开信息1200条。", facts=(fact,))
    (wrong,) = claims("通过政府网站公开信息1300条。", facts=(fact,))

    assert (ClaimState.DECLARED, ("web",), True) == (right.state, right.binds, right.agrees)
    assert wrong.agrees is False


def test_a_change_is_of_the_number_told_before_last_years() -> None:
    found = bindings("收到依申请公开16件，较上年度20件减少4件。")

    assert ((), ("=difference(applications.received.total)",)) == (found["20"], found["4"])


def test_a_column_takes_its_row_from_the_sentence() -> None:
    found = bindings("开展规范性文件清理，废止3件，继续有效42件。")

    assert {
        "3": ("disclosure.normative_documents.repealed",),
        "42": ("disclosure.normative_documents.in_force",),
    } == found


def test_a_number_nobody_vouches_for_is_unbound() -> None:
    (found,) = claims("开展座谈7场。")

    assert (ClaimState.UNBOUND, (), None) == (found.state, found.binds, found.agrees)


@pytest.mark.parametrize(
    ("text", "kind", "agrees"),
    [
        ("收到政府信息公开申请16件，同比下降20%。", ClaimKind.GROWTH, True),
        ("收到政府信息公开申请16件，同比增长20%。", ClaimKind.GROWTH, False),
        ("收到政府信息公开申请16件，比上年减少4件。", ClaimKind.DIFFERENCE, True),
        ("收到政府信息公开申请16件，比上年增加4件。", ClaimKind.DIFFERENCE, False),
        ("办结申请15件，办结率83.3%。", ClaimKind.RATE, True),
        ("办结申请15件，办结率84.3%。", ClaimKind.RATE, False),
        ("予以公开6件，占40%。", ClaimKind.RATE, True),
        ("予以公开6件，占46%。", ClaimKind.RATE, False),
    ],
)
def test_rates_and_changes_are_computed(text: str, kind: ClaimKind, agrees: bool) -> None:
    last = claims(text)[-1]

    assert (kind, agrees) == (last.kind, last.agrees)


def test_all_answered_is_open_where_some_are_carried_over() -> None:
    rate = claims("收到政府信息公开申请16件，办结率100%。")[-1]

    assert rate.agrees is None
