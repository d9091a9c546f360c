import datetime

from assistant.drafting import (
    ProblemKind,
    SectionDraft,
    SectionTask,
    TemplateWriter,
    assemble,
    draft_report,
    make_outline,
    write_section,
)
from assistant.model import Notes
from tests.unit.drafting.samples import BUREAU, TOWNSHIP, applications, drafted, form_of, statistics

BUSY = applications(received=12, carried_in=2, granted=12, results_total=12, carried_out=2)


class CarelessWriter:
    """Types a number itself and names a placeholder nobody offered."""

    def write(self, task: SectionTask) -> SectionDraft:
        return SectionDraft(paragraphs=(f"第{task.number}部分：收到3件，{{{{别的}}}}。",))


def test_a_report_has_title_introduction_six_sections_tables_and_signature() -> None:
    figures = statistics(2021)
    outline = make_outline(form_of(2021), figures, Notes(), TOWNSHIP)
    report = draft_report(outline, TemplateWriter(), datetime.date(2022, 1, 15)).report

    assert report.title is not None
    assert "云溪县石坪镇人民政府2021年政府信息公开工作年度报告" == report.title.text
    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]
    assert "一、总体情况" == report.sections[0].heading.text
    assert ("disclosure", "applications", "disputes") == report.tables
    assert figures.cells == report.cells
    assert report.text.endswith("云溪县石坪镇人民政府\n2022年1月15日")


def test_the_introduction_names_the_documents_and_the_period() -> None:
    text = drafted(statistics(2021)).report.introduction[0].text

    assert "《中华人民共和国政府信息公开条例》（以下简称《条例》）" in text
    assert (
        "印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）"
        in text
    )
    assert "2021年1月1日至2021年12月31日" in text


def test_every_figure_is_found_again_at_its_place_in_the_report() -> None:
    draft = drafted(statistics(2021, BUSY))

    assert draft.provenance
    for found in draft.provenance:
        assert found.span.stands_in(draft.report.text)
        assert found.span.quote == found.placeholder.numeral


def test_table_sections_hold_no_prose() -> None:
    draft = drafted(statistics(2021, BUSY))

    assert all(not draft.report.sections[number - 1].paragraphs for number in (2, 3, 4))


def test_a_careless_writer_is_reported_and_stops_nothing() -> None:
    outline = make_outline(form_of(2021), statistics(2021, BUSY), Notes(), BUREAU)
    draft = draft_report(outline, CarelessWriter())
    kinds = {problem.kind for problem in draft.sections[0].problems}

    assert {ProblemKind.LITERAL_NUMBER, ProblemKind.UNKNOWN} == kinds
    assert "{{别的}}" in draft.report.text


class SpellingWriter:
    """Spells numbers out, where a search for digits does not see them."""

    def write(self, task: SectionTask) -> SectionDraft:
        text = "，一是进一步抓好落实，收到申请三件，增长两成。"
        return SectionDraft(paragraphs=(task.placeholders["年度"].mark + text,))


def test_a_number_spelled_in_characters_is_found_and_an_idiom_is_not() -> None:
    outline = make_outline(form_of(2021), statistics(2021, BUSY), Notes(), BUREAU)
    section = write_section(outline, outline.tasks[0], SpellingWriter())

    assert ["三", "两成"] == [problem.quote for problem in section.problems]
    for problem in section.problems:
        paragraph = section.draft.paragraphs[0]
        assert problem.quote == paragraph[problem.start : problem.end]


def test_sections_of_different_writers_make_one_report() -> None:
    outline = make_outline(form_of(2021), statistics(2021, BUSY), Notes(), BUREAU)
    sections = [write_section(outline, task, TemplateWriter()) for task in outline.tasks]
    sections[0] = write_section(outline, outline.tasks[0], CarelessWriter())
    draft = assemble(outline, tuple(sections))

    assert draft.sections[0].problems
    assert not draft.sections[1].problems
    assert () == draft.introduction.problems


def test_the_same_materials_give_the_same_report() -> None:
    assert drafted(statistics(2021, BUSY)) == drafted(statistics(2021, BUSY))
