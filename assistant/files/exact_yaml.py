"""YAML and JSON whose figures keep every digit as written, and lines for messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from assistant.datafiles import line_of, parse_yaml


@dataclass(frozen=True, slots=True)
class DataFile:
    """A parsed data file; ``value`` holds Decimals where a fraction was written."""

    name: str
    text: str
    value: object

    def place(self, path: Sequence[int | str]) -> str:
        """Where a value stands, for a message: 文件“…”第 N 行."""
        line = line_of(self.text, path)
        return f"文件“{self.name}”" + ("" if line is None else f"第 {line} 行")


def exact_data(text: str, name: str, code: str) -> DataFile:
    """The text parsed. Raises AssistantError with the line when it is neither YAML nor JSON."""
    value = parse_yaml(text, name, code)
    try:
        node = YAML(typ="rt", pure=True).compose(text)
    except YAMLError:
        # JSON that is no YAML, tabs for indentation say; parse_yaml kept its fractions as text.
        return DataFile(name, text, value)
    return DataFile(name, text, _exact(value, node))


def _exact(value: object, node: Node | None) -> object:
    """``value`` with its binary fractions replaced by what was written at its node."""
    if isinstance(value, float) and isinstance(node, ScalarNode):
        return _decimal(str(node.value))
    if isinstance(value, dict) and isinstance(node, MappingNode):
        pairs = zip(cast("dict[object, object]", value).items(), node.value, strict=False)
        return {key: _exact(item, child) for (key, item), (_, child) in pairs}
    if isinstance(value, list) and isinstance(node, SequenceNode):
        items = zip(cast("list[object]", value), node.value, strict=False)
        return [_exact(item, child) for item, child in items]
    return cast("object", value)


def _decimal(text: str) -> Decimal | str:
    try:
        number = Decimal(text.replace("_", ""))
    except InvalidOperation:
        return text
    return number if number.is_finite() else text
