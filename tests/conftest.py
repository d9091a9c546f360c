"""Fixtures for every test: where things lie, and a world without a network."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

settings.register_profile(
    "ci",
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("ci"), max_examples=2000)
settings.load_profile("ci")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open loopback, and nothing else, for tests that run their own server."""
    for item in items:
        own_server = "httpserver" in getattr(item, "fixturenames", ())
        if own_server or item.path.is_relative_to(ROOT / "tests" / "e2e"):
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1"]))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real reports and marked passages beside the project; they are never part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("没有 ../shared（真实年报和标注，不随项目分发）")
    return folder


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[str, ...]:
    """Names of the files git holds and the working tree still has."""
    listing = ["git", "ls-files", "-z"]
    try:
        listed = subprocess.run(listing, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("不在 git 工作区里，或没有 git")
    names = listed.stdout.decode("utf-8").split("\0")
    return tuple(name for name in names if name and (root / name).is_file())


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """Environment of a started command: no settings of the developer, no way out but loopback."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(("ASSISTANT_", "OPENAI_", "LANG", "LC_", "PYTHON"))
        and not name.upper().endswith("_PROXY")
    }
    nowhere = "http://127.0.0.1:9"
    return kept | {
        "HTTP_PROXY": nowhere,
        "HTTPS_PROXY": nowhere,
        "NO_PROXY": "127.0.0.1,localhost",
        "LC_ALL": "C.UTF-8",
        "PYTHONWARNDEFAULTENCODING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
