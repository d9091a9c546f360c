"""What an import contract cannot see: the clock behind datetime, and state kept in a module."""

import ast
from collections.abc import Iterator

from tests.architecture.source import PACKAGE, Module, modules

REPEATABLE = ("model", "numerals", "forms", "claims", "checks", "drafting", "reporting", "files")
CLOCK = {"now", "utcnow", "today", "time", "perf_counter", "monotonic", "getmtime"}
STREAMS = {"stdin", "stdout", "stderr", "exit", "argv"}
SAYS_OR_ASKS = {"print", "input", "breakpoint", "eval", "exec", "exit", "quit"}

CHANGING_METHODS = {
    *("add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"),
    *("setdefault", "sort", "update"),
}


def test_nothing_below_the_use_cases_reads_the_clock() -> None:
    readings = [
        module.at(node)
        for module in modules(*REPEATABLE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and _last_name(node.func.value) in {"date", "datetime", "dt", "time", "os", "path"}
    ]

    assert [] == readings


def test_only_cli_prints_asks_or_ends_the_program() -> None:
    spoken = [
        module.at(node)
        for module in modules()
        if module.package not in {"cli", "__main__"}
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _last_name(node.func) in SAYS_OR_ASKS
        if isinstance(node.func, ast.Name)
    ]
    streams = [
        module.at(node)
        for module in modules()
        if module.package not in {"cli", "__main__"}
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in STREAMS
        and _last_name(node.value) == "sys"
    ]

    assert [] == spoken + streams


def test_no_module_keeps_state() -> None:
    changed = [place for module in modules() for place in _changed_at_run_time(module)]

    assert [] == changed


def _changed_at_run_time(module: Module) -> Iterator[str]:
    """``global`` statements, and changes made by functions to names of the module."""
    names = _module_names(module.tree)
    for function in module.functions():
        own = {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        own |= {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield module.at(node)
            if isinstance(node, ast.expr | ast.Expr) and _changes(node, names - own):
                yield module.at(node)


def _module_names(tree: ast.Module) -> set[str]:
    assigned = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return {
        target.id
        for node in assigned
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def _changes(node: ast.expr | ast.Expr, names: set[str]) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
            return name in names
        # Thrown-away results only: Decimal contexts have an `add` that changes nothing.
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method))):
            return name in names and method in CHANGING_METHODS
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="pop" | "setdefault")):
            return name in names
        case _:
            return False


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def test_the_search_knows_a_change_when_it_sees_one() -> None:
    text = "known = {}\nexact = object()\ndef f():\n    known['a'] = 1\n    known.update(b=2)\n"
    harmless = "    return exact.add(1, 2)\ndef g(known):\n    known.clear()\n"
    module = Module(path=PACKAGE / "example.py", text="", tree=ast.parse(text + harmless))

    found = sorted(_changed_at_run_time(module))

    assert ["assistant/example.py:4", "assistant/example.py:5"] == found
