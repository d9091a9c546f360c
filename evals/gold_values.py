"""What a binding expression comes to in a passage's tables; made apart from the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

_HUNDRED = Decimal(100)
_GROUPS = ("refused", "unavailable", "not_handled", "other")
_APPLICANTS = ("company", "research_institute", "public_interest_org", "legal_service", "other_org")
_PROCEDURES = ("litigation_direct", "litigation_after_review")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Cells of this year and of last year."""

    cells: Mapping[str, Decimal]
    previous: Mapping[str, Decimal]


def value_of(expression: str, tables: Tables) -> Decimal | None:
    """Value of a cell id or a derived expression; None for a share of nothing.

    KeyError names a cell that the tables do not hold.
    """
    bare = expression.removeprefix("=")
    name, bracket, inner = bare.partition("(")
    if bracket:
        return _called(name, inner.removesuffix(")"), tables)
    if bare in tables.cells and bare == expression:
        return tables.cells[bare]
    if bare == expression:
        raise KeyError(expression)
    return _group(bare, tables.cells)


def _called(name: str, inner: str, tables: Tables) -> Decimal | None:
    if name == "sum":
        return sum((_known(part, tables) for part in _split(inner, ",")), Decimal(0))
    if name == "rate":
        part, whole = _split(inner, "/")
        return _share(_known(part, tables), _known(whole, tables))
    now, then = _known(inner, tables), _known(inner, _last_year(tables))
    if name == "difference":
        return now - then
    if name == "growth":
        return _share(now - then, then)
    raise KeyError(name)


def _last_year(tables: Tables) -> Tables:
    return Tables(cells=tables.previous, previous={})


def _known(expression: str, tables: Tables) -> Decimal:
    value = value_of(expression, tables)
    if value is None:
        raise KeyError(expression)
    return value


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole * _HUNDRED if whole else None


def _split(inner: str, sign: str) -> list[str]:
    """Parts at ``sign``, but not inside brackets."""
    parts, depth = [""], 0
    for letter in inner:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == sign and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _group(name: str, cells: Mapping[str, Decimal]) -> Decimal:
    table, row, column = name.split(".")
    if column == "organisations":
        ids = [f"{table}.{row}.{applicant}" for applicant in _APPLICANTS]
    elif row == "litigation":
        ids = [f"{table}.{procedure}.{column}" for procedure in _PROCEDURES]
    elif row == "due":
        ids = [f"{table}.received.{column}", f"{table}.carried_in.{column}"]
    elif row in _GROUPS:
        ids = [cell for cell in cells if cell.startswith(f"{table}.{row}_")]
        ids = [cell for cell in ids if cell.endswith(f".{column}")]
    else:
        raise KeyError(name)
    if row == "due" and column == "organisations":
        ids = [f"{table}.{r}.{a}" for r in ("received", "carried_in") for a in _APPLICANTS]
    return sum((cells[cell] for cell in ids), Decimal(0))
