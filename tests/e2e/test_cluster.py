"""The same check on a real cluster: a scheduler and two workers, one of which is killed."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

from tests.e2e.command import Assistant

FILES = 60
PATIENCE = 60
LOOPBACK = ("--host", "127.0.0.1")


@dataclass
class Cluster:
    """Processes of this test's own; ``workers`` may be killed one by one."""

    folder: Path
    environment: dict[str, str]
    address: str = ""
    workers: list["subprocess.Popen[bytes]"] = field(
        default_factory=list["subprocess.Popen[bytes]"]
    )
    started: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        file = self.folder / "scheduler.json"
        self._start("dask_scheduler", "--port", "0", "--scheduler-file", str(file))
        end = time.monotonic() + PATIENCE
        while not (file.exists() and file.read_text(encoding="utf-8").strip()):
            assert time.monotonic() < end
            time.sleep(0.1)
        self.address = str(json.loads(file.read_text(encoding="utf-8"))["address"])
        return self

    def __exit__(self, *_: object) -> None:
        self.started.close()

    def add_worker(self, **environment: str) -> None:
        """One process with one thread, which nobody replaces when it dies."""
        flags = ("--no-nanny", "--nthreads", "1", "--local-directory", str(self.folder))
        self.workers.append(self._start("dask_worker", self.address, *flags, **environment))

    def _start(self, command: str, *flags: str, **environment: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"distributed.cli.{command}",
                *LOOPBACK,
                "--no-dashboard",
                *flags,
            ],
            cwd=self.folder,
            env=self.environment | environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.started.callback(process.wait)
        self.started.callback(process.kill)
        return process


@contextmanager
def _files(folder: Path, report: Path, count: int) -> Generator[Path]:
    reports = folder / "年报"
    reports.mkdir()
    for number in range(count):
        shutil.copy(report, reports / f"{number:03}.docx")
    yield reports


@pytest.fixture
def assistant(assistant: Assistant) -> Assistant:
    """The command; the cluster library opens files of its own without an encoding."""
    kept = {k: v for k, v in assistant.environment.items() if k != "PYTHONWARNDEFAULTENCODING"}
    return Assistant(assistant.folder, kept)


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> Generator[Cluster]:
    """A scheduler without workers."""
    with Cluster(tmp_path_factory.mktemp("cluster"), assistant.environment) as started:
        yield started


@pytest.fixture
def reports(assistant: Assistant, township: Path) -> Generator[Path]:
    """Many reports, one of them broken."""
    with _files(assistant.folder, township / "2019年报.docx", FILES) as folder:
        (folder / "031.docx").write_bytes(b"PK\x03\x04")
        yield folder


def test_no_report_is_lost_when_a_worker_is_killed(
    assistant: Assistant, cluster: Cluster, reports: Path
) -> None:
    cluster.add_worker()
    cluster.add_worker()
    here = assistant("check", "年报", "--jobs", "1", "--format", "json")

    flags = ("--format", "json", "--summary", "s.jsonl")
    running = subprocess.Popen(
        [sys.executable, "-m", "assistant", "check", "年报", "--cluster", cluster.address, *flags],
        cwd=assistant.folder,
        env=assistant.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = running.stdout.readline()
        cluster.workers[0].kill()
        there = first + running.stdout.read()
        said = running.stderr.read()

    summary = (assistant.folder / "s.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in summary.splitlines()]
    assert 3 == running.returncode == here.code
    assert here.out == there
    assert FILES == len(rows)
    assert ["E106"] == [row["code"] for row in rows if row["code"]]
    assert ["汇总表已写出：s.jsonl"] == said.splitlines()


def test_a_cluster_whose_workers_all_die_is_an_error(
    assistant: Assistant, cluster: Cluster, reports: Path
) -> None:
    cluster.add_worker()
    running = subprocess.Popen(
        [sys.executable, "-m", "assistant", "check", "年报", "--cluster", cluster.address],
        cwd=assistant.folder,
        env=assistant.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        cluster.started.close()
        running.stdout.read()
        said = running.stderr.read()

    assert 2 == running.returncode
    assert said.startswith("错误 E315")


def test_a_cluster_without_workers_is_named(assistant: Assistant, cluster: Cluster) -> None:
    (assistant.folder / "a.txt").write_text("一", encoding="utf-8")

    ended = assistant("check", "a.txt", "--cluster", cluster.address)

    assert 2 == ended.code
    assert ended.err.startswith("错误 E312")


@pytest.mark.parametrize("lacking", ["worker", "scheduler", "one of two workers"])
def test_a_cluster_that_cannot_run_the_program_is_named_and_left_alive(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory, lacking: str
) -> None:
    without = tmp_path_factory.mktemp("without")
    (without / "assistant").mkdir()
    (without / "assistant" / "__init__.py").write_text("__version__ = '0'", "utf-8")
    (assistant.folder / "a.txt").write_text("一", encoding="utf-8")
    poor = {"PYTHONPATH": str(without)}
    environment = assistant.environment | (poor if lacking == "scheduler" else {})
    with Cluster(tmp_path_factory.mktemp("cluster"), environment) as cluster:
        able = {"PYTHONPATH": assistant.environment["PYTHONPATH"]}
        cluster.add_worker(**(able if lacking == "scheduler" else poor))
        if lacking == "one of two workers":
            cluster.add_worker(**able)

        ended = assistant("check", "a.txt", "--cluster", cluster.address)

        assert 2 == ended.code
        assert ended.err.startswith("错误 E313")
        assert "nianbao-assistant[cluster]" in ended.err
        assert [None] * len(cluster.workers) == [worker.poll() for worker in cluster.workers]


def test_another_version_of_the_program_is_named(
    assistant: Assistant, cluster: Cluster, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(root / "assistant", other / "assistant")
    (other / "assistant" / "__init__.py").write_text("__version__ = '0.0.9'", "utf-8")
    (assistant.folder / "a.txt").write_text("一", encoding="utf-8")
    cluster.add_worker(PYTHONPATH=str(other))

    ended = assistant("check", "a.txt", "--cluster", cluster.address)

    assert 2 == ended.code
    assert ended.err.startswith("错误 E314")
    assert "0.0.9" in ended.err


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:9", "tcp://no.such.host.invalid:1", "nonsense", "tcp://"]
)
def test_a_cluster_nobody_can_reach_is_named(assistant: Assistant, address: str) -> None:
    (assistant.folder / "a.txt").write_text("一", encoding="utf-8")

    ended = assistant("check", "a.txt", "--cluster", address)

    assert 2 == ended.code
    assert ended.err.startswith("错误 E311")


def test_the_missing_library_is_named_with_what_to_install(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> None:
    without = tmp_path_factory.mktemp("without")
    (without / "distributed.py").write_text("raise ModuleNotFoundError('distributed')", "utf-8")
    path = (
        f"{without}{':' if sys.platform != 'win32' else ';'}{assistant.environment['PYTHONPATH']}"
    )
    (assistant.folder / "a.txt").write_text("一", encoding="utf-8")
    alone = Assistant(assistant.folder, assistant.environment | {"PYTHONPATH": path})

    ended = alone("check", "a.txt", "--cluster", "tcp://127.0.0.1:9")

    assert 2 == ended.code
    assert ended.err.startswith("错误 E310")
    assert "nianbao-assistant[cluster]" in ended.err
