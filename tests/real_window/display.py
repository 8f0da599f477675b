"""A screen of our own: an X server that draws into memory, with a window manager."""

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
}

# Larger than the smallest window that bpviz supports, 1280 x 720, by its frame.
SCREEN = "1440x900x24"

START_LIMIT_S = 20.0
TOOL_LIMIT_S = 20.0


def missing_packages() -> list[str]:
    """Return the Debian packages of the programs that are not on this machine."""
    return [package for tool, package in TOOLS.items() if shutil.which(tool) is None]


def wait_until(condition: Callable[[], bool], what: str, limit_s: float) -> None:
    """Return once `condition` holds; raise TimeoutError naming `what` if it never does.

    Another process sends no signal to wait for, so it is asked again and again.
    """
    end = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: did not happen within {limit_s:g} s")
        time.sleep(0.02)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End `process` politely, then not, and collect its exit status."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


class Display:
    """An X server and a window manager for as long as the `with` block lasts.

    Attributes
    ----------
    environment : dict
        The variables for programs that shall appear there.
    """

    def __init__(self) -> None:
        self._server, number = _start_server()
        self.environment = {**os.environ, "DISPLAY": f":{number}"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment["QT_QPA_PLATFORM"] = "xcb"
        try:
            self._manager = self._start_manager()
        except BaseException:
            stop(self._server)
            raise

    def run(self, *command: str, limit_s: float = TOOL_LIMIT_S) -> bytes:
        """Run a tool such as xdotool on this display and return what it prints."""
        finished = self._run(command, limit_s)
        if finished.returncode != 0:
            message = finished.stderr.decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)} failed: {message}")
        return finished.stdout

    def succeeds(self, *command: str) -> bool:
        """Run a tool on this display and return whether it worked and said something.

        xdotool finds no window: exit status 1. No window manager yet: no output.
        """
        finished = self._run(command, TOOL_LIMIT_S)
        return finished.returncode == 0 and bool(finished.stdout.strip())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        stop(self._manager)
        stop(self._server)

    def _run(
        self, command: tuple[str, ...], limit_s: float
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limit_s,
            check=False,
        )

    def _start_manager(self) -> "subprocess.Popen[bytes]":
        # The system's own openbox settings are wanted: Alt+F4 closes a window there.
        environment = _without(self.environment, "XDG_CONFIG_DIRS")
        manager = _start(["openbox", "--sm-disable"], environment)
        try:
            wait_until(
                lambda: self.succeeds("xdotool", "get_num_desktops"),
                "openbox managing the display",
                START_LIMIT_S,
            )
        except BaseException:
            stop(manager)
            raise
        return manager


def _start_server() -> tuple["subprocess.Popen[bytes]", str]:
    """Start Xvfb on a display that is free, and return it with the display's number."""
    read_end, write_end = os.pipe()
    try:
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN]
        command += ["-nolisten", "tcp", "-noreset"]
        server = _start(command, os.environ, keep_open=(write_end,))
        os.close(write_end)
        number = _line_from(read_end, START_LIMIT_S)
    finally:
        os.close(read_end)
    if not number:
        stop(server)
        raise RuntimeError("Xvfb did not start")
    return server, number


def _line_from(pipe: int, limit_s: float) -> str:
    """Return the first line, without its end; nothing if there is none in time.

    The server writes the end of the line by itself, and dies if nobody reads it.
    """
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([pipe], [], [], limit_s)
        part = os.read(pipe, 1) if ready else b""
        if not part:
            return ""
        line += part
    return line.decode().strip()


def _start(
    command: list[str], environment: Mapping[str, str], keep_open: tuple[int, ...] = ()
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=keep_open,
        # Ctrl+C in the terminal is for pytest, which then stops everything in order.
        start_new_session=True,
    )


def _without(environment: Mapping[str, str], variable: str) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name != variable}
