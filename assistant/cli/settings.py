"""What the environment says; nothing else reads it."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """debug: show where an internal error happened. editor: the user's editor, may be empty."""

    debug: bool
    editor: str


def read_settings() -> Settings:
    """Settings as the environment gives them now."""
    editor = os.environ.get("VISUAL", "") or os.environ.get("EDITOR", "")
    return Settings(debug=os.environ.get("ASSISTANT_DEBUG", "") == "1", editor=editor)
