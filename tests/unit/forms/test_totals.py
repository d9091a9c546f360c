from assistant.forms import load_forms
from assistant.forms.totals import totals

FORM = load_forms().by_id("2019")


def test_a_total_column_is_the_sum_of_its_row() -> None:
    expected = ["upheld", "corrected", "other", "pending"]

    assert [f"disputes.review.{c}" for c in expected] == list(totals(FORM)["disputes.review.total"])


def test_a_total_row_is_the_sum_of_its_column() -> None:
    parts = totals(FORM)["applications.results_total.company"]

    assert 19 == len(parts)
    assert {"company"} == {part.rpartition(".")[2] for part in parts}


def test_what_is_not_a_sum_of_one_year_is_no_total() -> None:
    found = totals(FORM)

    assert "applications.carried_in.total" in found
    assert "applications.carried_in.company" not in found
    assert not [cell for cell in found if cell.startswith("disclosure.")]
