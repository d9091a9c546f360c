from decimal import Decimal

from assistant.drafting import fee_facts
from assistant.forms import load_forms
from assistant.model import (
    FollowUp,
    FollowUpState,
    InformationFee,
    Notes,
    ProblemMeasure,
    Report,
    ReportParts,
    SectionText,
    compose,
)
from tests.unit.drafting.samples import (
    TOWNSHIP,
    applications,
    bindings,
    drafted,
    section_text,
    statistics,
)

PAIRS = (
    ProblemMeasure(problem="一是栏目更新偏慢；", measure="明确专人负责。"),
    ProblemMeasure(problem="图解偏少", measure="每季度制作图解"),
)


def _last_year(*paragraphs: str) -> Report:
    section = SectionText(number=5, heading="五、问题", title="问题", paragraphs=paragraphs)
    return compose(
        ReportParts(organisation=TOWNSHIP, year=2020, form="2019", title="年报", sections=[section])
    )


def test_each_problem_is_answered_by_a_measure_of_the_same_number() -> None:
    text = section_text(drafted(statistics(), Notes(problems=PAIRS)), 5)

    assert "一是栏目更新偏慢；二是图解偏少。" in text
    assert "一是明确专人负责；二是每季度制作图解。" in text


def test_a_single_problem_has_no_number() -> None:
    text = section_text(drafted(statistics(), Notes(problems=PAIRS[:1])), 5)

    assert "栏目更新偏慢。" in text
    assert "一是" not in text


def test_a_problem_without_a_measure_is_told_apart_and_reported() -> None:
    pairs = (*PAIRS, ProblemMeasure(problem="人手不足", measure=""))
    draft = drafted(statistics(), Notes(problems=pairs))
    text = section_text(draft, 5)

    assert text.count("二是") == 2
    assert "三是" not in text
    assert "“人手不足”" in text
    assert any("人手不足" in gap for gap in draft.left_out)


def test_last_years_problems_are_followed_up_as_told() -> None:
    follow_ups = (
        FollowUp(problem="信息少", state=FollowUpState.MENDED, how="增加了栏目"),
        FollowUp(problem="解读少", state=FollowUpState.PARTLY),
        FollowUp(problem="培训少", state=FollowUpState.NOT_MENDED),
    )
    text = section_text(drafted(statistics(), Notes(follow_ups=follow_ups)), 5)

    assert "“信息少”" in text
    assert "“信息少”的问题，增加了栏目，" in text
    assert text.index("信息少") < text.index("解读少") < text.index("培训少")
    assert "一是" not in text


def test_without_notes_last_years_problems_are_only_named_as_still_to_improve() -> None:
    previous = _last_year("存在的问题：一是信息“少”；二是解读少；三是仅有2条。改进措施：一是加强。")
    draft = drafted(statistics(), previous=previous)
    text = section_text(draft, 5)

    assert "“信息‘少’”“解读少”" in text
    assert "整改" not in text
    assert "2条" not in text
    assert "2" not in text.replace("2020年", "")
    assert any("上年问题" in gap for gap in draft.left_out)


def test_with_nothing_known_nothing_is_asserted() -> None:
    draft = drafted(statistics())
    section = draft.report.section(5)

    assert section is not None
    assert len(section.paragraphs) == 1
    assert "继续" in section.paragraphs[0].text or "今后" in section.paragraphs[0].text
    assert "已" not in section.paragraphs[0].text


def test_no_application_means_no_fee() -> None:
    assert "信息处理费" in section_text(drafted(statistics(2021)), 6)


def test_nothing_is_said_of_the_fee_when_nobody_told_and_there_were_applications() -> None:
    cells = applications(received=1, granted=1, results_total=1)
    draft = drafted(statistics(2021, cells))

    assert "信息处理费" not in section_text(draft, 6)
    assert any("信息处理费" in gap for gap in draft.left_out)


def test_the_form_of_2019_says_nothing_of_the_fee_unless_told() -> None:
    fee = InformationFee(items=Decimal(0), amount=Decimal(0))

    assert "信息处理费" not in section_text(drafted(statistics(2020)), 6)
    assert "信息处理费" in section_text(drafted(statistics(2020), Notes(information_fee=fee)), 6)


def test_a_fee_charged_is_bound_to_what_the_officer_declared() -> None:
    fee = InformationFee(items=Decimal(2), amount=Decimal("1080.50"))
    notes = Notes(information_fee=fee)
    draft = drafted(statistics(2021), notes)

    assert {"information_fee.items": "2", "information_fee.amount": "1080.5"} == bindings(draft)
    assert set(bindings(draft)) == {
        fact.id for fact in fee_facts(notes, load_forms().for_year(2021), statistics(2021))
    }


def test_other_matters_are_said_or_that_there_are_none() -> None:
    told = drafted(statistics(2021), Notes(other_matters=("机构名称于年内变更",)))

    assert "机构名称于年内变更。" in section_text(told, 6)
    assert "其他需要报告的事项。" in section_text(drafted(statistics(2021)), 6)
