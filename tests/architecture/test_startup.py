import json
import subprocess
import sys
from pathlib import Path

HEAVY = ("docx", "jinja2", "langchain", "langchain_core", "langchain_openai", "lxml", "openai")
ALSO_HEAVY = ("openpyxl", "pydantic", "rapidfuzz", "ruamel")
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
