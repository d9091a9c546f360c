"""Lines in colour, for a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from assistant.reporting.text import Line, Role

_STYLES = {
    Role.PLAIN: "",
    Role.HEADING: "bold",
    Role.ERROR: "bold red",
    Role.WARNING: "bold yellow",
    Role.NOTE: "bold cyan",
    Role.MARK: "bold black on yellow",
    Role.GOOD: "bold green",
    Role.QUIET: "dim",
}


def print_lines(lines: Iterable[Line], console: Console | None = None) -> None:
    """Prints the lines, wrapped by the terminal itself so that they can be copied whole."""
    screen = Console(highlight=False, emoji=False, markup=False) if console is None else console
    for line in lines:
        text = Text.assemble(*((piece.text, _STYLES[piece.role]) for piece in line))
        screen.print(text, soft_wrap=True)
