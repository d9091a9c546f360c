"""The template writer's phrase library: strict models of ``prompts/phrases/*.yaml``."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.datafiles import load_shipped
from assistant.drafting.placeholders import Literal, literal_digits, pieces
from assistant.errors import AssistantError
from assistant.resources import data_folder

EVERYWHERE = frozenset({"机关名称", "机关", "年度", "上年度"})
"""Placeholders any phrase may use without declaring a slot for them."""

_GUARDS = str.maketrans({"\ue000": "{{", "\ue001": "}}"})


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Phrase(_Strict):
    """One thing that can be said, in several wordings.

    about: what it tells (Chinese). slots: names every wording takes as ``{slot}``.
    """

    about: str
    slots: tuple[str, ...] = ()
    wordings: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _every_wording_is_sound(self) -> Self:
        for wording in self.wordings:
            problem = _problem_of(wording, self.slots)
            if problem:
                message = f"“{wording[:20]}”{problem}"
                raise ValueError(message)
        return self


class WantedLength(_Strict):
    """Wanted number of characters of a section."""

    section: str
    least: int
    most: int


class SelfDesignation(_Strict):
    """An organisation whose name ends so calls itself so."""

    ends: str
    says: str


class PhraseFile(_Strict):
    """A phrase file. source: where wordings and limits come from."""

    source: str
    lengths: tuple[WantedLength, ...] = ()
    self_designations: tuple[SelfDesignation, ...] = ()
    phrases: dict[str, Phrase]


class PhraseLibrary:
    """All phrases by kind."""

    def __init__(self, files: tuple[PhraseFile, ...]) -> None:
        self._files = files
        self._phrases = {kind: p for file in files for kind, p in file.phrases.items()}

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of thing the library can say."""
        return frozenset(self._phrases)

    def phrase(self, kind: str) -> Phrase:
        """The phrase of a kind. Raises AssistantError E231 when the library has none."""
        if kind not in self._phrases:
            raise AssistantError("E231", f"语句库里没有“{kind}”这一类语句。", "请重新安装本程序。")
        return self._phrases[kind]

    def length(self, section: str) -> WantedLength:
        """Wanted length of a section by id; that of ``any`` where the library sets none."""
        wanted = {length.section: length for file in self._files for length in file.lengths}
        return wanted.get(section, wanted["any"])

    def self_designation(self, organisation: str) -> str:
        """What an organisation calls itself, by the end of its name."""
        rules = (rule for file in self._files for rule in file.self_designations)
        return next(rule.says for rule in rules if organisation.endswith(rule.ends))

    def say(
        self, kind: str, slots: Mapping[str, str], organisation: str, year: int, *, turn: int = 0
    ) -> str:
        """The wording of ``kind`` that falls to this organisation and year, slots filled in.

        Neighbours differ by the hash of their names, and one organisation never says the same
        thing in the same words two years running, or twice running in a text (``turn``), where
        there is a choice.
        """
        wordings = self.phrase(kind).wordings
        digest = hashlib.sha256(f"{organisation}\x1f{kind}".encode()).digest()
        chosen = wordings[(int.from_bytes(digest[:4], "big") + year + turn) % len(wordings)]
        return fill(chosen, slots)


def fill(wording: str, slots: Mapping[str, str]) -> str:
    """``wording`` with its ``{slot}`` parts filled; ``{{name}}`` stays a placeholder."""
    guarded = wording.replace("{{", "\ue000").replace("}}", "\ue001")
    parts: list[str] = []
    for literal, slot, _, _ in Formatter().parse(guarded):
        parts.append(literal.translate(_GUARDS))
        if slot is not None:
            parts.append(slots[slot])
    return "".join(parts)


def _problem_of(wording: str, declared: tuple[str, ...]) -> str:
    cut, broken = pieces(wording)
    if broken:
        return broken[0].message
    if any(isinstance(p, Literal) and literal_digits(p) for p in cut):
        return "直接写了数字"
    named = {p.name for p in cut if not isinstance(p, Literal)}
    if not named <= EVERYWHERE:
        return f"用了没有声明的占位符：{'、'.join(sorted(named - EVERYWHERE))}"
    guarded = wording.replace("{{", "").replace("}}", "")
    try:
        used = {slot for _, slot, _, _ in Formatter().parse(guarded) if slot is not None}
    except ValueError:
        return "花括号不成对"
    if used != set(declared):
        return f"声明的空位是“{'、'.join(declared)}”，用到的是“{'、'.join(sorted(used))}”"
    return ""


def _load(folder: Traversable | Path) -> tuple[PhraseFile, ...]:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    files: list[PhraseFile] = []
    seen: set[str] = set()
    for entry in entries:
        if not entry.name.endswith(".yaml"):
            continue
        text = entry.read_text(encoding="utf-8")
        file = load_shipped(PhraseFile, text, entry.name, "E230")
        for kind in sorted(seen & set(file.phrases)):
            raise AssistantError("E232", f"语句“{kind}”在“{entry.name}”里又定义了一次。")
        seen |= set(file.phrases)
        files.append(file)
    return tuple(files)


@cache
def load_phrases(folder: Path | None = None) -> PhraseLibrary:
    """The shipped library, or that of a folder. Raises AssistantError E23x naming file, line."""
    return PhraseLibrary(_load(data_folder("prompts") / "phrases" if folder is None else folder))
