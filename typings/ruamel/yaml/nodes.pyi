from typing import Any

from ruamel.yaml.error import StreamMark

class Node:
    tag: str
    value: Any  # str, list of nodes or list of pairs, by kind
    start_mark: StreamMark
    end_mark: StreamMark

class ScalarNode(Node):
    value: str

class SequenceNode(Node):
    value: list[Node]

class MappingNode(Node):
    value: list[tuple[Node, Node]]
