"""LibreOffice as a program that converts one document; nothing else starts it."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from assistant.errors import AssistantError

SECONDS = 120.0
_NAMES = ("soffice", "libreoffice")
# Where installers for desktops put it without telling PATH.
_USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_PACKAGE = "Debian、统信、麒麟等系统请安装 libreoffice-writer，Windows 请安装 LibreOffice。"


def find_soffice() -> str | None:
    """Path of the program, None where it is not installed."""
    on_path = (shutil.which(name) for name in _NAMES)
    found = next((path for path in on_path if path is not None), None)
    return found if found is not None else next(filter(os.path.exists, _USUAL), None)


def convert(
    document: Path | bytes, to: str, timeout: float = SECONDS, *, suffix: str = ".docx"
) -> bytes:
    """The document in another format, such as ``pdf``; ``suffix`` names the kind of bytes.

    Official fonts the machine lacks are replaced by the nearest it has. A profile of its own
    keeps apart from a LibreOffice that is open. Raises AssistantError E316 where the program
    is missing, E157 when it fails or takes longer than ``timeout`` seconds.
    """
    program = find_soffice()
    if program is None:
        raise AssistantError("E316", "没有找到 LibreOffice，转换不了。", _PACKAGE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # A name of our own: the user's may hold what a command line takes for an option.
        source = folder / f"document{suffix if isinstance(document, bytes) else document.suffix}"
        source.write_bytes(document if isinstance(document, bytes) else document.read_bytes())
        target = folder / "converted" / f"document.{to}"
        with as_file(files("assistant.files") / "fonts.conf") as fonts:
            command = _command(program, folder, source, to)
            _run([*_with_fonts(fonts), *command], timeout)
        if not target.exists() or not target.stat().st_size:
            hint = (
                "请用 Word、WPS 打开文件另存，或检查 LibreOffice 是否装全（libreoffice-writer）。"
            )
            raise AssistantError("E157", f"LibreOffice 没有转换出 {to}。", hint)
        return target.read_bytes()


def _command(program: str, folder: Path, source: Path, to: str) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ("--headless", "--norestore", "--nolockcheck")
    return [
        program, profile, *quiet,
        "--convert-to", to, "--outdir", str(folder / "converted"), str(source),
    ]  # fmt: skip


def _with_fonts(fonts: Path) -> tuple[str, ...]:
    """Names the file of font stand-ins where fontconfig is what chooses fonts."""
    env = shutil.which("env")
    return () if env is None or os.name != "posix" else (env, f"FONTCONFIG_FILE={fonts}")


def _run(command: Sequence[str], timeout: float) -> None:
    silent = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the user's own LibreOffice
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    ) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired as error:
            message = f"LibreOffice 用了 {timeout:g} 秒还没有转换完，已停止。"
            raise AssistantError("E157", message, "请再试一次，或用 Word、WPS 另存。") from error
        finally:
            # Also on Ctrl-C: the program is a script that starts others.
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
