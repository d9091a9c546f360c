"""Chromium without a window, driven over a pipe: real clicks and keys, and what the page says."""

import base64
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Self, TypeAlias, cast

from tests.e2e.pictures import BROWSER, program

Message: TypeAlias = dict[str, object]
_SECONDS = 60
# The browser reads commands from descriptor 3 and answers on 4.
_ON_THREE_AND_FOUR = (
    "import fcntl, os, sys; ends = map(int, sys.argv[1:3]);"
    # Out of the way first: either may itself be 3 or 4.
    "r, w = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in ends);"
    "os.dup2(r, 3); os.dup2(w, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}
_TEXTS = {"Enter": "\r", " ": " "}


@dataclass
class Browser:
    """One page of a browser. said: every message of the console and every error."""

    process: "subprocess.Popen[bytes]"
    commands: BinaryIO
    answers: BinaryIO
    session: str = ""
    said: list[str] = field(default_factory=list[str])
    asked_for: list[str] = field(default_factory=list[str])
    _number: int = 0
    _rest: bytes = b""

    @classmethod
    def start(cls, folder: Path, environment: dict[str, str]) -> Self:
        """A browser with a profile in ``folder``; the test is skipped where there is none."""
        command = [
            program(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--remote-debugging-pipe", "--hide-scrollbars",
            f"--user-data-dir={folder / 'browser'}", "about:blank",
        ]  # fmt: skip
        from_us, to_browser = os.pipe()
        from_browser, to_us = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-c", _ON_THREE_AND_FOUR, str(from_us), str(to_us), *command],
            env=environment | {"HOME": str(folder)},
            pass_fds=(from_us, to_us),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(from_us)
        os.close(to_us)
        browser = cls(process, os.fdopen(to_browser, "wb"), os.fdopen(from_browser, "rb"))
        browser._attach()
        return browser

    def _attach(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = str(
            self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        )
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        """Ends this browser."""
        self.commands.close()
        self.answers.close()
        self.process.terminate()
        self.process.wait(_SECONDS)

    def ask(self, method: str, **parameters: object) -> Message:
        """One command and its answer; events that come before it are noted."""
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        self.commands.flush()
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return cast("Message", answer["result"])
            self._note(answer)

    def _message(self) -> Message:
        while b"\0" not in self._rest:
            more = os.read(self.answers.fileno(), 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        first, _, self._rest = self._rest.partition(b"\0")
        return cast("Message", json.loads(first))

    def _note(self, event: Message) -> None:
        method, told = str(event.get("method")), cast("Message", event.get("params", {}))
        if method in {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}:
            self.said.append(json.dumps(told, ensure_ascii=False))
        if method == "Network.requestWillBeSent":
            self.asked_for.append(str(cast("Message", told["request"])["url"]))

    def open(self, page: Path) -> None:
        """Goes to a page and waits until it is there."""
        self.ask("Page.navigate", url=page.as_uri())
        self.wait(lambda: self.run("document.readyState") == "complete")

    def wait(self, done: Callable[[], bool]) -> None:
        """Until it is so."""
        end = time.monotonic() + _SECONDS
        while not done():
            assert time.monotonic() < end
            time.sleep(0.02)

    def run(self, expression: str) -> object:
        """The value of an expression in the page; the page's own policy does not hold for it."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return cast("Message", answer["result"]).get("value")

    def text(self, selector: str) -> str:
        """What the first such element shows."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def count(self, selector: str) -> int:
        """How many such elements can be seen."""
        seen = (
            f"[...document.querySelectorAll({json.dumps(selector)})].filter(e=>e.checkVisibility())"
        )
        return int(str(self.run(f"{seen}.length")))

    def click(self, selector: str) -> None:
        """The mouse on the middle of the first such element."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{found}.scrollIntoView({{block: 'center'}})")
        box = f"{found}.getClientRects()[0]"
        middle = f"(b => [b.x + b.width / 2, b.y + b.height / 2])({box})"
        x, y = cast("list[float]", self.run(middle))
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """One key."""
        known: Message = {"key": key, "code": key, "windowsVirtualKeyCode": _KEYS[key]}
        text: Message = {"text": _TEXTS[key]} if key in _TEXTS else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **known, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **known)

    def size(self, width: int, height: int, zoom: float = 1) -> None:
        """A window of so many pixels, everything in it ``zoom`` times as large."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=round(width / zoom),
            height=round(height / zoom), deviceScaleFactor=zoom, mobile=False,
        )  # fmt: skip

    def picture(self, target: Path) -> None:
        """What is to be seen, as png."""
        target.write_bytes(base64.b64decode(str(self.ask("Page.captureScreenshot")["data"])))
