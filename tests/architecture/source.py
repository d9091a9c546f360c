"""The package's own source, parsed once for the tests of this folder."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "assistant"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One source file of the package."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Path within the project, as a reader names it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def package(self) -> str:
        """Top-level package or module below ``assistant``."""
        return self.path.relative_to(PACKAGE).with_suffix("").parts[0]

    def functions(self) -> Iterator[Function]:
        """Every function and method, the nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def at(self, node: ast.expr | ast.stmt) -> str:
        """``path:line`` of a node."""
        return f"{self.name}:{node.lineno}"


def modules(*packages: str) -> tuple[Module, ...]:
    """Modules of the named packages below ``assistant``, or of all."""
    return tuple(module for module in _all() if not packages or module.package in packages)


@cache
def _all() -> tuple[Module, ...]:
    return tuple(_parse(path) for path in sorted(PACKAGE.rglob("*.py")))


def _parse(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path=path, text=text, tree=ast.parse(text, filename=str(path)))


def length(function: Function) -> int:
    """Lines from the first decorator-free line to the last."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
