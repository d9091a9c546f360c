"""The pool a command works with: this process, several of them, or a cluster."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from assistant.app.cluster_pool import ClusterPool
    from assistant.app.work_pool import Pool


def local_pool(stack: ExitStack, count: int, jobs: int | None) -> "Pool":
    """As many processes as ``count`` files are worth, or as were asked for."""
    from assistant.app.work_pool import HereAndNow, jobs_for

    width = jobs_for(count, jobs)
    if width == 1:
        return HereAndNow()
    from assistant.app.local_pool import LocalPool

    return stack.enter_context(LocalPool(width))


def cluster_pool(stack: ExitStack, address: str) -> "Pool":
    """The cluster at an address. Raises AssistantError E310–E314 when it is of no use."""
    return stack.enter_context(_cluster(address))


def _cluster(address: str) -> "ClusterPool":
    try:
        from assistant.app.cluster_pool import ClusterPool
    except ModuleNotFoundError as error:
        hint = "请先安装：pip install 'nianbao-assistant[cluster]'。"
        raise AssistantError("E310", "没有安装集群支持（dask）。", hint) from error
    return ClusterPool(address)
