"""A program with a window on a real screen, and the hands and eyes to use it."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.real_window.display import START_LIMIT_S, Display, stop, wait_until

ROOT = Path(__file__).parent.parent.parent
EFFECT_LIMIT_S = 10.0


class RealProgram:
    """A running program; positions are in pixels from its window's top left corner.

    Parameters
    ----------
    command : sequence of str
        What to run, in the checkout.
    display : Display
        Where its windows appear.
    environment : mapping
        Variables that differ from the display's.
    folder : Path
        Where its output is kept.
    """

    def __init__(
        self,
        command: Sequence[str],
        display: Display,
        environment: Mapping[str, str],
        folder: Path,
    ) -> None:
        self._display = display
        self._output = folder / "stdout.txt"
        self._errors = folder / "stderr.txt"
        self.window = ""
        with self._output.open("wb") as output, self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**display.environment, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
            )

    def wait_for_window(self, title: str, limit_s: float = START_LIMIT_S) -> None:
        """Wait until a window with `title` in its name is there, and bring it in front.

        xdotool's own --sync would wait on for a program that has long died.
        """
        pid = str(self.process.pid)
        options = ("--all", "--onlyvisible", "--pid", pid, "--name", title)
        search = ("xdotool", "search", *options)

        def is_there() -> bool:
            if self.process.poll() is not None:
                raise RuntimeError(
                    f"the program ended with status {self.process.returncode} before "
                    f"it showed a window:\n{self.errors()}"
                )
            return self._display.succeeds(*search)

        wait_until(is_there, f"a window titled {title!r}", limit_s)
        self.window = self._display.run(*search).decode().split()[0]
        self._xdotool("windowactivate", "--sync", self.window)

    def title(self) -> str:
        """Return the window's title as the window manager shows it."""
        return self._xdotool("getwindowname", self.window).strip()

    def wait_for_title(self, part: str, limit_s: float = EFFECT_LIMIT_S) -> None:
        """Wait until the window's title contains `part`."""
        wait_until(lambda: part in self.title(), f"{part!r} in the title", limit_s)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, by X's names: F10, ctrl+s, alt+F4, space."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type_text(self, text: str) -> None:
        """Type `text` into whatever has the focus."""
        self._xdotool("type", "--clearmodifiers", text)

    def point_at(self, x: int, y: int) -> None:
        """Move the mouse pointer."""
        self._xdotool("mousemove", "--window", self.window, str(x), str(y))

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Click there; 4 and 5 are the wheel's buttons."""
        self.point_at(x, y)
        self._xdotool("click", "--repeat", str(times), "--delay", "50", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at `start`, move by steps to `end`, let it go."""
        self.point_at(*start)
        self._xdotool("mousedown", "1")
        for part in np.linspace(start, end, 10)[1:].round().astype(int).tolist():
            self.point_at(part[0], part[1])
        self._xdotool("mouseup", "1")

    def resize(self, width: int, height: int) -> None:
        """Give the window's inside this size and wait until it has it."""
        self._xdotool("windowsize", self.window, str(width), str(height))
        wait_until(
            lambda: self.size() == (width, height), "the new size", EFFECT_LIMIT_S
        )

    def size(self) -> tuple[int, int]:
        """Return width and height of the window's inside."""
        lines = self._xdotool("getwindowgeometry", "--shell", self.window).splitlines()
        values = dict(line.split("=", 1) for line in lines)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def pixels(self) -> npt.NDArray[np.uint8]:
        """Return what the window shows, (height, width, 3), as anybody would see it."""
        command = ("import", "-silent", "-window", self.window, "-depth", "8", "ppm:-")
        picture = self._display.run(*command)
        _, size, _, data = picture.split(b"\n", 3)
        width, height = (int(number) for number in size.split())
        return np.frombuffer(data, np.uint8).reshape(height, width, 3)

    def save_screenshot(self, path: Path) -> None:
        """Write a picture of the whole screen."""
        self._display.run("import", "-silent", "-window", "root", str(path))

    def wait_for_exit(self, limit_s: float = EFFECT_LIMIT_S) -> int:
        """Return the exit status."""
        return self.process.wait(limit_s)

    def output(self) -> str:
        """Return what the program has printed on standard output so far."""
        return self._output.read_text(encoding="utf-8")

    def errors(self) -> str:
        """Return what the program has printed on standard error so far."""
        return self._errors.read_text(encoding="utf-8")

    def stop(self) -> None:
        """End the program, however it stands."""
        stop(self.process)

    def _xdotool(self, *arguments: str) -> str:
        return self._display.run("xdotool", *arguments).decode()
