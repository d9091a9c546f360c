"""1,000 reports on two processes: reports a second, and how much the processes grow.

Run: python -m evals.bench_batch [number of reports] [processes] [report]
Without a report the bundled example is taken; every copy has figures of its own.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

import psutil

from assistant.app.batch import BatchSettings, check_documents
from assistant.app.checking import CheckInputs
from assistant.app.documents import documents_at
from assistant.app.local_pool import LocalPool
from assistant.files import read_report
from assistant.forms import load_forms
from assistant.model import CheckResult
from assistant.reporting import result_as_text

MEGABYTE: Final = 1 << 20
MOST_GROWTH: Final = 16
"""Megabytes a process may grow by from the first quarter of the reports to the last."""

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "township" / "2019年报.docx"


def size_and_text(result: CheckResult) -> str:
    """The size of the process that made the result, and what it made."""
    return f"{psutil.Process().memory_info().rss} {len(result_as_text(result))}"


def copies(folder: Path, report: Path, count: int) -> None:
    """Texts that differ from one another, so that nothing remembered helps."""
    text = read_report(report, load_forms()).text
    for number in range(count):
        changed = text.replace("3件", f"{3 + number}件")
        (folder / f"{number:05}.txt").write_text(changed, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print speed and sizes; fail when the processes grow."""
    count = int(arguments[0]) if arguments else 1000
    jobs = int(arguments[1]) if len(arguments) > 1 else 2
    report = Path(arguments[2]) if len(arguments) > 2 else _EXAMPLE
    settings = BatchSettings(forms=load_forms(), inputs=CheckInputs(), render=size_and_text)
    with tempfile.TemporaryDirectory() as name:
        copies(Path(name), report, count)
        begin = perf_counter()
        with LocalPool(jobs) as pool:
            outcomes = list(check_documents(documents_at([Path(name)]).documents, settings, pool))
        seconds = perf_counter() - begin
    sizes = [int(one.text.split()[0]) / MEGABYTE for one in outcomes if one.text]
    early, late = max(sizes[: count // 4]), max(sizes[-count // 4 :])
    print(
        f"{len(sizes)} of {count} reports checked, {jobs} processes: {seconds:.1f} s, "
        f"{count / seconds:.0f} a second; a process {early:.0f} MB in the first quarter, "
        f"{late:.0f} MB in the last (may grow by {MOST_GROWTH})"
    )
    return 0 if late - early < MOST_GROWTH and len(sizes) == count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
