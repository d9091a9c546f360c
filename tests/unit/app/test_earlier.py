"""Last year's report is found by unit and year, and never guessed among several."""

from pathlib import Path

import pytest

from assistant.app.documents import Document
from assistant.app.earlier import (
    MORE_THAN_ONE,
    NOT_FOUND,
    Described,
    EarlierYears,
    earlier_years,
)
from assistant.app.work_pool import HereAndNow
from assistant.errors import AssistantError
from assistant.forms import load_forms

FORMS = load_forms()


def report(name: str, organisation: str, year: int | None, content: str = "") -> Described:
    return Described(
        document=Document(name=name), organisation=organisation, year=year, content=content
    )


def found(earlier: EarlierYears, organisation: str, year: int | None) -> str:
    match = earlier.before(organisation, year)
    return match.note if match.document is None else match.document.name


def test_the_unit_and_the_year_must_fit() -> None:
    earlier = EarlierYears(
        [
            report("a", "云岫县松岚镇人民政府", 2019),
            report("b", "云岫县石桥乡人民政府", 2019),
            report("c", "云岫县松岚镇人民政府", 2018),
        ]
    )

    assert "a" == found(earlier, "云岫县松岚镇人民政府", 2020)
    assert "c" == found(earlier, "松岚镇", 2019)
    assert NOT_FOUND == found(earlier, "云岫县松岚镇人民政府", 2021)
    assert NOT_FOUND == found(earlier, "云岫县竹里镇人民政府", 2020)
    assert NOT_FOUND == found(earlier, "岚镇", 2020)
    assert NOT_FOUND == found(earlier, "", 2020)
    assert NOT_FOUND == found(earlier, "松岚镇", None)


def test_the_full_name_wins_over_a_name_that_may_mean_it() -> None:
    earlier = EarlierYears(
        [report("a", "松岚镇", 2019, "1"), report("b", "云岫县松岚镇", 2019, "2")]
    )

    assert "b" == found(earlier, "云岫县松岚镇人民政府", 2020)


def test_two_different_reports_of_one_year_are_no_answer_and_two_equal_ones_are() -> None:
    different = [report("a", "松岚镇", 2019, "1"), report("b", "松岚镇", 2019, "2")]
    equal = [report("a", "松岚镇", 2019, "1"), report("b", "松岚镇", 2019, "1")]

    assert MORE_THAN_ONE == found(EarlierYears(different), "松岚镇", 2020)
    assert "a" == found(EarlierYears(equal), "松岚镇", 2020)


def test_reports_nobody_can_place_are_counted(tmp_path: Path, root: Path) -> None:
    (tmp_path / "别的.txt").write_text("通知", encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    good = tmp_path / "2019" / "年报.docx"
    good.parent.mkdir()
    good.write_bytes((root / "examples" / "township" / "2019年报.docx").read_bytes())

    earlier = earlier_years(tmp_path, FORMS, HereAndNow())

    assert 2 == earlier.unreadable
    assert str(good) == found(earlier, "云岫县松岚镇人民政府", 2020)


def test_a_folder_without_reports_and_a_file_that_is_none_are_errors(tmp_path: Path) -> None:
    for place, code in ((tmp_path, "E112"), (tmp_path / "没有.docx", "E101")):
        with pytest.raises(AssistantError) as caught:
            earlier_years(place, FORMS, HereAndNow())
        assert code == caught.value.code
