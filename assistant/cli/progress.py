"""Results as they come, with a progress bar below them where somebody watches."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Screen(Protocol):
    """Where results go."""

    def show(self, text: str) -> None:
        """Writes ``text``, which ends with a line end, to standard output."""
        ...

    def advance(self) -> None:
        """One more file is done."""
        ...


class _Plain:
    """Standard output and nothing else."""

    def show(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def advance(self) -> None:
        """Nobody watches."""


class _Live:
    """A bar on the terminal; ``above`` when results share that terminal."""

    def __init__(self, progress: "Progress", task: "TaskID", *, above: bool) -> None:
        self._progress = progress
        self._task = task
        self._above = above

    def show(self, text: str) -> None:
        if self._above:
            console = self._progress.console
            console.print(text, end="", markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            _Plain().show(text)

    def advance(self) -> None:
        self._progress.advance(self._task)


@contextmanager
def screen(total: int) -> Generator[Screen]:
    """The screen for ``total`` files; without a terminal nothing but the results is written."""
    stream = next((s for s in (sys.stdout, sys.stderr) if s.isatty()), None)
    if stream is None:
        yield _Plain()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("核对"), BarColumn(), MofNCompleteColumn())
    progress = Progress(
        *columns,
        console=Console(file=stream),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with progress:
        yield _Live(progress, progress.add_task("", total=total), above=stream is sys.stdout)
