"""A rule's page in blocks, for formats that do not show Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, or a list, below its heading."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool = False


def page_blocks(page: str) -> Iterator[PageBlock]:
    """The blocks of a page; what stands above its first heading is left out."""
    heading = ""
    for block in page.strip().split("\n\n"):
        lines = block.split("\n")
        if block.startswith("## "):
            heading = block.removeprefix("## ")
        elif heading and all(line.startswith("- ") for line in lines):
            yield PageBlock(heading, tuple(line.removeprefix("- ") for line in lines), is_list=True)
        elif heading:
            yield PageBlock(heading, ("".join(lines),))
