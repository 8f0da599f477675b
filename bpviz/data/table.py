"""A data set from a table of text: what is learned, the split, and the scaling."""

import math
from pathlib import Path

import numpy as np

from bpviz.data.csv_layout import as_number
from bpviz.data.csv_table import CsvTable, bad_cell, read_csv_table
from bpviz.data.dataset import AnyArray, Dataset
from bpviz.data.mnist import WHITE
from bpviz.data.outputs import (
    MOST_NUMBERED_CLASSES,
    Outputs,
    are_few_classes,
    class_outputs,
    number_outputs,
)
from bpviz.data.own_dataset import own_dataset, picture_side, split_rows
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array

MOST_TEXT_CLASSES = 100

SMALLEST_TARGET = 0.01
LARGEST_TARGET = 100.0
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def table_dataset(path: Path, seed: int, target: str | None = None) -> Dataset:
    """Return the data set in a CSV file.

    Texts, or a few whole numbers, in the target column are classes; other numbers
    are a quantity. Each input is standardised with the mean and the standard
    deviation of the training samples; `Samples` keeps the file's own numbers. A
    quantity whose largest value is 100 or more, or below 0.01, is counted in
    another power of ten, and its name says so: training would diverge or crawl.
    Rows of whole numbers from 0 to 255 that fill a square are pictures.

    Parameters
    ----------
    path : Path
        The file; see `read_csv_table`.
    seed : int
        Chooses the samples kept for the test; see `split_rows`.
    target : str, optional
        Name of the column to be learned.

    Raises
    ------
    InputError
        If the file cannot be read or used.
    """
    table = read_csv_table(path, target)
    side = _side_of_pictures(table.inputs)
    outputs = _outputs(table, one_each=side is not None)
    train_rows, test_rows = split_rows(len(table.inputs), seed)
    inputs: AnyArray = table.inputs
    scale: float | Array = WHITE
    offset: float | Array = 0.0
    if side is None:
        offset, scale = _standard(path, inputs[train_rows])
    else:
        inputs = inputs.astype(np.uint8)
    test = None
    if test_rows is not None:
        test = outputs.samples(inputs[test_rows], test_rows, scale, offset)
    return own_dataset(
        path.name,
        outputs,
        outputs.samples(inputs[train_rows], train_rows, scale, offset),
        test,
        input_names=table.input_names if side is None else (),
        image_shape=None if side is None else (side, side),
    )


def _side_of_pictures(inputs: Array) -> int | None:
    side = picture_side(inputs.shape[1])
    if side is None or inputs.min() < 0 or not 1 < inputs.max() <= WHITE:
        return None
    return side if np.array_equal(inputs, np.floor(inputs)) else None


def _standard(path: Path, inputs: Array) -> tuple[Array, Array]:
    """Return the mean and the standard deviation of every column."""
    with np.errstate(over="ignore", invalid="ignore"):
        means, deviations = inputs.mean(axis=0), inputs.std(axis=0)
    if not (np.isfinite(means).all() and np.isfinite(deviations).all()):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{path} holds numbers too large to compute with."
            ),
            path=path,
        )
    # A column that never changes says nothing, and must not divide by zero.
    return means, np.where(deviations > 0.0, deviations, 1.0)


def _outputs(table: CsvTable, *, one_each: bool) -> Outputs:
    numbers = _target_numbers(table)
    if numbers is None:
        texts = np.array(table.target_cells)
        _check_text_classes(table, len(np.unique(texts)))
        return class_outputs(texts, table.target_name, one_each=one_each)
    if are_few_classes(numbers, MOST_NUMBERED_CLASSES):
        return class_outputs(numbers, table.target_name, one_each=one_each)
    exponent = _exponent_of(numbers)
    name = table.target_name
    if exponent:
        numbers = numbers / 10.0**exponent
        name = f"{name} / 10{str(exponent).translate(SUPERSCRIPTS)}"
    return number_outputs(numbers[:, np.newaxis], (name,))


def _target_numbers(table: CsvTable) -> Array | None:
    """Return the target column as numbers, or None if it holds texts.

    A column that is mostly numbers is meant to be numbers throughout.
    """
    numbers = np.array([_number_or_nan(table, cell) for cell in table.target_cells])
    bad_rows = np.flatnonzero(~np.isfinite(numbers))
    if 2 * len(bad_rows) > len(numbers):
        return None
    if len(bad_rows):
        row = int(bad_rows[0])
        raise bad_cell(
            table.path, table.lines[row], table.target_name, table.target_cells[row]
        )
    return numbers


def _number_or_nan(table: CsvTable, cell: str) -> float:
    try:
        return as_number(cell, decimal_comma=table.decimal_comma)
    except ValueError:
        return math.nan


def _check_text_classes(table: CsvTable, different: int) -> None:
    if different == 1:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: column '{column}' is '{cell}' in every row; there is nothing "
                "to learn.",
            ),
            path=table.path,
            column=table.target_name,
            cell=table.target_cells[0],
        )
    if different > MOST_TEXT_CLASSES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: column '{column}' has {different} different texts, more than "
                "the {most} classes that can be told apart; put the column to be "
                "learned last or call it 'target'.",
            ),
            path=table.path,
            column=table.target_name,
            different=different,
            most=MOST_TEXT_CLASSES,
        )


def _exponent_of(numbers: Array) -> int:
    """Return the power of ten in which to count, 0 where the numbers are handy."""
    largest = float(np.abs(numbers).max())
    if largest == 0.0 or SMALLEST_TARGET <= largest < LARGEST_TARGET:
        return 0
    return math.floor(math.log10(largest))
