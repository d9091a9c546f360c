"""Text from documents made harmless for terminals, pages and the readers of JSON."""

import json
import re
import unicodedata

_STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_STANDIN = "\ufffd"
# Legal in JSON as they are, yet a terminal obeys some of them and a lone surrogate has no bytes.
_NOT_PLAIN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


def visible(text: str) -> str:
    """``text`` with a stand-in for every character that steers; as long as before."""
    return "".join(_STANDIN if _steers(character) else character for character in text)


def printable(text: str) -> str:
    """``text`` on one line, without outer blanks and without steering characters."""
    return visible(text.translate({9: " ", 10: " ", 13: " "})).strip()


def _steers(character: str) -> bool:
    """Whether it could rewrite a terminal, hide or turn around what is around it."""
    return character not in "\n\t" and unicodedata.category(character) in _STEERING


def json_text(value: object) -> str:
    """JSON in lines, Chinese as it is, nothing in it that steers."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
