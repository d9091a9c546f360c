"""Phrases as data: what to find in prose, in what surroundings, from when to when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.datafiles import load_shipped
from assistant.model import Severity
from assistant.resources import data_folder

_NUMERALS = "〇一二三四五六七八九十"


class Strict(BaseModel):
    """Base of all parts of a phrase file: no unknown keys, no coercion, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Phrase(Strict):
    """A literal to find. right: what should stand there, empty to delete or unknown.

    after / before: one of these must stand right before / behind the literal, if any is given;
    <数字> and <字母> stand for any digit or letter. not_after / not_before: none of these may.
    not_in: longer words in which the literal is right. why: the reason, shown in the finding.
    valid_from / valid_to: report years in which the phrase is in place.
    """

    find: str = Field(min_length=1)
    right: str | None = None
    why: str = ""
    severity: Literal["error", "warning", "note"] = "warning"
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    valid_from: int | None = None
    valid_to: int | None = None

    @property
    def grade(self) -> Severity:
        """Severity of a finding of this phrase."""
        return Severity(self.severity)

    def in_place(self, year: int) -> bool:
        """Whether a report of ``year`` may use it."""
        early = self.valid_from is not None and year < self.valid_from
        late = self.valid_to is not None and year > self.valid_to
        return not early and not late

    def matches(self, text: str) -> "Iterator[Match]":
        """Where the phrase stands in ``text``, its surroundings allowing."""
        start = text.find(self.find)
        while start >= 0:
            end = start + len(self.find)
            if self._fits(text, start, end):
                yield Match(phrase=self, start=start, end=end)
            start = text.find(self.find, end)

    def _fits(self, text: str, start: int, end: int) -> bool:
        if self.after and not _ends_with(text, start, self.after):
            return False
        if self.before and not _starts_with(text, end, self.before):
            return False
        if _ends_with(text, start, self.not_after) or _starts_with(text, end, self.not_before):
            return False
        return not any(_holds(text, start, end, word) for word in self.not_in)


class PhraseFile(Strict):
    """A file of phrases of one kind, with the source they were taken from."""

    source: str
    phrases: tuple[Phrase, ...]


class VocabularyFile(Strict):
    """Words that tell the rules how a sentence is meant, by list."""

    source: str
    lists: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A phrase found at ``start`` to ``end`` of a text."""

    phrase: Phrase
    start: int
    end: int


def _is_of_class(character: str, name: str) -> bool:
    """Whether a character belongs to a class a phrase file may name."""
    if name == "<数字>":
        return character.isdecimal() or character in _NUMERALS
    return name == "<字母>" and character.isascii() and character.isalpha()


def _ends_with(text: str, place: int, wanted: Iterable[str]) -> bool:
    """Whether one of ``wanted`` ends right before ``place``."""
    before = text[place - 1 : place] if place > 0 else ""
    return any(
        text.endswith(word, 0, place) or (before and _is_of_class(before, word)) for word in wanted
    )


def _starts_with(text: str, place: int, wanted: Iterable[str]) -> bool:
    """Whether one of ``wanted`` begins at ``place``."""
    behind = text[place : place + 1]
    return any(
        text.startswith(word, place) or (behind and _is_of_class(behind, word)) for word in wanted
    )


def _holds(text: str, start: int, end: int, word: str) -> bool:
    """Whether ``word`` stands in ``text`` so that it covers ``start`` to ``end``."""
    left = max(0, end - len(word))
    found = text.find(word, left, start + len(word))
    return found >= 0 and found <= start and found + len(word) >= end


@cache
def load_phrases(name: str) -> tuple[Phrase, ...]:
    """Phrases of ``schemas/phrases/<name>.yaml``. Raises AssistantError E221 naming the line."""
    return load_shipped(PhraseFile, _text(name), f"{name}.yaml", "E221").phrases


@cache
def _vocabulary() -> VocabularyFile:
    return load_shipped(VocabularyFile, _text("vocabulary"), "vocabulary.yaml", "E221")


def words(name: str) -> tuple[str, ...]:
    """A list of the vocabulary; KeyError when there is none such."""
    return _vocabulary().lists[name]


def _text(name: str) -> str:
    return (data_folder("schemas") / "phrases" / f"{name}.yaml").read_text(encoding="utf-8")


def has_any(text: str, wanted: Iterable[str]) -> bool:
    """Whether one of the words stands in ``text``."""
    return any(word in text for word in wanted)
