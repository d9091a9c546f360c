"""A rule's page in blocks, for formats that do not show Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, or a list. heading: empty where it goes on below the one before."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool = False


def page_blocks(page: str) -> Iterator[PageBlock]:
    """The blocks of a page; what stands above its first heading is left out."""
    heading = ""
    _, found, below = page.strip().partition("\n\n## ")
    for block in f"## {below}".split("\n\n") if found else ():
        if block.startswith("## "):
            heading = block.removeprefix("## ")
            continue
        lines = tuple(line.removeprefix("- ") for line in block.split("\n"))
        yield PageBlock(heading, lines, is_list=block.startswith("- "))
        heading = ""
