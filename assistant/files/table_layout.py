"""How wide the columns of an official table are, for every format that has widths."""

from assistant.forms.grid import Grid

# Of the whole width; the rest is for figures.
_LABEL_SHARE_OF_ONE, _LABEL_SHARE_OF_MORE = 28, 48
_WHOLE = 100
# From the outermost level of row labels, printed in a narrow upright column, to the innermost.
_LEVELS = (10, 16, 40)


def column_shares(grid: Grid, total: int) -> tuple[int, ...]:
    """Widths of the grid's columns, left to right, that add up to ``total``."""
    labels = _label_width(grid, total)
    return (
        *_split(labels, _level_weights(grid.label_columns)),
        *_split(total - labels, (1,) * (grid.width - grid.label_columns)),
    )


def _label_width(grid: Grid, total: int) -> int:
    if not grid.label_columns:
        return 0
    share = _LABEL_SHARE_OF_ONE if grid.label_columns == 1 else _LABEL_SHARE_OF_MORE
    return total * share // _WHOLE


def _level_weights(levels: int) -> tuple[int, ...]:
    outer = (_LEVELS[0],) * max(levels - len(_LEVELS), 0)
    return (*outer, *_LEVELS[len(_LEVELS) - min(levels, len(_LEVELS)) :])


def _split(width: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Whole parts of a width in proportion to the weights, the last one taking what is left."""
    parts = [width * weight // sum(weights) for weight in weights]
    return (*parts[:-1], width - sum(parts[:-1])) if parts else ()
