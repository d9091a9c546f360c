"""Keeps every answer of a session on disk before the next question is asked."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from assistant.errors import AssistantError

_VERSION = 1


class Journal:
    """Append-only answers of one session, one JSON object a line, readable by a person."""

    def __init__(self, path: Path, year: int) -> None:
        """Opens or begins the journal at ``path``.

        Raises AssistantError E140 when it belongs to another year or version, E141 when the
        folder cannot be written. A last line cut off by a crash is dropped.
        """
        self._path = path
        self._answers: dict[str, str] = {}
        if path.exists():
            self._read(year)
        else:
            self._append({"version": _VERSION, "year": year})

    @property
    def answers(self) -> Mapping[str, str]:
        """Answers by question key; a later answer to the same question replaces the earlier."""
        return dict(self._answers)

    def keep(self, key: str, answer: str) -> None:
        """Writes one answer and waits until the disk has it."""
        self._append({"key": key, "answer": answer})
        self._answers[key] = answer

    def forget(self, key: str) -> None:
        """Takes an answer back, so that the question is asked again."""
        self._append({"key": key, "answer": None})
        self._answers.pop(key, None)

    def close(self) -> None:
        """Sets the journal aside, once its report is saved."""
        self._path.replace(self._path.with_name(f"{self._path.stem}.已完成{self._path.suffix}"))

    def _append(self, entry: Mapping[str, object]) -> None:
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(line)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            message = f"写不进“{self._path.parent}”，回答没有保存。"
            raise AssistantError("E141", message, "请换一个可写的目录（--out）。") from error

    def _read(self, year: int) -> None:
        lines = self._path.read_text(encoding="utf-8", errors="replace").split("\n")
        entries = [entry for line in lines if (entry := _entry(line)) is not None]
        head: Mapping[str, object] = entries[0] if entries else {}
        if head.get("version") != _VERSION or head.get("year") != year:
            message = f"“{self._path}”不是 {year} 年度、本版本程序的会话记录。"
            raise AssistantError("E140", message, "请把它移走，或换一个目录（--out）。")
        for entry in entries[1:]:
            key, answer = str(entry.get("key")), entry.get("answer")
            if isinstance(answer, str):
                self._answers[key] = answer
            else:
                self._answers.pop(key, None)
        if lines[-1]:
            # The last line has no end: the next answer must not be glued to it.
            with self._path.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write("\n")


def _entry(line: str) -> Mapping[str, object] | None:
    try:
        value = json.loads(line)
    except json.JSONDecodeError:
        return None
    return cast("dict[str, object]", value) if isinstance(value, dict) else None
