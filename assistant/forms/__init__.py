"""Official forms: rows, columns, ids, identities, section titles; data from ``schemas/forms``."""

from assistant.forms.bounds import Bounds, Interval
from assistant.forms.cells import (
    IdentityLine,
    IdentityTerm,
    cells_of,
    column_leaves_of,
    identity_lines,
    row_leaves_of,
)
from assistant.forms.completion import Completion, complete
from assistant.forms.registry import FormRegistry, load_forms
from assistant.forms.same import SameForm
from assistant.forms.schema import (
    Aspect,
    Block,
    Column,
    Deadline,
    Form,
    Identity,
    Period,
    Row,
    SectionSpec,
    Table,
    Whole,
)

__all__ = [
    "Aspect",
    "Block",
    "Bounds",
    "Column",
    "Completion",
    "Deadline",
    "Form",
    "FormRegistry",
    "Identity",
    "IdentityLine",
    "IdentityTerm",
    "Interval",
    "Period",
    "Row",
    "SameForm",
    "SectionSpec",
    "Table",
    "Whole",
    "cells_of",
    "column_leaves_of",
    "complete",
    "identity_lines",
    "load_forms",
    "row_leaves_of",
]
