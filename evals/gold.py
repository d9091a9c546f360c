"""Labelled passages as frozen values."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

EXTRA = "extra"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A labelled claim; ``accepted`` are all bindings a careful reader would accept."""

    start: int
    end: int
    quote: str
    kind: str
    value: Decimal | None
    accepted: tuple[str, ...]
    scored: bool

    @property
    def required(self) -> bool:
        """Whether it must be bound to a table."""
        return self.scored and EXTRA not in self.accepted

    @property
    def is_statement(self) -> bool:
        """Whether it says zero or all without a number of its own."""
        return self.kind in {"zero", "all"} or (self.value is None and self.kind != "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToken:
    """A labelled numeral."""

    start: int
    end: int
    token_class: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One labelled passage with its tables."""

    id: str
    level: str
    year: int
    form: str
    text: str
    statistics: Mapping[str, Decimal]
    previous: Mapping[str, Decimal]
    claims: tuple[GoldClaim, ...]
    tokens: tuple[GoldToken, ...]


def read_gold(paths: Iterable[Path]) -> Iterator[Passage]:
    """Passages of the files, in order."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield _passage(json.loads(line, parse_float=Decimal))


def _passage(data: Mapping[str, Any]) -> Passage:
    return Passage(
        id=data["id"],
        level=data["level"],
        year=int(data["year"]),
        form=str(data["form"]),
        text=data["text"],
        statistics=_numbers(data["statistics"]),
        previous=_numbers(data.get("previous", {})),
        claims=tuple(_claim(claim) for claim in data["claims"]),
        tokens=tuple(
            GoldToken(start=t["start"], end=t["end"], token_class=t["class"])
            for t in data["tokens"]
        ),
    )


def _numbers(cells: Mapping[str, Any]) -> dict[str, Decimal]:
    return {cell: Decimal(str(value)) for cell, value in cells.items()}


def _claim(data: Mapping[str, Any]) -> GoldClaim:
    value = data.get("value")
    accepted = data.get("ambiguous") or [data["binds"]]
    return GoldClaim(
        start=data["start"],
        end=data["end"],
        quote=data["quote"],
        kind=data["kind"],
        value=None if value is None else Decimal(str(value)),
        accepted=tuple(dict.fromkeys([data["binds"], *accepted])),
        scored=not data.get("inconsistent") and not data.get("damaged"),
    )
