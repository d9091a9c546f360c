"""Processes on a Dask cluster; the only module that knows the cluster library."""

import logging
import re
from collections.abc import Callable
from pkgutil import resolve_name
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from distributed import Client

from assistant import __version__
from assistant.app.work_pool import Portable
from assistant.errors import AssistantError

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item", bound=Portable)
Result = TypeVar("Result")

_LARGEST = 10
_CONNECT_SECONDS, _PROBE_SECONDS, _RETURN_SECONDS = 5, 15, 30
_ADDRESS = re.compile(r"(?:tcp|tls)://[^\s/:]+(?::[^\s/:]+)*:[0-9]{1,5}")
_VERSION = "assistant:__version__"
_NEEDED = ("assistant.app.batch:check_task", "assistant.app.earlier:described")
_LOGGERS = ("distributed", "distributed.client", "distributed.core")
_HINT_INSTALL = (
    "调度器和每个工作进程都要装同一版本的本程序：pip install 'nianbao-assistant[cluster]'。"
)


class ClusterPool:
    """The workers of a cluster. They are sent content, not paths: they need not see our disk."""

    largest = _LARGEST

    def __init__(self, address: str) -> None:
        """Connects and makes sure that every worker can run this very program.

        Raises AssistantError E311–E314 within some seconds when that is not so.
        """
        for name in _LOGGERS:
            # What goes wrong is told by our own errors.
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._address = address
        self._client = _connected(address)
        try:
            self._probe()
            self.width = max(1, sum(self._client.nthreads().values()))
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)

    def _probe(self) -> None:
        # By a function of the standard library: one of ours would end a worker without it.
        try:
            probe = self._client.submit(resolve_name, _NEEDED[0], pure=False)
            probe.result(timeout=_PROBE_SECONDS)
            for name in _NEEDED:
                self._client.run_on_scheduler(resolve_name, name)
                self._client.run(resolve_name, name)
            versions = set(self._client.run(resolve_name, _VERSION).values())
        except TimeoutError as error:
            message = f"集群“{self._address}”没有空闲的工作进程。"
            raise AssistantError("E312", message, "请先启动工作进程（dask worker）。") from error
        except Exception as error:
            message = f"集群“{self._address}”运行不了本程序（{type(error).__name__}）。"
            raise AssistantError("E313", message, _HINT_INSTALL) from error
        others = sorted(str(version) for version in versions - {__version__})
        if others:
            message = f"集群里本程序的版本是 {'、'.join(others)}，这里是 {__version__}。"
            raise AssistantError("E314", message, _HINT_INSTALL)

    def submit(
        self, work: Callable[[tuple[Item, ...]], tuple[Result, ...]], items: tuple[Item, ...]
    ) -> "Future[tuple[Result, ...]]":
        """Sends a chunk with the content of its files."""
        return self._executor.submit(work, tuple(item.portable() for item in items))

    def require_alive(self) -> None:
        """Raises AssistantError E315 when the cluster is gone and does not come back."""
        try:
            if self._client.status == "running":
                self._client.wait_for_workers(1, timeout=_RETURN_SECONDS)
                return
        except (OSError, RuntimeError, TimeoutError) as error:
            raise self._gone() from error
        raise self._gone()

    def _gone(self) -> AssistantError:
        message = f"与集群“{self._address}”的连接断了，或者它的工作进程都已退出。"
        return AssistantError("E315", message, "请检查集群后重新核对。")

    def renew(self) -> None:
        """The scheduler replaces what is broken; only a cluster that is gone is an error."""
        self.require_alive()

    def __enter__(self) -> Self:
        """The pool, which is left with the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Takes back what is not done yet and leaves the cluster as it was."""
        self._executor.shutdown(wait=False)
        self._client.close()


def _connected(address: str) -> Client:
    if not _ADDRESS.fullmatch(address):
        raise _unreachable(address)
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreachable(address) from error


def _unreachable(address: str) -> AssistantError:
    hint = "请检查地址（如 tcp://10.0.0.5:8786），以及调度器（dask scheduler）是否在运行。"
    return AssistantError("E311", f"连不上集群“{address}”。", hint)
