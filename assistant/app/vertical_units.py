"""Names of units that report to a higher level and not to the county they lie in."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from assistant.datafiles import load_shipped
from assistant.resources import data_folder


class MergingWords(BaseModel):
    """The data file: words in the names of such units."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    source: str
    vertical: tuple[str, ...]


@cache
def vertical_words() -> tuple[str, ...]:
    """The words of the shipped file."""
    entry = data_folder("schemas") / "phrases" / "merging.yaml"
    text = entry.read_text(encoding="utf-8")
    return load_shipped(MergingWords, text, "merging.yaml", "E210").vertical
