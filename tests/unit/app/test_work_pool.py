"""No item is lost with a process, whatever takes the process down."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Self, TypeVar

import pytest

from assistant.app.work_pool import HereAndNow, Lost, Pool, Portable, jobs_for, run_in_order
from assistant.errors import AssistantError

Item = TypeVar("Item", bound=Portable)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Number:
    value: int

    def portable(self) -> Self:
        return self


def doubled(numbers: tuple[Number, ...]) -> tuple[int, ...]:
    return tuple(2 * number.value for number in numbers)


@dataclass
class Breaking:
    """A pool whose process dies of certain numbers, taking everything on its way with it."""

    deadly: frozenset[int]
    width: int = 2
    largest: int = 4
    gone: bool = False
    chunks: list[tuple[int, ...]] = field(default_factory=list[tuple[int, ...]])
    renewed: int = 0
    broken: bool = False

    def submit(
        self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: tuple[Item, ...]
    ) -> "Future[tuple[Result, ...]]":
        if self.broken and self.renewed % 2:
            raise RuntimeError
        values = tuple(item.value for item in items if isinstance(item, Number))
        self.chunks.append(values)
        self.broken = self.broken or bool(self.deadly & set(values))
        future: Future[tuple[Result, ...]] = Future()
        if self.broken:
            future.set_exception(BrokenPipeError())
        else:
            future.set_result(work(items))
        return future

    def require_alive(self) -> None:
        """Always."""

    def renew(self) -> None:
        if self.gone:
            raise AssistantError("E315", "断了。")
        self.renewed += 1
        self.broken = False


def numbers(count: int) -> list[Number]:
    return [Number(value) for value in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    pools: tuple[Pool, ...] = (HereAndNow(), Breaking(frozenset()))
    for pool in pools:
        assert [2 * value for value in range(count)] == list(
            run_in_order(doubled, numbers(count), pool)
        )


@pytest.mark.parametrize("deadly", [{0}, {13}, {39}, {3, 4, 30}, set(range(40))])
def test_only_items_that_end_their_process_are_lost(deadly: set[int]) -> None:
    pool = Breaking(frozenset(deadly))

    results = list(run_in_order(doubled, numbers(40), pool))

    expected = [
        Lost(item=Number(value), reason="BrokenPipeError") if value in deadly else 2 * value
        for value in range(40)
    ]
    assert expected == results


def test_no_more_than_a_few_chunks_are_on_their_way() -> None:
    pool = Breaking(frozenset())

    next(run_in_order(doubled, numbers(1000), pool))

    assert 4 == len(pool.chunks)


def test_a_pool_that_is_gone_is_an_error_and_no_silence() -> None:
    with pytest.raises(AssistantError) as caught:
        list(run_in_order(doubled, numbers(8), Breaking(frozenset({5}), gone=True)))

    assert "E315" == caught.value.code


def test_few_files_need_no_processes() -> None:
    assert [1, 1, 1, 5] == [jobs_for(0, None), jobs_for(19, None), jobs_for(1, 8), jobs_for(5, 8)]
    assert 1 <= jobs_for(10_000, None)
