import pytest

from assistant.claims import ListVerdict
from tests.unit.claims.prose import prose


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("公开信息12条，其中甲类5条、乙类7条。", ListVerdict.ADDS_UP),
        ("公开信息12条，其中甲类5条、乙类4条。", ListVerdict.PARTIAL),
        ("公开信息12条（甲类5条、乙类4条）。", ListVerdict.MISSES),
        ("公开信息12条，其中甲类9条、乙类7条。", ListVerdict.EXCEEDS),
    ],
)
def test_parts_are_held_against_their_whole(text: str, verdict: ListVerdict) -> None:
    assert [verdict] == [found.verdict for found in prose(text).lists]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息12条，其中甲类5条、乙类30余条。",
        "公开信息12条，其中甲类5条、培训7次。",
        "公开信息12条。培训5条、讲座70条。",
    ],
)
def test_what_cannot_be_added_is_no_list(text: str) -> None:
    assert () == prose(text).lists
