"""``python -m evals.gold_build``: evals/gold/source/*.yaml → evals/gold/passages.jsonl, verified.

Verified: marks and spans, every numeral in exactly one token, complete tables that satisfy the
form's identities, and labels that agree with the tables.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from assistant.datafiles import parse_yaml
from assistant.forms import Form, complete, identity_lines, load_forms
from assistant.model import Amount
from evals.gold_claims import claims_of, disagreements
from evals.gold_marks import parse_marks
from evals.gold_names import Names
from evals.gold_tokens import tokens_of
from evals.gold_values import Tables

_GOLD = Path(__file__).parent / "gold"
_SOURCE = _GOLD / "source"
_TARGET = _GOLD / "passages.jsonl"
_FIRST_COLUMNS = {"applications": "natural_person"}


def main() -> int:
    """Writes the passages; prints every fault instead when there is one."""
    names = Names(short=cast("dict[str, str]", _read(_SOURCE / "names.yaml")))
    lines: list[str] = []
    faults: list[str] = []
    for source in sorted(_SOURCE.glob("passages-*.yaml")):
        for item in cast("list[dict[str, Any]]", _read(source)):
            passage, found = build(item, names)
            lines.append(json.dumps(passage, ensure_ascii=False))
            faults.extend(f"{source.name} {item['id']}: {fault}" for fault in found)
    faults.extend(_repeated_ids(lines))
    if faults:
        print("\n".join(faults))
        return 1
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} passages")
    return 0


def _read(path: Path) -> object:
    return parse_yaml(path.read_text(encoding="utf-8"), path.name, "E201")


def _repeated_ids(lines: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        name = json.loads(line)["id"]
        if name in seen:
            yield f"{name} occurs twice"
        seen.add(name)


def build(item: Mapping[str, Any], names: Names) -> tuple[dict[str, Any], list[str]]:
    """A passage in the format of the gold sets, and what is wrong with it."""
    form = load_forms().for_year(int(item["year"]))
    cells = dict(_sparse(item.get("cells", {}), names))
    statistics = _completed(form, cells)
    previous = dict(_sparse(item.get("previous", {}), names))
    marked = parse_marks(item["text"].strip("\n"))
    claims = claims_of(marked, names)
    tokens, unmarked = tokens_of(marked)
    tables = Tables(cells=statistics, previous=previous)
    faults = [
        *unmarked,
        *(f"{cell}: no such cell" for cell in cells if cell not in form.columns_by_cell),
        *_missing(form, statistics),
        *_broken_identities(form, statistics),
        *disagreements(claims, tables),
    ]
    passage = {
        **{key: item[key] for key in ("id", "level", "year")},
        "form": form.id,
        "text": marked.text,
        "statistics": _plain(statistics),
        "previous": _plain(previous),
        "claims": claims,
        "tokens": tokens,
    }
    return passage, faults


def _sparse(given: Mapping[str, Any], names: Names) -> Iterator[tuple[str, Decimal]]:
    """``A.received: 5`` means natural persons; a mapping gives the columns."""
    for name, content in given.items():
        cell = names.expand(name)
        if isinstance(content, dict):
            for column, value in cast("dict[str, object]", content).items():
                yield f"{cell}.{column}", Decimal(str(value))
        elif cell.count(".") == 1:
            yield f"{cell}.{_FIRST_COLUMNS[cell.partition('.')[0]]}", Decimal(str(content))
        else:
            yield cell, Decimal(str(content))


def _completed(form: Form, given: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """All cells: what is not given and is no total is nothing."""
    totals = {"total", "results_total"}
    rest = {
        cell: Decimal(0)
        for cell in form.cells
        if cell not in given
        and (cell.startswith("disclosure.") or not totals & set(cell.split(".")))
    }
    amounts = {cell: Amount.of(value) for cell, value in {**rest, **given}.items()}
    done = complete(form, amounts).cells
    numbers = {cell: done[cell].number for cell in form.cells if cell in done}
    return {cell: number for cell, number in numbers.items() if number is not None}


def _missing(form: Form, statistics: Mapping[str, Decimal]) -> Iterator[str]:
    return (f"{cell} is open" for cell in form.cells if cell not in statistics)


def _broken_identities(form: Form, statistics: Mapping[str, Decimal]) -> Iterator[str]:
    for identity in form.identities:
        if identity.spans_years or identity.standing == "usual" or identity.relation != "equal":
            continue
        for line in identity_lines(form, identity):
            sides = [
                sum(t.sign * statistics.get(c, Decimal(0)) for t in side for c in t.cells)
                for side in (line.left, line.right)
            ]
            if sides[0] != sides[1]:
                yield f"{identity.id} {line.key}: {sides[0]} and {sides[1]}"


def _plain(cells: Mapping[str, Decimal]) -> dict[str, int | float]:
    return {
        cell: int(value) if value == value.to_integral_value() else float(value)
        for cell, value in cells.items()
    }


if __name__ == "__main__":
    sys.exit(main())
