"""Session files (.bpviz): a run, put away and taken up again.

A zip of one JSON text and a few ``.npy`` arrays. Loading never unpickles and never
runs anything; the size and type of every array are compared with what the
experiment implies before memory is taken for it. Of a session's runs it holds the one
that is on, with the whole log of changes that made it; the others stay behind.
"""

import zipfile
import zlib
from dataclasses import dataclass
from math import inf
from pathlib import Path
from textwrap import shorten
from typing import Any

import msgspec
import numpy as np
from numpy.lib import format as npy_format

from bpviz.data.files import check_kind
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.training.carried_state import memories
from bpviz.training.change_check import check_count
from bpviz.training.change_log import ChangeLog
from bpviz.training.changes import LoggedChange, RunSettings
from bpviz.training.curve_points import Evaluation, LossPoints
from bpviz.training.curves import EVALUATIONS, LOSS_ENTRIES
from bpviz.training.experiment import Experiment
from bpviz.training.steps import Moment
from bpviz.training.whole_file import whole_file

FORMAT = 2
"""Format 1 had no changes and no digest of the data."""

_JSON_LIMIT = 4 * 2**20
_MOST_UPDATES = 2**62  # beyond it they would no longer fit into arrays
_LONGEST_REASON = 200
_LOSS_ROWS = ("lowest", "highest", "mean")


@dataclass(frozen=True, slots=True, eq=False)
class SavedRun:
    """What a session file holds.

    Attributes
    ----------
    experiment : Experiment
        Of the run.
    moment : Moment
        Where it stood.
    first : Array
        Its first parameters, before any change, (parameter_count,).
    checkpoint : Array
        A training state at or shortly before the moment, (1 + memories,
        parameter_count), after the changes made there.
    checkpoint_update : int
        Updates made when the checkpoint was taken.
    recorded_updates : int
        Updates that the loss curve covers.
    losses : LossPoints
        The loss curve.
    evaluations : tuple of Evaluation
        The evaluations.
    log : tuple of LoggedChange
        The changes that were made.
    data_digest : str or None
        Of data of one's own, as `digest_of` returns it; None where it is not known.
    """

    experiment: Experiment
    moment: Moment
    first: Array
    checkpoint: Array
    checkpoint_update: int
    recorded_updates: int
    losses: LossPoints
    evaluations: tuple[Evaluation, ...]
    log: tuple[LoggedChange, ...] = ()
    data_digest: str | None = None


@dataclass(frozen=True, slots=True)
class _Header:
    """The JSON part of a session file."""

    format: int
    experiment: Experiment
    moment: Moment
    checkpoint_update: int
    recorded_updates: int
    loss_stride: int
    evaluations: tuple[Evaluation, ...]
    log: tuple[LoggedChange, ...] = ()
    data_digest: str | None = None


def save_session(path: str, run: SavedRun) -> None:
    """Write `run` to `path`, whole or not at all.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    header = _Header(
        FORMAT,
        *(run.experiment, run.moment, run.checkpoint_update, run.recorded_updates),
        *(run.losses.stride, run.evaluations, run.log, run.data_digest),
    )
    arrays = {"first": run.first, "checkpoint": run.checkpoint}
    for name in _LOSS_ROWS:
        arrays[f"losses_{name}"] = getattr(run.losses, name)
    with (
        whole_file(Path(path)) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, True, 1) as box,
    ):
        box.writestr("session.json", msgspec.json.encode(header))
        for name, array in arrays.items():
            with box.open(f"{name}.npy", "w") as entry:
                npy_format.write_array(entry, array, allow_pickle=False)


def load_session(path: str) -> SavedRun:
    """Read a session file.

    Raises
    ------
    InputError
        If there is no such file, or it is not a whole session file of a format that
        this version knows.
    """
    try:
        check_kind(Path(path))
        with zipfile.ZipFile(path) as box:
            return _read(path, box)
    except OSError as error:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "The file {path} could not be read: {reason}."),
            path=path,
            reason=error.strerror or error,
        ) from error
    except (
        *(zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError),
        *(msgspec.MsgspecError, ValueError, OverflowError, zlib.error),
    ) as error:
        if isinstance(error, InputError):
            raise
        raise _damaged(path, error) from error


def _read(path: str, box: zipfile.ZipFile) -> SavedRun:
    if _member(box, "session.json").file_size > _JSON_LIMIT:
        raise _damaged(path, "session.json")
    text = box.read(_member(box, "session.json"))
    version = msgspec.json.decode(text, type=dict[str, Any]).get("format")
    if isinstance(version, int) and version > FORMAT:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} was written by a newer bpviz (format {version}; this one reads "
                "{known}): update bpviz to open it.",
            ),
            path=path,
            version=version,
            known=FORMAT,
        )
    header = msgspec.json.decode(text, type=_Header)
    experiment = header.experiment
    count = experiment.network.parameter_count
    entries = -(-header.recorded_updates // max(header.loss_stride, 1))
    numbers = (header.checkpoint_update, *_moment_numbers(header.moment))
    if (
        header.format not in (1, FORMAT)
        or min(*numbers, header.recorded_updates) < 0
        or max(header.recorded_updates, header.loss_stride) > _MOST_UPDATES
        or header.loss_stride < 1
        or entries > LOSS_ENTRIES
        or len(header.evaluations) > EVALUATIONS + 1
        or header.checkpoint_update > header.moment.update
        or header.moment.update > header.recorded_updates
        or header.moment.operation >= 4 * experiment.network.depth + 3
        or not all(
            _makes_sense(entry, header.recorded_updates) for entry in header.evaluations
        )
        or not _are_in_order(header.log, header.recorded_updates)
    ):
        raise _damaged(path, "session.json")
    kind = experiment.float_type
    beginning = RunSettings(experiment.hyperparameters)
    settings = ChangeLog(beginning, header.log).settings(header.checkpoint_update)
    first = _array(box, "first", (count,), kind)
    shape = (1 + memories(settings), count)
    checkpoint = _array(box, "checkpoint", shape, kind)
    if not (np.isfinite(first).all() and np.isfinite(checkpoint).all()):
        raise _damaged(path, "nan")
    lowest, highest, mean = (
        np.asarray(_array(box, f"losses_{name}", (entries,), np.float64), np.float64)
        for name in _LOSS_ROWS
    )
    if not all(np.isfinite(row).all() for row in (lowest, highest, mean)):
        raise _damaged(path, "nan")
    return SavedRun(
        experiment,
        header.moment,
        first,
        checkpoint,
        header.checkpoint_update,
        header.recorded_updates,
        LossPoints(1, header.loss_stride, lowest, highest, mean),
        header.evaluations,
        header.log,
        header.data_digest,
    )


def _are_in_order(log: tuple[LoggedChange, ...], updates: int) -> bool:
    """Tell whether a log is one that a run of so many updates can have."""
    check_count(len(log))
    times = [0, *(entry.update for entry in log), updates]
    return times == sorted(times)


def _makes_sense(entry: Evaluation, updates: int) -> bool:
    accuracies = (entry.train_accuracy or 0.0, entry.test_accuracy or 0.0)
    losses = (entry.train_loss, entry.test_loss or 0.0)
    return (
        0 <= entry.epoch <= entry.update <= updates
        and all(0.0 <= loss < inf for loss in losses)
        and 0.0 <= min(accuracies) <= max(accuracies) <= 1.0
    )


def _moment_numbers(moment: Moment) -> tuple[int, int]:
    return moment.update, moment.operation


def _array(
    box: zipfile.ZipFile, name: str, shape: tuple[int, ...], dtype: Any
) -> Array:
    """Read one array after checking that it is of the shape and type expected.

    The header is compared with the one that NumPy writes for such an array, and so
    never parsed; only the spaces at its end differ between versions.
    """
    expected = int(np.prod(shape)) * np.dtype(dtype).itemsize
    header = (
        f"{{'descr': {np.dtype(dtype).str!r}, 'fortran_order': False, "
        f"'shape': {shape}, }}"
    )
    info = _member(box, f"{name}.npy")
    if not expected <= info.file_size <= expected + 4096:
        raise ValueError(name)
    with box.open(info) as entry:
        magic = entry.read(npy_format.MAGIC_LEN)
        length = int.from_bytes(entry.read(2), "little")
        found = entry.read(length).strip()
        if magic != npy_format.magic(1, 0) or found != header.encode():
            raise ValueError(name)
        data = entry.read(expected + 1)
    if len(data) != expected:
        raise ValueError(name)
    array: Array = np.frombuffer(data, dtype).reshape(shape)
    return array


def _member(box: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Return a member of the archive, packed in one of the ways that are known."""
    info = box.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(name)
    return info


def _damaged(path: str, reason: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path} is not a whole bpviz session file ({reason})."
        ),
        path=path,
        reason=shorten(str(reason), _LONGEST_REASON),
    )
