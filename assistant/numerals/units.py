"""Measure words: what a number of a report counts. They are language, not official facts."""

import re
from typing import Final

_WORDS: Final = """
件 件次 条 条次 宗 份 篇 篇次 期 次 人次 批 批次 户次 户 场 场次 个 家 家次 项 项次 例 起 类 种 样
点 页 字 张 幅 幅次 本 册 部 卷 套 枚 台 辆 则 组 队 班 座 栋 幢 间 处 所 块 段 道
部分 部门 单位 方面 栏目 领域 板块 环节 窗口 账号 平台 网站 渠道 主体 事项 专题 专栏 系统 岗位
人 名 位 员 代 岁 年 年度 月 月份 日 号 天 周 周年 季 季度 小时 分钟 秒 时 分 点钟
个工作日 工作日 个自然日 自然日 个月 个小时 个百分点 个百分點
元 角 元整 美元 欧元
度 级 届 轮 遍 趟 步 层 楼 室 章 节 款 倍 折 线 站
镇 乡 村 街道 社区 乡镇
米 千米 公里 里 平方米 平方公里 立方米 亩 公顷 吨 公斤 千克 克 斤 升 千瓦 兆
條 項 個 個百分點 個月 個工作日 場 戶 頁 張 冊 臺 類 種 處 組 隊
"""

MEASURE_WORDS: Final = frozenset(_WORDS.split())
"""Two words that begin alike are told apart by length: 件次 before 件."""

SHORTENED: Final = {
    "个工作日": "工作日",
    "個工作日": "工作日",
    "个自然日": "自然日",
    "个小时": "小时",
    "个百分點": "个百分点",
    "個百分點": "个百分点",
    "元整": "元",
    "條": "条",
    "項": "项",
    "個": "个",
    "個月": "个月",
    "場": "场",
    "戶": "户",
    "頁": "页",
    "張": "张",
    "冊": "册",
    "臺": "台",
    "類": "类",
    "種": "种",
    "處": "处",
    "組": "组",
    "隊": "队",
}
"""Spellings of one measure word that are given one name."""

NOT_AFTER: Final = {
    "分": "之别为类布析成管步级享发工期散批",
    "部": "署分门",
    "条": "例",
    "点": "赞击多评",
    "次": "数",
    "日": "常",
    "位": "于",
    "人": "大民",
    "时": "代期效刻",
    "家": "庭",
    "线": "上下",
    "项": "目",
    "号": "召",
    "站": "式",
    "节": "约",
    "例": "如",
    "度": "假",
    "处": "理",
}
"""Characters that, following, make the measure word the beginning of another word: 3分别, 2位于."""


def _by_first_character() -> dict[str, list[str]]:
    """The rest of every measure word, longest first, under its first character."""
    first: dict[str, list[str]] = {sign: [] for sign in _COMMON}
    for word in sorted(MEASURE_WORDS, key=lambda word: (-len(word), word)):
        first.setdefault(word[0], []).append(word[1:])
    return first


def _pattern() -> str:
    """One alternative for each first character, so that the engine rejects it by one look."""
    return "|".join(
        f"{sign}(?:{'|'.join(_ending(sign, rest) for rest in rests)})"
        for sign, rests in _by_first_character().items()
    )


def _ending(sign: str, rest: str) -> str:
    barred = NOT_AFTER.get(sign + rest)
    return rest if barred is None else f"{rest}(?![{barred}])"


_COMMON: Final = "件条个年月日项次份期篇人"
PATTERN: Final = _pattern()
"""A regular expression for the longest measure word at a place."""

FIRST_CHARACTERS: Final = frozenset(word[0] for word in MEASURE_WORDS)
"""Where none of these follows a numeral, no measure word does."""

_UNIT: Final = re.compile(PATTERN)


def unit_at(text: str, at: int) -> str | None:
    """Return the longest measure word that begins at `at`, as written."""
    if text[at : at + 1] not in FIRST_CHARACTERS:
        return None
    found = _UNIT.match(text, at)
    return None if found is None else found.group()
