"""A headless Chromium driven through a pipe by its own protocol: no driver, no port, nothing to install beside it."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import tempfile
from typing import Any, Self

PATIENCE = 60  # seconds without a word; a machine may be slow
CHUNK = 1 << 16
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # it runs as root in a container, where there is no other way
    "--disable-dev-shm-usage",  # which a container may have too little of
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


def chromium() -> str | None:
    """Return the browser's path, None where there is none that can be driven."""
    if not hasattr(os, "posix_spawn"):
        return None
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """One page in a fresh profile; ``troubles`` are its errors and whatever its console said."""

    def __init__(self, path: str) -> None:
        """Start the browser; it reads commands from descriptor 3 and answers on 4."""
        self.profile = tempfile.mkdtemp(prefix="newsseg-browser-")
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()
        high, higher = 200, 201  # out of the way: the pipes themselves may be 3 and 4
        actions = [
            (os.POSIX_SPAWN_DUP2, to_read, high),
            (os.POSIX_SPAWN_DUP2, from_write, higher),
            (os.POSIX_SPAWN_DUP2, high, 3),
            (os.POSIX_SPAWN_DUP2, higher, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        arguments = [path, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"]
        self.process = os.posix_spawn(path, arguments, os.environ, file_actions=actions)
        os.close(to_read)
        os.close(from_write)
        self.requests = os.fdopen(to_write, "wb", buffering=0)
        self.answers = os.fdopen(from_read, "rb", buffering=0)
        self.read = b""
        self.number = 0
        self.session: str | None = None
        self.troubles: list[str] = []
        self.loaded: set[str] = set()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session = None
        self.call("Browser.close")
        self.requests.close()
        self.answers.close()
        os.waitpid(self.process, 0)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> Any:
        """Send a command and return its result."""
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        self.requests.write(json.dumps(request).encode() + b"\0")
        while (answer := self._next()).get("id") != self.number:
            pass
        if "error" in answer:
            raise RuntimeError(method, answer["error"])
        return answer["result"]

    def open(self, path: str | os.PathLike[str]) -> None:
        """Load a file and wait until it is there."""
        loader = self.call("Page.navigate", url=f"file://{path}")["loaderId"]
        while loader not in self.loaded:
            self._next()

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, of what it promises where it is a promise."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(expression, result["exceptionDetails"])
        return result["result"].get("value")

    def mouse(self, selector: str, *kinds: str) -> None:
        """Move the pointer to the middle of the first element that matches; ``kinds`` are what it does there."""
        part = f"document.querySelector({json.dumps(selector)})"
        self.evaluate(f"{part}.scrollIntoView({{block: 'nearest', behavior: 'instant'}})")
        x, y = self.evaluate(f"(b => [b.x + b.width / 2, b.y + b.height / 2])({part}.getClientRects()[0])")
        for kind in ("mouseMoved", *kinds):
            pressed = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **pressed)

    def click(self, selector: str) -> None:
        """Click on the first element that matches."""
        self.mouse(selector, "mousePressed", "mouseReleased")

    def key(self, name: str) -> None:
        """Press a key."""
        codes = {"Tab": 9, "Escape": 27, "Enter": 13}
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=codes[name])

    def look(self, width: int, height: int, **media: str) -> None:
        """Set the size of the window and what the reader prefers (``prefers_color_scheme="dark"``)."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, path: str | os.PathLike[str]) -> None:
        """Write what is to be seen as a PNG file."""
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def _next(self) -> dict[str, Any]:
        """Return the next message; what it says of a trouble or of the load is kept."""
        while b"\0" not in self.read:
            ready, _, _ = select.select([self.answers], [], [], PATIENCE)
            chunk = self.answers.read(CHUNK) if ready else b""
            if not chunk:
                raise RuntimeError("the browser does not answer")
            self.read += chunk
        message, _, self.read = self.read.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        method = event.get("method")
        if method in {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}:
            self.troubles.append(json.dumps(event["params"], ensure_ascii=False))
        if method == "Page.lifecycleEvent" and event["params"]["name"] == "load":
            self.loaded.add(event["params"]["loaderId"])
        return event
