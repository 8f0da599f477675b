"""Runs a student's file in a process of its own, for so long and no longer."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from threading import Thread
from typing import Any

import numpy as np

import bpviz
from bpviz.app.check.answer import AnswerReader
from bpviz.app.check.ending import MARK, end
from bpviz.app.check.pipes import read_answer, relay, write_case
from bpviz.messages import RunError
from bpviz.nn.arrays import Array
from bpviz.nn.gradient_case import GradientCase

RUNNER = "bpviz.app.check.runner"
_ROOT = str(Path(bpviz.__file__).parent.parent)

_LEAVE_TAKING = 2.0
"""Seconds to wait for the last words of a process that has ended."""


class CheckError(RunError):
    """The file gave nothing to compare.

    Parameters
    ----------
    kind : str
        One word for a program: ``raised``, ``time``, ``ended``, ``start``, or what
        `runner` says.
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
    # The runner refuses arrays that are much larger than what is asked for.
    most = sum(4 * case.rows * a.size + 1000 for a in case.gradients.values())
    reader = AnswerReader(most)
    status = _run(path, _as_npz(case), seconds, reader)
    answer = reader.answer()
    if answer is None:
        raise _ended(path, status)
    if answer.kind is not None:
        raise CheckError(answer.kind, str(answer.sentence))
    if set(answer.arrays) != set(case.gradients):
        raise _ended(path, status)
    return dict(answer.arrays)


def _as_npz(case: GradientCase) -> bytes:
    arrays: dict[str, Any] = {"x": case.activations[0], "t": case.targets}
    arrays |= {name: case.parameter(name) for name in case.names}
    file = BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def _run(path: Path, case: bytes, seconds: float, reader: AnswerReader) -> int:
    """Run the runner, have its answer read, and return its exit status."""
    mark = token_hex(16)
    process = _started(path, mark)
    threads = [
        Thread(target=work, args=(pipe, *more), daemon=True)
        for work, pipe, *more in (
            (write_case, process.stdin, case),
            (read_answer, process.stdout, reader),
            (relay, process.stderr),
        )
    ]
    for thread in threads:
        thread.start()
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
        end(process, mark)
        for thread in threads:
            thread.join(_LEAVE_TAKING)
        for pipe, thread in zip(
            (process.stdin, process.stdout, process.stderr), threads, strict=True
        ):
            if pipe is not None and not thread.is_alive():
                with suppress(OSError):
                    pipe.close()


def _started(path: Path, mark: str) -> "subprocess.Popen[bytes]":
    flags: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    # -P: nothing is imported from where bpviz was called; -B: nothing is left beside
    # the student's file; -u: what it prints is seen even if it never ends.
    command = [sys.executable, "-P", "-B", "-u", "-m", RUNNER]
    pipe = subprocess.PIPE
    try:
        command.append(str(path.resolve()))
        return subprocess.Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            bufsize=0,
            env=_environment(mark),
            **flags,
        )
    except OSError as error:
        sentence = f"no process could be started to run {path.name}: {error}"
        raise CheckError("start", sentence) from None


def _environment(mark: str) -> dict[str, str]:
    """Return the person's environment, in which this very bpviz is found too."""
    before = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": _ROOT if not before else os.pathsep.join((before, _ROOT)),
        "PYTHONIOENCODING": "utf-8",
        "OPENBLAS_NUM_THREADS": "1",
        MARK: mark,
    }


def _ended(path: Path, status: int) -> CheckError:
    how = f"exit status {status}"
    with suppress(ValueError):
        how = f"signal {signal.Signals(-status).name}" if status < 0 else how
    if status == -getattr(signal, "SIGKILL", 0):
        how += ", as the system ends what takes too much memory"
    return CheckError(
        "ended", f"the process that ran {path.name} ended before it answered ({how})"
    )
