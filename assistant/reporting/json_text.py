"""JSON as text in which nothing can drive a terminal, break a line or fail to be encoded."""

import json
import unicodedata

_STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def json_text(value: object, *, indent: int | None = None) -> str:
    """``value`` as JSON: Chinese as it is, control and direction characters escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if character == "\n" or unicodedata.category(character) not in _STEERING:
        return character
    return json.dumps(character)[1:-1]
