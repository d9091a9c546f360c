"""Reads YAML and JSON data files into strict models, with errors that name file and line."""

import json
from collections.abc import Sequence
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from assistant.errors import AssistantError

Model = TypeVar("Model", bound=BaseModel)

_MAX_CHARACTERS = 4_000_000
_REASONS = {
    "missing": "缺少必填的项",
    "extra_forbidden": "不认识的项",
    "string_type": "应为文字（数字样的文字请加引号）",
    "int_type": "应为整数",
    "bool_type": "应为 true 或 false",
    "literal_error": "不是允许的取值",
    "tuple_type": "应为列表",
    "dict_type": "应为“键: 值”形式",
    "model_type": "应为“键: 值”形式",
    "string_pattern_mismatch": "格式不对",
    "string_too_short": "不能为空",
    "decimal_type": "应为数字",
    "decimal_parsing": "应为数字",
    "date_type": "应为日期，如 2021-01-15",
    "date_from_datetime_parsing": "应为日期，如 2021-01-15",
    "greater_than_equal": "不能是负数",
}


def parse_yaml(text: str, name: str, code: str) -> object:
    """Plain Python value of a YAML 1.2 (or JSON) text.

    name: the file as the user knows it, for the message. code: the error's code.
    Raises AssistantError with the line when the text is no YAML, too large, or holds aliases.
    """
    if len(text) > _MAX_CHARACTERS:
        raise AssistantError(code, f"文件“{name}”太大，超过 {_MAX_CHARACTERS} 个字符。")
    if text.lstrip().startswith("{"):
        return _parse_json(text, name, code)
    try:
        return YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark if error.problem_mark is not None else error.context_mark
        where = "" if mark is None else f"第 {mark.line + 1} 行"
        hint = "请检查缩进、冒号和引号。"
        raise AssistantError(code, f"文件“{name}”{where}不是正确的 YAML。", hint) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise AssistantError(code, f"文件“{name}”不是正确的 YAML。") from error


def _parse_json(text: str, name: str, code: str) -> object:
    try:
        return json.loads(text, parse_float=str)
    except json.JSONDecodeError:
        # A YAML flow mapping also starts with a brace.
        pass
    except RecursionError as error:
        raise AssistantError(code, f"文件“{name}”嵌套太深。") from error
    try:
        return YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise AssistantError(code, f"文件“{name}”不是正确的 JSON 或 YAML。") from error


def load_shipped(model: type[Model], text: str, name: str, code: str) -> Model:
    """The same as ``load_model`` for a file of the program's own, many times as fast.

    libyaml reads YAML 1.1; a test holds every file shipped to one meaning in both versions.
    """
    try:
        return _validated(model, parse_fast(text))
    except (yaml.YAMLError, ValidationError):
        # Whoever edits the file wants to know the line.
        return load_model(model, text, name, code)


def load_model(model: type[Model], text: str, name: str, code: str) -> Model:
    """``text`` as a validated ``model``.

    Raises AssistantError naming file, line and key for the first thing that does not fit.
    """
    data = parse_yaml(text, name, code)
    try:
        return _validated(model, data)
    except ValidationError as error:
        first = error.errors()[0]
        path = first["loc"]
        line = line_of(text, path)
        where = f"第 {line} 行" if line is not None else ""
        key = ".".join(str(part) for part in path)
        reason = _REASONS.get(first["type"], first["msg"])
        shown = _line_text(text, line)
        message = f"文件“{name}”{where}“{key}”：{reason}。"
        raise AssistantError(code, message, shown) from error


def parse_fast(text: str) -> object:
    """Plain value of a YAML 1.1 text, by libyaml where it is there. Raises yaml.YAMLError."""
    if yaml.__with_libyaml__:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    return yaml.safe_load(text)


def _validated(model: type[Model], data: object) -> Model:
    return model.model_validate_json(json.dumps(data, ensure_ascii=False, default=str))


def line_of(text: str, path: Sequence[int | str]) -> int | None:
    """Line (from 1) where the value at ``path`` stands, or its nearest existing ancestor."""
    try:
        node = YAML(typ="rt", pure=True).compose(text)
    except YAMLError:
        return None
    line = None if node is None else _line(node)
    for part in path:
        node = _child(node, part)
        if node is None:
            break
        line = _line(node)
    return line


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _child(node: Node | None, part: int | str) -> Node | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _line_text(text: str, line: int | None) -> str:
    lines = text.splitlines()
    if line is None or line > len(lines):
        return ""
    return f"该行：{lines[line - 1].strip()[:80]}"
