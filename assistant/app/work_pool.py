"""Runs work over many items on a pool: results in order, and no item lost with a process."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from time import monotonic
from typing import Generic, Protocol, Self, TypeVar

from assistant.errors import AssistantError


class Portable(Protocol):
    """Something to work on that can be sent to another machine."""

    def portable(self) -> Self:
        """The same with all it needs in it."""
        ...


Item = TypeVar("Item", bound=Portable)
Result = TypeVar("Result")

_CHUNKS_A_WORKER = 2
# Far above what the longest file takes: only a process that stands still is ended by it.
_SECONDS_AN_ITEM = 300
_SECONDS_BETWEEN_LOOKS = 10
_FILES_WORTH_A_PROCESS = 20


class Pool(Protocol):
    """Processes that take chunks of items; local or on other machines."""

    @property
    def width(self) -> int:
        """How many chunks are worked on at once."""
        ...

    @property
    def largest(self) -> int:
        """Most items in a chunk."""
        ...

    def submit(
        self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: tuple[Item, ...]
    ) -> "Future[tuple[Result, ...]]":
        """Begins a chunk. ``work`` must be importable by name in another process."""
        ...

    def require_alive(self) -> None:
        """Raises AssistantError when there is nothing left to work with."""
        ...

    def renew(self) -> None:
        """Called after a chunk was lost: whatever is broken is replaced.

        Raises AssistantError when there is nothing left to work with.
        """
        ...


def jobs_for(count: int, wanted: int | None) -> int:
    """How many processes to use for ``count`` files: a process must be worth its start."""
    if wanted is not None:
        return min(wanted, max(1, count))
    usable = os.cpu_count()
    return max(1, min(1 if usable is None else usable, count // _FILES_WORTH_A_PROCESS))


class HereAndNow:
    """The pool of those who need none: work is done in this process when it is handed in."""

    width = 1
    largest = 1

    def submit(
        self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: tuple[Item, ...]
    ) -> "Future[tuple[Result, ...]]":
        """Does the work."""
        future: Future[tuple[Result, ...]] = Future()
        try:
            future.set_result(work(items))
        except Exception as error:  # noqa: BLE001 - a future holds whatever was raised
            future.set_exception(error)
        return future

    def require_alive(self) -> None:
        """It is this process."""

    def renew(self) -> None:
        """Nothing of it can break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost(Generic[Item]):
    """An item whose process ended, or stood still, each time it was worked on. reason: why."""

    item: Item
    reason: str


@dataclass(frozen=True, slots=True)
class _Chunk(Generic[Item, Result]):
    items: tuple[Item, ...]
    future: "Future[tuple[Result, ...]]"


def run_in_order(
    work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: Sequence[Item], pool: Pool
) -> Iterator[Result | Lost[Item]]:
    """The result of every item, in the order of the items, as soon as it is its turn.

    ``work`` returns one result for each item of its chunk and raises nothing. A chunk that is
    lost with its process is worked on again item by item while nothing else runs, so that only
    the item to blame ends as ``Lost``. No more than a few chunks are on their way at a time.
    """
    run = _Run(work, pool)
    ahead = 1 if pool.width == 1 else _CHUNKS_A_WORKER * pool.width
    chunks = _chunks(items, pool)
    for chunk in chunks:
        run.begin(chunk)
        if len(run.waiting) >= ahead:
            yield from run.next_results()
    while run.waiting:
        yield from run.next_results()


def _chunks(items: Sequence[Item], pool: Pool) -> Iterator[tuple[Item, ...]]:
    """Large enough to be worth the way, small enough that all workers have some to the end."""
    size = max(1, min(pool.largest, len(items) // (4 * pool.width)))
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])


class _Run(Generic[Item, Result]):
    """Chunks on their way."""

    def __init__(self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], pool: Pool) -> None:
        self._work = work
        self._pool = pool
        self.waiting: deque[_Chunk[Item, Result]] = deque()

    def begin(self, items: tuple[Item, ...]) -> None:
        """Sends a chunk on its way; a pool found broken only then is replaced."""
        try:
            future = self._pool.submit(self._work, items)
        except RuntimeError:
            self._settle()
            self._pool.renew()
            future = self._pool.submit(self._work, items)
        self.waiting.append(_Chunk(items, future))

    def next_results(self) -> Iterator[Result | Lost[Item]]:
        """The results of the oldest chunk."""
        chunk = self.waiting.popleft()
        try:
            results = self._result(chunk.future, len(chunk.items))
        except AssistantError:
            raise
        except Exception:  # noqa: BLE001 - whatever ended the process, the items come again
            self._settle()
            self._pool.renew()
            yield from map(self._alone, chunk.items)
        else:
            yield from results

    def _alone(self, item: Item) -> Result | Lost[Item]:
        try:
            return self._result(self._pool.submit(self._work, (item,)), 1)[0]
        except AssistantError:
            raise
        except Exception as error:  # noqa: BLE001 - the same, told with the item
            self._pool.renew()
            return Lost(item=item, reason=type(error).__name__)

    def _result(self, future: "Future[tuple[Result, ...]]", items: int) -> tuple[Result, ...]:
        self._wait([future], items)
        return future.result(timeout=0)

    def _settle(self) -> None:
        """Waits until nothing else runs."""
        futures = [chunk.future for chunk in self.waiting]
        self._wait(futures, sum(len(chunk.items) for chunk in self.waiting))

    def _wait(self, futures: list["Future[tuple[Result, ...]]"], items: int) -> None:
        end = monotonic() + _SECONDS_AN_ITEM * items
        while wait_for(futures, timeout=_SECONDS_BETWEEN_LOOKS).not_done:
            self._pool.require_alive()
            if monotonic() > end:
                return
