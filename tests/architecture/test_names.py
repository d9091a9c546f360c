import ast
import re

from tests.architecture.source import PACKAGE, modules

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "core"}
DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕")


def test_every_module_is_named_for_what_it_holds() -> None:
    named = {path for path in PACKAGE.rglob("*") if path.stem.lower() in SAYS_NOTHING}

    assert set() == named


def test_names_in_code_are_ascii() -> None:
    foreign = [
        f"{module.at(node)} {node.id}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and not node.id.isascii()
    ]

    assert [] == foreign


def test_no_official_document_is_cited_outside_the_data_files() -> None:
    """Docstrings are pages for users and name their legal basis; facts do not live in values."""
    cited = [
        module.at(node)
        for module in modules()
        for node in _values(module.tree)
        if DOCUMENT_NUMBER.search(str(node.value))
    ]

    assert [] == cited


def _values(tree: ast.Module) -> list[ast.Constant]:
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in docstrings
    ]
