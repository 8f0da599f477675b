"""Ends the process that runs a student's file, and whatever that has started."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

MARK = "BPVIZ_CHECK"
"""In the environment of the process and of all that it starts, to find them again."""


def end(process: "subprocess.Popen[bytes]", mark: str) -> None:
    """End the process and all that it has started.

    Parameters
    ----------
    process : Popen
        It leads a group of its own.
    mark : str
        What its environment calls `MARK`.
    """
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for number in _marked(mark):
            with suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
    process.wait()


def _marked(mark: str) -> list[int]:
    """Return the processes with a mark: those that have left the group (Linux)."""
    words = f"{MARK}={mark}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        # Others' processes cannot be read, and any may end meanwhile.
        with suppress(OSError):
            if words in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found
