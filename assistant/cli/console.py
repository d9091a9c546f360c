"""Plain output to the terminal; text from documents is stripped of control characters."""

import sys
import unicodedata

from assistant.errors import AssistantError


def printable(text: str) -> str:
    """``text`` without control characters, so that no document can drive the terminal."""
    return "".join(char if _harmless(char) else "�" for char in text)


def _harmless(char: str) -> bool:
    # str.isprintable() knows no blank but the ASCII one; Chinese text indents with U+3000.
    return char in "\n\t" or char.isprintable() or unicodedata.category(char) == "Zs"


def write_line(text: str = "") -> None:
    """One line to standard output."""
    print(printable(text), flush=True)


def write_error_line(text: str) -> None:
    """One line to standard error."""
    print(printable(text), file=sys.stderr, flush=True)


def show_error(error: AssistantError) -> None:
    """The error's sentence and, below it, what to do."""
    # One sentence on one line: a line end can only come from a file's name.
    sentence = error.message.replace("\n", "�").replace("\t", "�")
    write_error_line(f"错误 {error.code}：{sentence}")
    if error.hint:
        write_error_line(f"  {error.hint}")
