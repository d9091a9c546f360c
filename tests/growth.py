"""How the cost of work grows, told by the processor's time and not by the clock on the wall."""

import gc
import time
from collections.abc import Callable

_ROUNDS = 3


def least_seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of several rounds, without pauses to collect garbage."""
    gc.collect()
    gc.disable()
    try:
        return min(_seconds(work) for _ in range(_ROUNDS))
    finally:
        gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
