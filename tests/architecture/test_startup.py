import json
import subprocess
import sys
import time
from pathlib import Path

TIMES_OF_IMPORTING_TYPER = 3.5
ROUNDS = 5
HEAVY = ("docx", "jinja2", "langchain", "langchain_core", "langchain_openai", "lxml", "openai")
ALSO_HEAVY = (
    "dask",
    "distributed",
    "loky",
    "openpyxl",
    "pdfminer",
    "pdfplumber",
    "pydantic",
    "rapidfuzz",
    "rich",
    "ruamel",
)
LOADED_BY_HELP = """
import json, sys
from assistant.cli.main import main
sys.argv = ["assistant", "--help"]
try:
    main()
except SystemExit as end:
    status = end.code
else:
    status = 0
print(json.dumps({"status": status or 0, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def test_help_loads_no_library_that_is_slow_to_import(
    tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADED_BY_HELP],
        cwd=tmp_path,
        env=clean_environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    loaded = json.loads(run.stderr.splitlines()[-1])
    top_level = {name.partition(".")[0] for name in loaded["modules"]}
    assert 0 == loaded["status"]
    assert "draft" in run.stdout
    assert set() == top_level & {*HEAVY, *ALSO_HEAVY}


def test_help_is_there_at_once(tmp_path: Path, clean_environment: dict[str, str]) -> None:
    """Best of several turns taken in alternation: what else runs on the machine slows both."""

    def seconds(code: str) -> float:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=clean_environment,
            capture_output=True,
            check=True,
        )
        return time.perf_counter() - start

    turns = [(seconds(LOADED_BY_HELP), seconds("import typer")) for _ in range(ROUNDS)]

    ours, yardstick = (min(column) for column in zip(*turns, strict=True))
    assert ours < TIMES_OF_IMPORTING_TYPER * yardstick
