# The part of openpyxl that is used here; it has no annotations of its own.
from os import PathLike
from typing import IO

from openpyxl.workbook import Workbook as Workbook

def load_workbook(
    filename: str | PathLike[str] | IO[bytes],
    *,
    read_only: bool = ...,
    keep_vba: bool = ...,
    data_only: bool = ...,
    keep_links: bool = ...,
) -> Workbook: ...
