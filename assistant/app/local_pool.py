"""Processes on this machine."""

import signal
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from loky import ProcessPoolExecutor

from assistant.app.work_pool import Portable

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item", bound=Portable)
Result = TypeVar("Result")

_LARGEST = 8


class LocalPool:
    """A pool of processes that are started the same way on every system."""

    largest = _LARGEST

    def __init__(self, jobs: int) -> None:
        """``jobs``: how many processes."""
        self.width = jobs
        self._executor = _executor(jobs)

    def submit(
        self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: tuple[Item, ...]
    ) -> "Future[tuple[Result, ...]]":
        """Begins a chunk."""
        return self._executor.submit(work, items)

    def require_alive(self) -> None:
        """Nothing to look after: a process that ends is told by its future."""

    def renew(self) -> None:
        """New processes for those that ended or stand still."""
        self._executor.shutdown(wait=True, kill_workers=True)
        self._executor = _executor(self.width)

    def __enter__(self) -> Self:
        """The pool, whose processes end with the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends the processes, at once when the block did not come to its end."""
        self._executor.shutdown(wait=True, kill_workers=kind is not None)


def _executor(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started the others ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
