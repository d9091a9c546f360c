"""The reports in a folder and the folders below it, in a fixed order."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import AssistantError

# Kinds that cannot be read are among them: a report must not be passed over without a word.
REPORT_SUFFIXES = frozenset(
    (".docx", ".doc", ".wps", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md")
)
STATISTICS_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".yaml", ".yml", ".json"))
_MOST_FILES = 100_000
# Word's lock files and what systems hide.
_NOT_MEANT = ("~$", ".")
# Decisions about findings and pages to look a report over, kept beside it.
_BESIDE = (".waivers.yaml", ".核对.html", "待核稿.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file of a folder; ``error`` when it is already known that it cannot be read."""

    path: Path
    error: AssistantError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderContent:
    """The files of the wanted kinds, sorted by path, and how many others there are."""

    files: tuple[FoundFile, ...]
    others: int


def files_in(folder: Path, suffixes: frozenset[str]) -> FolderContent:
    """What a folder holds. Links are followed, none of them twice and none in a circle.

    Raises AssistantError E103 when the folder itself cannot be read, E105 for too many files.
    """
    walk = _Walk(folder, suffixes)
    walk.everything()
    found = sorted(walk.found, key=lambda file: file.path.parts)
    return FolderContent(files=tuple(found), others=walk.others)


@dataclass
class _Walk:
    """One walk; real folders first, so that a link never takes the place of what it points to."""

    folder: Path
    suffixes: frozenset[str]
    found: list[FoundFile] = field(default_factory=list[FoundFile])
    others: int = 0
    links: list[Path] = field(default_factory=list[Path])
    seen: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def everything(self) -> None:
        self._below(self.folder)
        while self.links:
            link = self.links.pop(0)
            try:
                known = _identity(link) in self.seen
            except OSError:
                known = True
            if not known:
                self._below(link)
            elif _leads_back(link):
                message = f"文件夹“{link.name}”是指回上级的链接，没有再读。"
                self._refuse(link, AssistantError("E108", message, "请删去这个链接。"))

    def _below(self, top: Path) -> None:
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                self.seen.add(_identity(folder))
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                self._refuse(folder, _unreadable(folder, error))
                continue
            waiting.extend(self._folders(entries))

    def _folders(self, entries: list[os.DirEntry[str]]) -> Iterator[Path]:
        """Takes the files among the entries and hands on the folders."""
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(_NOT_MEANT) or entry.name.endswith(_BESIDE):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield path
            elif _is_folder(entry):
                self.links.append(path)
            elif path.suffix.lower() not in self.suffixes:
                self.others += 1
            elif _is_file(entry):
                self._take(FoundFile(path=path))
            else:
                message = f"“{path.name}”不是普通文件，或是断了的链接。"
                self._refuse(path, AssistantError("E103", message))

    def _refuse(self, path: Path, error: AssistantError) -> None:
        if path == self.folder:
            raise error
        self._take(FoundFile(path=path, error=error))

    def _take(self, file: FoundFile) -> None:
        self.found.append(file)
        if len(self.found) > _MOST_FILES:
            message = f"文件夹“{self.folder}”里的文件超过 {_MOST_FILES} 个。"
            raise AssistantError("E105", message, "请分几次核对。")


def _unreadable(folder: Path, error: OSError) -> AssistantError:
    hint = "请检查权限。" if isinstance(error, PermissionError) else ""
    return AssistantError("E103", f"读不了文件夹“{folder.name}”。", hint)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _leads_back(link: Path) -> bool:
    """Whether a link points to a folder it lies in."""
    try:
        target = link.resolve()
        return link.parent.resolve().is_relative_to(target)
    except (OSError, RuntimeError):
        return True
