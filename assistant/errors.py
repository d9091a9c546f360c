"""Errors shown to the user: one Chinese sentence, a hint, a stable code."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns; the meaning of each value is part of the public contract."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    MODEL_SERVICE = 4
    INTERNAL = 5


_EXIT_BY_FAMILY = {
    "E1": ExitCode.UNREADABLE,
    "E2": ExitCode.UNREADABLE,
    "E3": ExitCode.USAGE,
    "E4": ExitCode.MODEL_SERVICE,
}


class AssistantError(Exception):
    """A failure the user can act on.

    code: E1xx the user's file, E2xx a form or prompt file, E3xx settings and options,
    E4xx the model service, E9xx an error of this program.
    message: one Chinese sentence that names the place. hint: what to do next, may be empty.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
        self.hint = hint

    @property
    def exit_code(self) -> ExitCode:
        """Exit code of a process that ends with this error."""
        return _EXIT_BY_FAMILY.get(self.code[:2], ExitCode.INTERNAL)
