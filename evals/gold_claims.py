"""Claims of labelled passages: from marks to the format of the gold sets, held to the tables."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from evals.gold_marks import Mark, Marked, unit_of
from evals.gold_names import Names
from evals.gold_values import Tables, value_of

_EXTRA = "extra"
_STATEMENTS = {"zero", "all", "same"}
_SIGNED = re.compile(r"^(growth|difference)([+-])$")
_ROUGH = Decimal("0.2")
_HUNDRED = Decimal(100)
_AMOUNT_UNIT = Decimal(10000)  # cells of amounts are in 万元

Claim = dict[str, Any]


def claims_of(marked: Marked, names: Names) -> list[Claim]:
    """Claims in order; a span may hold several, joined by `` and `` in the source."""
    return [
        _claim(marked.text, mark, binding, names)
        for mark in marked.marks
        if mark.is_claim
        for binding in names.expand(mark.fields[1]).split(" and ")
    ]


def _claim(text: str, mark: Mark, binding: str, names: Names) -> Claim:
    quote = text[mark.start : mark.end]
    accepted = [name.strip() for name in names.expand(binding).split(" or ")]
    claim: Claim = {
        "start": mark.start,
        "end": mark.end,
        "quote": quote,
        **_said(quote, mark.fields[0]),
        "approx": "approx" in mark.fields[2:] or mark.fields[0].startswith(("余", "多")),
        "binds": accepted[0],
    }
    if len(accepted) > 1:
        claim["ambiguous"] = accepted
    return {**claim, **_flags(mark.fields[2:]), **_direction(mark.fields[0])}


def _said(quote: str, field: str) -> Claim:
    """Kind, value and unit from ``件``, ``件=16``, ``zero``, ``growth+`` or ``difference- 件``."""
    what, _, given = field.partition("=")
    kind = what.split(" ")[0]
    if kind in _STATEMENTS:
        value = None if kind == "all" else "0"
        return {"kind": "difference" if kind == "same" else kind, "value": value, "unit": None}
    number = given.strip() or quote.replace(",", "").replace("，", "").rstrip("%％")
    signed = _SIGNED.match(kind)
    percent = quote.endswith(("%", "％")) or quote.startswith("百分之")
    rate = percent or "rate" in field
    return {
        "kind": signed[1] if signed else "rate" if rate else "number",
        "value": f"{Decimal(number):f}",
        "unit": "%" if percent else unit_of(field) or None,
    }


def _direction(field: str) -> Claim:
    signed = _SIGNED.match(field.split("=", maxsplit=1)[0].split(" ", maxsplit=1)[0])
    return {"direction": "up" if signed[2] == "+" else "down"} if signed else {}


def _flags(flags: Sequence[str]) -> Claim:
    found: Claim = {"partial": True} if "partial" in flags else {}
    if "down" in flags:
        found["direction"] = "down"
    for flag in flags:
        if flag.startswith("wrong:"):
            found["inconsistent"] = flag.removeprefix("wrong:").strip()
    return found


def disagreements(claims: Sequence[Claim], tables: Tables) -> Iterator[str]:
    """Labels that do not agree with the tables, or name no cell of the form."""
    for claim in claims:
        if "inconsistent" not in claim:
            yield from _faults(claim, tables)


def _faults(claim: Claim, tables: Tables) -> Iterator[str]:
    accepted: list[str] = claim.get("ambiguous", [claim["binds"]])
    if claim["kind"] == "all" or (claim["kind"], claim["value"]) == ("rate", "100"):
        accepted = accepted[:1]
    for binding in accepted:
        if binding == _EXTRA:
            continue
        try:
            actual = value_of(binding, tables)
        except (KeyError, ValueError) as error:
            yield f"{claim['quote']}: cannot work out {binding} ({error})"
            continue
        if actual is not None and claim["unit"] == "元" and binding.endswith(".amount"):
            actual *= _AMOUNT_UNIT
        if not _agrees(claim, actual):
            yield f"{claim['quote']} at {claim['start']}: {binding} is {actual}"


def _agrees(claim: Claim, actual: Decimal | None) -> bool:
    if claim["kind"] == "all":
        return actual is None or actual in {_HUNDRED, 0} or "partial" in claim
    if actual is None:
        return claim["kind"] == "rate" and claim["value"] == "100"
    said = Decimal(claim["value"]) * _points(claim)
    signed = -said if claim.get("direction") == "down" else said
    if claim["approx"]:
        return abs(signed - actual) <= abs(actual) * _ROUGH
    places = Decimal(1).scaleb(-_decimals(claim["value"]))
    tolerance = places / 2 if claim["unit"] == "%" or claim["kind"] == "growth" else Decimal(0)
    return abs(signed - actual) <= tolerance


def _points(claim: Claim) -> int:
    """What turns the number as said into percent: 一倍 and 五分之一 are not in points."""
    as_fraction = "分之" in claim["quote"] and claim["unit"] != "%"
    return 100 if as_fraction or claim["unit"] == "倍" else 1


def _decimals(written: str) -> int:
    return len(written.partition(".")[2])
