"""Completion infers what the identities determine, and nothing else."""

from decimal import Decimal

from assistant.forms import complete, load_forms
from assistant.model import Amount

FORM = load_forms().by_id("2019")


def _numbers(**cells: int) -> dict[str, Amount]:
    return {name.replace("__", "."): Amount.of(value) for name, value in cells.items()}


def test_no_application_at_all_empties_the_whole_table() -> None:
    done = complete(
        FORM, _numbers(applications__received__total=0, applications__carried_in__total=0)
    )

    table = FORM.table("applications").cells
    assert all(done.cells[cell].is_zero for cell in table)
    assert len(table) - 2 == len(done.inferred)


def test_a_total_follows_from_all_its_parts() -> None:
    given = _numbers(
        disputes__review__upheld=1,
        disputes__review__corrected=0,
        disputes__review__other=2,
        disputes__review__pending=0,
    )

    assert Decimal(3) == complete(FORM, given).cells["disputes.review.total"].number


def test_parts_of_a_positive_total_are_not_guessed() -> None:
    done = complete(FORM, _numbers(applications__received__total=2))

    assert () == done.inferred


def test_a_blank_cell_is_filled_only_when_it_can_be_proved() -> None:
    cells = _numbers(disputes__review__total=0) | {
        "disputes.review.upheld": Amount.blank(),
        "disputes.litigation_direct.upheld": Amount.blank(),
    }

    done = complete(FORM, cells)

    assert done.cells["disputes.review.upheld"].is_zero
    assert done.cells["disputes.litigation_direct.upheld"].number is None


def test_a_given_figure_is_never_changed_even_when_it_contradicts() -> None:
    given = _numbers(disputes__review__total=1, disputes__review__upheld=5)

    done = complete(FORM, given)

    assert Decimal(5) == done.cells["disputes.review.upheld"].number
    assert Decimal(1) == done.cells["disputes.review.total"].number
    assert () == done.inferred


def test_a_mark_of_not_applicable_stops_inference() -> None:
    given = _numbers(disputes__review__total=0) | {
        "disputes.review.upheld": Amount.not_applicable("/")
    }

    assert () == complete(FORM, given).inferred


def test_a_remainder_that_would_be_negative_is_not_inferred() -> None:
    given = _numbers(
        disputes__review__total=1,
        disputes__review__upheld=2,
        disputes__review__corrected=0,
        disputes__review__other=0,
    )

    assert () == complete(FORM, given).inferred
