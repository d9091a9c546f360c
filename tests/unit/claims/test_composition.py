"""Names put together from rows, columns, groups and what the sentence has told before."""

import pytest

from tests.unit.claims.prose import alarms, bindings

A = "applications"
RATE = f"=rate({A}.%s/{A}.results_total.total)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "收到申请16件，自然人申请占87.5%，商业企业占12.5%。",
            {
                "16": f"{A}.received.total",
                "87.5%": f"=rate({A}.received.natural_person/{A}.received.total)",
                "12.5%": f"=rate({A}.received.company/{A}.received.total)",
            },
            id="a share of what is named, not of the number before",
        ),
        pytest.param(
            "答复申请15件，其中予以公开6件（40%）。",
            {
                "15": f"{A}.results_total.total",
                "6": f"{A}.granted.total",
                "40%": RATE % "granted.total",
            },
            id="a share in brackets behind its number",
        ),
        pytest.param(
            "答复申请15件：予以公开40%，部分公开20%。",
            {
                "15": f"{A}.results_total.total",
                "40%": RATE % "granted.total",
                "20%": RATE % "partly_granted.total",
            },
            id="a share without a word for it",
        ),
        pytest.param(
            "答复申请15件，予以公开6件、部分公开3件，合占60%。",
            {
                "15": f"{A}.results_total.total",
                "6": f"{A}.granted.total",
                "3": f"{A}.partly_granted.total",
                "60%": f"=rate(=sum({A}.granted.total,{A}.partly_granted.total)"
                f"/{A}.results_total.total)",
            },
            id="several parts have one share",
        ),
        pytest.param(
            "公开类答复（含部分公开）9件。",
            {"9": f"=sum({A}.granted.total,{A}.partly_granted.total)"},
            id="what is included is added",
        ),
        pytest.param(
            "因涉及商业秘密不予公开申请1件。",
            {"1": f"{A}.refused_third_party.total"},
            id="of a group and its reason the reason is meant",
        ),
        pytest.param(
            "行政复议4件，维持2件，纠正1件，其他0件。",
            {
                "4": "disputes.review.total",
                "2": "disputes.review.upheld",
                "1": "disputes.review.corrected",
                "0": "disputes.review.other",
            },
            id="the rest of a list of columns",
        ),
        pytest.param(
            "复议案件的结果维持、纠正、其他、未审结分别为2件、1件、0件、1件。",
            {
                "2": "disputes.review.upheld",
                "1": "disputes.review.pending",
                "0": "disputes.review.other",
            },
            id="the rest inside a list dealt out",
        ),
        pytest.param(
            "收到申请16件，答复15件，余下3件因征求第三方意见，结转下年办理。",
            {
                "16": f"{A}.received.total",
                "15": f"{A}.results_total.total",
                "3": f"{A}.carried_out.total",
            },
            id="what became of the rest is told in the next clause",
        ),
        pytest.param(
            "不予处理1件，无法提供4件（均系本机关不掌握）。",
            {
                "1": f"=({A}.not_handled.total",
                "4": f"={A}.unavailable.total",
                "均系本机关不掌握": f"=rate({A}.unavailable_not_held.total/={A}.unavailable.total)",
            },
            id="one row for all of a group",
        ),
        pytest.param(
            "复议案件4件，已审结3件。",
            {
                "4": "disputes.review.total",
                "3": "=sum(disputes.review.upheld,disputes.review.corrected,disputes.review.other)",
            },
            id="all outcomes but the open ones",
        ),
        pytest.param(
            "未收到科研机构提出的申请。",
            {"未收到科研机构提出的申请": f"{A}.received.research_institute"},
            id="none from one kind of applicants",
        ),
        pytest.param(
            "制发规范性文件5件，无未审结案件，废止3件。",
            {
                "5": "disclosure.normative_documents.issued",
                "3": "disclosure.normative_documents.repealed",
            },
            id="a column goes on from its row",
        ),
        pytest.param(
            "行政诉讼2件，无纠正案件。",
            {"2": "=disputes.litigation.total", "无纠正案件": "=disputes.litigation.corrected"},
            id="a column denied goes on from its row",
        ),
    ],
)
def test_a_number_is_bound_by_what_its_words_compose(text: str, expected: dict[str, str]) -> None:
    found = bindings(text)

    assert {quote: found[quote] for quote in expected} == {
        quote: (bind.replace("=(", "="),) for quote, bind in expected.items()
    }
    assert [] == alarms(text)


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("维持和纠正的复议案件各1件。", ("disputes.review.upheld", "disputes.review.corrected")),
        (
            "自然人和商业企业各提出申请2件。",
            (f"{A}.received.natural_person", f"{A}.received.company"),
        ),
    ],
)
def test_one_number_may_be_that_of_every_name_of_a_list(text: str, binds: tuple[str, ...]) -> None:
    number = next(quote for quote in bindings(text) if quote.isdigit())

    assert binds == bindings(text)[number]
    assert [number] == alarms(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("收到申请16件，自然人申请占88.5%。", ["88.5%"]),
        ("答复申请15件，其中予以公开6件（41%）。", ["41%"]),
        ("因涉及商业秘密不予公开申请2件。", ["2"]),
        ("行政复议4件，维持2件，纠正1件，其他1件。", ["1"]),
        ("公开类答复（含部分公开）10件。", ["10"]),
        ("不予公开1件，均属于国家秘密。", ["均属于国家秘密"]),
        ("收到申请16件，与上年持平。", ["与上年持平"]),
        ("收到申请16件。答复情况：公开7件、部分公开3件、不掌握4件。", ["7"]),
        ("行政复议4件（维持2件、未审结1件），行政诉讼3件。", ["3"]),
        ("未收到任何公民、法人或其他组织的申请。", ["未收到任何公民、法人或其他组织的申请"]),
    ],
)
def test_what_is_composed_is_held_against_the_table(text: str, wrong: list[str]) -> None:
    assert wrong == alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "市局转办信息公开申请64件，由我局协助答复。",
        "县住房局收到34件，县水利局收到69件。",
        "收到申请16件，其中征地补偿类9件、不动产登记类6件。",
        "收到申请16件，均已答复，未出现超期答复。",
        "全局其他行政诉讼案件13件。",
        "较2023年的20件有所下降，依申请公开工作平稳。",
        "作其他处理（含申请人主动撤回申请）0件。",
        "上年结转的2件申请均已办结。",
        "收到申请16件，基本与上年持平。",
        "12345平台派单1986件。",
        "收到申请16件。邀请律师对9件申请的答复文书进行了评查。",
        "收到申请16件。对多人申请的同类信息主动公开1条。",
        "收到申请16件。会同政府办审核信息公开申请答复33件。",
        "制发规范性文件5件，对以往文件进行清理，失效12件。",
        "作为行政复议机构，办理复议案件412件，其中涉及信息公开29件，纠错13件。",
        "制发公文61件，其中主动公开38件，依申请公开9件，不予公开14件。",
        "县本级受理12件，乡镇受理4件。",
        "答复申请15件，公开（含部分公开）9件，公开率60%。",
    ],
)
def test_what_only_sounds_like_a_figure_of_the_table_is_no_error(text: str) -> None:
    assert [] == alarms(text)


@pytest.mark.parametrize("text", ["收到申请16件，全部为网上申请。", "制发公文61件，均配套解读。"])
def test_how_all_of_them_came_or_were_treated_is_a_statement_of_no_table(text: str) -> None:
    said = text[text.index("，") + 1 : -1]

    assert bindings(text)[said] == ()
    assert [] == alarms(text)
