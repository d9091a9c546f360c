"""The government organ a report speaks for."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """Kind of organ; decides which rules and which self-designations fit."""

    TOWNSHIP = "township"
    DEPARTMENT = "department"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Full name as signed, short name as used in prose, self-designation such as 我镇.

    ``short_name`` and ``self_designation`` may be empty: then the full name stands in prose.
    """

    name: str
    short_name: str = ""
    self_designation: str = ""
    level: Level | None = None

    @property
    def in_prose(self) -> str:
        """The name a sentence of the report uses."""
        return self.short_name if self.short_name else self.name


_SEATS = ("人民政府办公厅", "人民政府办公室", "人民政府", "街道办事处", "办事处")
_TOWNSHIP_ENDINGS = ("镇", "乡", "街道", "苏木")
_REGION_ENDINGS = ("省", "市", "县", "区", "旗", "州", "盟")


def bare_name(name: str) -> str:
    """The place or body a full name speaks of: 柳溪镇人民政府 → 柳溪镇."""
    for seat in _SEATS:
        if name.endswith(seat) and len(name) > len(seat):
            bare = name.removesuffix(seat)
            return f"{bare}街道" if seat == "街道办事处" else bare
    return name


def level_of(name: str) -> Level:
    """Level a full name tells; a name that tells none is taken for a department's."""
    bare = bare_name(name)
    if bare.endswith(_TOWNSHIP_ENDINGS):
        return Level.TOWNSHIP
    if bare != name and bare.endswith(_REGION_ENDINGS):
        return Level.REGION
    return Level.DEPARTMENT


def same_organisation(one: str, other: str) -> bool:
    """Whether two names may mean the same organ: one's bare name ends with the other's."""
    first, second = bare_name(one.strip()), bare_name(other.strip())
    return bool(first and second) and (first.endswith(second) or second.endswith(first))


def same_unit(one: str, other: str) -> bool:
    """Whether two names are one unit's, with or without the region it lies in."""
    short, long = sorted((bare_name(one), bare_name(other)), key=len)
    region = long.removesuffix(short)
    if not short or region == long:
        return False
    return not region or level_of(f"{region}人民政府") is Level.REGION
