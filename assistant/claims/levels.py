"""与上年持平: statements that a figure is what it was last year."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from assistant.claims.expressions import Change, Expression, Ref
from assistant.claims.phrases import claim_phrases
from assistant.claims.scene import Scene
from assistant.claims.statements import Statement
from assistant.model import ClaimKind


@cache
def _level() -> re.Pattern[str]:
    growth = claim_phrases().growth
    level = "|".join(sorted(growth.level, key=len, reverse=True))
    about = "|".join(sorted(growth.roughly, key=len, reverse=True))
    lead = f"(?P<about>{about})?[与同和较比]上年(?:同期)?(?:相比)?"
    return re.compile(f"{lead}，?(?P<roughly>{about})?(?:{level})")


def level_statements(scene: Scene) -> Iterator[Statement]:
    """Every such statement that follows a bound number in its sentence."""
    text = scene.layout.shadow.text
    if "上年" not in text:
        return
    for found in _level().finditer(text):
        told = scene.said.figure_before(found.start())
        start, _ = scene.layout.sentence(found.start())
        if told is None or told[0] < start or len(told[1]) != 1:
            continue
        if scene.layout.numbers_within(told[0], found.start()):
            continue
        change = _change_of(told[1][0], scene)
        value = scene.figures.value(change)
        yield Statement(
            found.start(),
            found.end(),
            ClaimKind.DIFFERENCE,
            (change,),
            (),
            value,
            _fits(value, roughly=any(found.group("about", "roughly"))),
        )


def _change_of(ref: Ref, scene: Scene) -> Expression:
    """Against last year, or the column that tells the change, where the table has one."""
    table = scene.figures.form.table(ref.table)
    for block in table.blocks:
        for column in block.column_leaves:
            change = Ref(ref.table, ref.row, column.id)
            if column.signed and scene.figures.exists(change):
                return change
    return Change(ref, percent=False)


def _fits(value: Decimal | None, *, roughly: bool) -> bool | None:
    """基本持平 leaves room for some; how much is for a person to say."""
    if value is None:
        return None
    return True if value == 0 else (None if roughly else False)
