"""Help and usage errors in Chinese."""

import re

from typer._click.core import Context
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

_HEADINGS = (
    ("Usage: ", "用法："),
    ("Options:", "选项："),
    ("Arguments:", "参数："),
    ("Commands:", "命令："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]..."),
    ("Show this message and exit.", "显示这段说明。"),
    ("[required]", "[必填]"),
    ("[default: ", "[默认："),
    ("  [default: ", "  [默认："),
)
_USAGE_ERRORS = (
    (r"No such option:? '?(?P<a>--?[^\s']+)'?.*", "没有选项“{a}”。"),
    (r"No such command '(?P<a>[^']*)'.*", "没有命令“{a}”。"),
    (r"Missing (?:option|argument) '(?P<a>[^']*)'.*", "缺少“{a}”。"),
    (r"Missing command\.?", "缺少命令。"),
    (r"Option '(?P<a>.*)' requires an argument.*", "选项“{a}”后面要写内容。"),
    (r"Option '(?P<a>.*)' does not take a value.*", "选项“{a}”后面不写内容。"),
    (r"Got unexpected extra arguments? \((?P<a>.*)\)", "多出了“{a}”。"),
    (r"Invalid value for '(?P<a>[^']*)': (?P<b>[\u4e00-\u9fff].*)", "“{a}”：{b}"),
    (r"Invalid value for '(?P<a>[^']*)'.*integer.*", "“{a}”后面要写整数。"),
    (r"Invalid value for '(?P<a>[^']*)'.*", "“{a}”的值不在允许之列。"),
)

_IS_HELP = "--help"  # an empty command line is answered with the help itself


def in_chinese(help_text: str) -> str:
    """The framework's headings in ``help_text`` replaced by Chinese ones."""
    for english, chinese in _HEADINGS:
        help_text = help_text.replace(english, chinese)
    return help_text


class ChineseGroup(TyperGroup):
    """A command group whose help has Chinese headings."""

    def get_help(self, ctx: Context) -> str:
        """Help text of the group."""
        return in_chinese(super().get_help(ctx))


class ChineseCommand(TyperCommand):
    """A command whose help has Chinese headings."""

    def get_help(self, ctx: Context) -> str:
        """Help text of the command."""
        return in_chinese(super().get_help(ctx))


def usage_message(error: TyperException) -> str:
    """One Chinese line for a wrong command line, with the way to help."""
    english = error.format_message() if hasattr(error, "format_message") else str(error)
    if _IS_HELP in english:
        return in_chinese(english)
    first = english.splitlines()[0] if english else ""
    for pattern, chinese in _USAGE_ERRORS:
        match = re.fullmatch(pattern, first)
        if match is not None:
            return _with_hint(chinese.format(**match.groupdict()))
    return _with_hint(first)


def _with_hint(message: str) -> str:
    return f"命令写法不对：{message}\n  用 assistant --help 查看用法。"
