"""Two hundred spoilt files end in a report or in an error that names the file's fault."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

FILES_OF_A_KIND = 40
MOST_SECONDS = 5
MOST_BYTES = 300_000_000


@pytest.mark.parametrize("kind", ["docx", "html", "pdf", "txt", "xlsx"])
def test_no_spoilt_file_ends_in_a_traceback_or_takes_long(
    kind: str, root: Path, clean_environment: dict[str, str]
) -> None:
    """In a process of its own: what it held at most is then what reading took at most."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.files.mutated", kind, "0", str(FILES_OF_A_KIND)],
        cwd=root,
        # Writing a workbook warns of the library's own files.
        env=clean_environment | {"PYTHONWARNDEFAULTENCODING": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "" == run.stderr
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert FILES_OF_A_KIND == len(lines)
    ended = {line["ended"] for line in lines}
    assert set() == {end for end in ended if not re.fullmatch("read|E1[0-9]{2}", end)}
    assert MOST_SECONDS > max(line["seconds"] for line in lines)
    assert MOST_BYTES > max(line["peak"] for line in lines)
