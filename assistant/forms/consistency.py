"""Checks that a form file speaks only of rows and columns it defines."""

from assistant.errors import AssistantError
from assistant.forms.cells import column_leaves_of, row_leaves_of
from assistant.forms.schema import Form, Identity


def require_consistent(form: Form, name: str) -> None:
    """Raises AssistantError E211 for the first contradiction inside the form file."""
    for problem in (*_duplicates(form), *_bad_sections(form), *_bad_identities(form)):
        raise AssistantError("E211", f"表式文件“{name}”前后不一致：{problem}。")


def _duplicates(form: Form) -> list[str]:
    cells = form.cells
    return [f"“{cell}”出现两次" for cell in cells if cells.count(cell) > 1][:1]


def _bad_sections(form: Form) -> list[str]:
    tables = {table.id for table in form.tables}
    return [
        f"第{section.number}部分所指的表“{section.table}”没有定义"
        for section in form.sections
        if section.table is not None and section.table not in tables
    ]


def _bad_identities(form: Form) -> list[str]:
    return [
        f"勾稽关系“{identity.id}”提到没有定义的“{name}”"
        for identity in (*form.identities, *form.expectations)
        for name in _unknown_names(form, identity)
    ]


def _unknown_names(form: Form, identity: Identity) -> list[str]:
    if identity.table not in {table.id for table in form.tables}:
        return [identity.table]
    table = form.table(identity.table)
    find = row_leaves_of if identity.each == "column" else column_leaves_of
    terms = [term.id for term in (*identity.left_terms, *identity.right_terms)]
    unknown = [name for name in terms if not find(table, name)]
    return unknown + [name for name in identity.rows if not row_leaves_of(table, name)]
