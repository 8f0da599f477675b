"""One line on a terminal that says how far long work has come."""

import shutil
import sys
from time import monotonic
from types import TracebackType
from typing import Self

BAR_WIDTH = 20
_PERIOD = 0.1  # seconds between two pictures of the line


class Progress:
    """Draws a bar on standard error, if that is a terminal; else it does nothing.

    The line is gone when the work is done, has failed or was interrupted, so what is
    printed next stands alone.
    """

    def __init__(self) -> None:
        self._stream = sys.stderr
        self.is_shown = self._stream is not None and self._stream.isatty()
        self._began = monotonic()
        self._drawn_at = -_PERIOD
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._width:
            self._write("\r" + " " * self._width + "\r")

    def show(self, share: float, words: str = "") -> None:
        """Draw the line anew, unless that has just been done.

        Parameters
        ----------
        share : float
            How much of the work is done, from 0 to 1.
        words : str
            What else there is to say.
        """
        now = monotonic()
        if not self.is_shown or now - self._drawn_at < _PERIOD:
            return
        self._drawn_at = now
        filled = round(share * BAR_WIDTH)
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        line = f"{bar} {share:4.0%}"
        if share > 0:
            left = (now - self._began) / share * (1 - share)
            minutes, seconds = divmod(round(left), 60)
            line += f"  {minutes}:{seconds:02} left"
        if words:
            line += f"  {words}"
        # One column stays free: some terminals go to the next line in the last one.
        line = line[: shutil.get_terminal_size().columns - 1]
        self._write("\r" + line.ljust(self._width))
        self._width = len(line)

    def _write(self, text: str) -> None:
        print(text, end="", file=self._stream, flush=True)
