"""The one place that starts LibreOffice: turns a document of one kind into another."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import AssistantError

_COMMANDS = ("soffice", "libreoffice", "soffice.com")
_FOLDERS = (
    ("/usr/lib", "libreoffice*/program/soffice"),
    ("/usr/lib64", "libreoffice*/program/soffice"),
    ("/opt", "libreoffice*/program/soffice"),
    ("/snap/bin", "libreoffice"),
    ("/Applications", "LibreOffice*.app/Contents/MacOS/soffice"),
    ("C:/Program Files", "LibreOffice*/program/soffice.com"),
    ("C:/Program Files (x86)", "LibreOffice*/program/soffice.com"),
)
_SECONDS = 60
_GROUPS = os.name == "posix"
INSTALL = "Debian、Ubuntu、统信、麒麟装 libreoffice-writer，Windows、macOS 装 LibreOffice"
_NAMES = "http://openoffice.org/2001/"
_SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


def libreoffice() -> str | None:
    """The program's path, on PATH or where installers put it; None if it is not there."""
    found = (shutil.which(command) for command in _COMMANDS)
    return next((path for path in (*found, *_installed()) if path is not None), None)


def _installed() -> Iterator[str]:
    for folder, pattern in _FOLDERS:
        yield from map(str, sorted(Path(folder).glob(pattern), reverse=True))


def converted(data: bytes, name: str, *, read_as: str, suffix: str, to: str) -> bytes:
    """The document ``data`` as a file of the kind ``to``.

    read_as: LibreOffice's name of the filter; without one it would take damage for plain text.
    Raises AssistantError E106, E107.
    """
    program = libreoffice()
    if program is None:
        message = f"文件“{name}”是旧版 Word、WPS 或 RTF 格式，装有 LibreOffice 才能读。"
        raise AssistantError("E107", message, f"请另存为 docx 再试；或安装它：{INSTALL}。")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        _write_profile(folder / "profile")
        document = folder / f"document{suffix}"
        document.write_bytes(data)
        command = (
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            f"--infilter={read_as}", "--convert-to", to, "--outdir", str(folder / "out"),
            str(document),
        )  # fmt: skip
        _run(command, name)
        result = folder / "out" / f"document.{to}"
        if not result.is_file():
            hint = "请用 Word 或 WPS 打开，另存为 docx 再试。"
            raise AssistantError("E106", f"文件“{name}”已损坏，LibreOffice 打不开。", hint)
        return result.read_bytes()


def _write_profile(profile: Path) -> None:
    """A profile of its own: no macros, nothing fetched, no quarrel with an open LibreOffice."""
    items = "".join(
        _SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="{_NAMES}registry">{items}</oor:items>\n',
        encoding="utf-8",
    )


def _run(command: Sequence[str], name: str) -> None:
    """Waits for the program, and ends it with all it started when it takes too long."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and none of its words is the user's
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=_GROUPS,
        )
    except OSError as error:
        raise AssistantError("E107", f"读文件“{name}”要用的 LibreOffice 启动不了。") from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        hint = "请用 Word 或 WPS 打开，另存为 docx 再试。"
        message = f"LibreOffice 读文件“{name}”超过 {_SECONDS} 秒，没有再等。"
        raise AssistantError("E107", message, hint) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if _GROUPS:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
