"""What is shipped: built, unpacked, installed and run far from the checkout."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

DATA = "assistant/_data/"


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as a release is."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder)]
    subprocess.run([*build, str(root)], capture_output=True, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scripts folder of an environment that holds the wheel and borrows the libraries."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    variables = {"base": str(folder), "platbase": str(folder)}
    scripts = Path(sysconfig.get_path("scripts", vars=variables))
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, capture_output=True, check=True)
    # Last on the path; the editable install's own .pth in the borrowed folder has no effect.
    borrowed = Path(sysconfig.get_path("purelib", vars=variables)) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


def _run(
    command: Path, folder: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_exactly_the_data_files_that_git_holds(
    tracked: tuple[str, ...], wheel: Path
) -> None:
    """Force-include ships whatever lies in the folders, ignored or secret files too."""
    data_files = {name for name in tracked if name.startswith(("prompts/", "schemas/"))}

    with zipfile.ZipFile(wheel) as archive:
        shipped = {
            name.removeprefix(DATA)
            for name in archive.namelist()
            if name.startswith(DATA) and not name.endswith("/")
        }

    assert data_files == shipped


def test_the_wheel_holds_the_package_its_licence_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    top_level = {name.partition("/")[0].partition("-")[0] for name in names}
    assert {"assistant", "nianbao_assistant"} == top_level
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_wheel_runs_far_from_the_checkout(
    installed: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    run = _run(installed / "assistant", tmp_path, clean_environment, "--help")

    assert 0 == run.returncode, run.stderr
    assert "draft" in run.stdout


def test_the_installed_wheel_finds_its_forms(
    installed: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    run = _run(installed / "assistant", tmp_path, clean_environment, "forms")

    assert 0 == run.returncode, run.stderr
    assert "2019" in run.stdout
    assert "2021" in run.stdout


def test_the_installed_wheel_is_not_the_checkout(
    installed: Path, root: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    asking = ("-c", "import assistant; print(assistant.__file__)")
    answer = _run(installed / "python", tmp_path, clean_environment, *asking)

    assert not Path(answer.stdout.strip()).is_relative_to(root)


def test_the_source_archive_holds_what_a_build_and_a_test_run_need(
    root: Path, tmp_path: Path
) -> None:
    build = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", str(tmp_path)]
    subprocess.run([*build, str(root)], capture_output=True, check=True)

    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        top_level = {Path(name).parts[1] for name in archive.getnames()}

    assert set() == {"assistant", "prompts", "schemas", "examples", "tests", "evals"} - top_level
    assert set() == {"Makefile", "requirements.lock", "requirements-dev.lock"} - top_level
