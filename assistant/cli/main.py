"""The command ``assistant``: maps errors to messages and exit codes; commands do the work."""

import sys
import traceback

import typer
from typer.exceptions import TyperException

from assistant.cli import check, convert, draft, explain, forms, merge, waive, workbook
from assistant.cli.console import show_error, write_error_line
from assistant.cli.help_text import ChineseGroup, usage_message
from assistant.cli.settings import read_settings
from assistant.errors import AssistantError, ExitCode

_INTERRUPTED = 130

app = typer.Typer(
    name="assistant",
    cls=ChineseGroup,
    help="年报助手：编制和核对政府信息公开工作年度报告，正文里的每个数字都与统计表对得上。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(invoke_without_command=True)
def _global_options(
    *,
    version: bool = typer.Option(False, "--version", help="显示版本号。"),
) -> None:
    if version:
        from assistant import __version__

        print(f"年报助手 {__version__}")
        raise typer.Exit


draft.register(app)
check.register(app)
waive.register(app)
workbook.register(app)
merge.register(app)
convert.register(app)
explain.register(app)
forms.register(app)


def main() -> None:
    """Entry point of the installed command."""
    _write_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs one command line and returns the exit code; prints errors, never raises them."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="assistant")
    except AssistantError as error:
        show_error(error)
        return int(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        write_error_line("\n已中断。")
        return _INTERRUPTED
    except TyperException as error:
        write_error_line(usage_message(error))
        return int(ExitCode.USAGE)
    except BrokenPipeError:
        # The reader of our output (head, less) went away; nobody is left to tell.
        sys.stderr.close()
        return int(ExitCode.CLEAN)
    except Exception as error:  # noqa: BLE001 - the last door: no traceback reaches a user
        return _internal(error)
    return code if isinstance(code, int) else int(ExitCode.CLEAN)


def _internal(error: Exception) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
    message = f"程序内部错误（{type(error).__name__}，{where}）。"
    show_error(AssistantError("E999", message, "请把这一行和所用的命令告诉开发者。"))
    if read_settings().debug:
        traceback.print_exception(error)
    return int(ExitCode.INTERNAL)


def _write_utf8() -> None:
    # A Chinese Windows console defaults to GBK, which lacks some signs reports use.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
