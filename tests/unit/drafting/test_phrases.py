import ast
from pathlib import Path

import pytest

from assistant.drafting.phrases import PhraseLibrary, fill, load_phrases
from assistant.errors import AssistantError

ROOT = Path(__file__).parents[3]
KINDS_MADE_OF_IDS = "neutral_"


def _library(tmp_path: Path, phrases: str, name: str = "own.yaml") -> PhraseLibrary:
    lengths = "lengths:\n  - {section: any, least: 0, most: 9}\n"
    text = f"source: 自拟\n{lengths}phrases:\n{phrases}"
    (tmp_path / name).write_text(text, encoding="utf-8")
    return load_phrases(tmp_path)


def _kinds_in_code() -> set[str]:
    """Literals given as ``kind=``, and those the code chooses a kind from."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in (ROOT / "assistant" / "drafting").glob("*.py")
    ]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_phrase_of_the_library_is_used_by_the_code() -> None:
    kinds = {kind for kind in load_phrases().kinds if not kind.startswith(KINDS_MADE_OF_IDS)}

    assert kinds <= _kinds_in_code()


def test_neighbours_do_not_all_say_the_same() -> None:
    names = [f"云溪县{name}镇人民政府" for name in "东西南北上下前后"]

    assert len({load_phrases().say("opening", {}, name, 2021) for name in names}) > 1


@pytest.mark.parametrize("kind", ["opening", "no_problems_given", "no_applications"])
def test_no_organisation_repeats_itself_two_years_running(kind: str) -> None:
    library = load_phrases()
    said = [library.say(kind, {}, "云溪县石坪镇人民政府", year) for year in range(2019, 2026)]

    assert all(now != then for now, then in zip(said[1:], said, strict=False))


def test_the_same_organisation_and_year_get_the_same_words() -> None:
    first, second = (load_phrases().say("opening", {}, "甲局", 2021) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("云溪县石坪镇人民政府", "我镇"),
        ("云溪县白水乡人民政府", "我乡"),
        ("云溪县城关街道办事处", "我街道"),
        ("云溪县人民政府", "我县"),
        ("云溪县人民政府办公室", "我办"),
        ("云溪县水利局", "我局"),
        ("云溪县气象台", "本机关"),
    ],
)
def test_an_organisation_calls_itself_by_what_it_is(name: str, says: str) -> None:
    assert says == load_phrases().self_designation(name)


def test_slots_are_filled_and_placeholders_stay() -> None:
    filled = fill("{{机关}}收到{received}。", {"received": "{{本年新收}}"})

    assert "{{机关}}收到{{本年新收}}。" == filled


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("  a:\n    about: 甲\n    wordings: [收到3件]\n", "数字"),
        ("  a:\n    about: 甲\n    wordings: ['{{别的}}']\n", "别的"),
        ("  a:\n    about: 甲\n    slots: [x]\n    wordings: [没有空位]\n", "空位"),
        ("  a:\n    about: 甲\n    wordings: ['多了{x}']\n", "空位"),
        ("  a:\n    about: 甲\n    wordings: ['半个{x']\n", "花括号"),
        ("  a:\n    about: 甲\n    wordings: ['半个{{机关。']\n", "占位符"),
        ("  a:\n    about: 甲\n    wordings: []\n", "wordings"),
        ("  a:\n    about: 甲\n    wordings: [好]\n    levels: [x]\n", "levels"),
    ],
)
def test_an_unsound_phrase_is_refused_with_file_line_and_reason(
    tmp_path: Path, phrase: str, reason: str
) -> None:
    with pytest.raises(AssistantError) as caught:
        _library(tmp_path, phrase)

    assert "E230" == caught.value.code
    assert "own.yaml" in caught.value.message
    assert "行" in caught.value.message
    assert reason in caught.value.message + caught.value.hint


def test_a_phrase_is_defined_once(tmp_path: Path) -> None:
    phrase = "  a:\n    about: 甲\n    wordings: [好]\n"
    _library(tmp_path, phrase, "first.yaml")
    load_phrases.cache_clear()

    with pytest.raises(AssistantError) as caught:
        _library(tmp_path, phrase, "second.yaml")

    assert "E232" == caught.value.code


def test_a_kind_the_library_lacks_is_named(tmp_path: Path) -> None:
    library = _library(tmp_path, "  a:\n    about: 甲\n    wordings: [好]\n")

    with pytest.raises(AssistantError) as caught:
        library.phrase("b")

    assert "E231" == caught.value.code
    assert library.length("x").most == 9
