"""Text as a document can hold it."""

import re
import unicodedata

from assistant.model import Amount, AmountState

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def printable(text: str) -> str:
    """The text without the characters that XML forbids or nothing can show."""
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """``text`` with a visible sign for every line end, control and direction character."""
    marked = ("�" if unicodedata.category(sign) in _STEERING else sign for sign in text)
    return printable("".join(marked))


def shown(amount: Amount | None) -> str:
    """What a table prints for an amount: as written, and nothing for a blank or missing one."""
    if amount is None or amount.state is AmountState.BLANK:
        return ""
    return printable(amount.written).strip()
