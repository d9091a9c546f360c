import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from assistant.reporting.json_text import json_text
from assistant.reporting.safe_text import visible

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_what_is_shown_is_as_long_as_what_was_there_and_steers_nothing(text: str) -> None:
    shown = visible(text)

    assert len(text) == len(shown)
    assert shown.count("\n") == text.count("\n")
    assert not {unicodedata.category(sign) for sign in shown if sign not in "\n\t"} & STEERING


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists, max_leaves=5))
def test_json_says_the_same_and_can_be_printed(value: object) -> None:
    text = json_text(value)

    assert value == json.loads(text)
    assert text.encode()
    assert not {"\x1b", "\x9b", "\u202e", "\u2066", "\ufeff"} & set(text)
