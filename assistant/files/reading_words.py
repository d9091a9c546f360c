"""Words by which a report's title, signature and page clutter are told, from the data file."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from assistant.datafiles import load_shipped
from assistant.model import Level
from assistant.resources import data_folder


class Strict(BaseModel):
    """No unknown keys, no coercion, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class WordsSource(Strict):
    """Where the words come from."""

    title: str
    number: str
    date: str | None
    note: str = ""


class OrganEndings(Strict):
    """How names of organs end, by level."""

    township: tuple[str, ...]
    region: tuple[str, ...]
    department: tuple[str, ...]


class Radicals(Strict):
    """Radicals and the characters they stand for, one behind the other in the same order."""

    signs: str
    characters: str


class ReadingWords(Strict):
    """The whole file."""

    source: WordsSource
    title_words: tuple[str, ...]
    title_subjects: tuple[str, ...]
    organ_endings: OrganEndings
    organ_endings_unknown: tuple[str, ...]
    page_metadata: tuple[str, ...]
    page_footers: tuple[str, ...]
    radicals: Radicals

    @property
    def radical_map(self) -> dict[int, str]:
        """For ``str.translate``."""
        pairs = zip(self.radicals.signs, self.radicals.characters, strict=True)
        return {ord(sign): character for sign, character in pairs}

    def level_of(self, name: str) -> Level | None:
        """Level of the organ of a name, None when the name does not tell."""
        if name.endswith(self.organ_endings_unknown):
            return None
        endings = [
            *((Level.TOWNSHIP, ending) for ending in self.organ_endings.township),
            *((Level.REGION, ending) for ending in self.organ_endings.region),
            *((Level.DEPARTMENT, ending) for ending in self.organ_endings.department),
        ]
        longest = max(endings, key=lambda pair: len(pair[1]) if name.endswith(pair[1]) else 0)
        return longest[0] if name.endswith(longest[1]) else None

    def names_an_organ(self, name: str) -> bool:
        """Whether a line may be the name of an organ."""
        return self.level_of(name) is not None or name.endswith(self.organ_endings_unknown)


@cache
def reading_words() -> ReadingWords:
    """The words of the shipped file."""
    entry = data_folder("schemas") / "phrases" / "reading.yaml"
    return load_shipped(ReadingWords, entry.read_text(encoding="utf-8"), "reading.yaml", "E210")
