"""Text from documents made harmless for terminals and pages."""

import unicodedata

_STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_STANDIN = "\ufffd"


def visible(text: str) -> str:
    """``text`` with a stand-in for every character that steers; as long as before."""
    return "".join(_STANDIN if _steers(character) else character for character in text)


def printable(text: str) -> str:
    """``text`` on one line, without outer blanks and without steering characters."""
    return visible(text.translate({9: " ", 10: " ", 13: " "})).strip()


def _steers(character: str) -> bool:
    """Whether it could rewrite a terminal, hide or turn around what is around it."""
    return character not in "\n\t" and unicodedata.category(character) in _STEERING
