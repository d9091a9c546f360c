"""年报助手: drafts a government information disclosure report and proves its numbers."""

__version__ = "0.1.0"
