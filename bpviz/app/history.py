"""The curves of a run as a table: update, epoch, losses and accuracies."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from bpviz.training.curve_points import Evaluation
from bpviz.training.whole_file import whole_file

COLUMNS = (
    *("update", "epoch"),
    *("train_loss", "test_loss", "train_accuracy", "test_accuracy"),
)


def write_history(path: Path, evaluations: Sequence[Evaluation]) -> None:
    """Write one line for each evaluation; a cell without a meaning stays empty.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for evaluation in evaluations:
        numbers = (getattr(evaluation, name) for name in COLUMNS)
        table.writerow("" if number is None else number for number in numbers)
    with whole_file(path) as file:
        file.write(text.getvalue().encode())
