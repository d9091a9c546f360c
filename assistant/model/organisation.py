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
