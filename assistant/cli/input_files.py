"""What a command line names as input: files, folders, and ``-`` for standard input."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.app.documents import Document, Documents

STANDARD_INPUT = Path("-")
_NAME = "标准输入"


def document_at(path: Path) -> "Document":
    """One file, or standard input."""
    from assistant.app.documents import Document

    if path == STANDARD_INPUT:
        return Document(name=_NAME, data=_standard_input())
    return Document(name=path.name, path=path)


def documents_named(paths: Iterable[Path]) -> "Documents":
    """All that the paths stand for, standard input first."""
    from assistant.app.documents import Documents, documents_at

    named = list(paths)
    typed = (document_at(STANDARD_INPUT),) if STANDARD_INPUT in named else ()
    found = documents_at(path for path in named if path != STANDARD_INPUT)
    return Documents(documents=typed + found.documents, others=found.others)


def _standard_input() -> bytes:
    """All of it, but no more than one byte above what any file may have."""
    from assistant.files.file_bytes import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)
