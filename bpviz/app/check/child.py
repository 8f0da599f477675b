"""Runs a student's file in a process of its own, for so long and no longer."""

import json
import os
import signal
import subprocess
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Any

import numpy as np

import bpviz
from bpviz.data.npz import read_npz
from bpviz.messages import RunError
from bpviz.nn.arrays import Array
from bpviz.nn.gradient_case import GradientCase

RUNNER = "bpviz.app.check.runner"
_ROOT = str(Path(bpviz.__file__).parent.parent)

_LEAVE_TAKING = 2.0
"""Seconds to wait for the last words of a process that has ended."""

_MOST_PRINTED = 2**20
"""Bytes that are passed on of what a file prints, so that no log fills a disk."""


class CheckError(RunError):
    """The file gave nothing to compare.

    Parameters
    ----------
    kind : str
        One word for a program: ``raised``, ``time``, ``ended``, or what `runner` says.
    sentence : str
        For the student.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)
        self.kind = kind


def gradients_of(path: Path, case: GradientCase, seconds: float) -> dict[str, Array]:
    """Call ``gradient(x, t, parameters)`` of a file.

    What the file prints, and the traceback of what it raises, go to standard error.

    Parameters
    ----------
    path : Path
        The file, whose code is run with all that the person may do.
    case : GradientCase
        What it is asked.
    seconds : float
        After which its process is ended, with all that it has started.

    Returns
    -------
    dict of str to Array
        Float64 under the names of ``case.gradients``, of any shapes.

    Raises
    ------
    CheckError
        If there is nothing to compare.
    """
    with TemporaryDirectory(prefix="bpviz-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        arrays: dict[str, Any] = {"x": case.activations[0], "t": case.targets}
        arrays |= {name: case.parameter(name) for name in case.names}
        np.savez(folder / "case.npz", **arrays)
        status = _run([str(path.resolve()), str(folder)], seconds, path)
        try:
            outcome = json.loads((folder / "outcome.json").read_text("utf-8"))
        except (OSError, ValueError):
            raise _ended(path, status) from None
        if outcome["kind"] is not None:
            raise CheckError(outcome["kind"], outcome["sentence"])
        return read_npz(folder / "gradients.npz")


def _run(arguments: list[str], seconds: float, path: Path) -> int:
    """Run the runner and return its exit status."""
    flags: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    # -P: nothing is imported from where bpviz was called; -B: nothing is left beside
    # the student's file; -u: what it prints is seen even if it never ends.
    process = subprocess.Popen(
        [sys.executable, "-P", "-B", "-u", "-m", RUNNER, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        bufsize=0,
        env=_environment(),
        **flags,
    )
    assert process.stdout is not None  # It is a pipe.
    relay = Thread(target=_relay, args=(process.stdout,), daemon=True)
    relay.start()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise CheckError(
            "time",
            f"{path.name} had not finished after {seconds:g} s; if it trains while it "
            'is imported, put that under `if __name__ == "__main__":`, or allow more '
            "with --timeout",
        ) from None
    finally:
        _end(process)
        relay.join(_LEAVE_TAKING)
        if not relay.is_alive():
            process.stdout.close()


def _environment() -> dict[str, str]:
    """Return the person's environment, in which this very bpviz is found too."""
    before = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": _ROOT if not before else os.pathsep.join((before, _ROOT)),
        "PYTHONIOENCODING": "utf-8",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _relay(pipe: IO[bytes]) -> None:
    """Pass on what the file prints; standard output is for the result alone."""
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    room = _MOST_PRINTED
    while block := pipe.read(1 << 16):
        # All of it is read: a process whose pipe is full stands still.
        if sys.stderr is None or not room:
            continue
        sys.stderr.write(decoder.decode(block[:room]))
        room = max(room - len(block), 0)
        if not room:
            sys.stderr.write("\n(the file prints too much; the rest is left out)\n")
        sys.stderr.flush()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _ended(path: Path, status: int) -> CheckError:
    how = f"exit status {status}"
    with suppress(ValueError):
        how = f"signal {signal.Signals(-status).name}" if status < 0 else how
    if status == -getattr(signal, "SIGKILL", 0):
        how += ", as the system ends what takes too much memory"
    return CheckError(
        "ended", f"the process that ran {path.name} ended before it answered ({how})"
    )
