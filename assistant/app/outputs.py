"""Writes what a check has to say, and never over what it has read."""

from collections.abc import Iterable
from pathlib import Path

from assistant.errors import AssistantError
from assistant.files.saving import save
from assistant.files.waivers import waiver_file_of


def save_output(target: Path, data: bytes, inputs: Iterable[Path]) -> None:
    """Writes a file whole or not at all. Raises AssistantError E307, E15x."""
    require_other(target, inputs)
    save(target, data)


def require_other(target: Path, inputs: Iterable[Path]) -> None:
    """Raises AssistantError E307 for a file that is read, or holds the decisions about one."""
    for read in inputs:
        for path in (read, waiver_file_of(read)):
            if _same(target, path):
                message = f"“{target}”是这次读取的文件，不能覆盖。"
                raise AssistantError("E307", message, "请用 --output 另写一个文件名。")


def _same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, by whatever links."""
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()
