from decimal import Decimal

import pytest

from assistant.drafting import Placeholder, ProblemKind, render
from assistant.drafting.placeholders import plain

RECEIVED = Placeholder(
    name="本年新收", value=Decimal(12), unit="件", binds="applications.received.total"
)
NOTE = Placeholder(name="工作情况", words="培训2次，见{{附件}}。")
KNOWN = {found.name: found for found in (RECEIVED, NOTE)}


def test_a_figure_is_written_with_its_unit_and_its_place_is_known() -> None:
    rendered = render("全年收到申请{{本年新收}}。", KNOWN)

    assert "全年收到申请12件。" == rendered.text
    assert [(6, 9, RECEIVED)] == [(use.start, use.end, use.placeholder) for use in rendered.uses]
    assert "12" == rendered.text[rendered.uses[0].start : rendered.uses[0].numeral_end]
    assert () == rendered.problems


def test_blanks_around_a_name_do_not_matter() -> None:
    assert "12件" == render("{{ 本年新收 }}", KNOWN).text


def test_given_words_are_put_in_unread() -> None:
    rendered = render("{{工作情况}}", KNOWN)

    assert "培训2次，见{{附件}}。" == rendered.text
    assert () == rendered.problems


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("收到{{新收}}。", ProblemKind.UNKNOWN, "{{新收}}"),
        ("收到{{本年新收。", ProblemKind.UNCLOSED, "{{本年新收。"),
        ("收到{{本年{{本年新收}}。", ProblemKind.UNCLOSED, "{{本年{{本年新收}}"),
        ("收到本年新收}}。", ProblemKind.UNCLOSED, "}}。"),
        ("收到12件。", ProblemKind.LITERAL_NUMBER, "12"),
        ("收到１２件。", ProblemKind.LITERAL_NUMBER, "１２"),
    ],
)
def test_a_defect_is_named_with_its_place(text: str, kind: ProblemKind, quote: str) -> None:
    problem = render(text, KNOWN).problems[0]

    assert kind is problem.kind
    assert quote == problem.quote == text[problem.start : problem.end]
    assert problem.message.endswith("。")


def test_what_could_not_be_filled_stays_to_be_seen() -> None:
    assert "收到{{新收}}，办结12件。" == render("收到{{新收}}，办结{{本年新收}}。", KNOWN).text


def test_every_run_of_digits_is_its_own_problem() -> None:
    assert ["3", "2020"] == [found.quote for found in render("3件，2020年", KNOWN).problems]


@pytest.mark.parametrize(
    ("value", "written"),
    [("0", "0"), ("100", "100"), ("1E+3", "1000"), ("12.50", "12.5"), ("54.6101", "54.6101")],
)
def test_a_number_is_written_plainly(value: str, written: str) -> None:
    assert written == plain(Decimal(value))


def test_a_hundred_kilobytes_of_braces_are_read_in_one_go() -> None:
    rendered = render("{{" * 50_000, KNOWN)

    assert rendered.text == "{{" * 50_000
    assert rendered.problems
