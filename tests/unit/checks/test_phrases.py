from pathlib import Path

import pytest

from assistant.checks import phrases as phrases_module
from assistant.checks.phrase_findings import addresses
from assistant.checks.phrases import Phrase, load_phrases
from assistant.errors import AssistantError

FILES = ("doubled", "placeholders", "stale", "wording")


def _places(phrase: Phrase, text: str) -> list[int]:
    return [match.start for match in phrase.matches(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        (Phrase(find="的的"), "政策的的解读，的的", [2, 7]),
        (Phrase(find="的的", not_in=("的的确确",)), "的的确确好，快的的", [7]),
        (Phrase(find="截止", before=("<数字>",)), "截止2022年，截止日期，截止", [0]),
        (Phrase(find="截止", before=("<数字>",)), "截止十二月", [0]),
        (Phrase(find="X", not_after=("<字母>",)), "aX bX X", [6]),
        (Phrase(find="X", after=("甲", "乙")), "甲X丙X乙X", [1, 5]),
        (Phrase(find="X", not_before=("确",)), "X确X", [2]),
        (Phrase(find="X"), "", []),
    ],
)
def test_a_phrase_is_found_where_its_surroundings_allow(
    phrase: Phrase, text: str, places: list[int]
) -> None:
    assert places == _places(phrase, text)


@pytest.mark.parametrize(
    ("year", "in_place"), [(2019, False), (2020, True), (2022, True), (2023, False)]
)
def test_a_phrase_is_in_place_between_its_years(year: int, in_place: bool) -> None:
    phrase = Phrase(find="常态化疫情防控", valid_from=2020, valid_to=2022)

    assert in_place is phrase.in_place(year)


@pytest.mark.parametrize("name", FILES)
def test_a_phrase_file_holds_each_phrase_once(name: str) -> None:
    literals = [(phrase.find, phrase.after, phrase.valid_from) for phrase in load_phrases(name)]

    assert literals
    assert len(literals) == len(set(literals))


@pytest.mark.parametrize("name", FILES)
def test_a_phrase_is_not_found_in_its_own_remedy(name: str) -> None:
    """A remedy that still holds the defect would be proposed again and again."""
    again = [
        phrase.find
        for phrase in load_phrases(name)
        if phrase.right is not None
        for before in (phrase.after or ("",))
        for behind in (phrase.before or ("",))
        if not before.startswith("<") and not behind.startswith("<")
        if _places(phrase, before + phrase.right + behind)
    ]

    assert [] == again


def test_a_wrong_phrase_file_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "schemas" / "phrases"
    folder.mkdir(parents=True)
    text = "source: 甲\nphrases:\n  - {find: 甲, sevrity: error}\n"
    (folder / "broken.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(phrases_module, "data_folder", tmp_path.joinpath)

    with pytest.raises(AssistantError) as caught:
        load_phrases("broken")

    assert "E221" == caught.value.code
    assert "第 3 行" in caught.value.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见http://www.qinghe.gov.cn/a,b。", "http://www.qinghe.gov.cn/a,b"),
        ("邮箱xxgk@qinghe.gov.cn，", "xxgk@qinghe.gov.cn"),
        ("没有网址", ""),
    ],
)
def test_addresses_end_where_chinese_begins(text: str, found: str) -> None:
    assert found == "".join(text[start:end] for start, end in addresses(text))
