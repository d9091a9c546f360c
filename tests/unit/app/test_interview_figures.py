"""Quick questions: few for a quiet year, and never more than the identities leave open."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from assistant.app.interview_figures import ask_figures
from assistant.app.questions import AnswerError, Question
from assistant.forms import Form, identity_lines, load_forms
from assistant.model import Amount, CellId

FORM = load_forms().by_id("2019")
QUIET = {"applications.carried_in.total": Amount.of(0)}


def _play(
    form: Form, given: Mapping[CellId, Amount], answers: Mapping[str, str]
) -> tuple[Mapping[CellId, Amount], list[str]]:
    """Answers by question key; 是 for all-zero blocks and the default otherwise."""
    asking, asked = ask_figures(form, given, {}), list[str]()
    try:
        question = next(asking)
        while True:
            asked.append(question.key)
            question = asking.send(question.accepted(_reply(question, answers)))
    except StopIteration as end:
        return end.value, asked


def _reply(question: Question, answers: Mapping[str, str]) -> str:
    if question.key in answers:
        return answers[question.key]
    if question.key.startswith("zero."):
        return "是"
    return "0" if question.default is None else ""


def _broken(form: Form, cells: Mapping[CellId, Amount]) -> list[str]:
    def total(line_cells: tuple[CellId, ...]) -> Decimal:
        numbers = [cells[cell].number for cell in line_cells]
        return sum((n for n in numbers if n is not None), Decimal(0))

    return [
        f"{line.identity.id}:{line.key}"
        for identity in form.identities
        if identity.relation == "equal" and not identity.spans_years
        for line in identity_lines(form, identity)
        if sum(total(t.cells) for t in line.left) != sum(total(t.cells) for t in line.right)
    ]


def test_a_quiet_year_takes_eight_answers() -> None:
    cells, asked = _play(FORM, QUIET, {})

    assert 8 == len(asked)
    assert set(FORM.cells) == set(cells)
    assert all(amount.is_zero for amount in cells.values())


def test_a_year_with_applications_is_complete_and_balanced() -> None:
    answers = {
        "applications.received.total": "10",
        "applications.carried_out.total": "１",
        "applications.granted.total": "4",
        "applications.refused.total": "3",
        "applications.refused_by_law.total": "2",
        "applications.refused_third_party.total": "1",
        "applications.unavailable.total": "2",
        "applications.unavailable_not_held.total": "2",
        "applications.received.natural_person": "7",
        "disputes.review.total": "1",
    }

    cells, asked = _play(FORM, QUIET, answers)

    assert [] == _broken(FORM, cells)
    assert Decimal(10) == cells["applications.received.total"].number
    assert Decimal(9) == cells["applications.results_total.total"].number
    assert all(amount.number is not None for amount in cells.values())
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("answer", ["", "三五", "-1", "1.5", "十二个半", "/"])
def test_an_answer_that_is_no_count_is_asked_again(answer: str) -> None:
    asking = ask_figures(FORM, QUIET, {})
    question = next(asking)
    while question.key != "applications.received.total":
        question = asking.send("是")

    with pytest.raises(AnswerError):
        question.accepted(answer)


def test_a_part_larger_than_what_is_left_is_refused() -> None:
    asking = ask_figures(FORM, QUIET, {})
    question = next(asking)
    while question.key != "applications.received.total":
        question = asking.send("是")
    carried_out = asking.send("2")

    assert "applications.carried_out.total" == carried_out.key
    with pytest.raises(AnswerError, match="0 到 2"):
        carried_out.accepted("3")


def test_last_years_items_are_offered_as_this_years_start() -> None:
    expected = {"disclosure.licensing.items_before": Decimal(12)}

    asking = ask_figures(FORM, QUIET, expected)
    keys = dict[str, str | None]()
    question = next(asking)
    try:
        while True:
            keys[question.key] = question.default
            question = asking.send("否" if question.key.startswith("zero.") else "0")
    except StopIteration:
        pass

    assert "12" == keys["disclosure.licensing.items_before"]
