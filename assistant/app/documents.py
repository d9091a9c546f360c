"""The files somebody wants to have read: by path, out of folders, or as bytes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from assistant.errors import AssistantError
from assistant.files import read_report, read_report_bytes
from assistant.files.file_bytes import read_bytes
from assistant.files.report_folder import REPORT_SUFFIXES, files_in
from assistant.files.waivers import read_waivers
from assistant.forms import FormRegistry
from assistant.model import Failure, Report, Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file. name: as the user knows it. failure: known to be unreadable, and why.

    Its content is ``data``, or what lies at ``path``. waivers: the decisions kept beside it,
    None while they have not been read.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    failure: Failure | None = None
    waivers: tuple[Waiver, ...] | None = None

    def portable(self) -> "Document":
        """The same for a process on another machine: content instead of a path."""
        if self.path is None or self.data is not None or self.failure is not None:
            return self
        try:
            return replace(self, data=read_bytes(self.path), waivers=read_waivers(self.path))
        except AssistantError as error:
            return replace(self, failure=Failure.of(error))


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """What paths on a command line stand for. others: files of other kinds in the folders."""

    documents: tuple[Document, ...]
    others: int = 0


def documents_at(paths: Iterable[Path], suffixes: frozenset[str] = REPORT_SUFFIXES) -> Documents:
    """The files, and for a folder all files below it whose suffix is among ``suffixes``."""
    found: dict[Path, Document] = {}
    others = 0
    for path in paths:
        if path.is_dir():
            content = files_in(path, suffixes)
            others += content.others
            listed = [(file.path, file.error) for file in content.files]
        else:
            listed = [(path, None)]
        for file, error in listed:
            failure = None if error is None else Failure.of(error)
            document = Document(name=str(file), path=file, failure=failure)
            found.setdefault(file.absolute(), document)
    return Documents(documents=tuple(found.values()), others=others)


def report_of(document: Document, forms: FormRegistry) -> Report:
    """The report in a document. Raises AssistantError E1xx when there is none to be read."""
    if document.failure is not None:
        failure = document.failure
        raise AssistantError(failure.code, failure.message, failure.hint)
    if document.data is not None:
        report = read_report_bytes(document.data, PurePath(document.name).name, forms)
    elif document.path is not None:
        report = read_report(document.path, forms)
    else:
        raise AssistantError("E101", f"没有给出“{document.name}”的内容。")
    return replace(report, source=document.name)


def waivers_of(document: Document) -> tuple[Waiver, ...]:
    """The decisions about a document. Raises AssistantError E180 for a damaged file of them."""
    if document.waivers is not None:
        return document.waivers
    return () if document.path is None else read_waivers(document.path)
