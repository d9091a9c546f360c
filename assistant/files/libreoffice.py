"""The one place that starts LibreOffice: turns a document of one kind into another."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from enum import Enum
from importlib.resources import as_file, files
from pathlib import Path

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


class Trouble(Enum):
    """Why nothing was converted."""

    MISSING = "missing"
    NOT_STARTED = "not started"
    TOO_SLOW = "too slow"
    NOTHING_MADE = "nothing made"


class NotConvertedError(Exception):
    """LibreOffice made no document; ``trouble`` tells why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def find_soffice() -> str | None:
    """The program's path, on PATH or where installers put it; None if it is not there."""
    found = (shutil.which(command) for command in _COMMANDS)
    return next((path for path in (*found, *_installed()) if path is not None), None)


def _installed() -> Iterator[str]:
    for folder, pattern in _FOLDERS:
        yield from map(str, sorted(Path(folder).glob(pattern), reverse=True))


def convert(data: bytes, to: str, *, suffix: str, seconds: float, read_as: str = "") -> bytes:
    """The document ``data``, of the kind ``suffix``, as a file of the kind ``to``.

    read_as: LibreOffice's name of the filter; without one it takes damage for plain text.
    Official fonts the machine lacks are replaced by the nearest it has. A document that takes
    longer than ``seconds`` is given up. Raises NotConvertedError.
    """
    program = find_soffice()
    if program is None:
        raise NotConvertedError(Trouble.MISSING)
    if not Path(program).exists():
        raise NotConvertedError(Trouble.NOT_STARTED)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        _write_profile(folder / "profile")
        # A name of our own: the user's may hold what a command line takes for an option.
        document = folder / f"document{suffix}"
        document.write_bytes(data)
        filters = (f"--infilter={read_as}",) if read_as else ()
        with as_file(files("assistant.files") / "fonts.conf") as fonts:
            command = (
                *_with_fonts(fonts), program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                *filters, "--convert-to", to, "--outdir", str(folder / "out"), str(document),
            )  # fmt: skip
            _run(command, seconds)
        result = folder / "out" / f"document.{to}"
        if not result.is_file() or not result.stat().st_size:
            raise NotConvertedError(Trouble.NOTHING_MADE)
        return result.read_bytes()


def _with_fonts(fonts: Path) -> tuple[str, ...]:
    """Names the file of font stand-ins where fontconfig is what chooses fonts."""
    env = shutil.which("env")
    return () if env is None or not _GROUPS else (env, f"FONTCONFIG_FILE={fonts}")


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


def _run(command: Sequence[str], seconds: float) -> None:
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
        raise NotConvertedError(Trouble.NOT_STARTED) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NotConvertedError(Trouble.TOO_SLOW) from error
    finally:
        # Also on Ctrl-C: the program is a script that starts others.
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if _GROUPS:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
