"""Where the data files (schemas, prompts) lie, installed or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import AssistantError


def data_folder(name: str) -> Traversable:
    """Folder of shipped data by its top-level name, e.g. ``schemas``.

    Raises AssistantError E901 when the installation is incomplete.
    """
    installed = files("assistant") / "_data" / name
    if installed.is_dir():
        return installed
    checkout = Path(__file__).parents[1] / name
    if checkout.is_dir():
        return checkout
    raise AssistantError("E901", f"找不到程序自带的数据目录“{name}”。", "请重新安装本程序。")
