import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import modules

EXACT = ("model", "numerals", "forms", "claims", "checks", "drafting")


@pytest.mark.parametrize("package", EXACT)
def test_figures_are_exact(package: str) -> None:
    inexact = [
        module.at(node) for module in modules(package) for node in _inexact_nodes(module.tree)
    ]

    assert [] == inexact


def test_the_search_knows_what_is_inexact() -> None:
    text = "a = 0.5\nb = float(c)\ndef f(x: float) -> None: ...\nd = x / 2\ne = 1e3"

    assert [1, 2, 3, 5] == sorted(node.lineno for node in _inexact_nodes(ast.parse(text)))


def _inexact_nodes(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        named = isinstance(node, ast.Name) and node.id == "float"
        if isinstance(node, ast.expr) and (literal or named):
            yield node
