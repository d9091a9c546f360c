"""What a number or statement was understood to be, in words."""

from collections.abc import Callable

from assistant.model import ClaimKind, Reading, TokenClass
from assistant.reporting.words import STATES

_CLASSES = {
    TokenClass.CLAIM: "数",
    TokenClass.DATE: "日期",
    TokenClass.YEAR: "年份",
    TokenClass.ORDINAL: "序数",
    TokenClass.IDIOM: "惯用语",
    TokenClass.LEGAL: "法规条文",
    TokenClass.DOCUMENT_NUMBER: "文号",
    TokenClass.LIST_MARKER: "序号",
    TokenClass.IDENTIFIER: "编号",
    TokenClass.NAME: "名称",
    TokenClass.LEXICAL: "词语",
}
_KINDS = {
    ClaimKind.NUMBER: "数",
    ClaimKind.ZERO: "没有",
    ClaimKind.ALL: "全部",
    ClaimKind.RATE: "占比",
    ClaimKind.GROWTH: "增减幅",
    ClaimKind.DIFFERENCE: "增减数",
}


def class_words(reading: Reading) -> str:
    """What it is: a share, a date, …"""
    return _CLASSES[reading.token_class] if reading.kind is None else _KINDS[reading.kind]


def state_of(reading: Reading) -> str:
    """Its state as a word of ours: bound, derived, declared, unbound, wrong or exempt."""
    if reading.state is None:
        return "exempt"
    return "wrong" if reading.agrees is False else reading.state.value


def source_words(reading: Reading, name_of: Callable[[str], str]) -> str:
    """Where its quantity comes from, or why it needs no source."""
    if reading.state is None:
        return f"不是统计数（{class_words(reading)}）"
    told = "与来源不符" if reading.agrees is False else STATES[reading.state]
    sources = "、".join(name_of(bind) for bind in reading.binds)
    note = f"（{reading.note}）" if reading.note else ""
    return f"{told}：{sources}{note}" if sources else f"{told}{note}"
