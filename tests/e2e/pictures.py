"""Turns documents into pictures with the optional programs of the system."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

OFFICE = ("soffice", "LibreOffice")
PAGES = ("pdftoppm", "poppler-utils")
WORDS = ("pdftotext", "poppler-utils")
BROWSER = ("chromium", "Chromium")
DOTS_PER_INCH = 60
_MM = 25.4
_DARK = 160
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{aliases}
</fontconfig>"""
_ALIAS = """<alias binding="same"><family>{name}</family><prefer>
<family>{first}</family><family>{second}</family></prefer></alias>"""
_STANDINS = (
    ("仿宋_GB2312", "FangSong", "Noto Serif CJK SC"),
    ("方正小标宋简体", "SimSun", "Noto Serif CJK SC"),
    ("楷体_GB2312", "KaiTi", "Noto Serif CJK SC"),
    ("黑体", "SimHei", "Noto Sans CJK SC"),
    ("宋体", "SimSun", "Noto Serif CJK SC"),
    ("Times New Roman", "Liberation Serif", "Noto Serif CJK SC"),
)


def program(needed: tuple[str, str]) -> str:
    """Path of a program; the test is skipped where it is not installed."""
    command, name = needed
    found = shutil.which(command)
    if found is None:
        pytest.skip(f"没有安装 {name}（可选的系统软件，见 make system）")
    return found


def require_spreadsheets() -> None:
    """LibreOffice comes in parts; the one for text alone opens no workbook."""
    parts = Path(program(OFFICE)).resolve().parent
    if not any(parts.glob("*sclo.*")):
        pytest.skip("没有安装 LibreOffice Calc（可选的系统软件，见 make system）")


@dataclass(frozen=True)
class Studio:
    """A folder to work in, an environment in which official fonts have stand-ins."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    def open(cls, folder: Path, environment: dict[str, str]) -> "Studio":
        """A studio in an empty folder."""
        aliases = "\n".join(
            _ALIAS.format(name=name, first=first, second=second)
            for name, first, second in _STANDINS
        )
        fonts = folder / "fonts.conf"
        fonts.write_text(_FONTS.format(aliases=aliases), encoding="utf-8")
        return cls(folder, environment | {"FONTCONFIG_FILE": str(fonts), "HOME": str(folder)})

    def convert(self, document: Path, to: str) -> Path:
        """The document in another format, by LibreOffice; it recalculates what it opens."""
        profile = (self.folder / "profile").as_uri()
        out = self.folder / "converted"
        self._run(
            program(OFFICE), f"-env:UserInstallation={profile}", "--headless",
            "--convert-to", to, "--outdir", str(out), str(document),
        )  # fmt: skip
        return out / f"{document.stem}.{to}"

    def pages(self, document: Path) -> list["Picture"]:
        """Every page of a document, as LibreOffice lays it out."""
        program(OFFICE)
        return self._pictures(self.convert(document, "pdf"))

    def printed(self, page: Path) -> list["Picture"]:
        """Every page of a web page, as Chromium prints it."""
        return self._pictures(self.print_pdf(page))

    def print_pdf(self, page: Path) -> Path:
        """A web page as the PDF that Chromium prints."""
        pdf = self.folder / "printed.pdf"
        self._run(
            program(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", f"--user-data-dir={self.folder / 'browser'}",
            "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri(),
        )  # fmt: skip
        return pdf

    def lines(self, pdf: Path, page: int) -> list[str]:
        """The lines of one page's text, from top to bottom."""
        target = self.folder / "page.txt"
        number = str(page)
        self._run(program(WORDS), "-layout", "-f", number, "-l", number, str(pdf), str(target))
        text = target.read_text(encoding="utf-8").replace("\f", "")
        return [line.strip() for line in text.splitlines() if line.strip()]

    def _pictures(self, pdf: Path) -> list["Picture"]:
        command = program(PAGES)
        _require_chinese_fonts()
        self._run(command, "-r", str(DOTS_PER_INCH), "-gray", str(pdf), str(self.folder / "page"))
        files = sorted(self.folder.glob("page*.pgm"))
        return [Picture.of_pgm(file.read_bytes()) for file in files]

    def _run(self, *command: str) -> None:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            timeout=150,
            check=False,
        )
        assert 0 == done.returncode, done.stderr.decode(errors="replace")


def _require_chinese_fonts() -> None:
    listed = subprocess.run(
        [program(("fc-list", "fontconfig")), ":lang=zh-cn"], capture_output=True, check=False
    )
    if not listed.stdout.strip():
        pytest.skip("没有安装中文字体 fonts-noto-cjk（可选的系统软件，见 make system）")


@dataclass(frozen=True)
class Picture:
    """A page as rows of grey values."""

    rows: tuple[bytes, ...]

    @classmethod
    def of_pgm(cls, data: bytes) -> "Picture":
        """From the plain grey format of pdftoppm."""
        _, width, height = data.split(maxsplit=3)[:3]
        size = int(width)
        pixels = data[-size * int(height) :]
        return cls(tuple(pixels[at : at + size] for at in range(0, len(pixels), size)))

    @property
    def ink(self) -> float:
        """Share of the page that is dark."""
        dark = sum(1 for row in self.rows for value in row if value < _DARK)
        return dark / (len(self.rows) * len(self.rows[0]))

    @property
    def sides(self) -> tuple[float, float]:
        """Where the ink begins and ends from left to right, in millimetres."""
        columns = [
            index for index in range(len(self.rows[0])) if min(r[index] for r in self.rows) < _DARK
        ]
        return columns[0] * _MM / DOTS_PER_INCH, (columns[-1] + 1) * _MM / DOTS_PER_INCH
